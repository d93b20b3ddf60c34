/**
 * @file What to read next, and when to look again: pure. Knows the order of needs and how many may start at once; how
 * often a source is read is told in intervals.ts. Knows no HTTP, no database and no timer.
 */
import { demandOf, intervalOf, limitFloor, type Intervals, type PacedSource } from './intervals.ts'
import type { PolledKind } from './sources.ts'

/** One source of one handle, as far as planning needs it. Instants on the workspace clock. */
export type PlanSource = PacedSource & {
  appId: string
  subject: string
  /** When it was read to the end last, well or not; null for never. */
  readAt: number | null
  /** After a failure: not before this. X's own reset where it named one. */
  notBefore: number | null
  /** A page chain was interrupted: it goes on as soon as it may. */
  interrupted: boolean
  /** A person asked for it. */
  asked: boolean
  running: boolean
}

/** An app without credits: one cheap read may try at that instant. */
export type PlanApp = { appId: string; outOfCredits: boolean; retryAt: number }

export type PlanInput = {
  now: number
  online: boolean
  sources: readonly PlanSource[]
  apps: readonly PlanApp[]
  intervals: Intervals
  /** How many reads may be under way at once. */
  width: number
  /** When the newest reads began, for as far back as `burst.spanMs`. */
  startedAt: readonly number[]
}

export type Step = { handleId: string; source: PolledKind; subject: string }
export type Plan = {
  steps: Step[]
  /** When planning is worth doing again; null when only an event can change anything. */
  wakeAt: number | null
}

/**
 * No more than `starts` reads begin within `spanMs`: after a sleep, an outage or a start everything is due at the same
 * moment, and X and the network are not to get it all at once.
 */
export const burst = { starts: 30, spanMs: 3_000 }

/** Reading own posts costs the least and finds the least new: it tries first whether credits are back. */
const cheapestFirst: readonly PolledKind[] = [
  'posts',
  'mentions',
  'dms',
  'list',
  'search',
  'thread',
  'quotes',
]

/** X closes nothing for longer than a day. */
const longestClosedMs = 25 * 3_600_000

/**
 * When this source is due; a failure puts it off, an interrupted chain or a person's wish does not wait. Null: not while
 * the budget is used up. Instants that lie ahead without reason come from a clock that was set back since: they must not
 * stop a source for days.
 * @param intervalMs null while the budget lets nothing through
 */
export function dueAt(source: PlanSource, intervalMs: number | null, now: number): number | null {
  if (intervalMs === null && !source.asked) return null
  const regular =
    source.readAt === null || source.asked || source.interrupted
      ? 0
      : Math.min(source.readAt, now) + (intervalMs ?? 0)
  const notBefore = source.notBefore ?? 0
  return Math.max(regular, notBefore > now + longestClosedMs ? 0 : notBefore)
}

type Due = { source: PlanSource; due: number }

/** The next steps, most needed first, and the next instant at which another one will be due. */
export function plan(input: PlanInput): Plan {
  if (!input.online) return { steps: [], wakeAt: null }
  const { now } = input
  const recent = input.startedAt.filter((at) => at > now - burst.spanMs && at <= now)
  const running = input.sources.filter((source) => source.running).length
  const mayStart = Math.max(0, burst.starts - recent.length)
  const free = Math.max(0, Math.min(input.width - running, mayStart))

  const all = duesOf(input)
  const need = ({ source, due }: Due): number[] => [source.asked ? 0 : 1, due]
  const ready = all.filter(({ due }) => due <= now).sort((a, b) => compare(need(a), need(b)))
  const steps = ready
    .slice(0, free)
    .map(({ source: { handleId, source, subject } }) => ({ handleId, source, subject }))
  const later = all.filter(({ due }) => due > now).map(({ due }) => due)
  // What is due but found no room needs no timer: the end of a running read plans again. Unless none may begin yet.
  if (ready.length > steps.length && steps.length === mayStart)
    later.push(Math.max(now + 1, Math.min(now, ...recent) + burst.spanMs))
  return { steps, wakeAt: later.length > 0 ? Math.min(...later) : null }
}

/** Everything that is not running, with the instant at which it is due; of an app without credits only what may try. */
function duesOf({ now, sources, apps, intervals }: PlanInput): Due[] {
  const out = new Map(apps.filter((app) => app.outOfCredits).map((app) => [app.appId, app]))
  const demand = demandOf(sources)
  const waiting = sources.flatMap((source): Due[] => {
    if (source.running) return []
    const due = dueAt(source, intervalOf(source, intervals, limitFloor(source, demand)), now)
    return due === null ? [] : [{ source, due }]
  })
  const probes = [...out.values()].flatMap((app): Due[] => {
    const isBusy = sources.some((source) => source.running && source.appId === app.appId)
    const own = waiting.filter(({ source }) => source.appId === app.appId)
    if (isBusy) return []
    // A person's wish is what they pressed; by itself only the cheapest that is due at that instant tries.
    const asked = own.find(({ source }) => source.asked)
    if (asked) return [asked]
    const at = Math.max(app.retryAt, Math.min(...own.map(({ due }) => due)))
    const cheapest = own
      .filter(({ due }) => due <= at)
      .sort((a, b) => cheapestFirst.indexOf(a.source.source) - cheapestFirst.indexOf(b.source.source))[0]
    return cheapest ? [{ source: cheapest.source, due: at }] : []
  })
  return [...waiting.filter(({ source }) => !out.has(source.appId)), ...probes]
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [place, value] of a.entries()) {
    const difference = value - (b[place] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

/** Ten minutes at most: longer, and an agent thinks that it has given up. */
const longestWaitMs = 10 * 60_000

/**
 * How long to wait after so many failures in a row: doubling from five seconds, plus up to a third by `random` (0 ≤ x <
 * 1) so that brands do not come back all at once.
 */
export function backoffMs(failures: number, random: number): number {
  const base = Math.min(longestWaitMs, 5_000 * 2 ** Math.min(Math.max(failures, 1) - 1, 20))
  return Math.round(base + (base / 3) * random)
}
