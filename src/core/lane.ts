/**
 * @file The frame of what works by itself: one pass at a time, once more when it was woken meanwhile, and one timer for
 * the instant that the pass waits for.
 */
import type { Clock } from '../shared/clock.ts'
import type { Log } from './log/log.ts'

export type Lane = {
  /** Makes a pass; while one is under way, another one after it. */
  wake(): void
  /** Resolves once nothing is under way; a timer that waits does not count. */
  idle(): Promise<void>
  /** Starts nothing more; resolves when what was under way has ended. */
  stop(): Promise<void>
  /** A long pass asks between its steps. */
  isStopped(): boolean
}

/**
 * Nothing happens before the first `wake`. A pass that throws is logged as `failed`, and the next wake tries again.
 * @param pass returns when it wants to be woken next, epoch ms; Infinity: when somebody wakes it
 */
export function lane(
  pass: (lane: Lane) => Promise<number>,
  { clock, log, failed }: { clock: Clock; log: Log; failed: string },
): Lane {
  let cancel = (): void => {}
  let working: Promise<void> | null = null
  let again = false
  let stopped = false

  async function work(): Promise<void> {
    cancel()
    const at = await pass(self)
    if (at < Infinity && !stopped) cancel = clock.after(Math.max(0, at - clock.now()), self.wake)
  }

  const self: Lane = {
    wake() {
      if (stopped) return
      if (working) {
        again = true
        return
      }
      working = work()
        .catch((error: unknown) => log.error(failed, error))
        .finally(() => {
          working = null
          if (!again) return
          again = false
          self.wake()
        })
    },
    async idle() {
      while (working) await working
    },
    async stop() {
      stopped = true
      cancel()
      while (working) await working
    },
    isStopped: () => stopped,
  }
  return self
}
