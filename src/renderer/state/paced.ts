/**
 * @file Re-reading at a bearable pace: one read in flight per subject, a shortest gap between two, none forgotten. What
 * changes all the time is read less often, until it rests.
 */
import type { Clock } from '../../shared/clock.ts'

export type Pace = {
  /** The least time between two starts, where it is longer than usual, ms. */
  gap?: number
  /** Somebody waits for it: it takes the shortest gap, however much else changes. */
  urgent?: boolean
}

export type Paced = {
  /** Has `read` run soon. Asked again meanwhile, it runs once more afterwards: the last word is always the newest. */
  ask(subject: string, read: () => Promise<void>, pace?: Pace): void
  /** Forgets what waits; a read that runs is let finish. */
  stop(): void
}

type Wish = { read: () => Promise<void>; pace: Pace }

type Turn = {
  running: boolean
  again: Wish | null
  startedAt: number
  /** What the gap has grown to. */
  gap: number
  cancel: (() => void) | null
}

/** A gap grows to so many of the shortest. */
const longest = 5

/** @param gapMs the least time between two starts of the same subject · @param failed told of each read that threw */
export function paced(clock: Clock, gapMs: number, failed: (error: unknown) => void): Paced {
  const turns = new Map<string, Turn>()

  function start(turn: Turn, read: () => Promise<void>): void {
    const now = clock.monotonic()
    // Two in a row are what one change brings; a third is the beginning of many.
    const isMany = now - turn.startedAt < 2 * turn.gap
    turn.gap = isMany ? Math.min(2 * turn.gap, longest * gapMs) : gapMs
    turn.running = true
    turn.cancel = null
    turn.startedAt = now
    read()
      .catch(failed)
      .finally(() => {
        turn.running = false
        const next = turn.again
        turn.again = null
        if (next) arrange(turn, next)
      })
  }

  function arrange(turn: Turn, { read, pace }: Wish): void {
    turn.cancel?.()
    const gap = pace.urgent ? gapMs : Math.max(turn.gap, pace.gap ?? 0)
    const wait = turn.startedAt + gap - clock.monotonic()
    if (wait <= 0) start(turn, read)
    else turn.cancel = clock.after(wait, () => start(turn, read))
  }

  return {
    ask(subject, read, pace = {}) {
      let turn = turns.get(subject)
      if (!turn) {
        turn = { running: false, again: null, startedAt: -Infinity, gap: gapMs, cancel: null }
        turns.set(subject, turn)
      }
      if (turn.running) turn.again = { read, pace }
      else arrange(turn, { read, pace })
    },
    stop() {
      for (const turn of turns.values()) {
        turn.cancel?.()
        turn.again = null
      }
      turns.clear()
    },
  }
}
