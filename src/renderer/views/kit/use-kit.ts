/** @file What the three ways of a brand kit share: what a brand has, and saying what was taken in. */
import { useEffect, useState } from 'react'
import type { BrandView } from '../../../shared/domain/brand.ts'
import type { KitPreview, KitTaken } from '../../../shared/domain/kit.ts'
import type { Console } from '../../state/console.ts'
import { t } from '../../words.ts'
import { useConsole } from '../console-context.ts'

/** What one way of the dialog is given. */
export type KitWay = { brand: BrandView; onDone: () => void }

/** What a brand has, by part; null before the first answer, and without a brand. */
export function useParts(brandId: string | null): KitPreview | null {
  const c = useConsole()
  const [read, setRead] = useState<{ brandId: string; preview: KitPreview } | null>(null)
  useEffect(() => {
    if (brandId === null) return
    let gone = false
    c.attempt(async () => {
      const preview = await c.call('kit.parts', { brandId })
      if (!gone) setRead({ brandId, preview })
    })
    return () => {
      gone = true
    }
  }, [c, brandId])
  return read?.brandId === brandId ? read.preview : null
}

/** Says what was taken in, and which shortcuts were left out. */
export function sayTaken(c: Console, brand: BrandView, taken: KitTaken): void {
  const words = t('said.kit', {
    name: brand.name,
    parts: taken.parts.length,
    macros: taken.macrosAdded + taken.macrosReplaced,
  })
  const left =
    taken.shortcutsLeft.length === 0
      ? ''
      : ` ${t('said.kit.shortcuts', { names: taken.shortcutsLeft.join(', ') })}`
  c.say(words + left, { undoable: true })
}
