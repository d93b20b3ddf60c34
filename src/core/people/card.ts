/** @file What a brand knows of the customer of a ticket, from the database alone: X is asked for nothing. Reads only. */
import type { Contract } from '../../shared/contract/contract.ts'
import type { CustomerCard, CustomerTicket, Profile } from '../../shared/domain/customer.ts'
import type { Handlers } from '../../shared/rpc.ts'
import type { Database, Reads } from '../db/database.ts'
import { fromJson } from '../db/values.ts'
import { About } from '../posts/records.ts'
import { isWebLink, runsOf } from '../posts/text.ts'
import type { CallContext } from '../rpc-context.ts'
import { personView } from '../tickets/cards.ts'
import { countOfCustomer, ticketState } from '../tickets/repo.ts'
import { titlesOf } from '../tickets/title.ts'

/** More of each is not told. */
const atMost = 30

type Whose = { brandId: string; customerId: string }

async function ticketsOf(read: Reads, { brandId, customerId }: Whose): Promise<CustomerTicket[]> {
  const rows = await read
    .selectFrom('tickets')
    .select(['id as ticketId', 'number', 'status', 'opened_at as openedAt'])
    .select(['solved_at as solvedAt', 'solved_how as solvedHow'])
    .where('brand_id', '=', brandId)
    .where('customer_id', '=', customerId)
    .where('merged_into_id', 'is', null)
    .orderBy('opened_at', 'desc')
    .orderBy('id', 'desc')
    .limit(atMost)
    .execute()
  const titles = await titlesOf(
    read,
    rows.map(({ ticketId }) => ticketId),
  )
  return rows.map((row) => ({ ...row, title: titles.get(row.ticketId) ?? '' }))
}

const notesOf = (read: Reads, { brandId, customerId }: Whose): Promise<CustomerCard['notes']> =>
  read
    .selectFrom('tickets')
    .innerJoin('notes', 'notes.ticket_id', 'tickets.id')
    .leftJoin('agents', 'agents.id', 'notes.agent_id')
    .select(['notes.id', 'notes.text', 'notes.created_at as at', 'agents.name as agentName'])
    .select(['tickets.id as ticketId', 'tickets.number'])
    .where('tickets.brand_id', '=', brandId)
    .where('tickets.customer_id', '=', customerId)
    .where('notes.removed_at', 'is', null)
    .orderBy('notes.created_at', 'desc')
    .orderBy('notes.id', 'desc')
    .limit(atMost)
    .execute()

async function scoresOf(read: Reads, { brandId, customerId }: Whose): Promise<CustomerCard['scores']> {
  const rows = await read
    .selectFrom('csat_asks')
    .innerJoin('tickets', 'tickets.id', 'csat_asks.ticket_id')
    .select(['tickets.id as ticketId', 'tickets.number', 'csat_asks.score', 'csat_asks.answered_at as at'])
    .where('csat_asks.brand_id', '=', brandId)
    .where('csat_asks.x_user_id', '=', customerId)
    .orderBy('csat_asks.asked_at', 'desc')
    .limit(atMost)
    .execute()
  return rows.flatMap(({ score, at, ...row }) =>
    score === null || at === null ? [] : [{ ...row, score, at }],
  )
}

async function wishesOf(
  read: Reads,
  { brandId, customerId }: Whose,
): Promise<Pick<CustomerCard, 'leaveAloneAt' | 'noSurveyAt'>> {
  const rows = await read
    .selectFrom('person_wishes')
    .select(['wish', 'at'])
    .where('brand_id', '=', brandId)
    .where('x_user_id', '=', customerId)
    .execute()
  const since = (wish: string): number | null => rows.find((row) => row.wish === wish)?.at ?? null
  return { leaveAloneAt: since('leave-alone'), noSurveyAt: since('no-survey') }
}

function profileOf(about: About | null, joinedAt: number | null): Profile {
  const { description = '', entities = null, location = '', site = null } = about ?? {}
  return {
    description: runsOf(description, entities),
    location: location.trim(),
    site: site && isWebLink(site.url) ? { text: site.displayUrl, href: site.url } : null,
    joinedAt,
  }
}

/** @throws Failure `ticket.missing` */
export async function customerCard(read: Reads, ticketId: string): Promise<CustomerCard> {
  const whose = await ticketState(read, ticketId)
  const [person, ticketCount, tickets, notes, scores, wishes] = await Promise.all([
    read
      .selectFrom('people')
      .select(['name', 'username', 'followers', 'verified', 'avatar_id as avatar', 'about', 'joined_at'])
      .where('x_user_id', '=', whose.customerId)
      .executeTakeFirst(),
    countOfCustomer(read, whose.brandId, whose.customerId),
    ticketsOf(read, whose),
    notesOf(read, whose),
    scoresOf(read, whose),
    wishesOf(read, whose),
  ])
  const unknown = { name: null, username: null, followers: null, verified: null, avatar: null }
  const customer = personView({ xUserId: whose.customerId, ...(person ?? unknown) })
  const profile = profileOf(fromJson(About, person?.about ?? null), person?.joined_at ?? null)
  return { brandId: whose.brandId, customer, profile, ticketCount, tickets, notes, scores, ...wishes }
}

export const customerService = ({
  database,
}: {
  database: Database
}): Pick<Handlers<Contract, CallContext>, 'customer.get'> => ({
  'customer.get': ({ ticketId }) => customerCard(database.read, ticketId),
})
