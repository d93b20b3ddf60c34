/**
 * @file Reads one source of one handle: page after page, each with its people, its rows and its cursor in one
 * transaction; then the posts that these name and that are not here yet.
 */
import type { Clock } from '../../shared/clock.ts'
import { Failure } from '../../shared/errors.ts'
import type { Database } from '../db/database.ts'
import type { Log } from '../log/log.ts'
import type { PeopleLookup } from '../people/lookup.ts'
import { keepPeople } from '../people/repo.ts'
import type { DmRecord, PostRecord } from '../posts/records.ts'
import type { Page, PageRequest, XGateway } from '../x/gateway.ts'
import { afterPage, newRun, requestOf, restarted, type Cursor } from './chain.ts'
import { ingestDms, ingestPosts } from './ingest.ts'
import { writeCursor, type SourceState } from './sources.ts'
import { dueWanted, settleWanted } from './wanted.ts'

export type Reader = {
  /**
   * Reads to the end, or until others are to have their turn. `onCursor` is called after every commit.
   * @throws Failure `x.*`, `vault.*`, `disk.*`; what was committed before stays
   */
  read(state: SourceState, onCursor: (cursor: Cursor) => void): Promise<'end' | 'rest'>
  /**
   * Looks up posts that are named and missing, and people of whom only the id is known. What X refuses here is told to
   * the log and put off: it must not stop a source that was read well.
   */
  lookUp(state: SourceState): Promise<void>
}

/** Parents of parents: each round is one step up a conversation. */
const roundsAtMost = 6

/** After a refused lookup a handle asks for no more of them for this long. */
const restMs = 60_000

/** An empty look moves `complete_to_at` in memory alone, and in the database this often: it is not worth a write. */
const quietWriteMs = 60_000

export function sourceReader(deps: {
  database: Database
  gateway: XGateway
  people: PeopleLookup
  clock: Clock
  log: Log
}): Reader {
  const { database, gateway, people, clock, log } = deps
  const turns = new Map<string, Promise<void>>()
  const restUntil = new Map<string, number>()

  async function page(state: SourceState, request: PageRequest): Promise<Page<PostRecord> | Page<DmRecord>> {
    const { source, handle } = state
    if (source === 'dms') return gateway.dms(handle.id, request)
    return source === 'mentions' ? gateway.mentions(handle.id, request) : gateway.ownPosts(handle.id, request)
  }

  async function read(state: SourceState, onCursor: (cursor: Cursor) => void): Promise<'end' | 'rest'> {
    const { source, handle } = state
    let cursor = state.cursor
    let run = newRun(cursor, clock.now())
    for (;;) {
      const got = await page(state, requestOf(source, cursor, run.pages)).catch((error: unknown) => {
        if (cursor.resumeToken === null || !tokenRefused(error)) throw error
        return null
      })
      if (got === null) {
        log.warn('sync.token-refused', { handleId: handle.id, source })
        cursor = restarted(cursor)
        run = newRun(cursor, clock.now())
        continue
      }
      if (got.unreadable > 0)
        log.warn('sync.unreadable', { handleId: handle.id, source, items: got.unreadable })
      const after = afterPage(source, cursor, run, { ids: got.items.map(pageId), nextToken: got.nextToken })
      if (await isWorthWriting(state, cursor, after.cursor, got.items.length))
        await commit(state, got, after.cursor)
      cursor = after.cursor
      run = after.run
      onCursor(cursor)
      if (after.next !== 'read-on') return after.next
    }
  }

  async function isWorthWriting(
    state: SourceState,
    before: Cursor,
    after: Cursor,
    items: number,
  ): Promise<boolean> {
    const moved = before.sinceId !== after.sinceId || before.resumeToken !== after.resumeToken
    if (items > 0 || moved || state.failure !== null || before.completeToAt === null) return true
    const row = await database.read
      .selectFrom('sources')
      .select('complete_to_at')
      .where('handle_id', '=', state.handle.id)
      .where('source', '=', state.source)
      .executeTakeFirst()
    return (after.completeToAt ?? 0) - (row?.complete_to_at ?? 0) >= quietWriteMs
  }

  async function commit(
    state: SourceState,
    got: Page<PostRecord> | Page<DmRecord>,
    cursor: Cursor,
  ): Promise<void> {
    const { source, handle } = state
    const authors = [...got.items.map(authorOf), ...got.included.map(authorOf)]
    const profiles = await people.profilesFor(handle.id, authors)
    await database.write((tx) => {
      keepPeople(tx, [...got.people, ...profiles.found], profiles.missingIds)
      const { included } = got
      if (source === 'dms') ingestDms(tx, { handle, events: got.items.filter(isDm), people: [] })
      else ingestPosts(tx, { handle, via: source, posts: got.items.filter(isPost), included, people: [] })
      writeCursor(tx, handle.id, source, cursor)
    })
  }

  /** One after the other for each handle: its three sources may end at the same moment, wanting the same posts. */
  async function lookUp(state: SourceState): Promise<void> {
    const { id } = state.handle
    const turn = (turns.get(id) ?? Promise.resolve()).then(() => lookUpNow(state))
    const settled = turn.then(
      () => undefined,
      () => undefined,
    )
    turns.set(id, settled)
    await turn
    if (turns.get(id) === settled) turns.delete(id)
  }

  async function lookUpNow(state: SourceState): Promise<void> {
    const { id } = state.handle
    if (clock.now() < (restUntil.get(id) ?? 0)) return
    try {
      await fetchWanted(state)
      await people.meetStrangers(id)
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      restUntil.set(id, error.is('x.rate-limited') ? error.data.resetAt : clock.now() + restMs)
      log.warn('sync.not-looked-up', { handleId: id, code: error.code })
    }
  }

  async function fetchWanted({ handle }: SourceState): Promise<void> {
    for (let round = 0; round < roundsAtMost; round++) {
      const ids = await dueWanted(database.read, handle.id, clock.now())
      if (ids.length === 0) break
      const { found, missing } = await gateway.posts(handle.id, ids)
      const profiles = await people.profilesFor(handle.id, found.map(authorOf))
      await database.write((tx) => {
        keepPeople(tx, profiles.found, profiles.missingIds)
        ingestPosts(tx, { handle, via: 'lookup', posts: found, included: [], people: [] })
        settleWanted(tx, handle.id, ids, missing)
      })
    }
  }

  return { read, lookUp }
}

/** X speaks of the id of the version that it shows. */
const pageId = (item: PostRecord | DmRecord): string => (isPost(item) ? item.latestId : item.id)
const authorOf = (item: PostRecord | DmRecord): string => (isPost(item) ? item.authorId : item.senderId)
const isPost = (item: PostRecord | DmRecord): item is PostRecord => 'latestId' in item
const isDm = (item: PostRecord | DmRecord): item is DmRecord => !('latestId' in item)

function tokenRefused(error: unknown): boolean {
  return error instanceof Failure && error.is('x.refused') && error.data.reason === 'invalid-request'
}
