/**
 * @file Queries that are asked often, compiled once. The text is built on first use and only its values change.
 */
import { CompiledQuery, type RawBuilder } from 'kysely'
import { must } from '../../shared/must.ts'
import type { Reads } from './database.ts'

type Value = string | number | null
class Placeholder {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

/** Runs the query with these values. */
export type Compiled<Name extends string, Row> = (db: Reads, values: Record<Name, Value>) => Promise<Row[]>

/**
 * Compiles `build` at its first run.
 * @param build gets a function that stands for each named value: sql`… WHERE id = ${value('id')}`
 */
export function compiled<Name extends string, Row>(
  build: (value: (name: Name) => unknown) => RawBuilder<Row>,
): Compiled<Name, Row> {
  // Each kind of database has a text of its own.
  const queries = new Map<unknown, CompiledQuery<Row>>()
  return async (db, values) => {
    const executor = db.getExecutor()
    const kind = executor.adapter.constructor
    const query = queries.get(kind) ?? build((name) => new Placeholder(name)).compile(db)
    queries.set(kind, query)
    const { rows } = await executor.executeQuery<Row>({
      ...query,
      parameters: query.parameters.map((parameter) =>
        parameter instanceof Placeholder
          ? must(lookUp(values, parameter.name), parameter.name).value
          : parameter,
      ),
    })
    return rows
  }
}

function lookUp(values: Record<string, Value>, name: string): { value: Value } | null {
  const value = values[name]
  return value === undefined ? null : { value }
}
