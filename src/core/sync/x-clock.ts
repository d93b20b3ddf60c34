/**
 * @file Time as X counts it. Up to when a source was read is told on X's clock: by a computer's that is ahead of it, the
 * next reading would begin above what was never asked for.
 */
import type { Clock } from '../../shared/clock.ts'

/** @param offsetMs X's clock minus ours, as far as it is known */
export const xClock = (clock: Clock, offsetMs: () => number): Clock => ({
  ...clock,
  now: () => clock.now() + offsetMs(),
})

/**
 * The present instant, to be settled by an answer: X's clock may be known only from the first one. Both are whole
 * milliseconds, as the database stores them; the monotonic clock counts in parts of one.
 */
export function askingFrom(clock: Clock): { at: number; afterAnswer(): number } {
  const at = clock.now()
  const began = clock.monotonic()
  return { at, afterAnswer: () => Math.min(at, Math.floor(clock.now() - (clock.monotonic() - began))) }
}
