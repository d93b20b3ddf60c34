/** @file Under what a post of a notice goes, where a notice stands, and when nobody having posted one is told. Pure. */
import type { NoticeKind, NoticeStanding } from '../../shared/domain/notice.ts'
import type { JobState } from '../../shared/domain/outbox.ts'
import { compareXIds } from '../../shared/ids.ts'

/** One post of a notice. `at`: when it leaves, or was meant to; `postId` null: X does not have it, or nobody knows its id. */
export type Step = { jobId: string; at: number; state: JobState; postId: string | null }

export type Under =
  | { kind: 'under'; postId: string }
  /** One that was to leave before it has not left. */
  | { kind: 'behind'; jobId: string; state: JobState }
  /** Nothing of its notice is at X. */
  | { kind: 'nothing' }

const isGone = (state: JobState): boolean => state === 'recalled' || state === 'dropped'

const isBefore = (one: Pick<Step, 'at' | 'jobId'>, other: Pick<Step, 'at' | 'jobId'>): boolean =>
  one.at < other.at || (one.at === other.at && one.jobId < other.jobId)

/**
 * What a post of a notice goes under: the newest of its chain at X, once nothing that was to leave earlier is undecided.
 * @param others the rest of its chain, in any order
 */
export function underOf(me: Pick<Step, 'at' | 'jobId'>, others: readonly Step[]): Under {
  const undecided = others.find((one) => isBefore(one, me) && one.state !== 'sent' && !isGone(one.state))
  if (undecided) return { kind: 'behind', jobId: undecided.jobId, state: undecided.state }
  const [newest] = others
    .flatMap(({ state, postId }) => (state === 'sent' && postId !== null ? [postId] : []))
    .toSorted((a, b) => compareXIds(b, a))
  return newest === undefined ? { kind: 'nothing' } : { kind: 'under', postId: newest }
}

/** States in which a post waits for somebody's word. */
const stuck: ReadonlySet<JobState> = new Set<JobState>(['refused', 'unsure', 'missed', 'stopped', 'ask'])

export function standingOf(posts: readonly { kind: NoticeKind; state: JobState }[]): NoticeStanding {
  if (posts.some(({ state }) => stuck.has(state))) return 'stuck'
  if (posts.some(({ kind, state }) => kind === 'all-clear' && state === 'sent')) return 'over'
  if (posts.some(({ state }) => state === 'sent')) return 'out'
  return posts.some(({ state }) => !isGone(state)) ? 'waiting' : 'gone'
}

/** Whether an update has something to stand under, now or later; where nothing has left: when the first one does. */
export function mayFollow(posts: readonly Step[]): { isOpen: boolean; notBefore: number | null } {
  const alive = posts.filter(({ state }) => !isGone(state))
  if (alive.length === 0) return { isOpen: false, notBefore: null }
  const isOut = alive.some(({ state }) => state === 'sent')
  return { isOpen: true, notBefore: isOut ? null : Math.min(...alive.map(({ at }) => at)) }
}

/** Of first posts, the newest first: one that is out or may leave before one that is neither. Null: there is none. */
export const newestLiving = <T extends { state: JobState }>(firsts: readonly T[]): T | null =>
  firsts.find(({ state }) => !untold.has(state)) ?? firsts[0] ?? null

/** A notice as far as troubles are concerned. `posts`: of its chain. */
export type Told = {
  incidentId: string | null
  createdAt: number
  posts: readonly { kind: NoticeKind; state: JobState }[]
}

/** Something that is wrong with a brand: an incident, or a spike that is none yet. */
export type Trouble = { id: string; incidentId: string | null; since: number }

/** A spike counts the last hour: it began so long before it was told of at most, and goes on so long after. */
export const spikeMs = 60 * 60_000
/** So long before a trouble was seen here, a notice may have told of it. */
const leadMs = 24 * 3_600_000
/** What X refused, or missed its time, tells nobody. */
const untold: ReadonlySet<JobState> = new Set<JobState>(['recalled', 'dropped', 'refused', 'missed'])

/**
 * Whether somebody told everybody, or is about to: a notice of this incident, or of an outage of this time. A spike has
 * no name: any outage that was told of since it began may be what it is about, over by now or not.
 */
export const isTold = (trouble: Trouble, notices: readonly Told[]): boolean =>
  notices.some(({ incidentId, createdAt, posts }) => {
    if (!posts.some(({ state }) => !untold.has(state))) return false
    const isSpike = trouble.incidentId === null
    if (incidentId !== null && !isSpike) return incidentId === trouble.incidentId
    if (!posts.some(({ kind, state }) => kind === 'outage' && !untold.has(state))) return false
    if (isSpike && createdAt >= trouble.since - spikeMs) return true
    return standingOf(posts) !== 'over' && createdAt >= trouble.since - leadMs
  })

/**
 * So long a trouble may go on before somebody is told that there is no notice. An agent needs some minutes to see what
 * it is and to ask the client; after a quarter of an hour customers take silence for not knowing.
 */
export const nudgeAfterMs = 15 * 60_000
/** A spike and an incident are the same trouble within so long, whatever it is called by then. */
export const sameTroubleMs = 6 * 3_600_000

/** That somebody was told of a trouble. */
export type Nudged = { about: string; at: number; isSpike: boolean }

/**
 * Of which trouble of a brand somebody is to be told now, and when the next one is due.
 * @param told of which troubles somebody was, when, and whether it was a spike · @returns `nextAt` Infinity: none is due by itself
 */
export function nudgeOf(
  troubles: readonly Trouble[],
  notices: readonly Told[],
  told: readonly Nudged[],
  now: number,
): { about: Trouble | null; nextAt: number } {
  const open = troubles.filter(
    (trouble) =>
      !isTold(trouble, notices) &&
      !told.some(
        ({ about, at, isSpike }) =>
          about === trouble.id ||
          // Another incident is news, unless the one before still goes on.
          ((isSpike !== (trouble.incidentId === null) || troubles.some(({ id }) => id === about)) &&
            at >= trouble.since - sameTroubleMs &&
            at <= trouble.since + sameTroubleMs),
      ),
  )
  const due = open.filter(({ since }) => since + nudgeAfterMs <= now)
  const later = open.filter(({ since }) => since + nudgeAfterMs > now)
  const oldest = due.toSorted((a, b) => a.since - b.since)[0] ?? null
  return { about: oldest, nextAt: Math.min(...later.map(({ since }) => since + nudgeAfterMs)) }
}
