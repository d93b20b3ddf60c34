/** @file Opens a ticket with its first message. */
import type { Tx } from '../db/database.ts'
import { newId } from '../db/uuid.ts'
import { flag } from '../db/values.ts'
import { beginClosed, firstDeadlines } from '../deadlines/keep.ts'
import type { TicketNumbers } from './numbers.ts'
import * as sql from './placing-sql.ts'
import { isPast } from './rules.ts'
import { touchSiblings } from './siblings.ts'

/** A message as a ticket holds it. */
export type Item = { kind: 'post' | 'dm'; itemId: string; at: number }

export type NewTicket = {
  brandId: string
  handleId: string
  customerId: string
  channel: 'public' | 'dm'
  conversationId: string
  previousId: string | null
  /** When its handle was connected: its clock starts no earlier. */
  clockFrom: number
}

/**
 * A ticket with one customer message is written as it will stand; only what joins later refreshes it.
 * @returns its id
 */
export function openTicket(tx: Tx, numbers: TicketNumbers, ticket: NewTicket, first: Item): string {
  const id = newId(tx.at)
  const { clockFrom } = ticket
  const isOver = isPast(clockFrom, first, null)
  const waits = {
    status: isOver ? ('closed' as const) : ('new' as const),
    priority: 'normal' as const,
    openedAt: first.at,
    clockFrom,
    oldestUnansweredAt: isOver ? null : first.at,
    troubleAt: null,
    isAnsweredBefore: false,
  }
  const deadlines = firstDeadlines(tx, ticket.brandId, waits, !isOver)
  tx.raw(sql.insertTicket).run(
    id,
    numbers.next(),
    ticket.brandId,
    ticket.handleId,
    ticket.customerId,
    ticket.channel,
    ticket.conversationId,
    waits.status,
    first.at,
    ticket.previousId,
    first.at,
    first.itemId,
    first.kind,
    flag(first.kind === 'dm'),
    waits.oldestUnansweredAt,
    deadlines.dueAt,
    deadlines.warnAt,
    deadlines.resolveDueAt,
    deadlines.resolveWarnAt,
    deadlines.tellAt,
    flag(!isOver),
    clockFrom,
    isOver ? tx.at : null,
  )
  if (isOver) beginClosed(tx, id, first.at)
  tx.raw(sql.insertItem).run(
    id,
    first.kind,
    first.itemId,
    'customer',
    first.at,
    first.itemId,
    first.kind,
    tx.at,
  )
  tx.touch.ticket(id)
  tx.touch.brand(ticket.brandId)
  if (!isOver) touchSiblings(tx, id)
  return id
}
