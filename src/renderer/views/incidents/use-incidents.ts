/** @file Reads incidents, and one of them whole, again whenever a brand or a ticket of theirs moved. */
import { useCallback, useEffect, useState } from 'react'
import type { IncidentDetail, IncidentView } from '../../../shared/domain/incident.ts'
import { useConsole, useRows } from '../console-context.ts'

/** Null before the first answer. */
export function useIncidents(incidentId: string | null): {
  all: readonly IncidentView[] | null
  detail: IncidentDetail | null
  readAgain: () => void
} {
  const c = useConsole()
  const brands = useRows((rows) => rows.brands)
  const [all, setAll] = useState<readonly IncidentView[] | null>(null)
  const [detail, setDetail] = useState<IncidentDetail | null>(null)
  const [asked, setAsked] = useState(0)
  useEffect(() => {
    let gone = false
    c.attempt(async () => {
      const listed = await c.call('incident.list', {})
      const shown = listed.find(({ id }) => id === incidentId) ?? listed[0]
      const read = shown ? await c.call('incident.get', { incidentId: shown.id }) : null
      if (gone) return
      setAll(listed)
      setDetail(read)
    })
    return () => {
      gone = true
    }
  }, [c, incidentId, brands, asked])
  return { all, detail, readAgain: useCallback(() => setAsked((n) => n + 1), []) }
}
