/**
 * @file `ingest`: a page of 100 posts from X's JSON text to committed rows, full text, tickets and event, held against
 * bare INSERTs of the rows that this left in the tables (without the full-text index, which is ours to pay for).
 * `ingest-growth`: the same ratio in a database a hundred times as large, held against that one.
 */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { openConnection } from '../../src/core/db/connection.ts'
import { prepareFile } from '../../src/core/db/prepare-file.ts'
import { migrations } from '../../src/core/db/migrations.ts'
import { testKey, type TestHandle } from '../database.ts'
import { bareInserts, catchUp, countsOf, noteWrites, recorder, type Written } from './bare-rows.ts'
import { grow, open, shared, take } from './grow.ts'
import { median, rounded, type Figure } from './line.ts'
import type { Exchange } from './traffic.ts'
import { timed } from './timed.ts'

/** Pages of customers' posts in one run, each in a transaction of its own; the first ones only warm up. */
const warmPages = 6
const timedPages = 12
/** So many posts stand in both databases when a run begins. */
const sizes = { small: 10_000, large: 1_000_000 }
/** A large database is copied anew for each run, too. */
const runs = { small: 9, large: 5 }

type Measured = { value: number; runs: number; notes: string[] }

const floor =
  'bare prepared INSERTs of the same rows in one transaction, full text left out; same build, key and pragmas'

/** Measures in a folder of its own below `folder`. */
export async function ingest(folder: string): Promise<Figure> {
  const { value, runs: counted, notes } = await ratioAt(folder, 'small')
  return { line: { name: 'ingest', value, unit: 'ratio', goal: 3, runs: counted, floor }, notes }
}

/** Measures both sizes in one run. */
export async function ingestGrowth(folder: string): Promise<Figure> {
  const small = await ratioAt(folder, 'small')
  const large = await ratioAt(folder, 'large')
  return {
    line: {
      name: 'ingest-growth',
      value: rounded(large.value / small.value),
      unit: 'ratio',
      goal: 1.3,
      runs: large.runs,
      floor: `the ingest ratio at ${sizes.small} stored posts; this one at ${sizes.large}`,
    },
    notes: [`ratio ${small.value} small, ${large.value} large`, ...small.notes, ...large.notes],
  }
}

async function ratioAt(folder: string, size: keyof typeof sizes): Promise<Measured> {
  const own = mkdtempSync(join(folder, 'ingest-'))
  try {
    const base = join(own, 'base.db')
    const { us, exchanges } = await grow(base, sizes[size], warmPages + timedPages)
    const written = await record(base, join(own, 'record.db'), us, exchanges)
    const times = []
    // The first run also warms the program up, and is dropped.
    for (let run = 0; run <= runs[size]; run++) times.push(await measure(base, own, us, exchanges, written))
    const kept = times.slice(1)
    const perPage = (pick: 'ours' | 'floor'): string =>
      `${rounded(median(kept.map((time) => time[pick])) / timedPages)} ms`
    return {
      value: rounded(median(kept.map(({ ours, floor: bare }) => ours / bare))),
      runs: kept.length,
      notes: [
        `at ${sizes[size]} posts ours ${perPage('ours')} a page, bare ${perPage('floor')}; runs ${kept.map(({ ours, floor: bare }) => rounded(ours / bare)).join(' ')}`,
        `rows of one page: ${countsOf(written.at(-2) ?? { changes: [] })}`,
      ],
    }
  } finally {
    rmSync(own, { recursive: true })
  }
}

/** What core writes for each answer: two per exchange. */
async function record(
  base: string,
  file: string,
  us: TestHandle,
  exchanges: readonly Exchange[],
): Promise<Written[]> {
  copyFileSync(base, file)
  const noting = openConnection(file, testKey, 'write', () => {})
  noteWrites(noting)
  const database = open(file, () => {})
  const changes = recorder(noting)
  const written: Written[] = []
  for (const { mentions, answers } of exchanges) {
    await take(database, us, mentions, 'mentions')
    written.push(changes.takeNew())
    await take(database, us, answers, 'posts')
    written.push(changes.takeNew())
  }
  noting.close()
  await database.close()
  return written
}

/** One run on fresh copies, page by page in turn; only customers' pages count, and only behind the warm ones. */
async function measure(
  base: string,
  folder: string,
  us: TestHandle,
  exchanges: readonly Exchange[],
  written: readonly Written[],
): Promise<{ ours: number; floor: number }> {
  const [ourFile, bareFile] = [join(folder, 'ours.db'), join(folder, 'bare.db')]
  for (const file of [ourFile, bareFile]) copyFileSync(base, file)
  let events = 0
  const database = open(ourFile, () => {
    events += 1
  })
  const bare = prepareFile({ ...shared, file: bareFile, key: testKey, migrations, onSlow: () => {} })
  const sum = { ours: 0, floor: 0 }
  for (const [number, { mentions, answers }] of exchanges.entries()) {
    const [posts, replies] = [written[number * 2], written[number * 2 + 1]]
    if (!posts || !replies) throw new Error('a page was not recorded')
    const insert = bareInserts(bare, posts)
    const measureOurs = () => timed(() => take(database, us, mentions, 'mentions'))
    const measureFloor = () => timed(insert)
    const first = number % 2 === 0 ? await measureOurs() : await measureFloor()
    const second = number % 2 === 0 ? await measureFloor() : await measureOurs()
    if (number >= warmPages) {
      sum.ours += number % 2 === 0 ? first : second
      sum.floor += number % 2 === 0 ? second : first
    }
    catchUp(bare, posts)
    await take(database, us, answers, 'posts')
    bareInserts(bare, replies)()
    catchUp(bare, replies)
  }
  if (events !== exchanges.length * 2) throw new Error(`${events} events for ${exchanges.length * 2} pages`)
  await database.close()
  bare.sqlite.pragma('wal_checkpoint(TRUNCATE)')
  bare.close()
  for (const file of [ourFile, bareFile]) rmSync(file)
  return sum
}
