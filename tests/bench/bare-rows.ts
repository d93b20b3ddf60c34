/**
 * @file The floor under ingest: which rows a transaction of core's left behind, and the same rows written with bare
 * prepared INSERTs. Knows no table by name, so that it stays true when the schema grows.
 */
import { z } from 'zod'
import type { Connection, Statement } from '../../src/core/db/connection.ts'

type Value = string | number | bigint | Buffer | null
type Row = Value[]
type Table = { name: string; columns: string[]; key: number[] }
/** `gone` holds keys, the others whole rows. */
type Change = { table: Table; inserted: Row[]; changed: Row[]; gone: Row[] }

/** What one transaction did. */
export type Written = { changes: Change[] }

/** Tells what was written since the last call. */
export type Recorder = { takeNew(): Written }

const logTable = 'bench_written'

/**
 * Has every table of this file note the keys of what is written to it; for a copy that is thrown away. Core must not
 * have it open yet.
 */
export function noteWrites(connection: Connection): void {
  const { sqlite } = connection
  const tables = tablesOf(connection)
  sqlite.exec(`CREATE TABLE ${logTable} (what TEXT NOT NULL, key TEXT NOT NULL)`)
  for (const { name, columns, key } of tables)
    for (const [what, row] of [
      ['INSERT', 'new'],
      ['UPDATE', 'new'],
      ['DELETE', 'old'],
    ] as const) {
      const keys = key.map((at) => `${row}."${columns[at]}"`).join(', ')
      sqlite.exec(`CREATE TRIGGER "bench_${what}_${name}" AFTER ${what} ON "${name}" BEGIN
        INSERT INTO ${logTable} VALUES ('${what} ${name}', json_array(${keys})); END`)
    }
}

const Logged = z.object({ what: z.string(), key: z.string() })
const Key = z.array(z.union([z.string(), z.number(), z.null()]))

/** Reads what `noteWrites` made the file note. @param connection may write */
export function recorder(connection: Connection): Recorder {
  const tables = tablesOf(connection).filter(({ name }) => name !== logTable)
  return {
    takeNew() {
      const noted = new Map<string, Set<string>>()
      for (const row of connection.prepare(`SELECT what, key FROM ${logTable} ORDER BY rowid`).all()) {
        const { what, key } = Logged.parse(row)
        noted.set(what, (noted.get(what) ?? new Set()).add(key))
      }
      connection.prepare(`DELETE FROM ${logTable}`).run()
      const changes = tables.map((table): Change => {
        const keys = (what: string): Set<string> => noted.get(`${what} ${table.name}`) ?? new Set()
        const made = keys('INSERT')
        const rowsOf = (some: Iterable<string>): Row[] =>
          [...some].flatMap((key) => rowByKey(connection, table, Key.parse(JSON.parse(key))))
        return {
          table,
          inserted: rowsOf(made),
          changed: rowsOf([...keys('UPDATE')].filter((key) => !made.has(key))),
          gone: [...keys('DELETE')]
            .filter((key) => !made.has(key))
            .map((key) => Key.parse(JSON.parse(key)))
            .filter((key) => rowByKey(connection, table, key).length === 0),
        }
      })
      return {
        changes: changes.filter(
          ({ inserted, changed, gone }) => inserted.length + changed.length + gone.length > 0,
        ),
      }
    },
  }
}

/** Ready to write the new rows of `written`; the returned function does it in one transaction. */
export function bareInserts({ sqlite, prepare }: Connection, { changes }: Written): () => void {
  const work = changes
    .filter(({ inserted }) => inserted.length > 0)
    .map(({ table, inserted }) => ({ statement: prepare(insertInto(table)) as Statement, rows: inserted }))
  return () => {
    sqlite.exec('BEGIN IMMEDIATE')
    for (const { statement, rows } of work) for (const row of rows) statement.run(row)
    sqlite.exec('COMMIT')
  }
}

/** Brings over what was changed or removed and no INSERT can say, so that both databases grow alike. */
export function catchUp({ sqlite, prepare }: Connection, { changes }: Written): void {
  sqlite.exec('BEGIN IMMEDIATE')
  for (const { table, changed, gone } of changes) {
    const where = `WHERE ${table.key.map((at) => `"${table.columns[at]}" IS ?`).join(' AND ')}`
    const keyOf = (row: Row): Row => table.key.map((at) => row[at] ?? null)
    // Keys stay as they are: to write one, even the same, has SQLite look through every table that leans on it.
    const rest = table.columns.flatMap((_, at) => (table.key.includes(at) ? [] : [at]))
    const set = rest.map((at) => `"${table.columns[at]}" = ?`).join(', ')
    for (const row of changed)
      prepare(`UPDATE "${table.name}" SET ${set} ${where}`).run([
        ...rest.map((at) => row[at] ?? null),
        ...keyOf(row),
      ])
    for (const key of gone) prepare(`DELETE FROM "${table.name}" ${where}`).run(key)
  }
  sqlite.exec('COMMIT')
}

/** How many rows of each table, for the notes. */
export const countsOf = ({ changes }: Written): string =>
  changes
    .filter(({ inserted }) => inserted.length > 0)
    .map(({ table, inserted }) => `${table.name} ${inserted.length}`)
    .join(', ')

/** The tables, each behind those that it leans on. Full text is none. */
function tablesOf({ sqlite, prepare }: Connection): Table[] {
  const ordinary = sqlite.pragma('table_list') as { name: string; type: string }[]
  const names = prepare<{ name: string }>(
    "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY rowid",
  ).all()
  const tables = names
    .filter(({ name }) => ordinary.some((table) => table.name === name && table.type === 'table'))
    .filter(({ name }) => !name.startsWith('sqlite_'))
    .map(({ name }) => {
      const columns = sqlite.pragma(`table_info("${name}")`) as { name: string; pk: number }[]
      return {
        name,
        columns: columns.map((column) => column.name),
        key: columns.flatMap((column, at) => (column.pk > 0 ? [at] : [])),
      }
    })
  // A table that a migration built anew stands behind those that lean on it.
  const placed = new Set<Table>()
  const place = (table: Table): void => {
    if (placed.has(table)) return
    const parents = sqlite.pragma(`foreign_key_list("${table.name}")`) as { table: string }[]
    for (const parent of parents)
      for (const one of tables) if (one.name === parent.table && one !== table) place(one)
    placed.add(table)
  }
  tables.forEach(place)
  return [...placed]
}

/** The row as it stands now; none when it is gone again. */
function rowByKey({ prepare }: Connection, { name, columns, key }: Table, values: Row): Row[] {
  const where = key.map((at) => `"${columns[at]}" IS ?`).join(' AND ')
  const all = prepare(
    `SELECT ${columns.map((column) => `"${column}"`).join(', ')} FROM "${name}" WHERE ${where}`,
  )
  return all.raw(true).all(...values) as Row[]
}

const insertInto = ({ name, columns }: Table): string =>
  `INSERT INTO "${name}" (${columns.map((column) => `"${column}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`
