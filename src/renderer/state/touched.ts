/** @file Tells the other windows that somebody works in this one: who is idle is a matter of the computer. */
import type { Console } from './console.ts'

/** Said again this often at most, ms. */
const sayEveryMs = 15_000

/** What counts as work. */
export const workKinds = ['keydown', 'pointerdown', 'wheel'] as const

/** Begins to tell. */
export function tellTouches(c: Pick<Console, 'clock' | 'session' | 'host' | 'attempt'>): void {
  let saidAt = -Infinity
  const touch = (): void => {
    const now = c.clock.monotonic()
    if (c.session.getState().others.alone || now - saidAt < sayEveryMs) return
    saidAt = now
    c.attempt(() => c.host.invoke('window.touched', {}))
  }
  for (const kind of workKinds) window.addEventListener(kind, touch, { capture: true })
}
