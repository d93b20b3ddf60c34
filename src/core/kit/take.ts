/** @file Takes a kit into a brand: all of it or nothing, as one action that undo takes back. */
import { z } from 'zod'
import { kitSettings, linesOf, type BrandKit, type KitTaken } from '../../shared/domain/kit.ts'
import type { MacroDraft } from '../../shared/domain/macro.ts'
import type { UndoResult } from '../../shared/domain/session.ts'
import { Failure } from '../../shared/errors.ts'
import { must } from '../../shared/must.ts'
import { record } from '../audit/audit.ts'
import type { AuditRow } from '../audit/undo.ts'
import { setBrand } from '../brands/settings.ts'
import type { Tx } from '../db/database.ts'
import { newId } from '../db/uuid.ts'
import { keepListening, listListening, readingHandle, removeListening } from '../listening/repo.ts'
import { macrosOf } from '../macros/repo.ts'
import { saveMacro } from '../macros/service.ts'

/** Takes in what the kit holds. @throws Failure `macro.unknown`; `brand.unconnected` where it listens and nobody is signed in */
export async function takeKit(tx: Tx, brandId: string, kit: BrandKit): Promise<KitTaken> {
  const actionId = newId(tx.at)
  for (const name of kitSettings)
    if (kit.settings[name] !== undefined) await setBrand(tx, brandId, name, kit.settings[name], actionId)
  const macros = await takeMacros(tx, brandId, kit.macros ?? [], actionId)
  await takeRest(tx, brandId, kit, actionId)
  return { brandId, parts: linesOf(kit).map(({ part }) => part), ...macros }
}

async function takeMacros(tx: Tx, brandId: string, drafts: readonly MacroDraft[], actionId: string) {
  let macrosAdded = 0
  let macrosReplaced = 0
  const shortcutsLeft: string[] = []
  for (const draft of drafts) {
    const known = await macrosOf(tx.db, brandId)
    const same = known.find((one) => one.name === draft.name && one.lang === draft.lang)
    const isTaken =
      draft.shortcut !== null &&
      known.some((one) => one.id !== same?.id && one.lang === draft.lang && one.shortcut === draft.shortcut)
    if (isTaken) shortcutsLeft.push(draft.name)
    await saveMacro(tx, brandId, same?.id ?? null, isTaken ? { ...draft, shortcut: null } : draft, actionId)
    if (same) macrosReplaced += 1
    else macrosAdded += 1
  }
  return { macrosAdded, macrosReplaced, shortcutsLeft }
}

const Holds = z.object({ hold_public_ms: z.number(), hold_dm_ms: z.number() })
/** What a kit brought beside settings and macros, in a line of history. */
const Brought = z.object({
  ...Holds.shape,
  listening: z.string().transform((json) => z.array(z.string()).parse(JSON.parse(json))),
})

const holdsOf = (tx: Tx, brandId: string) =>
  tx.db
    .selectFrom('brands')
    .select(['hold_public_ms', 'hold_dm_ms'])
    .where('id', '=', brandId)
    .executeTakeFirstOrThrow()

async function takeRest(tx: Tx, brandId: string, kit: BrandKit, actionId: string): Promise<void> {
  const before = await holdsOf(tx, brandId)
  const after = kit.holds ? { hold_public_ms: kit.holds.publicMs, hold_dm_ms: kit.holds.dmMs } : before
  const listening: string[] = []
  const known = await listListening(tx.db, brandId)
  const fresh = (kit.listening ?? []).filter(
    (one) => !known.some((other) => other.kind === one.kind && other.query === one.query),
  )
  for (const { kind, name, query } of fresh) {
    const handleId = await readingHandle(tx.db, brandId)
    const kept = await keepListening(tx, { id: null, brandId, handleId, kind, name, query })
    listening.push(kept.id)
  }
  if (listening.length === 0 && JSON.stringify(before) === JSON.stringify(after)) return
  await tx.db.updateTable('brands').set(after).where('id', '=', brandId).execute()
  tx.touch.brand(brandId)
  tx.touch.session()
  await record(tx, {
    event: 'kit.taken',
    actionId,
    brandId,
    before: { ...before, listening: '[]' },
    after: { ...after, listening: JSON.stringify(listening) },
    undoable: true,
  })
}

/** Takes back holds and listening of one kit. @throws Failure `undo.conflict` when the holds were changed since */
export async function undoKitTaken(tx: Tx, row: AuditRow): Promise<UndoResult> {
  const brandId = must(row.brand_id, 'a kit is of a brand')
  const read = (json: string | null) => Brought.parse(JSON.parse(must(json, 'a kit is written down')))
  const { listening, ...after } = read(row.after)
  if (JSON.stringify(Holds.parse(await holdsOf(tx, brandId))) !== JSON.stringify(Holds.parse(after)))
    throw new Failure('undo.conflict', { action: row.event })
  for (const id of listening) await removeListening(tx, id)
  await tx.db
    .updateTable('brands')
    .set(Holds.parse(read(row.before)))
    .where('id', '=', brandId)
    .execute()
  tx.touch.brand(brandId)
  tx.touch.session()
  return { event: row.event, ticketIds: [], reach: 'restored', channel: null }
}
