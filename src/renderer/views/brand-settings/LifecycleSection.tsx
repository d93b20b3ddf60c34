/** @file Settings of a brand: when tickets come back. */
import { t } from '../../words.ts'
import { useKeepSetting, type SectionProps } from './use-brand-settings.ts'
import form from '../../ui/Form.module.css'

const choices = [0, 1, 3, 7, 14, 30, 90]

export function LifecycleSection({ brand, settings }: SectionProps) {
  const keep = useKeepSetting(brand, 'lifecycle')
  const { reopenDays } = settings.lifecycle
  const days = [...new Set([...choices, reopenDays])].toSorted((one, other) => one - other)
  return (
    <label className={form['label']}>
      {t('settings.lifecycle.reopen')}
      <select
        className={form['select']}
        value={reopenDays}
        onChange={(event) => keep({ ...settings.lifecycle, reopenDays: Number(event.target.value) })}
      >
        {days.map((n) => (
          <option key={n} value={n}>
            {t('settings.lifecycle.reopen.days', { days: n })}
          </option>
        ))}
      </select>
      <span>{t('settings.lifecycle.why')}</span>
    </label>
  )
}
