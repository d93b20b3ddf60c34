/**
 * @file A Kysely over one function that runs a statement, wherever it runs. Kysely's own driver lets one query wait for
 * another's transaction, so that a read inside a write never returned; here statements run at once, and transactions are
 * begun by `Database.write` alone.
 */
import {
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
} from 'kysely'
import type { Schema } from './schema.ts'

/** Runs one statement and answers with all its rows. */
export type Execute = <R>(query: CompiledQuery) => Promise<QueryResult<R>>

/** @param execute every statement of this Kysely goes through it */
export const kyselyOver = (execute: Execute): Kysely<Schema> =>
  new Kysely<Schema>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createQueryCompiler: () => new SqliteQueryCompiler(),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createDriver: () => new OneWay(execute),
    },
  })

class OneWay implements Driver, DatabaseConnection {
  readonly executeQuery: Execute

  constructor(execute: Execute) {
    this.executeQuery = execute
  }

  // eslint-disable-next-line require-yield -- the interface asks for a generator
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('results are read whole, in pages: streaming would hold the connection')
  }

  async init(): Promise<void> {}
  async acquireConnection(): Promise<DatabaseConnection> {
    return this
  }
  async releaseConnection(): Promise<void> {}
  async destroy(): Promise<void> {}
  async beginTransaction(): Promise<void> {
    throw new Error('transactions are begun by Database.write alone')
  }
  async commitTransaction(): Promise<void> {
    throw new Error('transactions are ended by Database.write alone')
  }
  async rollbackTransaction(): Promise<void> {
    throw new Error('transactions are ended by Database.write alone')
  }
}
