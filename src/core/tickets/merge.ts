/** @file Tickets of one customer that belong together, or do not: merge, split, link, rename. Each is one action. */
import type { Contract } from '../../shared/contract/contract.ts'
import { Failure } from '../../shared/errors.ts'
import type { Handlers } from '../../shared/rpc.ts'
import { record } from '../audit/audit.ts'
import type { Database, Tx } from '../db/database.ts'
import { newId } from '../db/uuid.ts'
import { pausesOf } from '../deadlines/keep.ts'
import type { CallContext } from '../rpc-context.ts'
import { changeTickets } from './change.ts'
import { moveItems, type Moved } from './moving.ts'
import { ticketNumbers } from './numbers.ts'
import { openTicket } from './opening.ts'
import { refreshNow, type Arrived } from './refresh.ts'
import { ticketState, type TicketState } from './repo.ts'
import { isAfter, type Moment } from './rules.ts'
import { touchSiblings } from './siblings.ts'
import { stackOf } from './stack.ts'

type Methods = 'ticket.stack' | 'ticket.merge' | 'ticket.split' | 'ticket.link' | 'ticket.rename'

/** What messages that were moved are to the ticket that has them now. */
function arrivalOf(moved: readonly Moved[]): Arrived {
  const newest = moved
    .filter(({ role }) => role === 'customer')
    .reduce<Moment | null>((best, item) => (isAfter(item, best) ? item : best), null)
  return { customer: newest, spoken: newest, ours: moved.some(({ role }) => role === 'ours'), lost: false }
}

/** @throws Failure `ticket.unlike` unless both are of one customer and one brand, and neither was merged away */
function mustBeAlike(one: TicketState, other: TicketState): void {
  const isAlike = one.brandId === other.brandId && one.customerId === other.customerId && one.id !== other.id
  if (!isAlike || one.own.merged_into_id !== null || other.own.merged_into_id !== null)
    throw new Failure('ticket.unlike', {})
}

/** @throws Failure `ticket.busy` while a message that was written in this ticket is not settled, or a draft lies in it */
function mustRest(tx: Tx, ticketId: string): void {
  if (tx.raw(unsettled).get(ticketId, ticketId) !== undefined) throw new Failure('ticket.busy', {})
}

async function merge(tx: Tx, sourceId: string, into: string, actionId: string): Promise<void> {
  const source = await ticketState(tx.db, sourceId)
  const target = await ticketState(tx.db, into)
  mustBeAlike(source, target)
  mustRest(tx, sourceId)
  const pauses = pausesOf(tx, into)
  const moved = moveItems(tx, sourceId, into, null)
  const notes = tx.raw<{ id: string }>(moveNotes).all(into, sourceId)
  await tx.db
    .updateTable('tickets')
    .set({ status: 'closed', merged_into_id: into })
    .where('id', '=', sourceId)
    .execute()
  refreshNow(tx, sourceId, null)
  refreshNow(tx, into, arrivalOf(moved))
  touchSiblings(tx, into)
  const { own } = await ticketState(tx.db, into)
  await record(tx, {
    event: 'ticket.merged',
    actionId,
    ticketId: sourceId,
    brandId: source.brandId,
    before: {
      status: source.status,
      merged_into_id: null,
      target: JSON.stringify(target.own),
      pauses: JSON.stringify(pauses),
    },
    after: {
      status: 'closed',
      merged_into_id: into,
      target: JSON.stringify(own),
      moved: JSON.stringify(moved),
      notes: JSON.stringify(notes.map(({ id }) => id)),
    },
    undoable: true,
  })
}

async function split(tx: Tx, ticketId: string, kind: 'post' | 'dm', itemId: string): Promise<string> {
  const ticket = await ticketState(tx.db, ticketId)
  mustRest(tx, ticketId)
  const first = tx.raw<Moment>(firstOf).get(ticketId)
  const item = tx.raw<Moment & { conversationId: string | null }>(itemIn(kind)).get(ticketId, itemId)
  if (!first || !item || !isAfter(item, first)) throw new Failure('ticket.nothing-to-split', {})
  const numbers = ticketNumbers(tx)
  const { clockFrom } = tx.raw<{ clockFrom: number }>(clockOf).get(ticketId) ?? { clockFrom: 0 }
  const newTicketId = openTicket(
    tx,
    numbers,
    {
      brandId: ticket.brandId,
      handleId: ticket.handleId,
      customerId: ticket.customerId,
      channel: kind === 'dm' ? 'dm' : 'public',
      conversationId: item.conversationId ?? ticket.conversationId,
      previousId: ticketId,
      clockFrom,
    },
    { kind, itemId, at: item.at },
  )
  numbers.keep()
  const moved = moveItems(tx, ticketId, newTicketId, item)
  await tx.db
    .updateTable('tickets')
    .set({ status: 'open', owner_agent_id: ticket.own.owner_agent_id })
    .where('id', '=', newTicketId)
    .execute()
  refreshNow(tx, newTicketId, arrivalOf(moved))
  // A ticket whose answer went with what it answered waits again, where something is left that nobody answered.
  const isPending = ticket.status === 'pending'
  refreshNow(tx, ticketId, isPending ? { customer: null, spoken: null, ours: false, lost: true } : null)
  touchSiblings(tx, ticketId)
  const actionId = newId(tx.at)
  const source = await ticketState(tx.db, ticketId)
  await record(tx, {
    event: 'ticket.split',
    actionId,
    ticketId: newTicketId,
    brandId: ticket.brandId,
    before: { source_id: ticketId, source: JSON.stringify(ticket.own) },
    after: { source_id: ticketId, source: JSON.stringify(source.own), moved: JSON.stringify(moved) },
    undoable: true,
  })
  await record(tx, {
    event: 'ticket.split-off',
    actionId,
    ticketId,
    brandId: ticket.brandId,
    undoable: false,
  })
  return newTicketId
}

export function mergeService({
  database,
}: {
  database: Database
}): Pick<Handlers<Contract, CallContext>, Methods> {
  return {
    'ticket.stack': async ({ ticketId }) =>
      stackOf(database.read, await ticketState(database.read, ticketId)),

    'ticket.merge': async ({ ticketIds, into }) => {
      const sources = [...new Set(ticketIds)].filter((id) => id !== into)
      await database.write(async (tx) => {
        const actionId = newId(tx.at)
        for (const source of sources) await merge(tx, source, into, actionId)
      })
      return { event: 'ticket.merged', ticketIds: [into, ...sources] }
    },

    'ticket.split': async ({ ticketId, kind, itemId }) => ({
      event: 'ticket.split',
      ticketIds: [await database.write((tx) => split(tx, ticketId, kind, itemId)), ticketId],
    }),

    'ticket.link': ({ ticketId, previousId }) =>
      database.write(async (tx) => {
        if (previousId !== null)
          mustBeAlike(await ticketState(tx.db, ticketId), await ticketState(tx.db, previousId))
        const ticketIds = await changeTickets(tx, {
          event: 'ticket.linked',
          ticketIds: [ticketId],
          columnsFor: ({ own }) =>
            own.previous_ticket_id === previousId ? null : { previous_ticket_id: previousId },
        })
        return { event: 'ticket.linked', ticketIds }
      }),

    'ticket.rename': ({ ticketId, title }) =>
      database.write(async (tx) => ({
        event: 'ticket.renamed',
        ticketIds: await changeTickets(tx, {
          event: 'ticket.renamed',
          ticketIds: [ticketId],
          columnsFor: ({ own }) => (own.title === title ? null : { title }),
        }),
      })),
  }
}

const unsettled = `
  SELECT 1 FROM jobs WHERE ticket_id = ? AND settled_at IS NULL
  UNION ALL SELECT 1 FROM drafts WHERE ticket_id = ? LIMIT 1`

const moveNotes = 'UPDATE notes SET ticket_id = ? WHERE ticket_id = ? RETURNING id'

const firstOf = `
  SELECT at, item_id AS itemId FROM ticket_items WHERE ticket_id = ? AND role = 'customer'
  ORDER BY at, item_id LIMIT 1`

const clockOf = 'SELECT clock_from AS clockFrom FROM tickets WHERE id = ?'

/** A customer's message of a ticket, with its conversation as far as X still shows it. */
const itemIn = (kind: 'post' | 'dm'): string => `
  SELECT i.at, i.item_id AS itemId, m.conversation_id AS conversationId
  FROM ticket_items i LEFT JOIN ${kind === 'dm' ? 'dm_events' : 'posts'} m ON m.id = i.item_id
  WHERE i.ticket_id = ? AND i.item_id = ? AND i.kind = '${kind}' AND i.role = 'customer'`
