/** @file Settings of a brand: in which language it tells everybody what is wrong, and the texts it begins with. */
import { useState } from 'react'
import { NoticeKind } from '../../../shared/domain/notice.ts'
import { noticeVariables, unknownInNotice } from '../../../shared/domain/notice-text.ts'
import { NoticesSetting, plainTemplate } from '../../../shared/domain/notices-setting.ts'
import { Language } from '../../../shared/language.ts'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { t } from '../../words.ts'
import { SettingForm } from './SettingForm.tsx'
import { useKeepSetting, type SectionProps } from './use-brand-settings.ts'
import form from '../../ui/Form.module.css'

type TemplateProps = {
  kind: NoticeKind
  value: string
  isOwn: boolean
  onText: (text: string | null) => void
}

function Template({ kind, value, isOwn, onText }: TemplateProps) {
  const [unknown] = unknownInNotice(value)
  return (
    <TextField label={t(`notice.kind.${kind}`)} rows={2} maxLength={1_000} value={value} onText={onText}>
      {unknown !== undefined && (
        <p className={form['bad']}>
          {unknown === '{{' ? t('macros.form.unclosed') : t('macros.form.unknown', { name: unknown })}
        </p>
      )}
      {isOwn && (
        <div className={form['actions']}>
          <Button look="quiet" onClick={() => onText(null)}>
            {t('notices.setting.plain')}
          </Button>
        </div>
      )}
    </TextField>
  )
}

export function NoticesSection({ brand, settings }: SectionProps) {
  const keep = useKeepSetting(brand, 'notices')
  const [typed, setTyped] = useState(settings.notices)
  // An emptied text is not the brand's own any more.
  const asTyped = NoticesSetting.safeParse(
    Object.fromEntries(
      Object.entries(typed).map(([name, value]) => [name, value?.trim() === '' ? null : value]),
    ),
  )
  return (
    <SettingForm kept={settings.notices} typed={asTyped.data ?? null} onKeep={keep}>
      <p>{t('notices.setting.why')}</p>
      <label className={form['label']}>
        {t('notices.setting.language')}
        <select
          className={form['select']}
          value={typed.language}
          onChange={(event) => setTyped({ ...typed, language: Language.parse(event.target.value) })}
        >
          {Language.options.map((language) => (
            <option key={language} value={language}>
              {t(`notices.setting.language.${language}`)}
            </option>
          ))}
        </select>
      </label>
      {NoticeKind.options.map((kind) => (
        <Template
          key={kind}
          kind={kind}
          value={typed[kind] ?? plainTemplate(typed.language, kind)}
          isOwn={typed[kind] !== null}
          onText={(text) => setTyped({ ...typed, [kind]: text })}
        />
      ))}
      <p>{t('notices.setting.variables', { names: noticeVariables.join(', ') })}</p>
    </SettingForm>
  )
}
