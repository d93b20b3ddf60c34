/**
 * @file A workspace database of any size, grown through core's own ingest, and what its brand gets next.
 */
import { openDatabase, type Database, type Tx } from '../../src/core/db/database.ts'
import { afterPage, emptyCursor, newRun } from '../../src/core/sync/chain.ts'
import { ingestPosts } from '../../src/core/sync/ingest.ts'
import { writeCursor } from '../../src/core/sync/sources.ts'
import { postPage } from '../../src/core/x/shapes.ts'
import { addHandle, longThread, silentLog, testKey, testStart, type TestHandle } from '../database.ts'
import { fakeClock } from '../fake-clock.ts'
import { traffic, type Exchange } from './traffic.ts'

/** So many pages are taken in at once while a database is filled. */
const pagesAtOnce = 10

/** What every opening of such a file shares. */
export const shared = {
  workspaceId: 'bench',
  xOrigin: 'http://127.0.0.1:1',
  clock: fakeClock(testStart),
  log: silentLog,
  longThread,
}

/** Opens it as core does. @param onCommit called with the tickets that a commit touched */
export const open = (file: string, onCommit: (ticketIds: readonly string[]) => void): Database =>
  openDatabase({ ...shared, file, key: testKey, onCommit: ({ ticketIds }) => onCommit(ticketIds) })

/** Takes one answer of X's in, as sync does. */
export const take = (
  database: Database,
  us: TestHandle,
  json: string,
  via: 'mentions' | 'posts',
): Promise<void> => database.write((tx) => takeIn(tx, us, json, via))

function takeIn(tx: Tx, us: TestHandle, json: string, via: 'mentions' | 'posts'): void {
  const page = postPage(json)
  const ids = page.items.map((post) => post.latestId)
  const { cursor } = afterPage(via, emptyCursor, newRun(emptyCursor, testStart), {
    ids,
    nextToken: page.nextToken,
  })
  ingestPosts(tx, { handle: us, via, posts: page.items, included: page.included, people: page.people })
  writeCursor(tx, { handleId: us.id, source: via, subject: '' }, cursor)
}

/** A database with at least `stored` posts, and the `more` exchanges that come next. */
export async function grow(
  file: string,
  stored: number,
  more: number,
): Promise<{ us: TestHandle; exchanges: Exchange[] }> {
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
  return { us, exchanges: Array.from({ length: more }, () => source.next()) }
}
