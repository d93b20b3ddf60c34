/**
 * @file What to read next, and when to look again: pure. Knows intervals and the order of needs; knows no HTTP, no
 * database and no timer.
 */
import type { SourceKind } from '../../shared/domain/brand.ts'

/** One source of one handle, as far as planning needs it. Instants on the workspace clock. */
export type PlanSource = {
  handleId: string
  appId: string
  source: SourceKind
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
}

export type Step = { handleId: string; source: SourceKind }
export type Plan = {
  steps: Step[]
  /** When planning is worth doing again; null when only an event can change anything. */
  wakeAt: number | null
}

export type Intervals = Record<SourceKind, number>

/**
 * How often each source is read, ms. X allows 15 reads of direct messages in 15 minutes, 300 of mentions: 75 s leaves
 * room for looks that the outbox and a person need.
 */
export const liveIntervals: Intervals = { mentions: 60_000, dms: 75_000, posts: 120_000 }

/** A loopback server costs nothing, but it has X's limits: direct messages stay within 15 in 15 minutes. */
export const loopbackIntervals: Intervals = { mentions: 5_000, dms: 62_000, posts: 15_000 }

/** Reading own posts costs the least and finds the least new: it tries first whether credits are back. */
const cheapestFirst: readonly SourceKind[] = ['posts', 'mentions', 'dms']

/** X closes nothing for longer than a day. */
const longestClosedMs = 25 * 3_600_000

/**
 * When this source is due; a failure puts it off, an interrupted chain or a person's wish does not wait. Instants that
 * lie ahead without reason come from a clock that was set back since: they must not stop a source for days.
 */
export function dueAt(source: PlanSource, intervals: Intervals, now: number): number {
  const regular =
    source.readAt === null || source.asked || source.interrupted
      ? 0
      : Math.min(source.readAt, now) + intervals[source.source]
  const notBefore = source.notBefore ?? 0
  return Math.max(regular, notBefore > now + longestClosedMs ? 0 : notBefore)
}

/** The next steps, most needed first, and the next instant at which another one will be due. */
export function plan(input: PlanInput): Plan {
  if (!input.online) return { steps: [], wakeAt: null }
  const { now, intervals } = input
  const free = input.width - input.sources.filter((source) => source.running).length
  const out = new Map(input.apps.filter((app) => app.outOfCredits).map((app) => [app.appId, app]))

  const waiting = input.sources
    .filter((source) => !source.running)
    .map((source) => ({ source, due: dueAt(source, intervals, now) }))
  const paid = waiting.filter(({ source }) => !out.has(source.appId))
  const probes = [...out.values()].flatMap((app) => {
    const busy = input.sources.some((source) => source.running && source.appId === app.appId)
    const own = waiting.filter(({ source }) => source.appId === app.appId)
    // A person's wish is what they pressed; by itself only the cheapest that is due at that instant tries.
    const asked = own.find(({ source }) => source.asked)
    if (busy) return []
    if (asked) return [asked]
    const at = Math.max(app.retryAt, Math.min(...own.map(({ due }) => due)))
    const cheapest = own
      .filter(({ due }) => due <= at)
      .sort((a, b) => cheapestFirst.indexOf(a.source.source) - cheapestFirst.indexOf(b.source.source))[0]
    return cheapest ? [{ source: cheapest.source, due: at }] : []
  })

  const all = [...paid, ...probes]
  const need = ({ source, due }: (typeof all)[number]): number[] => [source.asked ? 0 : 1, due]
  const ready = all.filter(({ due }) => due <= now).sort((a, b) => compare(need(a), need(b)))
  const steps = ready
    .slice(0, Math.max(0, free))
    .map(({ source }) => ({ handleId: source.handleId, source: source.source }))
  const later = all.filter(({ due }) => due > now).map(({ due }) => due)
  // What is due but found no room needs no timer: the end of a running read plans again.
  return { steps, wakeAt: later.length > 0 ? Math.min(...later) : null }
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
