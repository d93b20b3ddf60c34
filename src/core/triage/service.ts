/** @file What agents say of tickets instead of triage, what they do about impostors, and how either is taken back. */
import { z } from 'zod'
import type { Contract } from '../../shared/contract/contract.ts'
import type { UndoResult } from '../../shared/domain/session.ts'
import type { Category, ImpostorView } from '../../shared/domain/triage.ts'
import { Failure } from '../../shared/errors.ts'
import { must } from '../../shared/must.ts'
import type { Handlers } from '../../shared/rpc.ts'
import { record } from '../audit/audit.ts'
import { conflictOf } from '../audit/since.ts'
import type { AuditRow, Undoers } from '../audit/undo.ts'
import type { Database, Tx } from '../db/database.ts'
import { newId } from '../db/uuid.ts'
import { fromJson } from '../db/values.ts'
import type { CallContext } from '../rpc-context.ts'
import { knownLanguage } from './known-languages.ts'
import { learnedFrom } from './learning.ts'
import { deciding } from './of-ticket.ts'
import { lookedTicket, refreshTriage } from './refresh.ts'
import { correctionsOf } from './rows.ts'

type Methods = 'triage.learned' | 'ticket.categorize' | 'impostor.report' | 'impostor.dismiss'
type Parts = {
  database: Database
  /** Opens an address in the browser. */
  open: (url: string) => Promise<void>
}

/** X's form for accounts that pretend to be somebody. Source: help.x.com, "Report impersonation accounts". */
export const reportForm = 'https://help.x.com/en/forms/authenticity/impersonation'

export function triageService({ database, open }: Parts): Pick<Handlers<Contract, CallContext>, Methods> {
  return {
    'ticket.categorize': async ({ ticketIds, category }) => {
      const changed = await database.write(async (tx) => {
        const actionId = newId(tx.at)
        const done: string[] = []
        for (const ticketId of new Set(ticketIds))
          if (await categorize(tx, ticketId, category, actionId)) done.push(ticketId)
        return done
      })
      return { event: 'ticket.categorized', ticketIds: changed }
    },

    'triage.learned': async () => learnedFrom(await correctionsOf(database.read)),

    'impostor.report': async ({ ticketId, xUserId }) => {
      await database.write((tx) => setState(tx, ticketId, xUserId, 'reported'))
      await open(reportForm)
      return { event: 'impostor.reported', ticketIds: [ticketId] }
    },

    'impostor.dismiss': async ({ ticketId, xUserId }) => {
      await database.write((tx) => setState(tx, ticketId, xUserId, 'dismissed'))
      return { event: 'impostor.dismissed', ticketIds: [ticketId] }
    },
  }
}

/**
 * Says what the messages are that wait in a ticket, or its newest.
 * @returns false where that was said or found already, or nobody has looked yet
 * @throws Failure `ticket.missing`
 */
async function categorize(tx: Tx, ticketId: string, category: Category, actionId: string): Promise<boolean> {
  const found = await lookedTicket(tx.db, ticketId)
  if (!found) throw new Failure('ticket.missing', { ticketId })
  const { ticket, items } = found
  const others = deciding(items, ticket.answeredAt).filter(
    (item) => (item.said ?? item.category) !== category,
  )
  if (others.length === 0) return false
  const before = await categoryOf(tx, ticketId)
  for (const item of others) {
    const { lang, voices } = await tx.db
      .selectFrom('triage_items')
      .select(['lang', 'voices'])
      .where('item_id', '=', item.itemId)
      .where('kind', '=', item.kind)
      .where('brand_id', '=', ticket.brandId)
      .executeTakeFirstOrThrow()
    await tx.db
      .insertInto('triage_corrections')
      .values({
        id: newId(tx.at),
        brand_id: ticket.brandId,
        ticket_id: ticketId,
        kind: item.kind,
        item_id: item.itemId,
        action_id: actionId,
        language: knownLanguage(lang),
        found: item.category,
        said: category,
        voices,
        at: tx.at,
      })
      .execute()
  }
  await refreshTriage(tx, ticketId)
  await record(tx, {
    event: 'ticket.categorized',
    actionId,
    ticketId,
    brandId: ticket.brandId,
    before: { category: before },
    after: { category },
    undoable: true,
  })
  return true
}

async function categoryOf(tx: Tx, ticketId: string): Promise<string | null> {
  const row = await tx.db
    .selectFrom('ticket_triage')
    .select('category')
    .where('ticket_id', '=', ticketId)
    .executeTakeFirst()
  return row?.category ?? null
}

/** @throws Failure `impostor.missing` */
async function setState(
  tx: Tx,
  ticketId: string,
  xUserId: string,
  state: ImpostorView['state'],
): Promise<void> {
  const row = await tx.db
    .selectFrom('impostors as m')
    .innerJoin('tickets as t', 't.id', 'm.ticket_id')
    .select(['m.state', 'm.post_id', 'm.handle_id', 't.brand_id'])
    .where('m.ticket_id', '=', ticketId)
    .where('m.x_user_id', '=', xUserId)
    .executeTakeFirst()
  if (!row) throw new Failure('impostor.missing', {})
  if (row.state === state) return
  await tx.db
    .updateTable('impostors')
    .set({ state })
    .where('ticket_id', '=', ticketId)
    .where('x_user_id', '=', xUserId)
    .execute()
  tx.touch.ticket(ticketId)
  // The evidence by ids: who, where, whom it resembles.
  const evidence = { x_user_id: xUserId, post_id: row.post_id, handle_id: row.handle_id }
  await record(tx, {
    event: state === 'reported' ? 'impostor.reported' : 'impostor.dismissed',
    actionId: newId(tx.at),
    ticketId,
    brandId: row.brand_id,
    before: { ...evidence, state: row.state },
    after: { ...evidence, state },
    undoable: true,
  })
}

const restored = (row: AuditRow, ticketId: string): UndoResult => ({
  event: row.event,
  ticketIds: [ticketId],
  reach: 'restored',
  channel: null,
})

const StateColumns = z.object({ x_user_id: z.string(), state: z.enum(['seen', 'reported', 'dismissed']) })

async function undoState(tx: Tx, row: AuditRow): Promise<UndoResult> {
  const ticketId = must(row.ticket_id, 'an impostor was seen in a ticket')
  const before = must(fromJson(StateColumns, row.before), 'what it was')
  const after = must(fromJson(StateColumns, row.after), 'what it became')
  const { numUpdatedRows } = await tx.db
    .updateTable('impostors')
    .set({ state: before.state })
    .where('ticket_id', '=', ticketId)
    .where('x_user_id', '=', after.x_user_id)
    .where('state', '=', after.state)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw await conflictOf(tx.db, row)
  tx.touch.ticket(ticketId)
  return restored(row, ticketId)
}

/** What was said is gone, and with it what it had moved. */
async function undoCategorized(tx: Tx, row: AuditRow): Promise<UndoResult> {
  const ticketId = must(row.ticket_id, 'a ticket was categorized')
  await tx.db
    .deleteFrom('triage_corrections')
    .where('action_id', '=', row.action_id)
    .where('ticket_id', '=', ticketId)
    .execute()
  await refreshTriage(tx, ticketId)
  return restored(row, ticketId)
}

/** How each of these is taken back. */
export const triageUndoers: Undoers = {
  'ticket.categorized': undoCategorized,
  'impostor.reported': undoState,
  'impostor.dismissed': undoState,
}
