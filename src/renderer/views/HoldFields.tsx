/** @file How long messages of a brand are held before they leave. */
import type { BrandView } from '../../shared/domain/brand.ts'
import { t } from '../words.ts'
import { useConsole } from './console-context.ts'
import styles from './BrandsDialog.module.css'
import form from '../ui/Form.module.css'

const choices = [0, 5, 10, 20, 30, 60]
const ms = 1_000

export function HoldFields({ brand }: { brand: BrandView }) {
  const c = useConsole()
  const change = (channel: 'public' | 'dm', seconds: number) =>
    c.attempt(async () => {
      const held = { ...brand.holdMs, [channel]: seconds * ms }
      await c.call('brand.hold', { brandId: brand.id, publicMs: held.public, dmMs: held.dm })
      c.say(t('said.hold'))
    })
  return (
    <div className={styles['hold']}>
      <span>{t('hold.label')}</span>
      {(['public', 'dm'] as const).map((channel) => {
        const now = brand.holdMs[channel] / ms
        return (
          <label key={channel} className={styles['held']}>
            {t(`composer.${channel}`)}
            <select
              className={form['select']}
              aria-label={t(`hold.${channel}`, { name: brand.name })}
              value={now}
              onChange={(event) => change(channel, Number(event.target.value))}
            >
              {[...new Set([...choices, now])]
                .toSorted((one, other) => one - other)
                .map((seconds) => (
                  <option key={seconds} value={seconds}>
                    {seconds === 0 ? t('hold.none') : t('time.seconds', { n: seconds })}
                  </option>
                ))}
            </select>
          </label>
        )
      })}
    </div>
  )
}
