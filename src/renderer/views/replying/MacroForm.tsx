/** @file One macro: its name and words, the values that are set in, and what it does once X has the message. */
import { useRef, useState, type FormEvent } from 'react'
import type { BrandView } from '../../../shared/domain/brand.ts'
import { MacroLang, MacroShortcut, type MacroActions, type MacroView } from '../../../shared/domain/macro.ts'
import { macroVariables, unknownIn } from '../../../shared/domain/macro-text.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { t } from '../../words.ts'
import { useConsole } from '../console-context.ts'
import { MacroActionFields } from './MacroActionFields.tsx'
import form from '../../ui/Form.module.css'
import styles from './MacrosDialog.module.css'

const nothing: MacroActions = { status: null, tags: [], snooze: null }
const example = '{{customer.first_name|there}}'

/** Typed text for something that may be left out. Undefined: it is not right. */
function optional<T>(typed: string, parse: (text: string) => { data?: T | undefined }): T | null | undefined {
  return typed.trim() === '' ? null : parse(typed).data
}

type Props = {
  brand: BrandView
  /** What is changed; null for something new. */
  known: MacroView | null
  /** The words of something new. */
  begun: string
  onSaved: (name: string) => void
  onCancel: (() => void) | null
}

export function MacroForm({ brand, known, begun, onSaved, onCancel }: Props) {
  const c = useConsole()
  const field = useRef<HTMLTextAreaElement>(null)
  const [name, setName] = useState(known?.name ?? '')
  const [shortcut, setShortcut] = useState(known?.shortcut ?? '')
  const [lang, setLang] = useState(known?.lang ?? '')
  const [text, setText] = useState(known?.text ?? begun)
  const [actions, setActions] = useState(known?.actions ?? nothing)
  const asShortcut = optional(shortcut, (typed) => MacroShortcut.safeParse(typed.replace(/^\//u, '')))
  const asLang = optional(lang, (typed) => MacroLang.safeParse(typed))
  const [unknown] = unknownIn(text)
  const isReady =
    name.trim() !== '' &&
    text.trim() !== '' &&
    unknown === undefined &&
    asShortcut !== undefined &&
    asLang !== undefined
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (!isReady) return
    c.attempt(async () => {
      const macro = { name, shortcut: asShortcut, lang: asLang, text, actions }
      const kept = await c.call('macro.save', {
        ...(known ? { id: known.id } : {}),
        brandId: brand.id,
        macro,
      })
      onSaved(kept.name)
    })
  }
  const setIn = (variable: string) => {
    field.current?.focus()
    document.execCommand('insertText', false, `{{${variable}}}`)
  }
  return (
    <form
      className={form['stack']}
      aria-label={known ? t('macros.form.edit', { name: known.name }) : t('macros.form.new')}
      onSubmit={save}
    >
      <div className={styles['three']}>
        <Field label={t('macros.form.name')} value={name} maxLength={60} onText={setName} autoFocus />
        <div>
          <Field label={t('macros.form.shortcut')} value={shortcut} maxLength={21} onText={setShortcut} />
          {asShortcut === undefined && <p className={form['bad']}>{t('macros.form.shortcut.bad')}</p>}
        </div>
        <div>
          <Field label={t('macros.form.lang')} value={lang} maxLength={3} onText={setLang} />
          {asLang === undefined && <p className={form['bad']}>{t('macros.form.lang.bad')}</p>}
        </div>
      </div>
      <TextField
        label={t('macros.form.text')}
        rows={4}
        ref={field}
        maxLength={10_000}
        value={text}
        aria-invalid={unknown !== undefined}
        onText={setText}
      >
        {unknown !== undefined && (
          <p className={form['bad']} role="alert">
            {unknown === '{{' ? t('macros.form.unclosed') : t('macros.form.unknown', { name: unknown })}
          </p>
        )}
        <div className={styles['variables']}>
          <select
            className={form['select']}
            aria-label={t('macros.form.variable')}
            value=""
            onChange={(event) => setIn(event.target.value)}
          >
            <option value="">{t('macros.form.variable')}</option>
            {macroVariables.map((variable) => (
              <option key={variable} value={variable}>
                {variable}
              </option>
            ))}
          </select>
          <span>{t('macros.form.fallback')}</span>
          <code>{example}</code>
        </div>
      </TextField>
      <MacroActionFields actions={actions} onActions={setActions} />
      <div className={form['actions']}>
        {onCancel && <Button onClick={onCancel}>{t('app.cancel')}</Button>}
        <Button look="primary" type="submit" disabled={!isReady}>
          {t('macros.form.save')}
        </Button>
      </div>
    </form>
  )
}
