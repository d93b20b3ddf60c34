/**
 * @file Follow-ups and promises of tickets as rows: which is the nearest, when they come back, what settles them.
 * Synchronous, because refresh.ts and ingest ask in the middle of theirs.
 */
import { recordNow } from '../audit/audit.ts'
import type { Tx } from '../db/database.ts'
import { newId } from '../db/uuid.ts'
import { comesBackAt, debtLeadMs, keeps, nearest, sameBreathMs, settles } from './debt-rules.ts'

/** Keeps `debt_at` of a ticket: call after its promises changed, then refresh it. */
export function keepDebt(tx: Tx, ticketId: string): void {
  const row = tx.raw<Record<'followUpAt' | 'owedAt' | 'promiseAt', number | null>>(debtsOf).get(ticketId)
  if (row)
    tx.raw('UPDATE tickets SET debt_at = ? WHERE id = ?').run(
      nearest(row.followUpAt, row.owedAt, row.promiseAt),
      ticketId,
    )
}

type Debts = { follow_up_at: number | null; debt_at: number | null; owed_at: number | null }
type Open = { id: string; brandId: string; state: string; madeAt: number; dueAt: number }

/**
 * Settles what our newest message settles. Cheap for a ticket that owes nothing.
 * @returns what is owed still, epoch ms; null: nothing
 */
export function settleDebts(
  tx: Tx,
  ticketId: string,
  { follow_up_at: followUpAt, debt_at: debtAt, owed_at: owedAt }: Debts,
  newestOurs: { at: number } | null,
): number | null {
  if (followUpAt === null && debtAt === null && owedAt === null) return null
  if (newestOurs === null) {
    keepDebt(tx, ticketId)
    return owedAt
  }
  for (const promise of tx.raw<Open>(unsettled).all(ticketId)) {
    const written = tx
      .raw<{ at: number }>(firstWithin)
      .get(ticketId, promise.madeAt + sameBreathMs, promise.dueAt)
    if (written && keeps(written.at, promise)) settlePromise(tx, ticketId, promise, 'kept')
  }
  const isPaid = owedAt !== null && settles(newestOurs.at, owedAt)
  if (isPaid) tx.raw(pay).run(owedAt, owedAt, ticketId)
  keepDebt(tx, ticketId)
  return isPaid ? null : owedAt
}

function settlePromise(
  tx: Tx,
  ticketId: string,
  { id, brandId, state }: Pick<Open, 'id' | 'brandId' | 'state'>,
  to: 'kept' | 'broken',
): void {
  tx.raw('UPDATE promises SET state = ?, settled_at = ? WHERE id = ?').run(to, tx.at, id)
  recordNow(tx, 'core', {
    event: `ticket.promise-${to}`,
    actionId: newId(tx.at),
    ticketId,
    brandId,
    before: { promise_id: id, state },
    after: { promise_id: id, state: to },
    undoable: false,
  })
}

type Due = { id: string; brandId: string; status: string; debtAt: number; followUpAt: number | null }

/**
 * Brings back the tickets whose debts come due, and breaks the promises whose time is over.
 * @returns the tickets to refresh
 */
export function wakeDebts(tx: Tx): string[] {
  const woken = tx.raw<Due>(due).all(tx.at + debtLeadMs)
  for (const ticket of woken) {
    tx.raw(bringBack).run(ticket.debtAt, ticket.id)
    const isFollowUp = ticket.followUpAt !== null && ticket.followUpAt <= ticket.debtAt
    recordNow(tx, 'core', {
      event: isFollowUp ? 'ticket.follow-up-due' : 'ticket.promise-due',
      actionId: newId(tx.at),
      ticketId: ticket.id,
      brandId: ticket.brandId,
      before: { status: ticket.status },
      after: { status: ticket.status === 'new' ? 'new' : 'open' },
      undoable: false,
    })
  }
  // Nobody confirmed it in time: it was none.
  tx.raw("UPDATE promises SET state = 'dropped', settled_at = ? WHERE state = 'noticed' AND due_at <= ?").run(
    tx.at,
    tx.at,
  )
  const over = tx.raw<Open & { ticketId: string }>(overdue).all(tx.at)
  for (const promise of over) {
    settlePromise(tx, promise.ticketId, promise, 'broken')
    keepDebt(tx, promise.ticketId)
  }
  return [...new Set([...woken.map(({ id }) => id), ...over.map(({ ticketId }) => ticketId)])]
}

/** When `wakeDebts` has something to do next; Infinity: never. */
export function nextDebtAt({
  debtAt,
  promiseAt,
}: {
  debtAt: number | null
  promiseAt: number | null
}): number {
  const back = debtAt === null ? Infinity : comesBackAt(debtAt)
  return Math.min(back, promiseAt ?? Infinity)
}

const debtsOf = `
  SELECT follow_up_at AS followUpAt, owed_at AS owedAt,
    (SELECT min(due_at) FROM promises WHERE ticket_id = tickets.id AND state = 'open') AS promiseAt
  FROM tickets WHERE id = ?`

const unsettled = `
  SELECT id, brand_id AS brandId, state, made_at AS madeAt, due_at AS dueAt FROM promises
  WHERE ticket_id = ? AND state IN ('open', 'broken')`

const firstWithin = `
  SELECT at FROM ticket_items WHERE ticket_id = ? AND role = 'ours' AND at > ? AND at <= ? ORDER BY at LIMIT 1`

const pay = `
  UPDATE tickets SET owed_at = NULL, follow_up_reason = iif(follow_up_at <= ?, NULL, follow_up_reason),
    follow_up_at = iif(follow_up_at <= ?, NULL, follow_up_at)
  WHERE id = ?`

const due = `
  SELECT id, brand_id AS brandId, status, debt_at AS debtAt, follow_up_at AS followUpAt FROM tickets
  WHERE debt_at <= ? AND owed_at IS NULL AND merged_into_id IS NULL`

// It is solved no longer, and nothing puts it off: what we said to do by now counts more.
const bringBack = `
  UPDATE tickets SET owed_at = ?, status = iif(status = 'new', 'new', 'open'), snoozed_until = NULL,
    snoozed_for_reply = 0, waiting_on_x_until = NULL, solved_at = NULL, solved_how = NULL
  WHERE id = ?`

const overdue = `
  SELECT id, ticket_id AS ticketId, brand_id AS brandId, state, made_at AS madeAt, due_at AS dueAt FROM promises
  WHERE state = 'open' AND due_at <= ?`
