/**
 * @file Reads one chain of pages of one handle: each page with its people, its rows and its cursor in one transaction.
 * What X did not show is written down with the cursor that moves past it.
 */
import type { Clock } from '../../shared/clock.ts'
import { Failure } from '../../shared/errors.ts'
import type { Database, Tx } from '../db/database.ts'
import type { Log } from '../log/log.ts'
import { isListenedTo, noteHits } from '../listening/hits.ts'
import type { DmRecord, PostRecord } from '../posts/records.ts'
import { instantOfId } from '../x/dates.ts'
import type { Page, PageRequest, XGateway } from '../x/gateway.ts'
import { compareXIds } from '../../shared/ids.ts'
import { must } from '../../shared/must.ts'
import { countByHour, noteArrivals } from './arrivals.ts'
import {
  afterPage,
  begun,
  isOpen,
  isStopping,
  newRun,
  requestOf,
  restarted,
  searchReachMs,
  type AfterPage,
  type ChainKind,
  type Cursor,
} from './chain.ts'
import { openGap } from './gaps.ts'
import type { Keeper } from './keeper.ts'
import { freeOf } from './free.ts'
import type { HourCount } from './rhythm.ts'
import { refOf, writeCursor, type SourceState } from './sources.ts'
import { watchQuotes } from './watched.ts'
import { askingFrom } from './x-clock.ts'

/** A source that is one chain of pages. */
export type ChainState = SourceState & { source: ChainKind }

export type Reader = {
  /**
   * Reads to the end, or until others are to have their turn.
   * @param fresh how many new items are likely
   * @param onCursor called after every commit, with what came
   * @throws Failure `x.*`, `vault.*`, `disk.*`; what was committed before stays
   */
  read(
    state: ChainState,
    fresh: number,
    onCursor: (cursor: Cursor, came: readonly HourCount[]) => void,
  ): Promise<'end' | 'rest'>
}

/** An empty look moves `complete_to_at` in memory alone, and in the database this often: it is not worth a write. */
const quietWriteMs = 60_000

type Got = { kind: 'posts'; page: Page<PostRecord> } | { kind: 'dms'; page: Page<DmRecord> }

export function sourceReader(deps: {
  database: Database
  gateway: XGateway
  keeper: Keeper
  clock: Clock
  log: Log
}): Reader {
  const { database, gateway, keeper, clock, log } = deps

  async function ask({ source, handle, listening }: ChainState, request: PageRequest): Promise<Got> {
    const query = (): string => must(listening?.query, 'what is listened to')
    switch (source) {
      case 'dms':
        return { kind: 'dms', page: await gateway.dms(handle.id, request) }
      case 'mentions':
        return { kind: 'posts', page: await gateway.mentions(handle.id, request) }
      case 'posts':
        return { kind: 'posts', page: await gateway.ownPosts(handle.id, request) }
      case 'search':
        return { kind: 'posts', page: await gateway.search(handle.id, query(), request) }
      case 'list':
        return { kind: 'posts', page: await gateway.list(handle.id, query(), request) }
    }
  }

  /** Null: X refused where this chain stands, and it begins elsewhere. */
  async function askOrTurn(state: ChainState, cursor: Cursor, request: PageRequest): Promise<Got | Cursor> {
    try {
      return await ask(state, request)
    } catch (error) {
      if (!(error instanceof Failure && error.is('x.refused') && error.data.reason === 'invalid-request'))
        throw error
      const { source, handle } = state
      if (cursor.resumeToken !== null) {
        log.warn('sync.token-refused', { handleId: handle.id, source })
        return restarted(source, cursor)
      }
      // since_id is taken for seven days only; by X's clock they may be over before they are by ours.
      if (source !== 'search' || !request.sinceId) throw error
      log.warn('sync.since-refused', { handleId: handle.id, source })
      return { ...cursor, chainFromAt: clock.now() - searchReachMs }
    }
  }

  async function read(...[state, fresh, onCursor]: Parameters<Reader['read']>): Promise<'end' | 'rest'> {
    const { source, handle } = state
    const asking = askingFrom(clock)
    let { cursor, hole } = begun(source, state.cursor, asking.at)
    let run = newRun(cursor, asking.at, state.beganAt)
    const free = isStopping(source) ? await freeOf(database.read, state, asking.at) : 0
    for (;;) {
      const got = await askOrTurn(state, cursor, requestOf(source, cursor, run, { fresh, free }))
      if ('sinceId' in got) {
        cursor = got
        // Pages that led nowhere still count: a server that refuses each of its own tokens must not hold us.
        run = { ...newRun(cursor, clock.now(), state.beganAt), idle: run.idle, pages: run.pages }
        continue
      }
      const { page } = got
      if (run.pages === 0 && run.startedAt === asking.at) run = { ...run, startedAt: asking.afterAnswer() }
      if (page.unreadable > 0)
        log.warn('sync.unreadable', { handleId: handle.id, source, items: page.unreadable })
      const ids = got.kind === 'dms' ? got.page.items.map(({ id }) => id) : got.page.items.map(latestId)
      const after = afterPage(source, cursor, run, { ids, nextToken: page.nextToken })
      const came = countByHour(newerThan(ids, cursor.sinceId).map(instantOfId), clock.now())
      if (hole !== null || (await isWorthWriting(state, cursor, after, ids.length)))
        await keep(state, got, after, came, hole)
      hole = null
      cursor = after.cursor
      run = after.run
      onCursor(cursor, came)
      if (after.next !== 'read-on') return after.next
    }
  }

  async function isWorthWriting(
    state: ChainState,
    before: Cursor,
    after: AfterPage,
    items: number,
  ): Promise<boolean> {
    const moved = before.sinceId !== after.cursor.sinceId || isOpen(before) || isOpen(after.cursor)
    if (items > 0 || moved || after.hole || state.failure !== null || before.completeToAt === null)
      return true
    const row = await database.read
      .selectFrom('sources')
      .select('complete_to_at')
      .where('handle_id', '=', state.handle.id)
      .where('source', '=', state.source)
      .where('subject', '=', state.subject)
      .executeTakeFirst()
    return (after.cursor.completeToAt ?? 0) - (row?.complete_to_at ?? 0) >= quietWriteMs
  }

  function keep(
    state: ChainState,
    got: Got,
    after: AfterPage,
    came: readonly HourCount[],
    hole: AfterPage['hole'],
  ): Promise<void> {
    const { handle, source, listening } = state
    const ref = refOf(state)
    const move = (tx: Tx): void => {
      writeCursor(tx, ref, after.cursor)
      noteArrivals(tx, ref, came)
      for (const one of [hole, after.hole]) if (one) openGap(tx, ref, one)
    }
    if (got.kind === 'dms') return keeper.dms(handle, got.page, move)
    const via = source === 'dms' ? 'mentions' : source
    const isFirst = state.cursor.completeToAt === null
    return keeper.posts(handle, via, { ...got.page, isFirst }, (tx) => {
      if (listening && !isListenedTo(tx, listening)) return
      if (listening) noteHits(tx, listening.id, got.page.items, { isFirst })
      if (source === 'posts') watchQuotes(tx, handle, got.page.items)
      move(tx)
    })
  }

  return { read }
}

/** X speaks of the id of the version that it shows. */
const latestId = (post: PostRecord): string => post.latestId

const newerThan = (ids: readonly string[], sinceId: string | null): string[] =>
  ids.filter((id) => sinceId === null || compareXIds(id, sinceId) > 0)
