/**
 * @file Keeps the columns of a ticket that follow from its messages and its outgoing jobs. Whoever changes either, or
 * the ticket's own columns, calls it in the same transaction.
 */
import { TicketStatus, type Priority } from '../../shared/domain/ticket.ts'
import { isOver } from '../../shared/domain/transitions.ts'
import { Failure } from '../../shared/errors.ts'
import { must } from '../../shared/must.ts'
import { byNobodyHere, recordNow } from '../audit/audit.ts'
import type { Tx } from '../db/database.ts'
import { newId } from '../db/uuid.ts'
import { flag, isSet } from '../db/values.ts'
import { nextDeadlines, type KeptDeadlines, type Moved } from '../deadlines/keep.ts'
import { settleDebts } from './debts.ts'
import { noticePromise } from './notice.ts'
import { isAfter, isPast, needsReply, owedFrom, statusAfter, type Moment } from './rules.ts'
import { touchLinked, touchSiblings } from './siblings.ts'

/** What just became known of a ticket. */
export type Arrived = {
  /** The newest customer message that arrived. */
  customer: Moment | null
  /** The newest of them that says more than thanks. */
  spoken: Moment | null
  /** A message of ours arrived. */
  ours: boolean
  /** A message of ours that stood here answers something else. */
  lost: boolean
}

type TicketState = KeptDeadlines & {
  brand_id: string
  status: string
  priority: Priority
  opened_at: number
  snoozed_until: number | null
  snoozed_for_reply: number
  waiting_on_x_until: number | null
  needs_reply: number
  follow_up_at: number | null
  debt_at: number | null
  owed_at: number | null
  clock_from: number
  imported_at: number | null
  merged_into_id: string | null
}

type Message = Moment & { kind: 'post' | 'dm' }

/** Recomputes the kept columns and tells that the ticket changed. @throws Failure `ticket.missing` */
export async function refreshTicket(tx: Tx, ticketId: string): Promise<void> {
  refreshNow(tx, ticketId, null)
}

/** The same at once, for ingest; with `arrived` the status moves too. */
export function refreshNow(tx: Tx, ticketId: string, arrived: Arrived | null): void {
  const ticket = tx.raw<TicketState>(stateOf).get(ticketId)
  if (!ticket) throw new Failure('ticket.missing', { ticketId })
  // Its messages stand in another ticket.
  if (ticket.merged_into_id !== null) {
    tx.raw(rest).run(ticketId)
    tx.touch.ticket(ticketId)
    if (ticket.needs_reply === 1) tx.touch.brand(ticket.brand_id)
    return
  }
  const newestCustomer = must(
    tx.raw<Message>(newestCustomerItem).get(ticketId),
    'a ticket has a customer message',
  )
  const newestOurs = tx.raw<Moment>(newestAnswer).get(ticketId) ?? null
  const isAnswered = !isAfter(newestCustomer, newestOurs)
  const oldest = isAnswered
    ? null
    : (tx
        .raw<Moment>(oldestAfter)
        .get(ticketId, newestOurs?.at ?? 0, newestOurs?.itemId ?? '', owedFrom(ticket.clock_from)) ?? null)
  const jobs = must(
    tx.raw<{ sending: number | null; trouble: number | null }>(unsettled).get(ticketId),
    'a sum',
  )

  const before = TicketStatus.parse(ticket.status)
  const wasOver = isPast(ticket.clock_from, newestCustomer, newestOurs)
  const status = arrived
    ? statusAfter(before, {
        newestCustomer,
        newestOutbound: newestOurs,
        arrivedCustomer: arrived.lost
          ? newestCustomer
          : before === 'solved'
            ? arrived.spoken
            : arrived.customer,
        arrivedOurs: arrived.ours,
        imported: before === 'closed' && ticket.imported_at !== null,
        past: !wasOver ? 'no' : isInHand(tx, ticketId) ? 'in hand' : 'yes',
      })
    : before
  const waitIsOver = arrived?.ours === true && isAnswered
  // Whoever put it aside until the customer writes sees it again, whatever was said.
  if (arrived?.ours === true && newestOurs !== null)
    noticePromise(tx, { ticketId, brandId: ticket.brand_id, ...newestOurs })
  const owedAt = settleDebts(tx, ticketId, ticket, newestOurs)
  const isAwake = isSet(ticket.snoozed_for_reply) && arrived !== null && arrived.customer !== null
  const need = {
    status,
    now: tx.at,
    snoozedUntil: isAwake ? null : ticket.snoozed_until,
    snoozedForReply: !isAwake && isSet(ticket.snoozed_for_reply),
    waitingOnXUntil: waitIsOver ? null : ticket.waiting_on_x_until,
    isSending: jobs.sending !== null,
    oldestUnansweredAt: oldest?.at ?? null,
    troubleAt: jobs.trouble,
    owedAt,
  }
  const needs = flag(needsReply(need))
  const deadlines = nextDeadlines(tx, {
    ticketId,
    brandId: ticket.brand_id,
    facts: {
      status,
      priority: ticket.priority,
      openedAt: ticket.opened_at,
      clockFrom: ticket.clock_from,
      oldestUnansweredAt: need.oldestUnansweredAt,
      troubleAt: need.troubleAt,
      owedAt,
      isAnsweredBefore: newestOurs !== null,
    },
    needsReply: isSet(needs),
    before: { ...ticket, needsReply: isSet(ticket.needs_reply) },
    moved: movedBy(status, arrived, newestOurs) ?? { at: tx.at, by: 'here' },
  })
  const isElsewhere =
    isAnswered &&
    newestOurs !== null &&
    tx.raw(jobOfItem).get(newestOurs.itemId, newestOurs.itemId) === undefined

  tx.raw(keep).run(
    status,
    flag(isOver(status)),
    flag(isOver(status)),
    need.snoozedUntil,
    flag(need.snoozedForReply),
    need.waitingOnXUntil,
    newestCustomer.at,
    newestCustomer.itemId,
    newestCustomer.kind,
    need.oldestUnansweredAt,
    newestOurs?.at ?? null,
    newestOurs ? (tx.raw<Moment>(firstAnswer).get(ticketId, ticketId)?.at ?? null) : null,
    flag(isElsewhere),
    deadlines.dueAt,
    deadlines.warnAt,
    deadlines.resolveDueAt,
    deadlines.resolveWarnAt,
    deadlines.tellAt,
    needs,
    flag(status === 'closed' && wasOver),
    tx.at,
    owedAt,
    ticketId,
  )
  const thanks = arrived && !arrived.spoken ? arrived.customer : null
  if (thanks && isAfter(thanks, newestOurs) && before === 'solved' && status === 'solved')
    keepQuiet(tx, ticketId, ticket.brand_id, thanks.at)
  tx.touch.ticket(ticketId)
  if (isOver(status) !== isOver(before)) touchSiblings(tx, ticketId)
  if (arrived?.ours) touchLinked(tx, ticketId)
  if (needs !== ticket.needs_reply || deadlines.dueAt !== ticket.dueAt) tx.touch.brand(ticket.brand_id)
  // While a message of this console has no known end, an own post that shows up is most likely that message.
  const answeredBy =
    isElsewhere && jobs.sending === null && jobs.trouble === null ? 'ticket.answered-elsewhere' : null
  const event =
    status === 'pending'
      ? answeredBy
      : before === 'new' || status === 'closed' || newestCustomer.at < ticket.clock_from
        ? null
        : 'ticket.reopened'
  if (status !== before && event !== null) {
    recordNow(tx, 'x', {
      event,
      actionId: newId(tx.at),
      ticketId,
      brandId: ticket.brand_id,
      before: { status: before },
      after: { status },
      undoable: false,
    })
  }
}

/** Which message moved a ticket to its status, by X's clock; null when none did. */
function movedBy(
  status: TicketStatus,
  arrived: Arrived | null,
  newestOurs: Moment | null,
): Moved['moved'] | null {
  if (status === 'pending') return arrived?.ours && newestOurs ? { at: newestOurs.at, by: 'ours' } : null
  return arrived?.customer ? { at: arrived.customer.at, by: 'customer' } : null
}

/** A bare thanks left the ticket solved: it is listed, so that somebody can look. */
function keepQuiet(tx: Tx, ticketId: string, brandId: string, at: number): void {
  tx.raw('UPDATE tickets SET quiet_at = max(coalesce(quiet_at, 0), ?) WHERE id = ?').run(at, ticketId)
  recordNow(tx, 'x', {
    event: 'ticket.quiet-close',
    actionId: newId(tx.at),
    ticketId,
    brandId,
    undoable: false,
  })
}

const stateOf = `
  SELECT brand_id, status, priority, snoozed_until, snoozed_for_reply, waiting_on_x_until, needs_reply, clock_from,
    imported_at, merged_into_id, opened_at, follow_up_at, debt_at, owed_at,
    due_at AS "dueAt", warn_at AS "warnAt", resolve_due_at AS "resolveDueAt", resolve_warn_at AS "resolveWarnAt",
    tell_at AS "tellAt"
  FROM tickets WHERE id = ?`

/** Nothing waits, and nothing is due, where a ticket has no messages of its own any more. */
const rest = `
  UPDATE tickets SET needs_reply = 0, due_at = NULL, warn_at = NULL, resolve_due_at = NULL, resolve_warn_at = NULL,
    tell_at = NULL, owed_at = NULL
  WHERE id = ?`

const newestCustomerItem = `
  SELECT at, item_id AS itemId, kind FROM ticket_items WHERE ticket_id = ? AND role = 'customer'
  ORDER BY at DESC, item_id DESC LIMIT 1`

// What we deleted answers nobody any more.
const newestAnswer = `
  SELECT at, item_id AS itemId FROM ticket_items WHERE ticket_id = ? AND role = 'ours'
    AND NOT EXISTS (SELECT 1 FROM tombstones AS gone
      WHERE gone.kind = ticket_items.kind AND gone.item_id = ticket_items.item_id AND gone.why = 'deleted')
  ORDER BY at DESC, item_id DESC LIMIT 1`

const firstAnswer = `
  SELECT at, item_id AS itemId FROM ticket_items WHERE ticket_id = ? AND role = 'ours'
    AND (at, item_id) > (SELECT at, item_id FROM ticket_items WHERE ticket_id = ? AND role = 'customer'
      ORDER BY at, item_id LIMIT 1)
    AND NOT EXISTS (SELECT 1 FROM tombstones AS gone
      WHERE gone.kind = ticket_items.kind AND gone.item_id = ticket_items.item_id AND gone.why = 'deleted')
  ORDER BY at, item_id LIMIT 1`

const oldestAfter = `
  SELECT at, item_id AS itemId FROM ticket_items WHERE ticket_id = ? AND role = 'customer' AND (at, item_id) > (?, ?)
    AND at >= ?
  ORDER BY at, item_id LIMIT 1`

/** Whether an agent ever acted on the ticket: then nothing closes it behind their back. */
const isInHand = (tx: Tx, ticketId: string): boolean => tx.raw(actedOn).get(ticketId) !== undefined

const actedOn = `
  SELECT 1 FROM audit WHERE ticket_id = ? AND NOT ${byNobodyHere} LIMIT 1`

const jobOfItem =
  'SELECT 1 FROM jobs WHERE sent_item_id = ? UNION ALL SELECT 1 FROM job_parts WHERE item_id = ?'

/** In which states a message is on its way, and in which it waits for a decision; for SQL. */
export const unsettledStates = {
  sending: "'held', 'queued', 'sending'",
  trouble: "'refused', 'unsure', 'missed', 'stopped', 'ask'",
}

/** When the oldest message of a ticket that is on its way, and that is in trouble, was written. */
export const unsettled = `
  SELECT min(iif(state IN (${unsettledStates.sending}), created_at, NULL)) AS sending,
    min(iif(state IN (${unsettledStates.trouble}), created_at, NULL)) AS trouble
  FROM jobs WHERE ticket_id = ? AND settled_at IS NULL AND kind IN ('reply', 'chain', 'dm')`

const keep = `
  UPDATE tickets SET status = ?, solved_at = iif(? = 1, solved_at, NULL), solved_how = iif(? = 1, solved_how, NULL),
    snoozed_until = ?, snoozed_for_reply = ?, waiting_on_x_until = ?, newest_customer_at = ?, newest_customer_item = ?,
    newest_customer_kind = ?, oldest_unanswered_at = ?, newest_outbound_at = ?, first_reply_at = ?,
    answered_elsewhere = ?, due_at = ?, warn_at = ?, resolve_due_at = ?, resolve_warn_at = ?, tell_at = ?,
    needs_reply = ?,
    imported_at = iif(? = 1, coalesce(imported_at, ?), NULL), owed_at = ?
  WHERE id = ?`
