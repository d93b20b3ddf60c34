/** @file Time passing for tickets: waits and snoozes that end. One timer for the earliest of them, no polling. */
import type { Clock } from '../../shared/clock.ts'
import { recordNow } from '../audit/audit.ts'
import type { Database } from '../db/database.ts'
import { newId } from '../db/uuid.ts'
import type { Log } from '../log/log.ts'
import { nextDebtAt, wakeDebts } from './debts.ts'
import { refreshTicket } from './refresh.ts'

export type TicketWaker = {
  /** Looks for the next instant again: after every change of tickets, and when the computer wakes up. */
  rearm(): void
  /** Resolves once nothing is under way; a timer that waits does not count. */
  idle(): Promise<void>
  stop(): Promise<void>
}

/** Starts at once. */
export function wakeTickets({
  database,
  clock,
  log,
}: {
  database: Database
  clock: Clock
  log: Log
}): TicketWaker {
  let cancel = (): void => {}
  let working: Promise<void> | null = null
  let again = false
  let stopped = false

  function rearm(): void {
    if (stopped) return
    if (working) {
      again = true
      return
    }
    working = pass()
      .catch((error: unknown) => log.error('tickets.wake', error))
      .finally(() => {
        working = null
        if (again) {
          again = false
          rearm()
        }
      })
  }

  async function pass(): Promise<void> {
    cancel()
    if ((await nextAt()) <= clock.now()) await wakeDue()
    const at = await nextAt()
    if (at < Infinity && !stopped) cancel = clock.after(Math.max(0, at - clock.now()), rearm)
  }

  async function nextAt(): Promise<number> {
    const { read } = database
    const [wait, snooze, debt, promise] = await Promise.all([
      read
        .selectFrom('tickets')
        .select(({ fn }) => fn.min('waiting_on_x_until').as('at'))
        .where('waiting_on_x_until', 'is not', null)
        .executeTakeFirst(),
      read
        .selectFrom('tickets')
        .select(({ fn }) => fn.min('snoozed_until').as('at'))
        .where('snoozed_until', 'is not', null)
        .executeTakeFirst(),
      read
        .selectFrom('tickets')
        .select(({ fn }) => fn.min('debt_at').as('at'))
        .where('debt_at', 'is not', null)
        .where('owed_at', 'is', null)
        .where('merged_into_id', 'is', null)
        .executeTakeFirst(),
      read
        .selectFrom('promises')
        .select(({ fn }) => fn.min('due_at').as('at'))
        .where('state', '=', 'open')
        .executeTakeFirst(),
    ])
    const debtAt = nextDebtAt({ debtAt: debt?.at ?? null, promiseAt: promise?.at ?? null })
    return Math.min(wait?.at ?? Infinity, snooze?.at ?? Infinity, debtAt)
  }

  async function wakeDue(): Promise<void> {
    await database.write(async (tx) => {
      const ended = await tx.db
        .updateTable('tickets')
        .set({ waiting_on_x_until: null })
        .where('waiting_on_x_until', '<=', tx.at)
        .returning(['id', 'brand_id'])
        .execute()
      for (const ticket of ended) {
        recordNow(tx, 'core', {
          event: 'ticket.wait-ended',
          actionId: newId(tx.at),
          ticketId: ticket.id,
          brandId: ticket.brand_id,
          undoable: false,
        })
      }
      const awake = await tx.db
        .updateTable('tickets')
        .set({ snoozed_until: null, snoozed_for_reply: 0 })
        .where('snoozed_until', '<=', tx.at)
        .returning('id')
        .execute()
      const ids = [...ended, ...awake].map(({ id }) => id)
      for (const id of [...ids, ...wakeDebts(tx)]) await refreshTicket(tx, id)
    })
  }

  rearm()
  return {
    rearm,
    async idle() {
      while (working) await working
    },
    async stop() {
      stopped = true
      cancel()
      while (working) await working
    },
  }
}
