/** @file What a brand settles for itself, stored by name; see shared/domain/brand-settings.ts. */
import { z } from 'zod'
import type { Contract } from '../../shared/contract/contract.ts'
import {
  BrandSettingName,
  BrandSettings,
  brandSettings,
  type BrandSetting,
} from '../../shared/domain/brand-settings.ts'
import type { UndoResult } from '../../shared/domain/session.ts'
import { Failure } from '../../shared/errors.ts'
import { must } from '../../shared/must.ts'
import type { Handlers } from '../../shared/rpc.ts'
import { record } from '../audit/audit.ts'
import type { AuditRow } from '../audit/undo.ts'
import type { Database, Reads, Tx } from '../db/database.ts'
import { newId } from '../db/uuid.ts'
import type { CallContext } from '../rpc-context.ts'

/** A setting in a line of history; `value` null: it had its default. */
const AuditedSetting = z.object({ name: BrandSettingName, value: z.string().nullable() })

async function stored(read: Reads, brandId: string, name: BrandSettingName): Promise<string | null> {
  const row = await read
    .selectFrom('brand_settings')
    .select('value')
    .where('brand_id', '=', brandId)
    .where('name', '=', name)
    .executeTakeFirst()
  return row?.value ?? null
}

async function keep(tx: Tx, brandId: string, name: BrandSettingName, value: string): Promise<void> {
  const columns = { value, set_at: tx.at }
  await tx.db
    .insertInto('brand_settings')
    .values({ brand_id: brandId, name, ...columns })
    .onConflict((conflict) => conflict.columns(['brand_id', 'name']).doUpdateSet(columns))
    .execute()
  tx.touch.brand(brandId)
}

const parsed = <N extends BrandSettingName>(name: N, json: string | null): BrandSetting<N> =>
  // The schema under a name is the one whose type stands under that name; the compiler does not follow an index that far.
  brandSettings[name].parse(json === null ? {} : JSON.parse(json)) as BrandSetting<N>

/** One setting of a brand, its default where none was made. */
export async function brandSetting<N extends BrandSettingName>(
  read: Reads,
  brandId: string,
  name: N,
): Promise<BrandSetting<N>> {
  return parsed(name, await stored(read, brandId, name))
}

/** All settings of a brand, with the default of what was not made. */
export async function brandSettingsOf(read: Reads, brandId: string): Promise<BrandSettings> {
  const rows = await read
    .selectFrom('brand_settings')
    .select(['name', 'value'])
    .where('brand_id', '=', brandId)
    .execute()
  const values = new Map(rows.map(({ name, value }) => [name, JSON.parse(value)]))
  return BrandSettings.parse(
    Object.fromEntries(Object.keys(brandSettings).map((name) => [name, values.get(name) ?? {}])),
  )
}

/** One setting at once, inside a transaction. */
export function brandSettingNow<N extends BrandSettingName>(
  tx: Tx,
  brandId: string,
  name: N,
): BrandSetting<N> {
  const row = tx
    .raw<{ value: string }>('SELECT value FROM brand_settings WHERE brand_id = ? AND name = ?')
    .get(brandId, name)
  return parsed(name, row?.value ?? null)
}

/**
 * Makes a setting; one line of history, which undo takes back.
 * @param actionId of the action that it belongs to; one of its own otherwise
 * @throws Failure `brand.missing`; `input.invalid` when the value is none of that setting
 */
export async function setBrand(
  tx: Tx,
  brandId: string,
  name: BrandSettingName,
  value: unknown,
  actionId = newId(tx.at),
): Promise<void> {
  const brand = await tx.db.selectFrom('brands').select('id').where('id', '=', brandId).executeTakeFirst()
  if (!brand) throw new Failure('brand.missing', { brandId })
  const result = brandSettings[name].safeParse(value)
  if (!result.success) {
    const issues = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new Failure('input.invalid', { method: 'brand.set', issues })
  }
  const before = await stored(tx.db, brandId, name)
  const after = JSON.stringify(result.data)
  if (after === before) return
  await keep(tx, brandId, name, after)
  await record(tx, {
    event: 'brand.set',
    actionId,
    brandId,
    before: { name, value: before },
    after: { name, value: after },
    undoable: true,
  })
}

/** What a new brand begins with: part of its making, so no line of its own and nothing to undo. */
export async function settleAtBirth<N extends BrandSettingName>(
  tx: Tx,
  brandId: string,
  name: N,
  value: z.input<(typeof brandSettings)[N]>,
): Promise<void> {
  await keep(tx, brandId, name, JSON.stringify(brandSettings[name].parse(value)))
}

/** Takes back what a brand has not sent yet. */
type Silence = (tx: Tx, brandId: string) => Promise<void>

/** What waits belongs to a brand that may write. */
async function settleSilence(tx: Tx, brandId: string, silence: Silence): Promise<void> {
  if (!brandSettingNow(tx, brandId, 'goLive').live) await silence(tx, brandId)
}

/** Takes back one `brand.set`. @throws Failure `undo.conflict` when it was set again since */
export async function undoBrandSet(tx: Tx, row: AuditRow, silence: Silence): Promise<UndoResult> {
  const brandId = must(row.brand_id, 'a setting is of a brand')
  const { name, value: before } = AuditedSetting.parse(JSON.parse(must(row.before, 'a setting had a value')))
  const { value: after } = AuditedSetting.parse(JSON.parse(must(row.after, 'a setting has a value')))
  if ((await stored(tx.db, brandId, name)) !== after)
    throw new Failure('undo.conflict', { action: row.event })
  if (before === null) {
    await tx.db
      .deleteFrom('brand_settings')
      .where('brand_id', '=', brandId)
      .where('name', '=', name)
      .execute()
    tx.touch.brand(brandId)
  } else await keep(tx, brandId, name, before)
  if (name === 'goLive') await settleSilence(tx, brandId, silence)
  return { event: row.event, ticketIds: [], reach: 'restored', channel: null }
}

export function brandSettingsService({
  database,
  silence,
}: {
  database: Database
  silence: Silence
}): Pick<Handlers<Contract, CallContext>, 'brand.settings' | 'brand.set'> {
  return {
    'brand.settings': ({ brandId }) => brandSettingsOf(database.read, brandId),
    'brand.set': async ({ brandId, name, value }) => {
      await database.write(async (tx) => {
        await setBrand(tx, brandId, name, value)
        if (name === 'goLive') await settleSilence(tx, brandId, silence)
      })
      return {}
    },
  }
}
