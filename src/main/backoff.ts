/** @file When a crashed child is started again: a pure count of crashes, no timers of its own. */

/** Waits before the first, second, … start after a crash, in ms. */
const waits = [250, 1_000, 4_000, 10_000, 20_000] as const

/** A run this long counts as stable: the count begins anew. */
const stableMs = 60_000

/** Crashes in a row, and what comes next. */
export type Backoff = {
  /** Tells that a run began. `now` is monotonic ms. */
  began(now: number): void
  /** Tells that it crashed. @returns ms to wait before the next start, or null: it is given up */
  crashed(now: number): number | null
  /** A person asked for another try. */
  reset(): void
}

/** A fresh count. */
export function backoff(): Backoff {
  let crashes = 0
  let beganAt = 0
  return {
    began(now) {
      beganAt = now
    },
    crashed(now) {
      if (now - beganAt >= stableMs) crashes = 0
      const wait = waits[crashes] ?? null
      crashes += 1
      return wait
    },
    reset() {
      crashes = 0
    },
  }
}
