/** @file Re-reading at a bearable pace: one read in flight per subject, a shortest gap between two, none forgotten. */
import type { Clock } from '../../shared/clock.ts'

export type Paced = {
  /** Has `read` run soon. Asked again meanwhile, it runs once more afterwards: the last word is always the newest. */
  ask(subject: string, read: () => Promise<void>): void
  /** Forgets what waits; a read that runs is let finish. */
  stop(): void
}

type Turn = {
  running: boolean
  again: (() => Promise<void>) | null
  startedAt: number
  cancel: (() => void) | null
}

/** @param gapMs the least time between two starts of the same subject · @param failed told of each read that threw */
export function paced(clock: Clock, gapMs: number, failed: (error: unknown) => void): Paced {
  const turns = new Map<string, Turn>()

  function start(turn: Turn, read: () => Promise<void>): void {
    turn.running = true
    turn.cancel = null
    turn.startedAt = clock.monotonic()
    read()
      .catch(failed)
      .finally(() => {
        turn.running = false
        const next = turn.again
        turn.again = null
        if (next) arrange(turn, next)
      })
  }

  function arrange(turn: Turn, read: () => Promise<void>): void {
    turn.cancel?.()
    const wait = turn.startedAt + gapMs - clock.monotonic()
    if (wait <= 0) start(turn, read)
    else turn.cancel = clock.after(wait, () => start(turn, read))
  }

  return {
    ask(subject, read) {
      let turn = turns.get(subject)
      if (!turn)
        turns.set(subject, (turn = { running: false, again: null, startedAt: -Infinity, cancel: null }))
      if (turn.running) turn.again = read
      else arrange(turn, read)
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
