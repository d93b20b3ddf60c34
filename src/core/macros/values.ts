/** @file What the variables of a macro stand for in one ticket. */
import { firstNameOf } from '../../shared/domain/macro-text.ts'
import { Failure } from '../../shared/errors.ts'
import { own } from '../../shared/own.ts'
import { currentAgent } from '../agents/repo.ts'
import type { Reads } from '../db/database.ts'
import { runningText } from '../notices/told.ts'

/** @returns the value of a variable by its name; null for what nobody knows. @throws Failure `ticket.missing` */
export async function valuesOf(read: Reads, ticketId: string): Promise<(name: string) => string | null> {
  const ticket = await read
    .selectFrom('tickets')
    .innerJoin('brands', 'brands.id', 'tickets.brand_id')
    .innerJoin('handles', 'handles.id', 'tickets.handle_id')
    .leftJoin('people', 'people.x_user_id', 'tickets.customer_id')
    .leftJoin('incidents', 'incidents.id', 'tickets.incident_id')
    .select([
      'tickets.number',
      'tickets.brand_id as brandId',
      'brands.name as brand',
      'handles.username as ours',
    ])
    .select(['people.name', 'people.username'])
    .select(['incidents.title as incident', 'incidents.status_text as incidentStatus'])
    .where('tickets.id', '=', ticketId)
    .executeTakeFirst()
  if (!ticket) throw new Failure('ticket.missing', { ticketId })
  const agent = await currentAgent(read)
  const fields = await read
    .selectFrom('ticket_fields')
    .select(['field_id', 'value'])
    .where('ticket_id', '=', ticketId)
    .execute()
  const values: Record<string, string | null> = {
    'customer.first_name': firstNameOf(ticket.name ?? ''),
    'customer.name': ticket.name,
    'customer.handle': ticket.username === null ? null : `@${ticket.username}`,
    'agent.initials': agent?.initials ?? null,
    'agent.name': agent?.name ?? null,
    'brand.name': ticket.brand,
    'brand.handle': `@${ticket.ours}`,
    'brand.notice': await runningText(read, ticket.brandId),
    'ticket.number': String(ticket.number),
    'incident.title': ticket.incident,
    'incident.status': ticket.incidentStatus,
    ...Object.fromEntries(fields.map((field) => [`ticket.field.${field.field_id}`, field.value])),
  }
  return (name) => own(values, name) ?? null
}
