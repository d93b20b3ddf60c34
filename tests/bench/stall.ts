/**
 * @file `stall`: the longest time for which core's event loop answers nobody while a report, a ranked search, an export
 * and a backup run, each in its thread, over 200,000 posts.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { sql } from 'kysely'
import type { Database } from '../../src/core/db/database.ts'
import { callerOf } from '../../src/core/db/long-reads.ts'
import type { reportWorks } from '../../src/core/reports/works.ts'
import { ReportAsked } from '../../src/shared/domain/report.ts'
import { testStart } from '../database.ts'
import { grow, open } from './grow.ts'
import { median, rounded, type Figure } from './line.ts'

const goal = 50
const stored = 200_000
const rounds = 5

/** Each as the feature asks for it: every row that it needs reaches core's own thread. */
const works: Record<string, (database: Database, folder: string, round: number) => Promise<unknown>> = {
  report: async ({ long, work }) => {
    const brands = await long.selectFrom('brands').select('id').execute()
    const asked = ReportAsked.parse({
      scope: { brandIds: brands.map(({ id }) => id) },
      period: { from: '2026-10-01', until: '2026-12-01' },
    })
    return callerOf<typeof reportWorks>(work)('report.build', { asked, at: testStart })
  },
  search: ({ long }) =>
    sql`
      SELECT p.id, bm25(post_words) AS rank FROM post_words JOIN posts p ON p.n = post_words.rowid
      WHERE post_words MATCH 'boat OR flight OR parcel OR again' ORDER BY rank LIMIT 2000`.execute(
      executor(long),
    ),
  export: ({ long }) =>
    long
      .selectFrom('tickets')
      .innerJoin('people', 'people.x_user_id', 'tickets.customer_id')
      .select(['tickets.id', 'number', 'status', 'opened_at', 'newest_outbound_at', 'username', 'followers'])
      .limit(50_000)
      .execute(),
  backup: (database, folder, round) => database.backUp(join(folder, `backup-${round}.db`)),
}

const executor = (long: Database['long']) => ({ getExecutor: () => long.getExecutor() })

/** Measures in a folder of its own below `folder`. */
export async function stall(folder: string): Promise<Figure> {
  const own = mkdtempSync(join(folder, 'stall-'))
  try {
    const file = join(own, 'base.db')
    await grow(file, stored, 0)
    const database = open(file, () => {})
    const copies = join(own, 'copies')
    mkdirSync(copies)
    const longest = new Map<string, number[]>()
    for (let round = 0; round <= rounds; round++)
      for (const [name, work] of Object.entries(works)) {
        const ms = await longestDelay(() => work(database, copies, round))
        // The first round also starts the thread.
        if (round > 0) longest.set(name, [...(longest.get(name) ?? []), ms])
      }
    await database.close()
    const medians = [...longest].map(([name, values]) => [name, rounded(median(values))] as const)
    return {
      line: {
        name: 'stall',
        value: Math.max(...medians.map(([, ms]) => ms)),
        unit: 'ms',
        goal,
        runs: rounds,
        floor: 'none: the longest delay of the event loop itself',
      },
      notes: [medians.map(([name, ms]) => `${name} ${ms} ms`).join(', ')],
    }
  } finally {
    rmSync(own, { recursive: true })
  }
}

/** The longest delay beyond the timer's own millisecond while `work` runs, ms. */
async function longestDelay(work: () => Promise<unknown>): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  await work()
  delay.disable()
  return delay.max / 1e6
}
