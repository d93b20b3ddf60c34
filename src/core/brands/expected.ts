/**
 * @file Handles that a brand is to have, known by name alone. Such a row is read by nobody but the console and the
 * sign-in: a handle exists once X said whose it is.
 */
import { z } from 'zod'
import type { UndoResult } from '../../shared/domain/session.ts'
import { Failure } from '../../shared/errors.ts'
import { must } from '../../shared/must.ts'
import { record } from '../audit/audit.ts'
import type { AuditRow } from '../audit/undo.ts'
import type { Reads, Tx } from '../db/database.ts'
import { newId } from '../db/uuid.ts'

export type Expected = { id: string; brandId: string; brandName: string; username: string }

const waiting = (read: Reads) =>
  read
    .selectFrom('expected_handles')
    .innerJoin('brands', 'brands.id', 'expected_handles.brand_id')
    .select(['expected_handles.id', 'expected_handles.brand_id as brandId'])
    .select(['brands.name as brandName', 'expected_handles.username'])
    .where('brands.removed_at', 'is', null)

/** All of them, in the order in which they were written down. */
export const listExpected = (read: Reads): Promise<Expected[]> =>
  waiting(read).orderBy('expected_handles.id').execute()

/** @throws Failure `connect.not-expected` when it is connected, or taken off the list */
export async function expectedById(read: Reads, id: string): Promise<Expected> {
  const row = await waiting(read).where('expected_handles.id', '=', id).executeTakeFirst()
  if (!row) throw new Failure('connect.not-expected', {})
  return row
}

/** The brand that waits for this handle; null when none does. */
export async function expectedByName(read: Reads, username: string): Promise<Expected | null> {
  const row = await waiting(read)
    .where(({ fn }) => fn<string>('lower', ['expected_handles.username']), '=', username.toLowerCase())
    .executeTakeFirst()
  return row ?? null
}

/**
 * A handle of this brand was connected: it is expected no more, and the list that it stood on is not taken back any
 * more.
 */
export function arrived(tx: Tx, brandId: string, username: string): void {
  tx.raw(
    `UPDATE audit SET undoable = 0
     WHERE event = 'brand.pasted' AND action_id IN (
       SELECT action_id FROM expected_handles WHERE brand_id = ? AND lower(username) = lower(?))`,
  ).run(brandId, username)
  tx.raw('DELETE FROM expected_handles WHERE brand_id = ? AND lower(username) = lower(?)').run(
    brandId,
    username,
  )
}

const Dropped = z.object({
  id: z.string(),
  username: z.string(),
  action_id: z.string(),
  created_at: z.number(),
})

/** Takes a handle off the list of its brand. @throws Failure `connect.not-expected` when it is not on it */
export async function dropExpected(tx: Tx, id: string): Promise<void> {
  const { brandId } = await expectedById(tx.db, id)
  const row = await tx.db
    .deleteFrom('expected_handles')
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  tx.touch.brand(brandId)
  tx.touch.session()
  await record(tx, {
    event: 'brand.handle-dropped',
    actionId: newId(tx.at),
    brandId,
    before: Dropped.parse(row),
    undoable: true,
  })
}

/** Puts a handle back on the list. @throws Failure `undo.conflict` when it is connected or expected by now */
export async function undoDropped(tx: Tx, line: AuditRow): Promise<UndoResult> {
  const brandId = must(line.brand_id, 'a handle is expected by a brand')
  const row = Dropped.parse(JSON.parse(must(line.before, 'what was dropped is written down')))
  const brand = await tx.db
    .selectFrom('brands')
    .select('id')
    .where('id', '=', brandId)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  const connected = await tx.db
    .selectFrom('handles')
    .select('id')
    .where(({ fn }) => fn<string>('lower', ['username']), '=', row.username.toLowerCase())
    .where('state', '<>', 'removed')
    .executeTakeFirst()
  if (!brand || connected || (await expectedByName(tx.db, row.username)))
    throw new Failure('undo.conflict', { action: line.event })
  await tx.db
    .insertInto('expected_handles')
    .values({ ...row, brand_id: brandId })
    .execute()
  tx.touch.brand(brandId)
  tx.touch.session()
  return { event: line.event, ticketIds: [], reach: 'restored', channel: null }
}
