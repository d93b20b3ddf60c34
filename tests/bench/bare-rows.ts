/**
 * @file The floor under ingest: which rows a transaction of core's left behind, and the same rows written with bare
 * prepared INSERTs. Knows no table by name, so that it stays true when the schema grows.
 */
import type { Connection, Statement } from '../../src/core/db/connection.ts'

type Value = string | number | bigint | Buffer | null
type Row = Value[]
type Table = { name: string; columns: string[]; key: number[] }
type Change = { table: Table; inserted: Row[]; changed: Row[]; gone: Row[] }

/** What one transaction did. */
export type Written = { changes: Change[] }

/** Compares the whole database with how it stood at the last call. */
export type Recorder = { takeNew(): Written }

/** Starts from what stands in the database now. */
export function recorder(connection: Connection): Recorder {
  const tables = tablesOf(connection)
  const known = new Map(tables.map((table) => [table.name, contentOf(connection, table)]))
  return {
    takeNew() {
      const changes = tables.map((table): Change => {
        const before = known.get(table.name) ?? new Map<string, Row>()
        const after = contentOf(connection, table)
        known.set(table.name, after)
        const entries = [...after]
        return {
          table,
          inserted: entries.filter(([key]) => !before.has(key)).map(([, row]) => row),
          changed: entries.filter(([key, row]) => differs(before.get(key), row)).map(([, row]) => row),
          gone: [...before].filter(([key]) => !after.has(key)).map(([, row]) => row),
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
    const set = table.columns.map((column) => `"${column}" = ?`).join(', ')
    for (const row of changed)
      prepare(`UPDATE "${table.name}" SET ${set} ${where}`).run([...row, ...keyOf(row)])
    for (const row of gone) prepare(`DELETE FROM "${table.name}" ${where}`).run(keyOf(row))
  }
  sqlite.exec('COMMIT')
}

/** How many rows of each table, for the notes. */
export const countsOf = ({ changes }: Written): string =>
  changes
    .filter(({ inserted }) => inserted.length > 0)
    .map(({ table, inserted }) => `${table.name} ${inserted.length}`)
    .join(', ')

/** The tables in the order in which they were made, in which each only leans on earlier ones. Full text is none. */
function tablesOf({ sqlite, prepare }: Connection): Table[] {
  const ordinary = sqlite.pragma('table_list') as { name: string; type: string }[]
  const names = prepare<{ name: string }>(
    "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY rowid",
  ).all()
  return names
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
}

function contentOf({ prepare }: Connection, { name, columns, key }: Table): Map<string, Row> {
  const all = prepare(`SELECT ${columns.map((column) => `"${column}"`).join(', ')} FROM "${name}"`)
  const rows = all.raw(true).all() as Row[]
  return new Map(rows.map((row) => [key.map((at) => String(row[at])).join(' '), row]))
}

const differs = (before: Row | undefined, after: Row): boolean =>
  before !== undefined && before.some((value, at) => value !== after[at])

const insertInto = ({ name, columns }: Table): string =>
  `INSERT INTO "${name}" (${columns.map((column) => `"${column}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`
