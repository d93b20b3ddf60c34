/** @file The rows of saved answers. */
import type { Selectable } from 'kysely'
import { MacroActions, MacroDraft, type MacroView } from '../../shared/domain/macro.ts'
import { Failure } from '../../shared/errors.ts'
import type { Reads, Tx } from '../db/database.ts'
import type { MacrosTable } from '../db/tables/outbox.ts'
import { newId } from '../db/uuid.ts'

type MacroRow = Selectable<MacrosTable>

const viewOf = (row: MacroRow): MacroView => ({
  id: row.id,
  brandId: row.brand_id,
  ...draftOf(row),
  used: row.used,
  lastUsedAt: row.last_used_at,
})

/** What makes it, without who it is. */
const draftOf = (row: MacroRow): MacroDraft =>
  MacroDraft.parse({
    name: row.name,
    shortcut: row.shortcut,
    lang: row.lang === '' ? null : row.lang,
    text: row.text,
    actions: MacroActions.parse(JSON.parse(row.actions)),
  })

/** The macros of a brand, by name. */
export async function macrosOf(read: Reads, brandId: string): Promise<MacroView[]> {
  const rows = await read
    .selectFrom('macros')
    .selectAll()
    .where('brand_id', '=', brandId)
    .where('removed_at', 'is', null)
    .orderBy('name')
    .orderBy('lang')
    .execute()
  return rows.map(viewOf)
}

/** @throws Failure `macro.missing` when it is not there, or was removed */
export async function macroById(read: Reads, macroId: string): Promise<MacroView> {
  const row = await read
    .selectFrom('macros')
    .selectAll()
    .where('id', '=', macroId)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  if (!row) throw new Failure('macro.missing', {})
  return viewOf(row)
}

/** Writes all that makes a macro; `id` null: a new one. @returns its id */
export async function keepMacro(
  tx: Tx,
  brandId: string,
  id: string | null,
  macro: MacroDraft,
): Promise<string> {
  await mustBeFree(tx, brandId, id, macro)
  const columns = {
    name: macro.name,
    shortcut: macro.shortcut,
    lang: macro.lang ?? '',
    text: macro.text,
    actions: JSON.stringify(macro.actions),
    removed_at: null,
  }
  tx.touch.brand(brandId)
  if (id !== null) {
    await tx.db.updateTable('macros').set(columns).where('id', '=', id).execute()
    return id
  }
  const made = newId(tx.at)
  await tx.db
    .insertInto('macros')
    .values({ id: made, brand_id: brandId, created_at: tx.at, last_used_at: null, ...columns })
    .execute()
  return made
}

/** @throws Failure `macro.taken` where another macro of the brand has this name or shortcut in this language */
async function mustBeFree(tx: Tx, brandId: string, id: string | null, macro: MacroDraft): Promise<void> {
  const others = await tx.db
    .selectFrom('macros')
    .select(['id', 'name', 'shortcut'])
    .where('brand_id', '=', brandId)
    .where('lang', '=', macro.lang ?? '')
    .where('removed_at', 'is', null)
    .execute()
  const other = others.find(
    (one) =>
      one.id !== id &&
      (one.name === macro.name || (macro.shortcut !== null && one.shortcut === macro.shortcut)),
  )
  if (other) throw new Failure('macro.taken', { name: other.name })
}

/** Puts it aside; undo brings it back. */
export async function asideMacro(tx: Tx, brandId: string, id: string): Promise<void> {
  await tx.db.updateTable('macros').set({ removed_at: tx.at }).where('id', '=', id).execute()
  tx.touch.brand(brandId)
}

/** All that makes it as it stands now; null when it is put aside. */
export async function macroNow(read: Reads, id: string): Promise<MacroDraft | null> {
  const row = await read
    .selectFrom('macros')
    .selectAll()
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return row ? draftOf(row) : null
}
