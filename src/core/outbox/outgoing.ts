/** @file Tells main what has not left yet: for its question at the end, the tray, and a computer that is kept awake. */
import type { Pending } from '../../shared/domain/outbox.ts'
import type { Outgoing } from '../../shared/host-protocol.ts'

type Parts = {
  pending: () => Pending | Promise<Pending>
  stopped: () => Promise<boolean>
  /** Workspace time minus machine time, ms. */
  clockOffsetMs: number
  tell: (outgoing: Outgoing) => void
  failed: (error: unknown) => void
}

/** What main is told; main knows the machine's clock alone. */
export function outgoingOf(pending: Pending, stopped: boolean, clockOffsetMs: number): Outgoing {
  const { held, leaving, scheduled, nextScheduledAt } = pending
  return {
    waiting: held + leaving + pending.stopped,
    scheduled,
    nextScheduledAt: nextScheduledAt === null ? null : nextScheduledAt - clockOffsetMs,
    stopped,
  }
}

/** Counts anew at each change, one count at a time; the last word is always the newest. */
export function outgoingTeller({ pending, stopped, clockOffsetMs, tell, failed }: Parts): {
  changed(): Promise<void>
  /** Counts no more; resolves once the count under way has ended. */
  stop(): Promise<void>
} {
  let counting: Promise<void> | null = null
  let again = false
  let isOver = false
  async function count(): Promise<void> {
    do {
      again = false
      tell(outgoingOf(await pending(), await stopped(), clockOffsetMs))
    } while (again && !isOver)
  }
  return {
    changed() {
      if (isOver) return Promise.resolve()
      again = true
      counting ??= count()
        .catch(failed)
        .finally(() => {
          counting = null
        })
      return counting
    },
    async stop() {
      isOver = true
      await counting
    },
  }
}
