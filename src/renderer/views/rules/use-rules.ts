/** @file Reads rules and alerts, again whenever core says that something of theirs moved. */
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { AlertView } from '../../../shared/domain/alert.ts'
import type { RuleView } from '../../../shared/domain/rule.ts'
import { paced } from '../../state/paced.ts'
import { useConsole, useRows } from '../console-context.ts'

/** Null before the first answer. */
export function useRules(): { rules: readonly RuleView[] | null; readAgain: () => void } {
  const c = useConsole()
  const reads = useRows((rows) => rows.reads.session)
  const [rules, setRules] = useState<readonly RuleView[] | null>(null)
  const [asked, setAsked] = useState(0)
  useEffect(() => {
    let gone = false
    c.attempt(async () => {
      const read = await c.call('rule.list', {})
      if (!gone) setRules(read)
    })
    return () => {
      gone = true
    }
  }, [c, reads, asked])
  return { rules, readAgain: useCallback(() => setAsked((n) => n + 1), []) }
}

/** A busy brand moves often: its alerts are read this often at most, ms. */
const gapMs = 2_000

/** Null before the first answer. */
export function useAlerts(): readonly AlertView[] | null {
  const c = useConsole()
  const reads = useRows((rows) => rows.reads.brands)
  const isOpen = useRows((rows) => rows.session !== null)
  const [alerts, setAlerts] = useState<readonly AlertView[] | null>(null)
  const pace = useMemo(() => paced(c.clock, gapMs, c.tell), [c])
  useEffect(() => () => pace.stop(), [pace])
  useEffect(() => {
    // The status bar stands before core answers.
    if (!isOpen) return
    pace.ask('alerts', async () => setAlerts(await c.call('alert.list', {})))
  }, [c, pace, reads, isOpen])
  return alerts
}
