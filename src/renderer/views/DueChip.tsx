/** @file A deadline: outlined with a clock before it, filled with “!” after it. Ticks by itself. */
import { Clock } from 'lucide-react'
import { due } from '../time.ts'
import { t } from '../words.ts'
import { useTimed } from './console-context.ts'
import styles from './DueChip.module.css'

export function DueChip({ at }: { at: number }) {
  const [state = 'calm', text = '', name = ''] = useTimed((now) => {
    const chip = due(now, at)
    return `${chip.state}\n${chip.text}\n${chip.name}`
  }).split('\n')
  return (
    <span className={`${styles['chip']} ${styles[state]}`} title={name}>
      {state === 'late' ? (
        <b className={styles['mark']}>{t('due.mark')}</b>
      ) : (
        <Clock size={11} strokeWidth={2.25} aria-hidden="true" />
      )}
      {text}
    </span>
  )
}
