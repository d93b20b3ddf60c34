/** @file A clock that only moves when a test moves it. */
import type { Clock } from '../src/shared/clock.ts'

export type FakeClock = Clock & {
  /**
   * Moves time on by `ms`, running each timer at its due moment in order and letting real I/O settle (`settle`) after
   * every timer, so that work a timer started can arm the next one.
   */
  advance(ms: number): Promise<void>
  /** Moves the wall clock alone, as a user who sets the computer's clock does. */
  jump(ms: number): void
}

/** @param startAt epoch ms · @param settle resolves once nothing is under way any more; awaited after every timer */
export function fakeClock(startAt: number, settle: () => Promise<void> = async () => {}): FakeClock {
  let mono = 0
  let wall = startAt
  let order = 0
  const timers = new Map<number, { due: number; run: () => void }>()
  return {
    now: () => wall,
    monotonic: () => mono,
    after(ms, run) {
      const id = ++order
      timers.set(id, { due: mono + Math.max(0, ms), run })
      return () => timers.delete(id)
    },
    async advance(ms) {
      const until = mono + ms
      await settle()
      for (;;) {
        const next = [...timers]
          .filter(([, t]) => t.due <= until)
          .sort((a, b) => a[1].due - b[1].due || a[0] - b[0])[0]
        if (!next) break
        const [id, timer] = next
        timers.delete(id)
        wall += timer.due - mono
        mono = timer.due
        timer.run()
        await settle()
      }
      wall += until - mono
      mono = until
      await settle()
    },
    jump(delta) {
      wall += delta
    },
  }
}
