/** @file A brand's kit from its rows. */
import { BrandKit, kitSettings } from '../../shared/domain/kit.ts'
import { MacroDraft } from '../../shared/domain/macro.ts'
import { Failure } from '../../shared/errors.ts'
import { brandSettingsOf } from '../brands/settings.ts'
import type { Reads } from '../db/database.ts'
import { listListening } from '../listening/repo.ts'
import { macrosOf } from '../macros/repo.ts'

/** All of it. @throws Failure `brand.missing` */
export async function kitOf(read: Reads, brandId: string): Promise<BrandKit> {
  const brand = await read
    .selectFrom('brands')
    .select(['name', 'hold_public_ms as publicMs', 'hold_dm_ms as dmMs'])
    .where('id', '=', brandId)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  if (!brand) throw new Failure('brand.missing', { brandId })
  const settings = await brandSettingsOf(read, brandId)
  const listening = await listListening(read, brandId)
  const macros = await macrosOf(read, brandId)
  return BrandKit.parse({
    format: 'switchboard.brand-kit',
    version: 1,
    brand: brand.name,
    settings: Object.fromEntries(kitSettings.map((name) => [name, settings[name]])),
    macros: macros.map((macro) => MacroDraft.parse(macro)),
    listening: listening.map(({ kind, name, query }) => ({ kind, name, query })),
    holds: { publicMs: brand.publicMs, dmMs: brand.dmMs },
  })
}
