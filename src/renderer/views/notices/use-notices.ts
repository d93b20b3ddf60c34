/** @file Reads status notices and incidents, again whenever a brand of theirs moved. */
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { IncidentView } from '../../../shared/domain/incident.ts'
import type { NoticeView } from '../../../shared/domain/notice.ts'
import { paced } from '../../state/paced.ts'
import { useConsole, useRows } from '../console-context.ts'

/** A busy brand moves often: they are read this often at most, ms. */
const gapMs = 500

/** Null before the first answer. */
export function useNotices(): {
  notices: readonly NoticeView[] | null
  /** Incidents that go on. */
  incidents: readonly IncidentView[]
  readAgain: () => void
} {
  const c = useConsole()
  const reads = useRows((rows) => rows.reads.brands)
  const [notices, setNotices] = useState<readonly NoticeView[] | null>(null)
  const [incidents, setIncidents] = useState<readonly IncidentView[]>([])
  const [asked, setAsked] = useState(0)
  const pace = useMemo(() => paced(c.clock, gapMs, c.tell), [c])
  useEffect(() => () => pace.stop(), [pace])
  useEffect(() => {
    pace.ask('notices', async () => {
      const read = await c.call('notice.list', {})
      const listed = await c.call('incident.list', {})
      setNotices(read)
      setIncidents(listed.filter(({ overAt }) => overAt === null))
    })
  }, [c, pace, reads, asked])
  return { notices, incidents, readAgain: useCallback(() => setAsked((n) => n + 1), []) }
}
