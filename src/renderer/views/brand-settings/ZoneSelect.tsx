/** @file Chooses a time zone; typing its first letters jumps to it. */
import { t } from '../../words.ts'
import form from '../../ui/Form.module.css'

/** The zone of this computer. */
export const computerZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone

const zones = Intl.supportedValuesOf('timeZone')

export function ZoneSelect({ zone, onZone }: { zone: string; onZone: (zone: string) => void }) {
  const all = zones.includes(zone) ? zones : [zone, ...zones]
  return (
    <label className={form['label']}>
      {t('hours.zone')}
      <select className={form['select']} value={zone} onChange={(event) => onZone(event.target.value)}>
        {all.map((one) => (
          <option key={one} value={one}>
            {one.replaceAll('_', ' ')}
          </option>
        ))}
      </select>
    </label>
  )
}
