/** @file Settings of a brand: in which language it tells everybody what is wrong, and the texts it begins with. */
import { useId, useState } from 'react'
import { NoticeKind } from '../../../shared/domain/notice.ts'
import { noticeVariables, unknownInNotice } from '../../../shared/domain/notice-text.ts'
import { NoticesSetting, plainTemplate } from '../../../shared/domain/notices-setting.ts'
import { Language } from '../../../shared/language.ts'
import { Button } from '../../ui/Button.tsx'
import { t } from '../../words.ts'
import { useKeepSetting, type SectionProps } from './use-brand-settings.ts'
import form from '../../ui/Form.module.css'
import styles from '../replying/MacrosDialog.module.css'

type TemplateProps = {
  kind: NoticeKind
  value: string
  isOwn: boolean
  onText: (text: string | null) => void
}

function Template({ kind, value, isOwn, onText }: TemplateProps) {
  const id = useId()
  const [unknown] = unknownInNotice(value)
  return (
    <div className={form['label']}>
      <label htmlFor={id}>{t(`notice.kind.${kind}`)}</label>
      <textarea
        id={id}
        className={styles['area']}
        dir="auto"
        rows={2}
        maxLength={1_000}
        value={value}
        onChange={(event) => onText(event.target.value)}
      />
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
    </div>
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
  const isNew = asTyped.success && JSON.stringify(asTyped.data) !== JSON.stringify(settings.notices)
  return (
    <form
      className={form['stack']}
      onSubmit={(event) => {
        event.preventDefault()
        if (asTyped.success) keep(asTyped.data)
      }}
    >
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
      <div className={form['actions']}>
        <Button look="primary" type="submit" disabled={!isNew}>
          {t('macros.form.save')}
        </Button>
      </div>
    </form>
  )
}
