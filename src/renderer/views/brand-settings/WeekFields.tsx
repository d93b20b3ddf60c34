/** @file The hours of a week, one field a day, as people type them. */
import { OpenWeek, weekdays } from '../../../shared/domain/deadline-settings.ts'
import { t } from '../../words.ts'
import { spansOf, spansText } from './hours-text.ts'
import { KeptField } from './KeptField.tsx'
import styles from './Hours.module.css'

export function WeekFields({ week, onWeek }: { week: OpenWeek; onWeek: (week: OpenWeek) => void }) {
  return (
    <div className={styles['week']}>
      {weekdays.map((day) => (
        <KeptField
          key={day}
          label={t(`hours.day.${day}`)}
          value={spansText(week[day])}
          placeholder={t('hours.closed')}
          onKept={(words) => {
            const spans = spansOf(words)
            const next = OpenWeek.safeParse({ ...week, [day]: spans }).data
            if (spans && next) onWeek(next)
            return spans !== null && next !== undefined
          }}
        />
      ))}
    </div>
  )
}
