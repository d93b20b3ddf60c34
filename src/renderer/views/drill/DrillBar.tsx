/** @file One line above the status bar while a drill goes on: how far it is, its clock, what went wrong so far. */
import type { DrillView } from '../../../shared/domain/drill.ts'
import { stopwatch } from '../../time.ts'
import { Button } from '../../ui/Button.tsx'
import { t } from '../../words.ts'
import { useCommand, useTimed } from '../console-context.ts'
import bar from '../TourBar.module.css'
import styles from './Drill.module.css'

export function DrillBar({ drill }: { drill: DrillView }) {
  const end = useCommand('drill.end')
  const { beganAt, total, left, misses } = drill
  const clock = useTimed((now) => stopwatch(now - beganAt))
  return (
    <section className={bar['bar']} aria-label={t('drill.title')}>
      <strong className={bar['title']}>{t('drill.title')}</strong>
      <span role="timer" aria-label={t('drill.clock')} className={styles['clock']}>
        {clock}
      </span>
      <progress
        className={styles['progress']}
        aria-label={t('drill.progress')}
        max={total || 1}
        value={total - left}
      />
      <span className={styles['words']} aria-live="polite">
        {t('drill.done', { done: total - left, total })}
        {t('app.separator')}
        {t('drill.misses', { count: misses.length })}
      </span>
      <Button onClick={end.run}>{t('drill.end')}</Button>
    </section>
  )
}
