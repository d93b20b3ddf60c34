/**
 * @file One source's chain of pages, newest first: what to ask next, where the cursor stands after a page, when the
 * chain is at its end and what it left open. Pure. A crash between two pages repeats work and never loses any:
 * `sinceId` moves only once everything above it is here, or a gap says what is not.
 *
 * [Note: Reading without since_id] since_id is known to leave posts out for good, and a post may appear below one that
 * is here already. So every chain begins a little below the newest known post while that one is young, and now and then
 * a chain goes back by time instead of by id: an hour, but never before midnight UTC of what was read that way already,
 * because X charges for a post once a UTC day. What is asked for twice is then free, and what was left out is found.
 */
import type { SourceKind } from '../../shared/domain/brand.ts'
import { compareXIds } from '../../shared/ids.ts'
import { idAt, idEarlier, instantOfId } from '../x/dates.ts'
import type { PageRequest } from '../x/gateway.ts'

/** The sources that are chains of their own; the others search for many subjects at once. */
export type ChainKind = Exclude<SourceKind, 'thread' | 'quotes' | 'stream'>

/** Where a source stands, as its row keeps it. */
export type Cursor = {
  /** Newest id that is safely here with everything below it, gaps apart. */
  sinceId: string | null
  /** An open chain goes on here … */
  resumeToken: string | null
  /** … began with this id … */
  chainTopId: string | null
  /** … has come down to this one … */
  chainBottomId: string | null
  /** … brought so many items … */
  chainItems: number
  /** … and goes back to this instant instead of to `sinceId`. */
  chainFromAt: number | null
  /** Everything X had up to this instant is here. */
  completeToAt: number | null
  /** The same, read without since_id. */
  deepToAt: number | null
}

const noChain = {
  resumeToken: null,
  chainTopId: null,
  chainBottomId: null,
  chainItems: 0,
  chainFromAt: null,
} as const

export const emptyCursor: Cursor = { ...noChain, sinceId: null, completeToAt: null, deepToAt: null }

/** A chain was begun and is not at its end. */
export const isOpen = ({ resumeToken, chainTopId }: Cursor): boolean =>
  resumeToken !== null || chainTopId !== null

/** A span of which nobody can say that it is here. */
export type Hole = { fromAt: number; toAt: number; why: 'horizon' | 'circle' }

/** Timelines lag: a post can appear up to this much later than one that was written after it. */
const overlapMs = 120_000

/** How often a source is read without since_id, and how far back. */
export const deepEveryMs = 15 * 60_000
const deepReachMs = 60 * 60_000

const dayMs = 86_400_000
/** X searches seven days back and shows thirty days of direct messages; a little less is safely inside. */
export const searchReachMs = 7 * dayMs - 5 * 60_000
const dmReachMs = 30 * dayMs - 5 * 60_000

/** X counts what it hides: a chain that brought nearly as many as X keeps may have met its end. */
const horizonItems: Partial<Record<ChainKind, number>> = { mentions: 760, posts: 3_040, list: 760 }

/** A chain that began this long ago may go on as if nothing had come since; the margins of `horizonItems` allow for it. */
const stillAtMostMs = 10 * 60_000

/** How much of the past the first reading takes at least: pages. What lies below, and before the promise, is nobody's. */
const firstPages: Record<ChainKind, number> = { mentions: 3, posts: 3, dms: 2, search: 1, list: 1 }

/** A chain longer than this makes room for others and then goes on. */
const longestRun = 30

/** Pages without an item, or without one that lies below the last, in a row: X is known to walk in circles. */
const idlePagesAtMost = 3

const postPage = 100

/** Lists of X's that take no since_id: read in small pages until something known comes. */
export const isStopping = (source: ChainKind): boolean => source === 'dms' || source === 'list'

/** Where to ask from: a little before the newest known post while others may still turn up below it. */
export function sinceWithOverlap({ sinceId, completeToAt }: Cursor): string | null {
  if (sinceId === null || completeToAt === null) return sinceId
  return completeToAt < instantOfId(sinceId) + overlapMs ? idEarlier(sinceId, overlapMs) : sinceId
}

/** Where a chain that goes by time begins; see [Note: Reading without since_id]. */
export function deepFrom(deepToAt: number, now: number): number {
  const midnight = Math.floor(now / dayMs) * dayMs
  return Math.min(deepToAt - overlapMs, Math.max(midnight, now - deepReachMs))
}

/** Begins a chain, or goes on with the open one. The hole is what X no longer shows. */
export function begun(source: ChainKind, cursor: Cursor, now: number): { cursor: Cursor; hole: Hole | null } {
  const { sinceId, completeToAt, deepToAt } = cursor
  // A chain that brought nothing yet has no top by which to tell how long it stood still: it begins again.
  if (isOpen(cursor) && cursor.chainTopId !== null) return { cursor, hole: null }
  if (completeToAt === null) return { cursor: { ...cursor, ...noChain }, hole: null }
  const reach = source === 'search' ? searchReachMs : source === 'dms' ? dmReachMs : null
  const edge = reach === null ? null : now - reach
  if (edge !== null && completeToAt < edge) {
    return {
      cursor: { ...cursor, ...noChain, chainFromAt: edge },
      hole: { fromAt: completeToAt - overlapMs, toAt: edge, why: 'horizon' },
    }
  }
  const isDeep = now - (deepToAt ?? completeToAt) >= deepEveryMs
  // X refuses a since_id beyond its reach: a search that found nothing for a week is asked by time.
  const isTooOld =
    source === 'search' && (sinceId === null || instantOfId(sinceId) - overlapMs < now - searchReachMs)
  const from = isDeep ? deepFrom(deepToAt ?? completeToAt, now) : isTooOld ? completeToAt - overlapMs : null
  return {
    cursor: { ...cursor, ...noChain, chainFromAt: from === null ? null : Math.max(from, edge ?? from) },
    hole: null,
  }
}

/**
 * What to ask X for.
 * @param likely what a list without since_id is likely to show
 */
export function requestOf(
  source: ChainKind,
  cursor: Cursor,
  run: ChainRun,
  likely: Likely = { fresh: 0, free: 0 },
): PageRequest {
  const token = cursor.resumeToken
  if (isStopping(source)) {
    const first = cursor.completeToAt === null ? 50 : firstPage(likely)
    return { token, max: Math.min(50, first * 2 ** Math.min(Math.max(0, run.pages - 1), 5)) }
  }
  // Under a token everything else stays as it was when the chain began; without one an open chain goes on by id.
  const untilId = token === null && cursor.chainBottomId !== null ? { untilId: cursor.chainBottomId } : {}
  const from =
    cursor.chainFromAt === null ? { sinceId: sinceWithOverlap(cursor) } : { startAt: cursor.chainFromAt }
  return { ...from, ...untilId, token, max: postPage }
}

/**
 * What a list without since_id shows first: items that are not here yet, then known ones. X charges for a known one too,
 * unless it was charged for on this UTC day: `free` of the newest were.
 */
export type Likely = { fresh: number; free: number }

/** The first known item ends the chain: no more of them are asked for than cost nothing, but one. */
const firstPage = ({ fresh, free }: Likely): number =>
  Math.max(1, Math.min(2 + Math.ceil(fresh), free + Math.floor(fresh)))

export type ChainRun = {
  /** When the first page of this chain was asked for; null when it began before the last start. */
  startedAt: number | null
  pages: number
  /** Pages in a row that led no further down. */
  idle: number
  tokens: ReadonlySet<string>
  /** The chain went on by id below this one, because its token led in a circle. */
  wentOnBelow: string | null
  /**
   * The chain stood still while newer items came. X counts what it keeps from the newest one down, so what was still to
   * be read may have slipped out of its sight, however few items the chain itself has brought.
   */
  stoodStill: boolean
  /** Since when a source that was never read is to be complete: its beginning, epoch ms. Null: nothing was promised. */
  promisedFrom: number | null
}

export const newRun = (cursor: Cursor, now: number, promisedFrom: number | null = null): ChainRun => ({
  startedAt: isOpen(cursor) ? null : now,
  pages: 0,
  idle: 0,
  tokens: new Set(cursor.resumeToken === null ? [] : [cursor.resumeToken]),
  wentOnBelow: cursor.resumeToken === null ? cursor.chainBottomId : null,
  stoodStill: cursor.chainTopId !== null && now - instantOfId(cursor.chainTopId) > stillAtMostMs,
  promisedFrom: cursor.completeToAt === null ? promisedFrom : null,
})

export type AfterPage = {
  cursor: Cursor
  run: ChainRun
  /** `rest`: not at the end, but others are to have their turn. */
  next: 'read-on' | 'rest' | 'end'
  /** What the chain could not show; told with the end. */
  hole: Hole | null
}

type PageIds = { ids: readonly string[]; nextToken: string | null }

/** Moves cursor and run over one page. `ids` are those of its items, in any order. */
export function afterPage(source: ChainKind, cursor: Cursor, run: ChainRun, page: PageIds): AfterPage {
  const below = page.ids.filter(
    (id) => cursor.chainBottomId === null || compareXIds(id, cursor.chainBottomId) < 0,
  )
  const walked: Cursor = {
    ...cursor,
    // X's tokens are known to lead back to its newest page: what came since lies above this chain, for the next one.
    chainTopId: cursor.chainTopId ?? page.ids.reduce<string | null>(later, null),
    chainBottomId: below.reduce<string | null>(earlier, cursor.chainBottomId),
    chainItems: cursor.chainItems + new Set(below).size,
  }
  const moved: ChainRun = {
    ...run,
    pages: run.pages + 1,
    idle: below.length === 0 ? run.idle + 1 : 0,
    tokens: page.nextToken === null ? run.tokens : new Set([...run.tokens, page.nextToken]),
  }
  // Asked by the instant, not by the id: a handle that had nothing at first may have very much next time.
  const isEnough =
    cursor.completeToAt === null && moved.pages >= firstPages[source] && reachedPromise(walked, run)
  if (isEnough || reachedKnown(source, cursor, page.ids)) return ended(walked, moved, null)
  if (page.nextToken === null) return ended(walked, moved, horizonHole(source, walked, moved))
  const bottom = walked.chainBottomId
  const isCircling = moved.idle >= idlePagesAtMost || run.tokens.has(page.nextToken)
  const mayGoById = !isStopping(source) && bottom !== null
  // Whoever went by id stays with it: a token belongs to all that it was asked with.
  const isById = run.wentOnBelow !== null
  if (!isCircling || (mayGoById && bottom !== run.wentOnBelow)) {
    const goesById = mayGoById && (isById || isCircling)
    return {
      next: moved.pages % longestRun === 0 ? 'rest' : 'read-on',
      cursor: { ...walked, resumeToken: goesById ? null : page.nextToken },
      run: goesById ? { ...moved, tokens: new Set(), wentOnBelow: bottom } : moved,
      hole: null,
    }
  }
  const toAt = bottom === null ? run.startedAt : instantOfId(bottom)
  const circled = ended(walked, moved, holeFrom(cursor, run, toAt, 'circle'))
  // The gap begins where the last reading ended; what since_id left out before lies below it, for another deep one.
  return { ...circled, cursor: { ...circled.cursor, deepToAt: cursor.deepToAt } }
}

/**
 * X no longer knows the token of an open chain: go on below what it brought, or begin at the top again where X takes no
 * until_id.
 */
export const restarted = (source: ChainKind, cursor: Cursor): Cursor =>
  isStopping(source) || cursor.chainBottomId === null
    ? { ...cursor, ...noChain }
    : { ...cursor, resumeToken: null }

function reachedKnown(source: ChainKind, cursor: Cursor, ids: readonly string[]): boolean {
  if (!isStopping(source)) return false
  const floor = cursor.chainFromAt === null ? sinceWithOverlap(cursor) : idAt(cursor.chainFromAt)
  return floor !== null && ids.some((id) => compareXIds(id, floor) <= 0)
}

/** The first reading may come long after the beginning, and much may have been written meanwhile. */
function reachedPromise({ chainBottomId }: Cursor, { promisedFrom }: ChainRun): boolean {
  if (promisedFrom === null) return true
  return chainBottomId !== null && instantOfId(chainBottomId) <= promisedFrom - overlapMs
}

/** A hole that was none costs nothing to close: a search is charged for what it finds. */
function horizonHole(source: ChainKind, cursor: Cursor, run: ChainRun): Hole | null {
  const horizon = horizonItems[source]
  if (horizon === undefined || cursor.chainBottomId === null) return null
  if (cursor.chainItems < horizon && !run.stoodStill) return null
  return holeFrom(cursor, run, instantOfId(cursor.chainBottomId), 'horizon')
}

/** What a chain set out to read and did not: it begins where the chain did, a little below what is here; see `overlapMs`. */
function holeFrom(cursor: Cursor, run: ChainRun, toAt: number | null, why: Hole['why']): Hole | null {
  const { chainFromAt } = cursor
  const owedFrom = cursor.completeToAt ?? run.promisedFrom
  if (owedFrom === null || toAt === null) return null
  const fromAt = Math.min(chainFromAt ?? owedFrom, owedFrom - overlapMs)
  return toAt <= fromAt ? null : { fromAt, toAt, why }
}

function ended(cursor: Cursor, run: ChainRun, hole: Hole | null): AfterPage {
  const { chainTopId: top, sinceId, completeToAt, deepToAt } = cursor
  const readTo = run.startedAt ?? (top === null ? completeToAt : instantOfId(top))
  const complete = readTo === null ? completeToAt : Math.max(readTo, completeToAt ?? 0)
  const isDeep = cursor.chainFromAt !== null || completeToAt === null
  return {
    next: 'end',
    run,
    cursor: {
      ...noChain,
      sinceId: top === null ? sinceId : later(sinceId, top),
      completeToAt: complete,
      deepToAt: isDeep ? complete : deepToAt,
    },
    hole,
  }
}

function later(a: string | null, b: string): string {
  return a === null || compareXIds(a, b) < 0 ? b : a
}
function earlier(a: string | null, b: string): string {
  return a === null || compareXIds(a, b) > 0 ? b : a
}
