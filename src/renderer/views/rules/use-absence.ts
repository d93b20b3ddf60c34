/** @file Reads what nobody saw, and opens its page by itself once somebody is back. */
import { useEffect, useRef, useState } from 'react'
import type { AbsenceView } from '../../../shared/domain/absence.ts'
import { showAbsence } from './show-absence.ts'
import { useConsole, useRows, useSession } from '../console-context.ts'

/** As it was when this was first shown. Undefined before the answer; null: nobody was away. */
export function useAbsence(): AbsenceView | null | undefined {
  const c = useConsole()
  const [absence, setAbsence] = useState<AbsenceView | null>()
  useEffect(() => {
    let gone = false
    c.attempt(async () => {
      const read = await c.call('absence.get', {})
      if (!gone) setAbsence(read)
    })
    return () => {
      gone = true
    }
  }, [c])
  return absence
}

/** Shows an absence that nobody has looked at, as soon as nothing else asks for attention and if something came in it. */
export function useAbsenceShown(): void {
  const c = useConsole()
  const unseen = useRows((rows) => rows.session?.absence ?? null)
  const isFree = useSession((state) => state.overlay === null)
  const asked = useRef<string | null>(null)
  useEffect(() => {
    if (!isFree || unseen === null || asked.current === unseen) return
    asked.current = unseen
    c.attempt(() => showAbsence(c))
  }, [c, unseen, isFree])
}
