/**
 * @file Time as an argument. Owns the one shape in which time reaches any rule, service or the practice X, so that
 * tests can move it. Must not read the machine's clock outside `systemClock`.
 */

/** Where time comes from. `now` may jump (the machine's clock was set); `monotonic` never goes back. */
export type Clock = {
  /** Epoch milliseconds, as the workspace sees them. */
  now(): number
  /** Milliseconds since some fixed moment of this process; only differences mean something. */
  monotonic(): number
  /** Calls `run` once, `ms` from now at the earliest; the returned function cancels. */
  after(ms: number, run: () => void): () => void
}

/** The longest delay that timers take (2^31 - 1 ms); a longer one would fire at once. */
const longestDelay = 2_147_483_647

/**
 * The machine's clock moved by `offsetMs`: a live workspace has offset 0, the practice workspace lives on a Tuesday of
 * its own.
 */
export function systemClock(offsetMs = 0): Clock {
  return {
    now: () => Date.now() + offsetMs,
    monotonic: () => performance.now(),
    after(ms, run) {
      const timer = setTimeout(run, Math.min(Math.max(ms, 0), longestDelay))
      return () => clearTimeout(timer)
    },
  }
}
