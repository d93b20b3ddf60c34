/**
 * @file `ingest`: a page of 100 posts from X's JSON text to committed rows, full text, tickets and event, held against
 * bare INSERTs of the rows that this left in the tables (without the full-text index, which is ours to pay for).
 */
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { openConnection } from '../../src/core/db/connection.ts'
import { openDatabase, type Database } from '../../src/core/db/database.ts'
import { prepareFile } from '../../src/core/db/prepare-file.ts'
import { migrations } from '../../src/core/db/migrations.ts'
import { afterPage, emptyCursor, newRun } from '../../src/core/sync/chain.ts'
import { ingestPosts } from '../../src/core/sync/ingest.ts'
import { writeCursor } from '../../src/core/sync/sources.ts'
import { postPage } from '../../src/core/x/shapes.ts'
import { addHandle, longReader, silentLog, testKey, testStart, type TestHandle } from '../database.ts'
import { fakeClock } from '../fake-clock.ts'
import { bareInserts, catchUp, countsOf, recorder, type Written } from './bare-rows.ts'
import { median, rounded, type Figure } from './line.ts'
import { traffic, type Exchange } from './traffic.ts'

const goal = 4
const runs = 9
/** Pages of customers' posts in one run, each in a transaction of its own; the first ones only warm up. */
const warmPages = 6
const timedPages = 12
/** So many posts stand in both databases when a run begins. */
const storedBefore = 10_000

const shared = {
  workspaceId: 'bench',
  xOrigin: 'http://127.0.0.1:1',
  clock: fakeClock(testStart),
  log: silentLog,
  longReader,
}

/** Measures in a folder of its own below `folder`. */
export async function ingest(folder: string): Promise<Figure> {
  const own = mkdtempSync(join(folder, 'ingest-'))
  try {
    const base = join(own, 'base.db')
    const { us, exchanges } = await grow(base)
    const written = await record(base, join(own, 'record.db'), us, exchanges)
    const times = []
    // The first run also warms the program up, and is dropped.
    for (let run = 0; run <= runs; run++) times.push(await measure(base, own, us, exchanges, written))
    const kept = times.slice(1)
    const value = rounded(median(kept.map(({ ours, floor }) => ours / floor)))
    const perPage = (pick: 'ours' | 'floor'): string =>
      `${rounded(median(kept.map((time) => time[pick])) / timedPages)} ms`
    const floor =
      'bare prepared INSERTs of the same rows in one transaction, full text left out; same build, key and pragmas'
    return {
      line: { name: 'ingest', value, unit: 'ratio', goal, runs, floor },
      notes: [
        `ours ${perPage('ours')} a page, bare ${perPage('floor')}; runs ${kept.map(({ ours, floor: bare }) => rounded(ours / bare)).join(' ')}`,
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
async function take(
  database: Database,
  us: TestHandle,
  json: string,
  via: 'mentions' | 'posts',
): Promise<void> {
  const page = postPage(json)
  const ids = page.items.map((post) => post.latestId)
  const { cursor } = afterPage(via, emptyCursor, newRun(emptyCursor, testStart), {
    ids,
    nextToken: page.nextToken,
  })
  await database.write((tx) => {
    ingestPosts(tx, { handle: us, via, posts: page.items, included: page.included, people: page.people })
    writeCursor(tx, us.id, via, cursor)
  })
}

/** A database with history, and the pages that come next. */
async function grow(file: string): Promise<{ us: TestHandle; exchanges: Exchange[] }> {
  const database = open(file, () => {})
  const us = await addHandle(database, 'northwindair', '100200300')
  const source = traffic({ seed: 1, us, startAt: testStart - 14 * 86_400_000, stepMs: 60_000 })
  for (let posts = 0; posts < storedBefore;) {
    const { mentions, answers } = source.next()
    await take(database, us, mentions, 'mentions')
    await take(database, us, answers, 'posts')
    posts += postPage(mentions).items.length + postPage(answers).items.length
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
  const database = open(file, () => {})
  const reader = openConnection(file, testKey, 'read', () => {})
  const changes = recorder(reader)
  const written: Written[] = []
  for (const { mentions, answers } of exchanges) {
    await take(database, us, mentions, 'mentions')
    written.push(changes.takeNew())
    await take(database, us, answers, 'posts')
    written.push(changes.takeNew())
  }
  reader.close()
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
