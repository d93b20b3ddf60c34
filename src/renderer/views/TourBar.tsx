/** @file One line above the status bar: the first steps, three mistakes to try, what the first answers took, a drill. */
import { Check, Circle } from 'lucide-react'
import { useEffect } from 'react'
import type { CommandId } from '../../shared/commands.ts'
import { steps, tourBegins, tries, type Step, type Tour } from '../state/tour.ts'
import { Button } from '../ui/Button.tsx'
import { Kbd } from '../ui/Kbd.tsx'
import { t } from '../words.ts'
import { useCommand, useConsole, useRows, useSession } from './console-context.ts'
import { DrillBar } from './drill/DrillBar.tsx'
import { goesOn, useDrill } from './drill/use-drill.ts'
import styles from './TourBar.module.css'

const keyOf: Record<Step, CommandId> = {
  move: 'row.next',
  reply: 'reply.public',
  send: 'reply.send',
  recall: 'undo.last',
}

/** In a practice workspace, once, for everybody who sits down there. */
function useTour(): void {
  const c = useConsole()
  const practice = useSession((session) => session.info?.kind === 'practice')
  const isNew = useRows(
    ({ session }) => session !== null && session.agentAsked && !session.trained.includes('tour.start'),
  )
  useEffect(() => {
    const { tour, drillBegins } = c.session.getState()
    if (practice && isNew && tour === null && !drillBegins) c.session.setState({ tour: tourBegins })
  }, [c, practice, isNew])
}

function StepLine({ step, at }: { step: Step; at: number }) {
  const { keys } = useCommand(keyOf[step])
  return (
    <>
      <strong className={styles['title']}>{t('tour.step', { n: at + 1, of: steps.length })}</strong>
      <span className={styles['words']}>
        <Kbd keys={keys} /> {t(`tour.step.${step}`)}
      </span>
    </>
  )
}

function TriesLine({ caught }: Pick<Tour, 'caught'>) {
  const isDone = caught.length === tries.length
  return (
    <>
      <strong className={styles['title']}>{t(isDone ? 'tour.tries.done' : 'tour.tries')}</strong>
      <ul className={styles['tries']}>
        {tries.map((one) => {
          const isCaught = caught.includes(one)
          return (
            <li key={one} className={isCaught ? styles['caught'] : ''}>
              {isCaught ? <Check size={13} aria-hidden="true" /> : <Circle size={11} aria-hidden="true" />}
              {t(isCaught ? `tour.caught.${one}` : `tour.try.${one}`)}
            </li>
          )
        })}
      </ul>
    </>
  )
}

/** Nothing, where there is nothing to show. */
export function TourBar() {
  useTour()
  const drill = useDrill()
  const tour = useSession((session) => session.tour)
  const summary = useSession((session) => session.summary)
  const end = useCommand('tour.end')
  if (goesOn(drill)) return <DrillBar drill={drill} />
  if (tour === null && summary === null) return null
  const step = tour === null ? undefined : steps[tour.step]
  return (
    <section className={styles['bar']} aria-label={t('tour.label')}>
      <div className={styles['line']} aria-live="polite">
        {summary ? (
          <strong className={styles['title']}>{t('tour.summary', summary)}</strong>
        ) : tour && step ? (
          <StepLine step={step} at={tour.step} />
        ) : (
          tour && <TriesLine caught={tour.caught} />
        )}
      </div>
      <Button onClick={end.run}>{t(step && !summary ? 'tour.skip' : 'tour.close')}</Button>
    </section>
  )
}
