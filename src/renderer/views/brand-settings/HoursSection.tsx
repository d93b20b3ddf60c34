/** @file Settings of a brand: its time zone and when somebody is there. */
import { OpenWeek, weekdays } from '../../../shared/domain/deadline-settings.ts'
import { t } from '../../words.ts'
import { spansOf, spansText } from './hours-text.ts'
import { KeptField } from './KeptField.tsx'
import { useKeepSetting, type SectionProps } from './use-brand-settings.ts'
import { computerZone, ZoneSelect } from './ZoneSelect.tsx'
import form from '../../ui/Form.module.css'
import styles from './Hours.module.css'

export function HoursSection({ brand, settings }: SectionProps) {
  const keep = useKeepSetting(brand, 'hours')
  const { hours } = settings
  return (
    <div className={form['stack']}>
      <ZoneSelect zone={hours.zone ?? computerZone()} onZone={(zone) => keep({ ...hours, zone })} />
      <div className={styles['week']}>
        {weekdays.map((day) => (
          <KeptField
            key={day}
            label={t(`hours.day.${day}`)}
            value={spansText(hours.week[day])}
            placeholder={t('hours.closed')}
            onKept={(words) => {
              const spans = spansOf(words)
              const week = OpenWeek.safeParse({ ...hours.week, [day]: spans }).data
              if (spans && week) keep({ ...hours, week })
              return spans !== null && week !== undefined
            }}
          />
        ))}
      </div>
      <p>{t('hours.why')}</p>
    </div>
  )
}
