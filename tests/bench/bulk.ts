/**
 * @file `bulk`: solving 1,000 tickets with their history, and taking it back, held against the bare UPDATEs of the same
 * columns to the same values, there and back, each way in one transaction on a copy of the same file.
 */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { undoLast } from '../../src/core/audit/undo.ts'
import type { Connection } from '../../src/core/db/connection.ts'
import type { Database } from '../../src/core/db/database.ts'
import { migrations } from '../../src/core/db/migrations.ts'
import { prepareFile } from '../../src/core/db/prepare-file.ts'
import { statusService } from '../../src/core/tickets/status.ts'
import { testKey } from '../database.ts'
import { grow, open, shared } from './grow.ts'
import { median, rounded, type Figure } from './line.ts'
import { timed } from './timed.ts'

const tickets = 1_000
const posts = 20_000
const runs = 7

type Row = Record<string, string | number | null> & { id: string }

/** Measures in a folder of its own below `folder`. */
export async function bulk(folder: string): Promise<Figure> {
  const own = mkdtempSync(join(folder, 'bulk-'))
  try {
    const base = join(own, 'base.db')
    await grow(base, posts, 0)
    const times = []
    // The first run also warms the program up, and is dropped.
    for (let run = 0; run <= runs; run++) times.push(await measure(base, own, run % 2 === 0))
    const kept = times.slice(1)
    const ms = (pick: 'ours' | 'floor'): string => `${rounded(median(kept.map((time) => time[pick])))} ms`
    return {
      line: {
        name: 'bulk',
        value: rounded(median(kept.map(({ ours, floor }) => ours / floor))),
        unit: 'ratio',
        goal: 4,
        runs: kept.length,
        floor:
          'bare prepared UPDATEs of the same columns to the same values, there and back, one transaction each; same build, key and pragmas',
      },
      notes: [
        `${tickets} tickets solved and taken back: ours ${ms('ours')}, bare ${ms('floor')}; runs ${kept.map(({ ours, floor }) => rounded(ours / floor)).join(' ')}`,
      ],
    }
  } finally {
    rmSync(own, { recursive: true })
  }
}

async function measure(
  base: string,
  folder: string,
  oursFirst: boolean,
): Promise<{ ours: number; floor: number }> {
  const [ourFile, bareFile] = [join(folder, 'ours.db'), join(folder, 'bare.db')]
  for (const file of [ourFile, bareFile]) copyFileSync(base, file)
  const database = open(ourFile, () => {})
  const bare = prepareFile({ ...shared, file: bareFile, key: testKey, migrations, onSlow: () => {} })
  const ids = await alive(database)
  const before = rowsOf(bare, ids)
  const service = statusService({ database })
  const solve = () =>
    timed(async () => void (await service['ticket.solve']({ ticketIds: ids }, { connectionId: 'bench' })))
  const undo = () => timed(async () => void (await undoLast(database, {})))

  const sum = { ours: 0, floor: 0 }
  sum.ours += await solve()
  const after = await rowsIn(database, ids)
  const changed = changedColumns(before, after)
  const there = () => timed(updates(bare, changed, after))
  const back = () => timed(updates(bare, changed, before))
  if (oursFirst) {
    sum.ours += await undo()
    sum.floor += (await there()) + (await back())
  } else {
    sum.floor += (await there()) + (await back())
    sum.ours += await undo()
  }
  const restored = await rowsIn(database, ids)
  if (changedColumns(before, restored).length > 0) throw new Error('undo did not restore every column')
  await database.close()
  bare.sqlite.pragma('wal_checkpoint(TRUNCATE)')
  bare.close()
  for (const file of [ourFile, bareFile]) rmSync(file)
  return sum
}

async function alive({ read }: Database): Promise<string[]> {
  const rows = await read
    .selectFrom('tickets')
    .select('id')
    .where('status', 'in', ['new', 'open', 'pending'])
    .orderBy('id')
    .limit(tickets)
    .execute()
  if (rows.length < tickets) throw new Error(`only ${rows.length} tickets to solve`)
  return rows.map(({ id }) => id)
}

const columns = 'SELECT * FROM tickets WHERE id = ?'

const rowsOf = (bare: Connection, ids: readonly string[]): Row[] =>
  ids.map((id) => bare.prepare<Row>(columns).get(id) ?? { id })

async function rowsIn({ read }: Database, ids: readonly string[]): Promise<Row[]> {
  const rows = await read.selectFrom('tickets').selectAll().where('id', 'in', ids).orderBy('id').execute()
  return rows.map((row) => ({ ...row }))
}

/** The columns in which any of the rows differ. */
const changedColumns = (before: readonly Row[], after: readonly Row[]): string[] => [
  ...new Set(
    after.flatMap((row, n) => Object.keys(row).filter((column) => row[column] !== before[n]?.[column])),
  ),
]

const updates = (bare: Connection, changed: readonly string[], to: readonly Row[]) => (): void => {
  const update = bare.prepare(
    `UPDATE tickets SET ${changed.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`,
  )
  bare.sqlite.exec('BEGIN IMMEDIATE')
  for (const row of to) update.run(...changed.map((column) => row[column] ?? null), row.id)
  bare.sqlite.exec('COMMIT')
}
