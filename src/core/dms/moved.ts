/**
 * @file Whether the direct messages of a handle may have moved to X Chat, where core cannot read them. Pure. X tells
 * nobody: the legacy endpoints just stay empty, so that silence must not look like calm.
 */

import type { MovedReason } from '../../shared/domain/brand.ts'

const dayMs = 86_400_000
/** Messages of this many days before the last one say how lively the handle was. */
const lookBackMs = 14 * dayMs
/** Customers who wrote in that time, at least: with fewer, silence says nothing. */
const livelyFrom = 3
/** The shortest silence that counts. */
const shortestSilenceMs = 3 * dayMs
/** How many times its usual pause a handle must be silent. */
const pausesAtLeast = 5
/** A refusal says it for this long; it was one conversation. */
const refusedForMs = 30 * dayMs

export type DmSignals = {
  /** X's stream told of an X Chat message: the stream is asked for one, so that it says so for good. */
  chatEventAt: number | null
  /** X refused a message because the conversation is encrypted. */
  refusedAt: number | null
  /** The newest legacy message of a customer. */
  newestAt: number | null
  /** How many customers wrote in the 14 days that ended with it; only a silence asks for them. */
  writersBefore: number
  /** Up to when the legacy messages are known to be complete; null before the first reading. */
  completeToAt: number | null
}

/** Why the messages of this handle may have moved; null when nothing speaks for it. */
export function movedReason(signals: DmSignals, now: number): MovedReason | null {
  const { chatEventAt, refusedAt, newestAt, writersBefore, completeToAt } = signals
  if (refusedAt !== null && now - refusedAt < refusedForMs) return 'refused'
  if (chatEventAt !== null) return 'chat-event'
  if (newestAt === null || completeToAt === null || writersBefore < livelyFrom) return null
  const silenceMs = silence(newestAt, completeToAt)
  const usualPauseMs = lookBackMs / writersBefore
  return silenceMs >= Math.max(shortestSilenceMs, pausesAtLeast * usualPauseMs) ? 'silent' : null
}

// Only what was read can be silent: a computer that slept has not heard anything.
const silence = (newestAt: number, completeToAt: number): number => completeToAt - newestAt

/** Whether it has been silent for so long that it may say something. */
export const mayBeSilent = (newestAt: number | null, completeToAt: number | null): boolean =>
  newestAt !== null && completeToAt !== null && silence(newestAt, completeToAt) >= shortestSilenceMs

/** The time before the newest message that `writersBefore` counts. */
export const writersSince = (newestAt: number): number => newestAt - lookBackMs
