/**
 * @file `ingest`: a page of 100 posts from X's JSON text to committed rows, full text, tickets and event, held against
 * bare INSERTs of the rows that this left in the tables (without the full-text index, which is ours to pay for).
 * `ingest-growth`: the same ratio in a database a hundred times as large, held against that one.
 */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { openConnection } from '../../src/core/db/connection.ts'
import { openDatabase, type Database, type Tx } from '../../src/core/db/database.ts'
import { prepareFile } from '../../src/core/db/prepare-file.ts'
import { migrations } from '../../src/core/db/migrations.ts'
import { afterPage, emptyCursor, newRun } from '../../src/core/sync/chain.ts'
import { ingestPosts } from '../../src/core/sync/ingest.ts'
import { writeCursor } from '../../src/core/sync/sources.ts'
import { postPage } from '../../src/core/x/shapes.ts'
import { addHandle, longReader, silentLog, testKey, testStart, type TestHandle } from '../database.ts'
import { fakeClock } from '../fake-clock.ts'
import { bareInserts, catchUp, countsOf, noteWrites, recorder, type Written } from './bare-rows.ts'
import { median, rounded, type Figure } from './line.ts'
import { traffic, type Exchange } from './traffic.ts'

/** Pages of customers' posts in one run, each in a transaction of its own; the first ones only warm up. */
const warmPages = 6
const timedPages = 12
/** So many pages are taken in at once while a database is filled. */
const pagesAtOnce = 10
/** So many posts stand in both databases when a run begins. */
const sizes = { small: 10_000, large: 1_000_000 }
/** A large database is copied anew for each run, too. */
const runs = { small: 9, large: 5 }

const shared = {
  workspaceId: 'bench',
  xOrigin: 'http://127.0.0.1:1',
  clock: fakeClock(testStart),
  log: silentLog,
  longReader,
}

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
    const { us, exchanges } = await grow(base, sizes[size])
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

const open = (file: string, onCommit: () => void): Database =>
  openDatabase({ ...shared, file, key: testKey, onCommit })

/** Takes one answer of X's in, as sync does. */
const take = (database: Database, us: TestHandle, json: string, via: 'mentions' | 'posts'): Promise<void> =>
  database.write((tx) => takeIn(tx, us, json, via))

function takeIn(tx: Tx, us: TestHandle, json: string, via: 'mentions' | 'posts'): void {
  const page = postPage(json)
  const ids = page.items.map((post) => post.latestId)
  const { cursor } = afterPage(via, emptyCursor, newRun(emptyCursor, testStart), {
    ids,
    nextToken: page.nextToken,
  })
  ingestPosts(tx, { handle: us, via, posts: page.items, included: page.included, people: page.people })
  writeCursor(tx, us.id, via, cursor)
}

/** A database with history, and the pages that come next. */
async function grow(file: string, stored: number): Promise<{ us: TestHandle; exchanges: Exchange[] }> {
  const database = open(file, () => {})
  const us = await addHandle(database, 'northwindair', '100200300')
  const source = traffic({ seed: 1, us, startAt: testStart - 14 * 86_400_000, stepMs: 60_000 })
  for (let posts = 0; posts < stored;) {
    await database.write((tx) => {
      for (let page = 0; page < pagesAtOnce; page++) {
        const { mentions, answers } = source.next()
        takeIn(tx, us, mentions, 'mentions')
        takeIn(tx, us, answers, 'posts')
      }
    })
    const { n } = await database.read
      .selectFrom('posts')
      .select((select) => select.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
    posts = n
  }
  await database.close()
  return { us, exchanges: Array.from({ length: warmPages + timedPages }, () => source.next()) }
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

async function timed(work: () => Promise<void> | void): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}
