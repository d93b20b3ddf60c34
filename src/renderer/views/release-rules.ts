/** @file What of the release list may leave with others of its brand, and the keys of its decisions: pure. */
import type { Way } from '../commands/job.ts'
import type { HeldOfBrand, JobView, Release } from '../../shared/domain/outbox.ts'

/** Nothing older than this leaves but by a decision of its own, ms. */
const oldAfterMs = 10 * 60_000

/** The key of each decision, on the item that has the focus. */
export const releaseKeys: Readonly<Record<Release, string>> = {
  send: 's',
  reschedule: 'r',
  'to-draft': 't',
  drop: 'x',
}

/** Of one that X refused, or may have: what its buttons do, by their keys; the others have none. */
export const settleKeys: Readonly<Partial<Record<Way, string>>> = {
  'was-sent': 'y',
  'send-again': 's',
  'to-draft': 't',
  drop: 'x',
  'open-on-x': 'o',
}

/** Whether the moment that a message was written for is over. */
export const isOld = (job: JobView, now: number): boolean =>
  now - (job.scheduledAt ?? job.createdAt) > oldAfterMs

/** The messages of a brand that may leave together: recent ones about which nothing is to be asked. */
export const plainOnes = ({ jobs }: HeldOfBrand, now: number): JobView[] =>
  jobs
    .filter(({ job, asks }) => job.state === 'stopped' && asks.length === 0 && !isOld(job, now))
    // What was scheduled for later keeps its time: sending it now was never meant.
    .filter(({ job }) => job.scheduledAt === null || job.scheduledAt <= now)
    .map(({ job }) => job)

/** The stopped messages that somebody still must decide about. */
export const undecided = ({ jobs }: HeldOfBrand): number =>
  jobs.filter(({ job }) => job.state === 'stopped').length
