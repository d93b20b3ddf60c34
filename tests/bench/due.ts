/**
 * @file `due`: the first 50 cards of what is due first, at 200,000 open tickets, from the handler's call to the posted
 * answer; held against one prepared statement with the same columns, joins, order and index.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { columnService } from '../../src/core/columns/service.ts'
import type { Database } from '../../src/core/db/database.ts'
import { openConnection } from '../../src/core/db/connection.ts'
import { cardColumns, cardJoins } from '../../src/core/tickets/cards.ts'
import { addHandle, testKey, testStart } from '../database.ts'
import { open, shared, take } from './grow.ts'
import { rounded, type Figure } from './line.ts'
import { traffic } from './traffic.ts'
import { against } from './timed.ts'

const openTickets = 200_000
const cards = 50
const warm = 20
const runs = 200

/** Measures in a folder of its own below `folder`. */
export async function due(folder: string): Promise<Figure> {
  const own = mkdtempSync(join(folder, 'due-'))
  try {
    const file = join(own, 'due.db')
    const database = open(file, () => {})
    const waiting = await fill(database)
    const handlers = columnService({ database, clock: shared.clock })
    const { port1, port2 } = new MessageChannel()
    const ours = async (): Promise<void> => {
      const input = { columnId: 'needs-reply:all', after: null, until: null, limit: cards, muted: false }
      port1.postMessage(await handlers['column.page'](input, { connectionId: 'bench' }))
    }
    const reader = openConnection(file, testKey, 'read', () => {})
    const statement =
      sql`SELECT t.due_at AS "sortAt", t.id AS "sortId", ${cardColumns} FROM tickets t ${cardJoins}
      WHERE t.needs_reply = 1 AND t.brand_id NOT IN (SELECT id FROM brands WHERE removed_at IS NOT NULL)
      ORDER BY t.due_at, t.id LIMIT ${sql.lit(cards)}`.compile(database.read)
    const bare = reader.prepare(statement.sql)
    const floor = (): void => void bare.all(...statement.parameters)
    const { ratio, oursMs, floorMs } = await against(ours, floor, { warm, runs })
    for (const port of [port1, port2]) port.close()
    reader.close()
    await database.close()
    return {
      line: {
        name: 'due',
        value: rounded(ratio),
        unit: 'ratio',
        goal: 2.5,
        runs,
        floor: 'one prepared statement with the same columns, joins, order and index',
      },
      notes: [`${waiting} open tickets; ours ${rounded(oursMs)} ms, bare ${rounded(floorMs)} ms`],
    }
  } finally {
    rmSync(own, { recursive: true })
  }
}

/** Takes customers' posts in until so many tickets wait. @returns how many do */
async function fill(database: Database): Promise<number> {
  const us = await addHandle(database, 'northwindair', '100200300')
  const source = traffic({ seed: 1, us, startAt: testStart - 14 * 86_400_000, stepMs: 2_000 })
  for (;;) {
    for (let page = 0; page < 50; page++) await take(database, us, source.next().mentions, 'mentions')
    const { n } = await database.read
      .selectFrom('tickets')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .where('needs_reply', '=', 1)
      .executeTakeFirstOrThrow()
    if (n >= openTickets) return n
  }
}
