/**
 * @file How often a source is read: pure. An empty answer of X's costs nothing, so what is saved here are requests,
 * which are limited, and the computer's battery; what costs is bounded by the budget.
 *
 * | what                                      | factor on the usual interval                               |
 * | ----------------------------------------- | ---------------------------------------------------------- |
 * | not on screen                             | × 2                                                        |
 * | not on screen, outside open hours         | × 2 more                                                   |
 * | not on screen, less than an item in 6 h   | × 2 more                                                   |
 * | an item or more is likely each time       | × ½                                                        |
 * | budget open, warn                         | –                                                          |
 * | budget slow                               | mentions, direct messages × 2; open tickets' threads –; others × 4 |
 * | budget stopped                            | open tickets' threads –; others never, unless a person asks |
 * | the stream is healthy                     | mentions, direct messages: twelve minutes                  |
 * | X's limit                                 | never more often than it allows to all that share it       |
 *
 * Whatever comes together: an hour at most, so that nothing is forgotten.
 */
import type { PolledKind } from './sources.ts'

/** Where a budget stands. `warn`: four fifths are spent. `slow`: all of it. `stopped`: a limit that the user set. */
export type BudgetLevel = 'open' | 'warn' | 'slow' | 'stopped'

/** One source, as far as its interval goes. */
export type PacedSource = {
  handleId: string
  source: PolledKind
  /** How many requests one reading takes. */
  requests: number
  budget: BudgetLevel
  /** X tells by itself what happens to this handle. */
  isStreaming: boolean
  isOnScreen: boolean
  isOpenHours: boolean
  /** Items an hour of late; null while that is not known. */
  perHour: number | null
}

export type Intervals = Record<PolledKind, number>

/** How often each source is read by X, ms, before what the table says. */
export const liveIntervals: Intervals = {
  mentions: 60_000,
  dms: 90_000,
  posts: 120_000,
  thread: 120_000,
  quotes: 600_000,
  search: 300_000,
  list: 300_000,
}

/** A loopback server costs nothing, but it has X's limits: direct messages stay within 15 in 15 minutes. */
export const loopbackIntervals: Intervals = {
  mentions: 5_000,
  dms: 62_000,
  posts: 15_000,
  thread: 30_000,
  quotes: 60_000,
  search: 30_000,
  list: 30_000,
}

const quarterMs = 15 * 60_000
const hourMs = 60 * 60_000

/** Nothing waits longer than this but for a failure or for money. */
export const longestIntervalMs = hourMs

/** While the stream is healthy, reading only proves that it left nothing out. */
const completenessMs = 12 * 60_000

/** Kinds that share a route of X's, and what is used of its requests in a quarter of an hour; the rest is for people. */
const routes: Record<PolledKind, { route: string; perQuarter: number }> = {
  mentions: { route: 'mentions', perQuarter: 270 },
  dms: { route: 'dms', perQuarter: 14.5 },
  posts: { route: 'posts', perQuarter: 600 },
  thread: { route: 'search', perQuarter: 240 },
  quotes: { route: 'search', perQuarter: 240 },
  search: { route: 'search', perQuarter: 240 },
  list: { route: 'list', perQuarter: 600 },
}

const slowed: Record<PolledKind, number> = {
  mentions: 2,
  dms: 2,
  posts: 4,
  thread: 1,
  quotes: 4,
  search: 4,
  list: 4,
}

/** Requests that one reading of everything takes, by handle and route. */
export type Demand = ReadonlyMap<string, number>

const demandKey = ({ handleId, source }: PacedSource): string => `${handleId} ${routes[source].route}`

export function demandOf(all: readonly PacedSource[]): Demand {
  const demand = new Map<string, number>()
  for (const source of all) {
    const key = demandKey(source)
    demand.set(key, (demand.get(key) ?? 0) + Math.max(1, source.requests))
  }
  return demand
}

/** The least interval at which this handle's sources on one route stay within X's limit, together. */
export const limitFloor = (source: PacedSource, demand: Demand): number =>
  Math.ceil(((demand.get(demandKey(source)) ?? 1) * quarterMs) / routes[source.source].perQuarter)

/**
 * How long to wait between two readings, ms; null for not at all.
 * @param floor what `limitFloor` says
 */
export function intervalOf(source: PacedSource, intervals: Intervals, floor: number): number | null {
  const { source: kind, budget, isStreaming, isOnScreen, isOpenHours, perHour } = source
  // What is owed an answer goes on as long as X lets it.
  if (budget === 'stopped' && kind !== 'thread') return null
  const usual = intervals[kind]
  let factor = 1
  if (!isOnScreen) {
    factor *= 2
    if (!isOpenHours) factor *= 2
    if (perHour !== null && perHour < 1 / 6) factor *= 2
  }
  if (perHour !== null && (perHour * usual) / hourMs >= 1) factor /= 2
  if (budget === 'slow') factor *= slowed[kind]
  const isTold = isStreaming && (kind === 'mentions' || kind === 'dms')
  const wanted = Math.max(usual * factor, isTold ? completenessMs : 0)
  return Math.max(floor, Math.min(wanted, longestIntervalMs))
}
