/** @file Reads what happened in a drill: from the history, the outbox and the tickets that are there anyway. */
import { z } from 'zod'
import { Guard } from '../../shared/domain/guard.ts'
import type { Reads } from '../db/database.ts'
import { fromJson } from '../db/values.ts'
import type { DrillFacts, GuardFact, ImpostorFact } from './rules.ts'

/** From when to when; `until` null: it goes on. Epoch ms. */
export type DrillSpan = { beganAt: number; endedAt: number | null }

export type DrillTicket = {
  id: string
  brandId: string
  number: number
  customer: string
  needsReply: number
}

/** What was written before the drill began is what it is about. */
export const drillTickets = (read: Reads, beganAt: number): Promise<DrillTicket[]> =>
  read
    .selectFrom('tickets as t')
    .leftJoin('people as c', 'c.x_user_id', 't.customer_id')
    .select((select) => [
      't.id',
      't.brand_id as brandId',
      't.number',
      select.fn.coalesce('c.name', 'c.username', select.val('')).as('customer'),
      't.needs_reply as needsReply',
    ])
    .where('t.opened_at', '<=', beganAt)
    .orderBy('t.number')
    .execute()

/** States of a message that reached nobody. */
const withdrawn = ['recalled', 'dropped', 'refused'] as const

/** Tickets with an answer that was written in the drill and not taken back. */
export async function answeredIn(read: Reads, { beganAt, endedAt }: DrillSpan): Promise<Set<string>> {
  const rows = await read
    .selectFrom('jobs')
    .select('ticket_id as ticketId')
    .distinct()
    .where('kind', 'in', ['reply', 'chain', 'dm'])
    .where('state', 'not in', withdrawn)
    .where('created_at', '>=', beganAt)
    .where('created_at', '<=', endedAt ?? Number.MAX_SAFE_INTEGER)
    .execute()
  return new Set(rows.flatMap(({ ticketId }) => (ticketId === null ? [] : [ticketId])))
}

const Told = z.object({ guard: Guard })
const Missed = z.object({ about: z.literal('reply') })
const events = ['guard.held-back', 'guard.overridden', 'deadline.missed'] as const

/** @param waiting ids of the drill's tickets that need a reply */
export async function drillFacts(
  read: Reads,
  { beganAt, endedAt }: DrillSpan,
  waiting: ReadonlySet<string>,
): Promise<DrillFacts> {
  const lines = await read
    .selectFrom('audit')
    .select(['event', 'ticket_id as ticketId', 'after'])
    .where('event', 'in', events)
    .where('at', '>=', beganAt)
    .where('at', '<=', endedAt ?? Number.MAX_SAFE_INTEGER)
    .orderBy('id')
    .execute()
  const guards = lines.flatMap(({ event, ticketId, after }): GuardFact[] => {
    const told = event === 'deadline.missed' ? null : fromJson(Told, after)
    return told ? [{ ticketId, guard: told.guard, letThrough: event === 'guard.overridden' }] : []
  })
  const late = lines.flatMap(({ event, ticketId, after }) =>
    event === 'deadline.missed' && ticketId !== null && Missed.safeParse(JSON.parse(after ?? 'null')).success
      ? [ticketId]
      : [],
  )
  const impostors: ImpostorFact[] = (
    await read
      .selectFrom('impostors')
      .select(['ticket_id as ticketId', 'state'])
      .orderBy('ticket_id')
      .execute()
  ).map((one) => ({ ...one, waits: waiting.has(one.ticketId) }))
  return { guards, late, impostors, isOver: endedAt !== null }
}
