/** @file Settings of a brand: how agents sign their answers. */
import { useState } from 'react'
import { fillIn, unknownIn } from '../../../shared/domain/macro-text.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { t } from '../../words.ts'
import { useKeepSetting, type SectionProps } from './use-brand-settings.ts'
import form from '../../ui/Form.module.css'

const channels = ['public', 'dm'] as const

export function SignOffSection({ brand, settings }: SectionProps) {
  const keep = useKeepSetting(brand, 'signOff')
  const { signOff } = settings
  const [text, setText] = useState(signOff.text)
  const examples: Record<string, string> = {
    'agent.initials': 'JD',
    'agent.name': 'Jo Doe',
    'brand.name': brand.name,
  }
  const [unknown] = unknownIn(text)
  const isNew = text.trim() !== signOff.text
  return (
    <form
      className={form['stack']}
      onSubmit={(event) => {
        event.preventDefault()
        keep({ ...signOff, text: text.trim() })
      }}
    >
      {channels.map((channel) => (
        <label key={channel} className={form['radio']}>
          <input
            type="checkbox"
            checked={signOff[channel]}
            onChange={(event) => keep({ ...signOff, [channel]: event.target.checked })}
          />
          {t(`settings.sign-off.${channel}`)}
        </label>
      ))}
      <Field label={t('settings.sign-off.text')} value={text} maxLength={40} onText={setText} />
      {unknown === undefined ? (
        <p>{t('settings.sign-off.example', { words: fillIn(text, (name) => examples[name] ?? null) })}</p>
      ) : (
        <p className={form['bad']}>
          {unknown === '{{' ? t('macros.form.unclosed') : t('macros.form.unknown', { name: unknown })}
        </p>
      )}
      <p>{t('settings.sign-off.why')}</p>
      <div className={form['actions']}>
        <Button look="primary" type="submit" disabled={!isNew || unknown !== undefined || text.trim() === ''}>
          {t('macros.form.save')}
        </Button>
      </div>
    </form>
  )
}
