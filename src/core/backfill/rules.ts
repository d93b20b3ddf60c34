/**
 * @file Reading a handle's past, newest first: what to ask next, where the chain stands after a page, what it costs and
 * what it may be expected to cost. Pure.
 *
 * [Note: No hole at the seam] A handle's sources are read above `idAt(owedFrom(connected))`, its past strictly below the
 * id after it: every item is on one side. The past is asked for by an id from above, so that a page read twice brings
 * nothing new, and what X refuses to page on is begun again below the oldest item that is here.
 */
import type { BackfillDays, BackfillPrice, BackfillSource } from '../../shared/domain/backfill.ts'
import { priceOf } from '../../shared/domain/prices.ts'
import { compareXIds } from '../../shared/ids.ts'
import { owedFrom } from '../tickets/rules.ts'
import { idAt } from '../x/dates.ts'
import type { PageRequest } from '../x/gateway.ts'

const dayMs = 86_400_000

/** X keeps this many of the newest; a chain that ends near it was ended by X, not by the chosen depth. */
export const horizonOf: Record<BackfillSource, number | null> = { mentions: 800, posts: 3_200, dms: null }
/** Pages lose what was deleted or hidden, so X's end comes a little before its number. */
const nearHorizon = 0.95

/** The largest page that X gives. */
const pageSize = 100

/**
 * X allows 15 looks at direct messages in 15 minutes and handle, and reading what is new takes twelve of them: the past
 * gets the other three.
 */
export const dmPauseMs = 5 * 60_000

/** Where a chain begins: at the first id below what the handle's sources read. @param connectedAt epoch ms */
export const topOf = (connectedAt: number): string => (BigInt(idAt(owedFrom(connectedAt))) + 1n).toString()

/** Where a chain stands, as its row keeps it. */
export type Chain = {
  /** The chain asks for what is below this id. */
  untilId: string
  /** X's name for the next page; null at the beginning. */
  token: string | null
  /** The oldest item that is here. */
  reachedId: string | null
  /** Back to here, epoch ms. */
  fromAt: number
  items: number
}

/** What to ask X for. Direct messages have neither ids nor times to ask by: their chain always begins at the top. */
export function requestOf(source: BackfillSource, chain: Chain): PageRequest {
  if (source === 'dms') return { token: chain.token, max: pageSize }
  return { untilId: chain.untilId, startAt: chain.fromAt, token: chain.token, max: pageSize }
}

/** What a page held, as far as the chain needs it. */
export type Paged = { ids: readonly string[]; oldestAt: number | null; nextToken: string | null }

/** What this run has seen of a chain, for servers that walk in circles. */
export type Trail = { tokens: ReadonlySet<string>; empty: number }
export const newTrail: Trail = { tokens: new Set(), empty: 0 }

/** Page after page of nothing is a circle: X is known to walk in some. */
const emptyAtMost = 3

/**
 * Moves a chain over one page. `ended`: X has no more, or the depth is reached. `lost`: X's pages lead nowhere, so that
 * the chain ends here although there may be more.
 */
export function afterPage(
  source: BackfillSource,
  chain: Chain,
  trail: Trail,
  page: Paged,
): { chain: Chain; trail: Trail; next: 'read-on' | 'ended' | 'lost' } {
  const { ids, oldestAt, nextToken } = page
  const oldest = ids.reduce<string | null>(
    (low, id) => (low === null || compareXIds(id, low) < 0 ? id : low),
    chain.reachedId,
  )
  const moved: Chain = {
    ...chain,
    token: nextToken,
    reachedId: oldest,
    items: chain.items + ids.length,
  }
  const empty = ids.length === 0 ? trail.empty + 1 : 0
  const isDeepEnough = source === 'dms' && oldestAt !== null && oldestAt < chain.fromAt
  if (nextToken === null || isDeepEnough) return { chain: { ...moved, token: null }, trail, next: 'ended' }
  if (!trail.tokens.has(nextToken) && empty < emptyAtMost)
    return { chain: moved, trail: { tokens: new Set([...trail.tokens, nextToken]), empty }, next: 'read-on' }
  const again = restarted(source, moved)
  const isStuck = source === 'dms' || again.untilId === chain.untilId
  return { chain: again, trail: newTrail, next: isStuck ? 'lost' : 'read-on' }
}

/** X no longer knows the token of a chain: it begins anew below the oldest item that is here. */
export const restarted = (source: BackfillSource, chain: Chain): Chain => ({
  ...chain,
  token: null,
  untilId: source === 'dms' ? chain.untilId : (chain.reachedId ?? chain.untilId),
})

/**
 * Whether X's own limit ended a chain, not the depth. @param newer items of the same list above the chain's beginning
 */
export function hitHorizon(source: BackfillSource, items: number, newer: number): boolean {
  const horizon = horizonOf[source]
  return horizon !== null && items + newer >= horizon * nearHorizon
}

/** What is known when a price is asked for. */
export type Known = {
  ownsApp: boolean
  /** What the last day before now brought. */
  day: { mentions: number; posts: number; dms: number; authors: number }
  /** X's own count of the six days before that, where X could be asked. */
  counted: { mentions: number; posts: number } | null
}

/** X counts seven days back; the newest of them is here already. */
const countedDays = 6

/** What reading so many days back may be expected to bring: by X's count where there is one, else by the last day. */
export function priceOfPast(days: BackfillDays, { ownsApp, day, counted }: Known): BackfillPrice {
  const pastDays = days - 1
  const share = pastDays / countedDays
  const capped = (source: 'mentions' | 'posts', count: number): number =>
    Math.min(Math.round(count), Math.max(0, (horizonOf[source] ?? Infinity) - day[source]))
  const mentions = capped('mentions', counted ? counted.mentions * share : day.mentions * pastDays)
  const posts = capped('posts', counted ? counted.posts * share : day.posts * pastDays)
  const dms = day.dms * pastDays
  const written = day.mentions + day.dms
  // Nobody wrote today: then nearly every past message comes from somebody new.
  const people = Math.round((mentions + dms) * (written === 0 ? 1 : Math.min(1, day.authors / written)))
  return {
    days,
    mentions,
    posts,
    dms,
    people,
    micros:
      (mentions + posts) * priceOf[ownsApp ? 'owned-post' : 'post'] +
      dms * priceOf.dm +
      people * priceOf.person,
    counted: counted !== null,
  }
}

export const daysBefore = (now: number, days: number): number => now - days * dayMs
