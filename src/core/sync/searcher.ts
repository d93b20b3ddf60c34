/**
 * @file Searches for many subjects at once: conversations of open tickets, where replies no longer name the handle, and
 * quotes of own posts. Each subject remembers up to when it was searched.
 */
import type { Clock } from '../../shared/clock.ts'
import type { Database } from '../db/database.ts'
import type { Log } from '../log/log.ts'
import type { XGateway } from '../x/gateway.ts'
import { batchesOf, type Batch } from './batches.ts'
import { afterPage, begun, emptyCursor, newRun, requestOf, restarted, type Cursor } from './chain.ts'
import { Failure } from '../../shared/errors.ts'
import { openGap } from './gaps.ts'
import type { Keeper } from './keeper.ts'
import { refOf, writeCursor, type SourceState } from './sources.ts'
import { pruneWatched, watchedOf, writeWatched } from './watched.ts'
import { askingFrom } from './x-clock.ts'

export type SearchState = SourceState & { source: 'thread' | 'quotes' }

export type Searcher = {
  /**
   * Searches for all that is watched. `onEnd` gets the cursor, and how many searches it took.
   * @throws Failure `x.*`, `vault.*`, `disk.*`; subjects of batches that were read to their end keep their place
   */
  read(state: SearchState, onEnd: (cursor: Cursor, requests: number) => void): Promise<'end'>
}

/** A pass without anything to search moves `complete_to_at` in the database this often. */
const quietWriteMs = 60_000

export function subjectSearcher(deps: {
  database: Database
  gateway: Pick<XGateway, 'search'>
  keeper: Keeper
  clock: Clock
  log: Log
}): Searcher {
  const { database, gateway, keeper, clock, log } = deps

  async function search(state: SearchState, batch: Batch): Promise<number> {
    const { handle, source } = state
    const isFirst = state.cursor.completeToAt === null
    const asking = askingFrom(clock)
    let completeToAt = asking.at
    let cursor: Cursor = { ...emptyCursor, completeToAt: batch.startAt, chainFromAt: batch.startAt }
    let run = newRun(cursor, asking.at)
    for (let pages = 1; ; pages++) {
      const page = await gateway
        .search(handle.id, batch.query, requestOf('search', cursor, run), { stream: source })
        .catch((error: unknown) => {
          if (cursor.resumeToken === null || !isInvalid(error)) throw error
          log.warn('sync.token-refused', { handleId: handle.id, source })
          return null
        })
      if (page === null) {
        cursor = { ...restarted('search', cursor), chainFromAt: batch.startAt }
        continue
      }
      if (pages === 1) completeToAt = asking.afterAnswer()
      if (page.unreadable > 0)
        log.warn('sync.unreadable', { handleId: handle.id, source, items: page.unreadable })
      const after = afterPage('search', cursor, run, {
        ids: page.items.map(({ latestId }) => latestId),
        nextToken: page.nextToken,
      })
      const { next, hole } = after
      if (page.items.length > 0 || hole) {
        await keeper.posts(handle, source, { ...page, isFirst }, (tx) => {
          if (next === 'end') writeWatched(tx, handle.id, batch.subjects, completeToAt)
          if (hole) openGap(tx, refOf(state), hole)
        })
      } else if (next === 'end') {
        await database.write((tx) => writeWatched(tx, handle.id, batch.subjects, completeToAt))
      }
      if (next === 'end') return pages
      ;({ cursor, run } = after)
    }
  }

  return {
    async read(state, onEnd) {
      const { handle, source, cursor: before } = state
      const asking = askingFrom(clock)
      const { watched, waitingFrom } = await watchedOf(database.read, handle, source, asking.at)
      const { hole } = begun('search', before, asking.at)
      let requests = 0
      for (const batch of batchesOf(watched, handle.username, asking.at))
        requests += await search(state, batch)
      // X's clock is known to the second: two readings in one must not seem to lead back.
      const searchedTo = Math.min(asking.afterAnswer(), waitingFrom ?? Infinity)
      const completeToAt = Math.max(searchedTo, before.completeToAt ?? 0)
      const cursor: Cursor = { ...emptyCursor, completeToAt, deepToAt: completeToAt }
      const isQuiet = completeToAt - (before.completeToAt ?? 0) < quietWriteMs && state.failure === null
      if (!isQuiet || before.completeToAt === null)
        await database.write((tx) => {
          writeCursor(tx, refOf(state), cursor)
          if (hole && watched.length > 0) openGap(tx, refOf(state), hole)
          pruneWatched(tx, handle.id)
        })
      onEnd(cursor, requests)
      return 'end'
    },
  }
}

const isInvalid = (error: unknown): boolean =>
  error instanceof Failure && error.is('x.refused') && error.data.reason === 'invalid-request'
