/** @file Reads incidents, and one of them whole, again whenever a brand or a ticket of theirs moved. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { IncidentDetail, IncidentView } from '../../../shared/domain/incident.ts'
import { paced } from '../../state/paced.ts'
import { useConsole, useRows } from '../console-context.ts'

/** While many messages leave, each of them moves the incident: it is read again this often at most, ms. */
const gapMs = 1_000

/** Null before the first answer. */
export function useIncidents(incidentId: string | null): {
  all: readonly IncidentView[] | null
  detail: IncidentDetail | null
  readAgain: () => void
} {
  const c = useConsole()
  const reads = useRows((rows) => rows.reads.brands)
  const [all, setAll] = useState<readonly IncidentView[] | null>(null)
  const [detail, setDetail] = useState<IncidentDetail | null>(null)
  const [asked, setAsked] = useState(0)
  const pace = useMemo(() => paced(c.clock, gapMs, c.tell), [c])
  const wanted = useRef(incidentId)
  useEffect(() => () => pace.stop(), [pace])
  useEffect(() => {
    wanted.current = incidentId
    pace.ask(incidentId ?? '', async () => {
      const listed = await c.call('incident.list', {})
      const shown = listed.find(({ id }) => id === incidentId) ?? listed[0]
      const read = shown ? await c.call('incident.get', { incidentId: shown.id }) : null
      if (wanted.current !== incidentId) return
      setAll(listed)
      setDetail(read)
    })
  }, [c, pace, incidentId, reads, asked])
  return { all, detail, readAgain: useCallback(() => setAsked((n) => n + 1), []) }
}
