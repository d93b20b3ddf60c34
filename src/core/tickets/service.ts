/** @file What agents do with tickets: look, note, wait for their own post, type. Where a ticket stands: status.ts. */
import type { Contract } from '../../shared/contract/contract.ts'
import type { EarlierCount, Routes, TicketDetail, TimelineItem } from '../../shared/domain/ticket.ts'
import { moved } from '../../shared/domain/transitions.ts'
import type { Handlers } from '../../shared/rpc.ts'
import type { Database } from '../db/database.ts'
import { newId } from '../db/uuid.ts'
import { attachmentsOfTicket } from '../media/attachments.ts'
import type { CallContext } from '../rpc-context.ts'
import { incidentOfTicket } from '../incidents/repo.ts'
import { impostorsOf } from '../triage/impostors.ts'
import { triageView } from '../triage/rows.ts'
import { changeTickets } from './change.ts'
import { deskOf } from './desk.ts'
import { earlierCount, earlierPage } from './earlier.ts'
import { noteDown } from './note.ts'
import {
  countOfCustomer,
  draftsOf,
  isOnItsWay,
  keepDraft,
  ticketCard,
  ticketState,
  type TicketState,
} from './repo.ts'
import { waitOnXMs } from './rules.ts'
import { timelineOf } from './timeline.ts'
import { ticketRef } from './stack.ts'
import { titleOf } from './title.ts'

type Methods = 'ticket.get' | 'ticket.earlier' | 'ticket.note' | 'ticket.wait-on-x' | 'draft.save'
type Parts = {
  database: Database
  /** The reply resolver's answer for a ticket. */
  routesOf: (ticketId: string) => Promise<Routes>
  /** A person looks at this ticket. */
  onOpened: (ticketId: string) => void
  /** Where X's pages live. */
  xWebOrigin: string
}

export function ticketService({
  database,
  routesOf,
  onOpened,
  xWebOrigin,
}: Parts): Pick<Handlers<Contract, CallContext>, Methods> {
  /** The ticket's own timeline, and how much there is beside it. */
  async function told(ticket: TicketState): Promise<[TimelineItem[], EarlierCount | null]> {
    const { items, ...shown } = await timelineOf(database.read, ticket, xWebOrigin)
    return [items, await earlierCount(database.read, ticket, shown)]
  }

  return {
    'ticket.get': async ({ ticketId }): Promise<TicketDetail> => {
      const { read } = database
      const ticket = await ticketState(read, ticketId)
      const [
        card,
        routes,
        [timeline, earlier],
        drafts,
        attachments,
        customerTicketCount,
        title,
        previous,
        mergedInto,
        triage,
        impostors,
        desk,
        incident,
      ] = await Promise.all([
        ticketCard(read, ticketId),
        routesOf(ticketId),
        told(ticket),
        draftsOf(read, ticketId),
        attachmentsOfTicket(read, ticketId),
        countOfCustomer(read, ticket.brandId, ticket.customerId),
        titleOf(read, ticket),
        ticketRef(read, ticket.own.previous_ticket_id),
        ticketRef(read, ticket.own.merged_into_id),
        triageView(read, ticketId),
        impostorsOf(read, ticketId),
        deskOf(read, ticketId),
        incidentOfTicket(read, ticket.own.incident_id),
      ])
      onOpened(ticketId)
      return {
        card,
        title,
        routes,
        timeline,
        earlier,
        drafts,
        attachments,
        customerTicketCount,
        previous,
        mergedInto,
        triage,
        impostors,
        desk,
        incident,
      }
    },

    'ticket.earlier': async ({ ticketId, after, limit }) => {
      const { read } = database
      const ticket = await ticketState(read, ticketId)
      const { items: _own, ...shown } = await timelineOf(read, ticket, xWebOrigin)
      return earlierPage(read, ticket, shown, { after, limit, xWebOrigin })
    },

    'ticket.note': async ({ ticketId, text }) => {
      await database.write(async (tx) => {
        const ticket = await ticketState(tx.db, ticketId)
        await tx.db
          .deleteFrom('drafts')
          .where('ticket_id', '=', ticketId)
          .where('channel', '=', 'note')
          .execute()
        await noteDown(tx, { ticketId, brandId: ticket.brandId, text, actionId: newId(tx.at) })
      })
      return { event: 'ticket.noted', ticketIds: [ticketId] }
    },

    'ticket.wait-on-x': async ({ ticketId }) => {
      const event = 'ticket.waiting-on-x'
      await database.write((tx) =>
        changeTickets(tx, {
          event,
          ticketIds: [ticketId],
          columnsFor: ({ status }) => ({
            status: status === 'new' ? moved(status, 'open', 'agent') : status,
            waiting_on_x_until: tx.at + waitOnXMs,
          }),
        }),
      )
      return { event, ticketIds: [ticketId] }
    },

    'draft.save': (draft) =>
      database.write(async (tx) => {
        await ticketState(tx.db, draft.ticketId)
        // A save that comes after its message: as a draft it would be one key from going out twice.
        return (await isOnItsWay(tx.db, draft)) ? draft : keepDraft(tx, draft)
      }),
  }
}
