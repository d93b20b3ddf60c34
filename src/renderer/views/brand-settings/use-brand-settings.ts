/** @file The settings of one brand for the views that show them: read when shown and after each change. */
import { useCallback, useEffect, useState } from 'react'
import type { BrandView } from '../../../shared/domain/brand.ts'
import type { BrandSetting, BrandSettingName, BrandSettings } from '../../../shared/domain/brand-settings.ts'
import { t } from '../../words.ts'
import { useConsole, useRows } from '../console-context.ts'

/** Null before the first answer. Read again whenever brands are. */
export function useBrandSettings(brandId: string): BrandSettings | null {
  const c = useConsole()
  const reads = useRows((rows) => rows.reads.brands)
  const [settings, setSettings] = useState<BrandSettings | null>(null)
  useEffect(() => {
    let gone = false
    c.attempt(async () => {
      const read = await c.call('brand.settings', { brandId })
      if (!gone) setSettings(read)
    })
    return () => {
      gone = true
    }
  }, [c, brandId, reads])
  return settings
}

/** What a section of the settings is given. */
export type SectionProps = { brand: BrandView; settings: BrandSettings }

/** Keeps one setting of a brand and says so. */
export function useKeepSetting<N extends BrandSettingName>(
  brand: BrandView,
  name: N,
): (value: BrandSetting<N>) => void {
  const c = useConsole()
  return useCallback(
    (value) =>
      c.attempt(async () => {
        await c.call('brand.set', { brandId: brand.id, name, value })
        c.say(t('said.setting', { name: brand.name }), { undoable: true })
      }),
    [c, brand.id, brand.name, name],
  )
}
