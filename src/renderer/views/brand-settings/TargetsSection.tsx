/** @file Settings of a brand: by when it answers and solves, by priority; when that is told. */
import { Priority } from '../../../shared/domain/ticket.ts'
import { t } from '../../words.ts'
import { minutesOf, minutesText } from './hours-text.ts'
import { KeptField } from './KeptField.tsx'
import { useKeepSetting, type SectionProps } from './use-brand-settings.ts'
import form from '../../ui/Form.module.css'
import styles from './Hours.module.css'

const kinds = ['firstReply', 'nextReply', 'resolution'] as const
const warnings = [50, 60, 75, 80, 90]

export function TargetsSection({ brand, settings }: SectionProps) {
  const keep = useKeepSetting(brand, 'targets')
  const { targets } = settings
  return (
    <div className={form['stack']}>
      <table className={styles['targets']}>
        <thead>
          <tr>
            <th scope="col">{t('targets.priority')}</th>
            {kinds.map((kind) => (
              <th key={kind} scope="col">
                {t(`targets.${kind}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Priority.options.map((priority) => (
            <tr key={priority}>
              <th scope="row">{t(`targets.priority.${priority}`)}</th>
              {kinds.map((kind) => (
                <td key={kind}>
                  <KeptField
                    label={t('targets.field', {
                      kind: t(`targets.${kind}`),
                      priority: t(`targets.priority.${priority}`),
                    })}
                    inTable
                    value={minutesText(targets[kind][priority])}
                    onKept={(words) => {
                      const minutes = minutesOf(words)
                      if (minutes !== null)
                        keep({ ...targets, [kind]: { ...targets[kind], [priority]: minutes } })
                      return minutes !== null
                    }}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <label className={form['label']}>
        {t('targets.warn')}
        <select
          className={form['select']}
          value={targets.warnAt}
          onChange={(event) => keep({ ...targets, warnAt: Number(event.target.value) })}
        >
          {[...new Set([...warnings, targets.warnAt])]
            .toSorted((one, other) => one - other)
            .map((share) => (
              <option key={share} value={share}>
                {t('targets.warn.share', { share })}
              </option>
            ))}
        </select>
      </label>
      <label className={form['radio']}>
        <input
          type="checkbox"
          checked={targets.notify}
          onChange={(event) => keep({ ...targets, notify: event.target.checked })}
        />
        {t('targets.notify')}
      </label>
      <p>{t('targets.why')}</p>
    </div>
  )
}
