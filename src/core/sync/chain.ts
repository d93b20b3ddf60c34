/**
 * @file One source's chain of pages, newest first: what to ask next, where the cursor stands after a page, when the
 * chain is at its end. Pure. A crash between two pages repeats work and never loses any: `sinceId` moves only once
 * everything above it is here.
 */
import type { SourceKind } from '../../shared/domain/brand.ts'
import { compareXIds } from '../../shared/ids.ts'
import { idEarlier, instantOfId } from '../x/dates.ts'
import type { PageRequest } from '../x/gateway.ts'

/** Where a source stands, as its row keeps it. */
export type Cursor = {
  /** Newest id that is safely here with everything below it. */
  sinceId: string | null
  /** An interrupted chain goes on here … */
  resumeToken: string | null
  /** … and began with this id. */
  chainTopId: string | null
  /** Everything X had up to this instant is here. */
  completeToAt: number | null
}

export const emptyCursor: Cursor = { sinceId: null, resumeToken: null, chainTopId: null, completeToAt: null }

/** Timelines lag: a post can appear up to this much later than one that was written after it. */
const overlapMs = 120_000

/** How much of the past the first reading of a handle takes. */
const firstPages: Record<SourceKind, number> = { mentions: 3, posts: 3, dms: 2 }

/** A chain longer than this makes room for others and then goes on. */
const longestRun = 30

/**
 * Direct messages have no since_id and cost a cent each, again after every midnight UTC: small pages, stop at the first
 * known one.
 */
const dmPage = 10
const dmCatchUpPage = 50
const postPage = 100

/** Where to ask from: a little before the newest known post while others may still turn up below it. */
export function sinceWithOverlap({ sinceId, completeToAt }: Cursor): string | null {
  if (sinceId === null || completeToAt === null) return sinceId
  return completeToAt < instantOfId(sinceId) + overlapMs ? idEarlier(sinceId, overlapMs) : sinceId
}

/** What to ask X for. `page` counts from 0 within this run. */
export function requestOf(source: SourceKind, cursor: Cursor, page: number): PageRequest {
  if (source === 'dms') {
    const max = cursor.completeToAt === null || page > 0 ? dmCatchUpPage : dmPage
    return { token: cursor.resumeToken, max }
  }
  return { sinceId: sinceWithOverlap(cursor), token: cursor.resumeToken, max: postPage }
}

export type ChainRun = {
  /** When the first page of this chain was asked for; null when it began before the last start. */
  startedAt: number | null
  pages: number
  /** Empty pages in a row. */
  empty: number
  tokens: ReadonlySet<string>
}

export const newRun = (cursor: Cursor, now: number): ChainRun => ({
  startedAt: cursor.resumeToken === null ? now : null,
  pages: 0,
  empty: 0,
  tokens: new Set(cursor.resumeToken === null ? [] : [cursor.resumeToken]),
})

export type AfterPage = {
  cursor: Cursor
  run: ChainRun
  /** `rest`: not at the end, but others are to have their turn. */
  next: 'read-on' | 'rest' | 'end'
}

/** Moves cursor and run over one page. `ids` are those of its items, in any order. */
export function afterPage(
  source: SourceKind,
  cursor: Cursor,
  run: ChainRun,
  page: { ids: readonly string[]; nextToken: string | null },
): AfterPage {
  const newest = page.ids.reduce<string | null>(later, cursor.chainTopId)
  const pages = run.pages + 1
  const empty = page.ids.length === 0 ? run.empty + 1 : 0
  const known = cursor.sinceId
  const reachedKnown =
    source === 'dms' && known !== null && page.ids.some((id) => compareXIds(id, known) <= 0)
  // Asked by the instant, not by the id: a handle that had nothing at first may have very much next time.
  const enough = cursor.completeToAt === null && pages >= firstPages[source]
  // A token that comes again, or page after page of nothing, is a circle: X is known to walk in some.
  const circling = empty >= 3 || (page.nextToken !== null && run.tokens.has(page.nextToken))
  if (page.nextToken === null || reachedKnown || enough || circling) {
    const completeToAt = run.startedAt ?? (newest === null ? cursor.completeToAt : instantOfId(newest))
    return {
      next: 'end',
      run: { ...run, pages, empty },
      cursor: {
        sinceId: newest === null ? known : later(known, newest),
        resumeToken: null,
        chainTopId: null,
        completeToAt:
          completeToAt === null ? cursor.completeToAt : Math.max(completeToAt, cursor.completeToAt ?? 0),
      },
    }
  }
  return {
    next: pages >= longestRun ? 'rest' : 'read-on',
    run: { ...run, pages, empty, tokens: new Set([...run.tokens, page.nextToken]) },
    cursor: { ...cursor, resumeToken: page.nextToken, chainTopId: newest },
  }
}

/** X no longer knows the token of an interrupted chain: begin at the top again; nothing below `sinceId` is lost. */
export const restarted = (cursor: Cursor): Cursor => ({ ...cursor, resumeToken: null, chainTopId: null })

function later(a: string | null, b: string): string {
  return a === null || compareXIds(a, b) < 0 ? b : a
}
