/**
 * What we use of better-sqlite3. The package brings types, but its `exports` hide them, and they are full of `any`.
 */
declare module 'better-sqlite3-multiple-ciphers' {
  class Sqlite {
    constructor(file: string, options?: { readonly?: boolean; timeout?: number })
    readonly inTransaction: boolean
    prepare<Row = unknown>(sql: string): Sqlite.Statement<Row>
    exec(sql: string): this
    function(name: string, options: { deterministic: boolean }, run: (value: unknown) => string): this
    pragma(source: string, options?: { simple?: boolean }): unknown
    close(): this
  }
  namespace Sqlite {
    type Database = Sqlite
    type Statement<Row> = {
      /** Whether it returns rows. */
      readonly reader: boolean
      run(...values: readonly unknown[]): { changes: number; lastInsertRowid: number | bigint }
      get(...values: readonly unknown[]): Row | undefined
      all(...values: readonly unknown[]): Row[]
      iterate(...values: readonly unknown[]): IterableIterator<Row>
      /** Rows as arrays from now on. */
      raw(on: boolean): Statement<unknown[]>
      /** What its rows hold, in their order. */
      columns(): { readonly name: string }[]
    }
    class SqliteError extends Error {
      readonly code: string
    }
  }
  export = Sqlite
}
