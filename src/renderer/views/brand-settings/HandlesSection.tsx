/** @file Settings of a brand: what each of its handles is for, in which languages it answers, and when. */
import { HandlePurpose, purposeOf } from '../../../shared/domain/handles-setting.ts'
import { t } from '../../words.ts'
import { useKeyName } from '../console-context.ts'
import { KeptField } from './KeptField.tsx'
import { useKeepSetting, type SectionProps } from './use-brand-settings.ts'
import { WeekFields } from './WeekFields.tsx'
import form from '../../ui/Form.module.css'

export function HandlesSection({ brand, settings }: SectionProps) {
  const keyOf = useKeyName()
  const keep = useKeepSetting(brand, 'handles')
  const put = (of: HandlePurpose): boolean => {
    const kept = HandlePurpose.safeParse(of)
    if (!kept.success) return false
    const others = settings.handles.handles.filter(
      ({ username }) => username.toLowerCase() !== of.username.toLowerCase(),
    )
    keep({ handles: [...others, kept.data] })
    return true
  }
  return (
    <div className={form['stack']}>
      <p>{t('settings.handles.why', { key: keyOf('ticket.move-handle') })}</p>
      {brand.handles.map(({ id, username }) => {
        const of = purposeOf(settings.handles, username)
        return (
          <section key={id} className={form['help']} aria-label={t('thread.handle', { username })}>
            <KeptField
              label={t('settings.handles.purpose', { username })}
              value={of.purpose}
              placeholder={t('settings.handles.purpose.example')}
              onKept={(purpose) => put({ ...of, purpose })}
            />
            <KeptField
              label={t('settings.handles.languages')}
              value={of.languages.join(', ')}
              onKept={(words) =>
                put({ ...of, languages: words.split(/[\s,]+/u).filter((word) => word !== '') })
              }
            />
            <label className={form['radio']}>
              <input
                type="checkbox"
                checked={of.week !== null}
                onChange={(event) => put({ ...of, week: event.target.checked ? settings.hours.week : null })}
              />
              {t('settings.handles.own-hours')}
            </label>
            {of.week && <WeekFields week={of.week} onWeek={(week) => put({ ...of, week })} />}
          </section>
        )
      })}
    </div>
  )
}
