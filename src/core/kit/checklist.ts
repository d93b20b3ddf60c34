/** @file What a brand has settled before it goes live. */
import { GoLiveItem, type GoLiveCheck } from '../../shared/domain/go-live-setting.ts'
import { hasVoice } from '../../shared/domain/voice.ts'
import { brandSetting } from '../brands/settings.ts'
import type { Reads } from '../db/database.ts'
import { macrosOf } from '../macros/repo.ts'

/** In the order of the list. Settings count once somebody has kept them, whatever they say. */
export async function checklistOf(read: Reads, brandId: string): Promise<GoLiveCheck[]> {
  const connected = await read
    .selectFrom('handles')
    .select('id')
    .where('brand_id', '=', brandId)
    .where('state', 'in', ['connected', 'memory-only'])
    .executeTakeFirst()
  const settled = await read
    .selectFrom('brand_settings')
    .select('name')
    .where('brand_id', '=', brandId)
    .execute()
  const names = new Set(settled.map(({ name }) => name))
  const own: Partial<Record<GoLiveItem, boolean>> = {
    handles: connected !== undefined,
    macros: (await macrosOf(read, brandId)).length > 0,
    voice: hasVoice(await brandSetting(read, brandId, 'voice')),
  }
  return GoLiveItem.options.map((item) => ({ item, done: own[item] ?? names.has(item) }))
}
