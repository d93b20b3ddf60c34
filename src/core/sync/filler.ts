/**
 * @file Closes gaps by search, where a search can show what a time line no longer does, and only within its seven days.
 * A search is charged for what it finds; the gap narrows with every page, so that a crash repeats one.
 */
import type { Clock } from '../../shared/clock.ts'
import type { Database } from '../db/database.ts'
import type { Log } from '../log/log.ts'
import { instantOfId } from '../x/dates.ts'
import type { XGateway } from '../x/gateway.ts'
import { noteHits } from '../listening/hits.ts'
import { searchReachMs } from './chain.ts'
import { narrowGap, openGaps, type GapRow } from './gaps.ts'
import type { Keeper } from './keeper.ts'
import { refOf, type SourceState } from './sources.ts'

export type Filler = {
  /** Reads what is missing of one source. @throws Failure `x.*`, `disk.*`; what was filled by then stays filled */
  fill(state: SourceState): Promise<void>
}

/** A gap that could not be closed is tried again this much later. */
const restMs = 10 * 60_000

export function gapFiller(deps: {
  database: Database
  gateway: Pick<XGateway, 'search'>
  keeper: Keeper
  clock: Clock
  log: Log
}): Filler {
  const { database, gateway, keeper, clock, log } = deps
  const restUntil = new Map<string, number>()

  /** X's pages may lead in a circle here too: a page that does not narrow the gap ends the attempt. */
  async function fillOne(state: SourceState, query: string, gap: GapRow): Promise<void> {
    const { handle, source, listening } = state
    let toAt = gap.toAt
    for (;;) {
      const startAt = Math.max(gap.fromAt, clock.now() - searchReachMs)
      if (startAt >= toAt) return
      // X counts whole seconds, and the end is exclusive.
      const request = { startAt, endAt: toAt + 1_000, max: 100 }
      const page = await gateway.search(handle.id, query, request, { stream: source })
      const oldest = Math.min(...page.items.map(({ latestId }) => instantOfId(latestId)))
      const isEnd = page.nextToken === null
      const reached = isEnd ? startAt : Math.max(startAt, Math.min(toAt, oldest))
      await keeper.posts(handle, source === 'posts' ? 'posts' : 'search', page, (tx) => {
        if (listening) noteHits(tx, listening.id, page.items, { isFirst: false })
        narrowGap(tx, gap.id, reached)
      })
      if (isEnd) return
      if (reached >= toAt) {
        log.warn('sync.gap-stuck', { handleId: handle.id, source })
        return
      }
      toAt = reached
    }
  }

  return {
    async fill(state) {
      const query = fillQuery(state)
      if (query === null) return
      for (const gap of await openGaps(database.read, refOf(state))) {
        if (clock.now() < (restUntil.get(gap.id) ?? 0)) continue
        restUntil.set(gap.id, clock.now() + restMs)
        await fillOne(state, query, gap)
      }
    },
  }
}

/** What finds the posts of a source; null where no search does. */
function fillQuery({ source, handle, listening }: SourceState): string | null {
  if (source === 'mentions') return `@${handle.username} -from:${handle.username}`
  if (source === 'posts') return `from:${handle.username}`
  return source === 'search' ? (listening?.query ?? null) : null
}
