/** @file Settings of a brand: what is written down about its tickets beside labels. */
import { useState, type FormEvent } from 'react'
import { fieldIdFor, TicketField } from '../../../shared/domain/fields-setting.ts'
import { forbiddenLabel } from '../../../shared/domain/labels.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { t } from '../../words.ts'
import { useKeepSetting, type SectionProps } from './use-brand-settings.ts'
import form from '../../ui/Form.module.css'
import rules from '../rules/Rules.module.css'

const macroOf = (id: string): string => `{{ticket.field.${id}}}`

export function FieldsSection({ brand, settings }: SectionProps) {
  const keep = useKeepSetting(brand, 'fields')
  const { fields } = settings.fields
  const [name, setName] = useState('')
  const [options, setOptions] = useState('')
  const isForbidden = forbiddenLabel(name) !== null
  const typed = TicketField.safeParse({
    id: fieldIdFor(
      name,
      fields.map(({ id }) => id),
    ),
    name,
    options: options
      .split(',')
      .map((option) => option.trim())
      .filter((option) => option !== ''),
  }).data
  const add = (event: FormEvent) => {
    event.preventDefault()
    if (!typed) return
    keep({ fields: [...fields, typed] })
    setName('')
    setOptions('')
  }
  return (
    <form className={form['stack']} onSubmit={add}>
      <p>{t('settings.fields.why', { example: macroOf('booking') })}</p>
      {fields.length === 0 && <Notice title={t('settings.fields.none')} />}
      <ul className={rules['rules']}>
        {fields.map((field) => (
          <li key={field.id} className={rules['rule']}>
            <div className={rules['about']}>
              <b dir="auto">{field.name}</b>
              <span>{[macroOf(field.id), ...field.options].join(t('app.separator'))}</span>
            </div>
            <div className={rules['ways']}>
              <Button
                look="quiet"
                aria-label={t('settings.fields.remove.name', { name: field.name })}
                onClick={() => keep({ fields: fields.filter(({ id }) => id !== field.id) })}
              >
                {t('settings.fields.remove')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <Field
        label={t('settings.fields.name')}
        value={name}
        maxLength={40}
        placeholder={t('settings.fields.name.example')}
        onText={setName}
      />
      {isForbidden && <p className={form['bad']}>{t('settings.fields.refused')}</p>}
      <Field label={t('settings.fields.options')} value={options} maxLength={1_000} onText={setOptions} />
      <div className={form['actions']}>
        <Button look="primary" type="submit" disabled={!typed || fields.length >= 12}>
          {t('settings.fields.add')}
        </Button>
      </div>
    </form>
  )
}
