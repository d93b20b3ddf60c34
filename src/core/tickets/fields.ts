/** @file The fields of a brand on its tickets: what is known of each, set by agents, taken back by undo. */
import { z } from 'zod'
import type { Contract } from '../../shared/contract/contract.ts'
import type { DeskView } from '../../shared/domain/desk.ts'
import type { TicketField } from '../../shared/domain/fields-setting.ts'
import { Failure } from '../../shared/errors.ts'
import { must } from '../../shared/must.ts'
import type { Handlers } from '../../shared/rpc.ts'
import { record } from '../audit/audit.ts'
import type { Undoers } from '../audit/undo.ts'
import { brandSetting } from '../brands/settings.ts'
import type { Database, Reads, Tx } from '../db/database.ts'
import { newId } from '../db/uuid.ts'
import type { CallContext } from '../rpc-context.ts'
import { refreshTicket } from './refresh.ts'
import { ticketState } from './repo.ts'

type Given = { fieldId: string; value: string }

const Audited = z.object({ field_id: z.string(), value: z.string() })

async function valueOf(read: Reads, ticketId: string, fieldId: string): Promise<string> {
  const row = await read
    .selectFrom('ticket_fields')
    .select('value')
    .where('ticket_id', '=', ticketId)
    .where('field_id', '=', fieldId)
    .executeTakeFirst()
  return row?.value ?? ''
}

async function keepValue(tx: Tx, ticketId: string, fieldId: string, value: string): Promise<void> {
  await tx.db
    .deleteFrom('ticket_fields')
    .where('ticket_id', '=', ticketId)
    .where('field_id', '=', fieldId)
    .execute()
  if (value !== '')
    await tx.db
      .insertInto('ticket_fields')
      .values({ ticket_id: ticketId, field_id: fieldId, value })
      .execute()
  tx.touch.ticket(ticketId)
}

/** The fields of a ticket's brand, in its order, with what is known here. */
export async function fieldsOf(read: Reads, ticketId: string): Promise<DeskView['fields']> {
  const { brandId } = await ticketState(read, ticketId)
  const { fields } = await brandSetting(read, brandId, 'fields')
  if (fields.length === 0) return []
  const rows = await read
    .selectFrom('ticket_fields')
    .select(['field_id as id', 'value'])
    .where('ticket_id', '=', ticketId)
    .execute()
  const values = new Map(rows.map(({ id, value }) => [id, value]))
  return fields.map((field) => ({ ...field, value: values.get(field.id) ?? '' }))
}

/** @throws Failure `field.missing` where the brand has no such field, or it may not be that */
function mustFit(fields: readonly TicketField[], { fieldId, value }: Given): void {
  const field = fields.find(({ id }) => id === fieldId)
  const fits = field && (field.options.length === 0 || value === '' || field.options.includes(value))
  if (!fits) throw new Failure('field.missing', { field: field?.name ?? fieldId })
}

export function fieldService({
  database,
}: {
  database: Database
}): Pick<Handlers<Contract, CallContext>, 'ticket.set-fields'> {
  return {
    'ticket.set-fields': ({ ticketIds, values }) =>
      database.write(async (tx) => {
        const event = 'ticket.field-set'
        const actionId = newId(tx.at)
        const changed = new Set<string>()
        for (const ticketId of new Set(ticketIds)) {
          const { brandId } = await ticketState(tx.db, ticketId)
          const { fields } = await brandSetting(tx.db, brandId, 'fields')
          for (const given of values) {
            mustFit(fields, given)
            const before = await valueOf(tx.db, ticketId, given.fieldId)
            if (before === given.value) continue
            await keepValue(tx, ticketId, given.fieldId, given.value)
            await record(tx, {
              event,
              actionId,
              ticketId,
              brandId,
              before: { field_id: given.fieldId, value: before },
              after: { field_id: given.fieldId, value: given.value },
              undoable: true,
            })
            changed.add(ticketId)
          }
        }
        return { event, ticketIds: [...changed] }
      }),
  }
}

/** By audit event. */
export const fieldUndoers: Undoers = {
  'ticket.field-set': async (tx, row) => {
    const ticketId = must(row.ticket_id, 'a field is of a ticket')
    const { field_id: fieldId, value: after } = Audited.parse(JSON.parse(must(row.after, 'it has a value')))
    const { value: before } = Audited.parse(JSON.parse(must(row.before, 'it had a value')))
    if ((await valueOf(tx.db, ticketId, fieldId)) !== after)
      throw new Failure('undo.conflict', { action: row.event })
    await keepValue(tx, ticketId, fieldId, before)
    await refreshTicket(tx, ticketId)
    return { event: row.event, ticketIds: [ticketId], reach: 'restored', channel: null }
  },
}
