/** @file Time passing for tickets: waits and snoozes that end. One timer for the earliest of them, no polling. */
import type { Clock } from '../../shared/clock.ts'
import { recordNow } from '../audit/audit.ts'
import type { Database } from '../db/database.ts'
import { newId } from '../db/uuid.ts'
import { lane, type Lane } from '../lane.ts'
import type { Log } from '../log/log.ts'
import { nextDebtAt, wakeDebts } from './debts.ts'
import { refreshTicket } from './refresh.ts'

/** Starts at once. Whoever changes tickets wakes it, to look for the next instant again; so does the computer's waking up. */
export function wakeTickets({ database, clock, log }: { database: Database; clock: Clock; log: Log }): Lane {
  async function pass(): Promise<number> {
    if ((await nextAt()) <= clock.now()) await wakeDue()
    return nextAt()
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
        .returning(['id', 'brand_id'])
        .execute()
      for (const ticket of awake)
        recordNow(tx, 'core', {
          event: 'ticket.snooze-ended',
          actionId: newId(tx.at),
          ticketId: ticket.id,
          brandId: ticket.brand_id,
          undoable: false,
        })
      const ids = [...ended, ...awake].map(({ id }) => id)
      for (const id of [...ids, ...wakeDebts(tx)]) await refreshTicket(tx, id)
    })
  }

  const waker = lane(pass, { clock, log, failed: 'tickets.wake' })
  waker.wake()
  return waker
}
