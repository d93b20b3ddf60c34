/** @file The macros of a brand for the views that show them. */
import { useEffect, useState } from 'react'
import type { MacroView } from '../../../shared/domain/macro.ts'
import { useConsole, useRows } from '../console-context.ts'

/**
 * Read when wanted, and again when core tells that the brand changed. Null before the first answer.
 * @param wanted false reads nothing
 */
export function useMacros(brandId: string, wanted = true): readonly MacroView[] | null {
  const c = useConsole()
  const reads = useRows((rows) => rows.reads.brands)
  const [macros, setMacros] = useState<readonly MacroView[] | null>(null)
  useEffect(() => {
    if (!wanted) return
    let gone = false
    c.attempt(async () => {
      const read = await c.call('macro.list', { brandId })
      if (!gone) setMacros(read)
    })
    return () => {
      gone = true
    }
  }, [c, brandId, reads, wanted])
  return macros
}
