/**
 * @file `triage`: ms per message while core's own lane works off a backlog of 10,000, reads and writes included.
 * `ingest-triage`: p95 of a page of 100 posts from X's JSON text to committed rows while the lane looks at the pages
 * before, held against the same pages without it.
 */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from '../../src/core/db/database.ts'
import { triageEngine, type TriageEngine } from '../../src/core/triage/engine.ts'
import { silentLog, type TestHandle } from '../database.ts'
import { grow, open, shared, take } from './grow.ts'
import { median, rounded, type Figure } from './line.ts'
import type { Exchange } from './traffic.ts'

const backlog = 10_000
/** Pages of one run; the first ones only warm up. */
const warmPages = 5
const timedPages = 40
const runs = 5

const lane = (database: Database): TriageEngine =>
  triageEngine({ database, clock: shared.clock, log: silentLog, onLooked: () => {} })

/** Measures in a folder of its own below `folder`. */
export async function triage(folder: string): Promise<Figure> {
  const own = mkdtempSync(join(folder, 'triage-'))
  try {
    const file = join(own, 'backlog.db')
    await grow(file, backlog, 0)
    const database = open(file, () => {})
    const engine = lane(database)
    const cpuBefore = process.cpuUsage()
    const startedAt = performance.now()
    engine.start()
    await engine.idle()
    const ms = performance.now() - startedAt
    const cpu = process.cpuUsage(cpuBefore)
    const { n } = await database.read
      .selectFrom('triage_items')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
    await engine.stop()
    await database.close()
    if (n < backlog / 2) throw new Error(`only ${n} messages were looked at`)
    return {
      line: {
        name: 'triage',
        value: rounded(ms / n, 3),
        unit: 'ms',
        goal: 3,
        runs: 1,
        floor: `per message, reads and writes included, over the ${n} customer messages of ${backlog} posts`,
      },
      notes: [
        `${rounded(ms)} ms in all, of which ${rounded((cpu.user + cpu.system) / 1_000)} ms on a processor`,
      ],
    }
  } finally {
    rmSync(own, { recursive: true })
  }
}

/** Measures in a folder of its own below `folder`. */
export async function ingestTriage(folder: string): Promise<Figure> {
  const own = mkdtempSync(join(folder, 'ingest-triage-'))
  try {
    const base = join(own, 'base.db')
    const { us, exchanges } = await grow(base, backlog, warmPages + timedPages)
    await settle(base)
    const p95s: { on: number; off: number }[] = []
    for (let run = 0; run < runs; run++) {
      const measured = { on: 0, off: 0 }
      for (const which of run % 2 === 0 ? (['on', 'off'] as const) : (['off', 'on'] as const)) {
        const file = join(own, 'run.db')
        copyFileSync(base, file)
        measured[which] = await pages(file, us, exchanges, which === 'on')
        rmSync(file)
      }
      p95s.push(measured)
    }
    return {
      line: {
        name: 'ingest-triage',
        value: rounded(median(p95s.map(({ on, off }) => on / off))),
        unit: 'ratio',
        goal: 1.2,
        runs,
        floor: 'p95 of the same pages without triage',
      },
      notes: p95s.map(({ on, off }) => `p95 with ${rounded(on)} ms, without ${rounded(off)} ms`),
    }
  } finally {
    rmSync(own, { recursive: true })
  }
}

/** What stands there is looked at before anything is timed. */
async function settle(file: string): Promise<void> {
  const database = open(file, () => {})
  const engine = lane(database)
  engine.start()
  await engine.idle()
  await engine.stop()
  await database.close()
}

/** @returns the p95 of a page, ms */
async function pages(
  file: string,
  us: TestHandle,
  exchanges: readonly Exchange[],
  isOn: boolean,
): Promise<number> {
  let engine: TriageEngine | null = null
  const database = open(file, (ticketIds) => engine?.told(ticketIds))
  engine = isOn ? lane(database) : null
  engine?.start()
  await engine?.idle()
  const times: number[] = []
  for (const [number, { mentions }] of exchanges.entries()) {
    const startedAt = performance.now()
    await take(database, us, mentions, 'mentions')
    if (number >= warmPages) times.push(performance.now() - startedAt)
    // X's next answer comes over the wire: the lane gets a few turns, not the time to finish.
    for (let turn = 0; turn < 3; turn++) await new Promise<void>((resolve) => setImmediate(resolve))
  }
  await engine?.stop()
  await database.close()
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.floor(0.95 * (sorted.length - 1))] ?? 0
}
