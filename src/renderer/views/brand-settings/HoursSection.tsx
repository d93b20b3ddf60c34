/** @file Settings of a brand: its time zone and when somebody is there. */
import { t } from '../../words.ts'
import { useKeepSetting, type SectionProps } from './use-brand-settings.ts'
import { WeekFields } from './WeekFields.tsx'
import { computerZone, ZoneSelect } from './ZoneSelect.tsx'
import form from '../../ui/Form.module.css'

export function HoursSection({ brand, settings }: SectionProps) {
  const keep = useKeepSetting(brand, 'hours')
  const { hours } = settings
  return (
    <div className={form['stack']}>
      <ZoneSelect zone={hours.zone ?? computerZone()} onZone={(zone) => keep({ ...hours, zone })} />
      <WeekFields week={hours.week} onWeek={(week) => keep({ ...hours, week })} />
      <p>{t('hours.why')}</p>
    </div>
  )
}
