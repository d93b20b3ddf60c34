/**
 * @file A deadline: outlined with a clock before it, with a moon while the brand is closed, filled with “!” after it.
 * Ticks by itself.
 */
import { Clock, Moon } from 'lucide-react'
import type { Card } from '../../shared/domain/ticket.ts'
import { due } from '../time.ts'
import { t } from '../words.ts'
import { useRows, useTimed } from './console-context.ts'
import styles from './DueChip.module.css'

export function DueChip({ at, card }: { at: number; card: Pick<Card, 'brandId' | 'warnAt'> }) {
  const hours = useRows((rows) => rows.brands.find((one) => one.id === card.brandId)?.hours ?? null)
  const [state = 'calm', text = '', name = '', resting = ''] = useTimed((now) => {
    const chip = due(now, { dueAt: at, warnAt: card.warnAt, hours })
    return [chip.state, chip.text, chip.name, chip.resting ? 'resting' : ''].join('\n')
  }).split('\n')
  const Icon = resting === '' ? Clock : Moon
  return (
    <span className={`${styles['chip']} ${styles[state]}`} title={name}>
      {state === 'late' ? (
        <b className={styles['mark']}>{t('due.mark')}</b>
      ) : (
        <Icon size={11} strokeWidth={2.25} aria-hidden="true" />
      )}
      {text}
    </span>
  )
}
