/**
 * @file An agency arrives: clients, brands and the handles that are to be connected, all from one pasted list and as
 * one action. X is asked for nothing.
 */
import { z } from 'zod'
import type { Contract } from '../../shared/contract/contract.ts'
import type { ListCounts } from '../../shared/domain/client-list.ts'
import type { UndoResult } from '../../shared/domain/session.ts'
import { Failure } from '../../shared/errors.ts'
import { must } from '../../shared/must.ts'
import type { Handlers } from '../../shared/rpc.ts'
import { record } from '../audit/audit.ts'
import { onlyTells } from '../audit/since.ts'
import type { AuditRow, Undoers } from '../audit/undo.ts'
import type { Database, Reads, Tx } from '../db/database.ts'
import { newId } from '../db/uuid.ts'
import type { CallContext } from '../rpc-context.ts'
import { makeBrand } from './birth.ts'
import { dropExpected, listExpected, undoDropped } from './expected.ts'
import { forgetBare } from './forget.ts'
import { pastePlan, type KnownHandle, type KnownHere } from './paste-plan.ts'

/** What a list is laid out beside. */
export async function knownHere(read: Reads): Promise<KnownHere> {
  const clients = await read.selectFrom('clients').select('name').execute()
  const brands = await read
    .selectFrom('brands')
    .innerJoin('clients', 'clients.id', 'brands.client_id')
    .select(['brands.id', 'brands.name', 'clients.name as client', 'brands.initials', 'brands.fill'])
    .select('brands.removed_at')
    .orderBy('brands.position')
    .orderBy('brands.id')
    .execute()
  const handles = await read
    .selectFrom('handles')
    .innerJoin('brands', 'brands.id', 'handles.brand_id')
    .select(['handles.username', 'handles.state', 'brands.name as brand'])
    .execute()
  const expected = await listExpected(read)
  return {
    clients: clients.map(({ name }) => name),
    brands: brands.map(({ removed_at, ...brand }) => ({ ...brand, removed: removed_at !== null })),
    handles: new Map<string, KnownHandle>([
      ...handles.map(
        ({ username, state, brand }) =>
          [username.toLowerCase(), { kind: state === 'removed' ? 'removed' : 'connected', brand }] as const,
      ),
      ...expected.map(
        ({ username, brandName }) =>
          [username.toLowerCase(), { kind: 'expected', brand: brandName }] as const,
      ),
    ]),
  }
}

const Ids = z.string().transform((json) => z.array(z.string()).parse(JSON.parse(json)))
/** What a list made, in a line of history: new brands, and all handles that it expects. */
const Pasted = z.object({ brands: Ids, handles: Ids })

/** Makes what of the list stands, and nothing for a list of which nothing does. @param zone of its new brands */
async function pasteClients(tx: Tx, text: string, zone: string | undefined): Promise<ListCounts> {
  const { list, brands } = pastePlan(text, await knownHere(tx.db))
  if (brands.length === 0) return list.counts
  const actionId = newId(tx.at)
  const made: string[] = []
  const expected: string[] = []
  for (const { id, client, name, initials, handles } of brands) {
    const brandId =
      id ?? (await makeBrand(tx, { clientName: client, brandName: name, initials, zone, readOnly: true }))
    if (id === null) made.push(brandId)
    for (const username of handles) {
      const row = { id: newId(tx.at), brand_id: brandId, username, action_id: actionId, created_at: tx.at }
      await tx.db.insertInto('expected_handles').values(row).execute()
      expected.push(row.id)
    }
    tx.touch.brand(brandId)
  }
  tx.touch.session()
  await record(tx, {
    event: 'brand.pasted',
    actionId,
    after: { brands: JSON.stringify(made), handles: JSON.stringify(expected) },
    undoable: true,
  })
  return list.counts
}

/** Whether a brand is as the list left it: never connected, and nothing was settled or kept for it since. */
async function isUntouched(tx: Tx, row: AuditRow, brandId: string): Promise<boolean> {
  const brand = await tx.db
    .selectFrom('brands')
    .select('id')
    .where('id', '=', brandId)
    .where('removed_at', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('handles').select('handles.id').where('handles.brand_id', '=', brandId))),
    )
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('webhooks').select('webhooks.id').where('webhooks.brand_id', '=', brandId))),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('audit')
            .select('audit.id')
            .where('audit.brand_id', '=', brandId)
            .where('audit.action_id', '<>', row.action_id)
            .where('audit.undone_by', 'is', null)
            .where('audit.event', 'not in', onlyTells),
        ),
      ),
    )
    .executeTakeFirst()
  return brand !== undefined
}

/** Takes a whole list back. @throws Failure `undo.conflict` when one of its handles or brands is not as it was left */
async function undoPasted(tx: Tx, row: AuditRow): Promise<UndoResult> {
  const { brands, handles } = Pasted.parse(JSON.parse(must(row.after, 'what a list made is written down')))
  const waiting = await listExpected(tx.db)
  const theirs = waiting.filter(({ id }) => handles.includes(id))
  const untouched = await Promise.all(brands.map((id) => isUntouched(tx, row, id)))
  // Another list may have added to a brand of this one.
  const isShared = waiting.some(({ id, brandId }) => brands.includes(brandId) && !handles.includes(id))
  if (theirs.length < handles.length || untouched.includes(false) || isShared)
    throw new Failure('undo.conflict', { action: row.event })
  for (const { id, brandId } of theirs) {
    await tx.db.deleteFrom('expected_handles').where('id', '=', id).execute()
    tx.touch.brand(brandId)
  }
  for (const id of brands) forgetBare(tx, id)
  tx.touch.session()
  return { event: row.event, ticketIds: [], reach: 'restored', channel: null }
}

export const pasteUndoers: Undoers = {
  'brand.pasted': undoPasted,
  'brand.handle-dropped': undoDropped,
}

export function pasteService({
  database,
}: {
  database: Database
}): Pick<Handlers<Contract, CallContext>, 'brand.paste.preview' | 'brand.paste' | 'brand.drop-handle'> {
  return {
    'brand.paste.preview': async ({ text }) => pastePlan(text, await knownHere(database.read)).list,
    'brand.paste': ({ text, zone }) => database.write((tx) => pasteClients(tx, text, zone)),
    'brand.drop-handle': async ({ expectedId }) => {
      await database.write((tx) => dropExpected(tx, expectedId))
      return {}
    },
  }
}
