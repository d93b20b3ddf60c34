/** @file Settings of a brand: what each guard rail does, and how often agents went on in spite of it. */
import { useEffect, useState } from 'react'
import type { GuardCount } from '../../../shared/domain/guard.ts'
import { GuardLevel, GuardsSetting } from '../../../shared/domain/guard-settings.ts'
import { t } from '../../words.ts'
import { useConsole } from '../console-context.ts'
import { useKeepSetting, type SectionProps } from './use-brand-settings.ts'
import form from '../../ui/Form.module.css'
import styles from './GuardsSection.module.css'

const guards = GuardsSetting.keyof().options

/** How often each was overridden in the last 30 days; empty before the first answer. */
function useCounts(brandId: string): readonly GuardCount[] {
  const c = useConsole()
  const [counts, setCounts] = useState<readonly GuardCount[]>([])
  useEffect(() => {
    let gone = false
    c.attempt(async () => {
      const read = await c.call('guard.counts', { brandId })
      if (!gone) setCounts(read)
    })
    return () => {
      gone = true
    }
  }, [c, brandId])
  return counts
}

export function GuardsSection({ brand, settings }: SectionProps) {
  const keep = useKeepSetting(brand, 'guards')
  const counts = useCounts(brand.id)
  const levels = settings.guards
  return (
    <div className={form['stack']}>
      <p>{t('settings.guards.why')}</p>
      {guards.map((guard) => {
        const overridden = counts.find((one) => one.guard === guard)?.overridden ?? 0
        return (
          <label key={guard} className={styles['guard']}>
            <span>
              {t(`guard.name.${guard}`)}
              {overridden > 0 && (
                <span className={styles['count']}>
                  {t('settings.guards.overridden', { count: overridden })}
                </span>
              )}
            </span>
            <select
              className={form['select']}
              value={levels[guard]}
              onChange={(event) => keep({ ...levels, [guard]: GuardLevel.parse(event.target.value) })}
            >
              {GuardLevel.options.map((level) => (
                <option key={level} value={level}>
                  {t(`settings.guards.level.${level}`)}
                </option>
              ))}
            </select>
          </label>
        )
      })}
      <p>{t('settings.guards.always')}</p>
    </div>
  )
}
