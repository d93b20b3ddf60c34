/** @file Follows a drill: its score is read again as its tickets move, and it ends with the last of them. */
import { useEffect, useMemo } from 'react'
import { drillSize, type DrillView } from '../../../shared/domain/drill.ts'
import { endDrill } from '../../commands/drill.ts'
import { paced } from '../../state/paced.ts'
import { useConsole, useRows, useSession } from '../console-context.ts'

/** The score is read again this often at most, ms. */
const gapMs = 500

export const goesOn = (drill: DrillView | null): drill is DrillView =>
  drill !== null && drill.endedAt === null

/** The drill of a practice workspace as last read; null: there was none, or nobody is to see it. */
export function useDrill(): DrillView | null {
  const c = useConsole()
  const isPractice = useSession((session) => session.info?.kind === 'practice')
  const drill = useSession((session) => session.drill)
  const isOver = drill !== null && drill.total >= drillSize && drill.left === 0
  const isHidden = useSession((session) => session.onlyBrandId !== null)
  const reads = useRows((rows) => rows.reads)
  // Nothing comes before the first column.
  const painted = useSession((session) => session.painted)
  const pace = useMemo(() => paced(c.clock, gapMs, c.tell), [c])
  useEffect(() => () => pace.stop(), [pace])
  useEffect(() => {
    if (!isPractice || !painted || isHidden || reads.session === 0) return
    pace.ask('drill', async () => c.session.setState(await c.call('drill.get', {})))
  }, [c, pace, isPractice, painted, isHidden, reads])
  const runs = goesOn(drill)
  useEffect(() => {
    if (runs && isOver) endDrill(c)
  }, [c, runs, isOver])
  return isHidden ? null : drill
}
