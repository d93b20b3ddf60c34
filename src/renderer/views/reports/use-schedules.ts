/** @file What is delivered by itself to each client, read again whenever something of it may be otherwise. */
import { useEffect, useState } from 'react'
import type { ScheduleView } from '../../../shared/domain/report-delivery.ts'
import { only } from '../../commands/report.ts'
import { useConsole, useRows } from '../console-context.ts'

/** Null until it is read. */
export function useSchedules(): readonly ScheduleView[] | null {
  const c = useConsole()
  const reads = useRows((rows) => rows.reads.session)
  const [schedules, setSchedules] = useState<readonly ScheduleView[] | null>(null)
  useEffect(() => {
    let gone = false
    c.attempt(async () => {
      const all = await c.call('report.schedules', { onlyBrandId: only(c) })
      if (!gone) setSchedules(all)
    })
    return () => {
      gone = true
    }
  }, [c, reads])
  return schedules
}
