/**
 * @file Changes what agents decide about tickets, many at once. Their messages stay as they are, and so does what
 * follows from those: only the need for a reply and the deadlines are reckoned again, from the row itself. For one
 * ticket or for thousands it is one statement to read them and one each to write.
 */
import type { Priority, TicketStatus } from '../../shared/domain/ticket.ts'
import { isOver } from '../../shared/domain/transitions.ts'
import { Failure } from '../../shared/errors.ts'
import type { TicketColumns, TicketColumnsRow } from '../audit/ticket-columns.ts'
import { ticketColumnNames } from '../audit/ticket-columns.ts'
import type { Tx } from '../db/database.ts'
import { flag, isSet } from '../db/values.ts'
import { nextDeadlines, pausesOfMany, type KeptDeadlines } from '../deadlines/keep.ts'
import type { Pause } from '../deadlines/rules.ts'
import { refreshNow, unsettledStates } from './refresh.ts'
import { ownOf, type TicketState } from './repo.ts'
import { isPast, needsReply } from './rules.ts'

/** A ticket with all that its own columns decide over. */
export type OwnTicket = { state: TicketState; kept: Kept; pauses: readonly Pause[] }

type Kept = KeptDeadlines & {
  openedAt: number
  clockFrom: number
  newestCustomerAt: number
  newestCustomerItem: string
  newestOutboundAt: number | null
  oldestUnansweredAt: number | null
  needsReply: number
  importedAt: number | null
  debtAt: number | null
  sendingAt: number | null
  troubleAt: number | null
}

type Row = TicketColumnsRow &
  Kept & {
    id: string
    brandId: string
    customerId: string
    channel: 'public' | 'dm'
    conversationId: string
    status: TicketStatus
    priority: Priority
  }

const unsettled = (states: string): string => `
  (SELECT min(j.created_at) FROM jobs j WHERE j.ticket_id = t.id AND j.settled_at IS NULL
    AND j.kind IN ('reply', 'chain', 'dm') AND j.state IN (${states}))`

const rowsOf = `
  SELECT t.id, t.brand_id AS "brandId", t.customer_id AS "customerId", t.channel,
    t.conversation_id AS "conversationId", ${ticketColumnNames.map((name) => `t.${name}`).join(', ')},
    t.opened_at AS "openedAt", t.clock_from AS "clockFrom", t.newest_customer_at AS "newestCustomerAt",
    t.newest_customer_item AS "newestCustomerItem", t.newest_outbound_at AS "newestOutboundAt",
    t.oldest_unanswered_at AS "oldestUnansweredAt", t.needs_reply AS "needsReply", t.imported_at AS "importedAt", t.debt_at AS "debtAt",
    t.due_at AS "dueAt", t.warn_at AS "warnAt", t.resolve_due_at AS "resolveDueAt",
    t.resolve_warn_at AS "resolveWarnAt", t.tell_at AS "tellAt",
    ${unsettled(unsettledStates.sending)} AS "sendingAt", ${unsettled(unsettledStates.trouble)} AS "troubleAt"
  FROM json_each(?) AS asked JOIN tickets t ON t.id = asked.value`

/** Reads tickets, each once. @throws Failure `ticket.missing` for the first that there is not */
export function ownTickets(tx: Tx, ticketIds: readonly string[]): Map<string, OwnTicket> {
  const ids = [...new Set(ticketIds)]
  const json = JSON.stringify(ids)
  const pauses = pausesOfMany(tx, json)
  const found = new Map<string, OwnTicket>()
  for (const row of tx.raw<Row>(rowsOf).all(json)) {
    const { id, brandId, customerId, channel, conversationId } = row
    found.set(id, {
      state: {
        id,
        brandId,
        handleId: row.handle_id,
        customerId,
        channel,
        conversationId,
        status: row.status,
        waitingOnXUntil: row.waiting_on_x_until,
        newestOutboundAt: row.newestOutboundAt,
        oldestUnansweredAt: row.oldestUnansweredAt,
        needsReply: isSet(row.needsReply),
        imported: row.importedAt !== null,
        own: ownOf(row),
      },
      kept: row,
      pauses: pauses.get(id) ?? [],
    })
  }
  for (const ticketId of ids) if (!found.has(ticketId)) throw new Failure('ticket.missing', { ticketId })
  return found
}

/** Writes an agent's columns of a ticket and what follows from them. The ticket must be as it was just read. */
export function setOwn(tx: Tx, { state, kept, pauses }: OwnTicket, columns: TicketColumns): void {
  const { id, brandId } = state
  const own = withChange(state.own, columns)
  const owes = own.follow_up_at !== null || own.owed_at !== null || kept.debtAt !== null
  if (owes || kept.newestCustomerAt === kept.newestOutboundAt) {
    // What settles a debt, and which of two messages of one second was first, only the messages tell.
    update(tx, id, columns)
    refreshNow(tx, id, null)
    return
  }
  const need = {
    status: own.status,
    now: tx.at,
    snoozedUntil: own.snoozed_until,
    snoozedForReply: isSet(own.snoozed_for_reply),
    waitingOnXUntil: own.waiting_on_x_until,
    isSending: kept.sendingAt !== null,
    oldestUnansweredAt: kept.oldestUnansweredAt,
    troubleAt: kept.troubleAt,
    owedAt: null,
  }
  const needs = flag(needsReply(need))
  const { tellAt, ...deadlines } = nextDeadlines(
    tx,
    {
      ticketId: id,
      brandId,
      facts: {
        status: own.status,
        priority: own.priority,
        openedAt: kept.openedAt,
        clockFrom: kept.clockFrom,
        oldestUnansweredAt: kept.oldestUnansweredAt,
        troubleAt: kept.troubleAt,
        owedAt: null,
        isAnsweredBefore: kept.newestOutboundAt !== null,
      },
      needsReply: isSet(needs),
      before: { ...kept, needsReply: isSet(kept.needsReply) },
      moved: { at: tx.at, by: 'here' },
    },
    pauses,
  )
  const newestOurs = kept.newestOutboundAt === null ? null : { at: kept.newestOutboundAt, itemId: '' }
  const newestCustomer = { at: kept.newestCustomerAt, itemId: kept.newestCustomerItem }
  const isOldNews = own.status === 'closed' && isPast(kept.clockFrom, newestCustomer, newestOurs)
  const importedAt = isOldNews ? (kept.importedAt ?? tx.at) : null
  const standing = isOver(own.status) ? {} : { solved_at: null, solved_how: null }
  // An index whose column stays is left alone.
  const changed: Columns = {}
  const set = (column: string, was: Value, is: Value): void => {
    if (is !== was) changed[column] = is
  }
  const was: Columns = state.own
  for (const [column, value] of Object.entries({ ...columns, ...standing })) set(column, was[column], value)
  set('needs_reply', kept.needsReply, needs)
  set('due_at', kept.dueAt, deadlines.dueAt)
  set('warn_at', kept.warnAt, deadlines.warnAt)
  set('resolve_due_at', kept.resolveDueAt, deadlines.resolveDueAt)
  set('resolve_warn_at', kept.resolveWarnAt, deadlines.resolveWarnAt)
  set('tell_at', kept.tellAt, tellAt)
  set('imported_at', kept.importedAt, importedAt)
  update(tx, id, changed)
  tx.touch.ticket(id)
  if (needs !== kept.needsReply || deadlines.dueAt !== kept.dueAt) tx.touch.brand(brandId)
}

/** A row as it is after a change. */
function withChange(row: TicketColumnsRow, change: TicketColumns): TicketColumnsRow {
  const given: Columns = {}
  for (const [column, value] of Object.entries(change)) if (value !== undefined) given[column] = value
  return { ...row, ...given }
}

type Value = string | number | null | undefined
type Columns = Record<string, Value>

function update(tx: Tx, ticketId: string, columns: Columns): void {
  let set = ''
  const values: (string | number | null)[] = []
  for (const [name, value] of Object.entries(columns)) {
    if (value === undefined) continue
    set += set === '' ? `${name} = ?` : `, ${name} = ?`
    values.push(value)
  }
  if (values.length > 0) tx.raw(`UPDATE tickets SET ${set} WHERE id = ?`).run(...values, ticketId)
}
