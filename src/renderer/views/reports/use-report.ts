/** @file Asks core for a report, and again when something else is asked for. */
import { useCallback, useEffect, useState } from 'react'
import type { Report, ReportAsked } from '../../../shared/domain/report.ts'
import { useConsole } from '../console-context.ts'

/** `report` null: it is being counted, or that failed and the person was told. */
export function useReport(asked: ReportAsked | null): {
  report: Report | null
  failed: boolean
  countAgain: () => void
} {
  const c = useConsole()
  const [answer, setAnswer] = useState<{ for: string; report: Report | null } | null>(null)
  const [times, setTimes] = useState(0)
  const key = asked === null ? null : `${JSON.stringify(asked)} ${times}`
  useEffect(() => {
    if (asked === null || key === null) return
    let gone = false
    c.call('report.get', asked).then(
      (report) => {
        if (!gone) setAnswer({ for: key, report })
      },
      (error: unknown) => {
        if (gone) return
        setAnswer({ for: key, report: null })
        c.tell(error)
      },
    )
    return () => {
      gone = true
    }
    // `key` says all that `asked` does.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [c, key])
  const isCurrent = answer?.for === key
  return {
    report: isCurrent ? answer.report : null,
    failed: isCurrent && answer.report === null,
    countAgain: useCallback(() => setTimes((n) => n + 1), []),
  }
}
