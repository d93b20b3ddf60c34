/** @file A sentence of a brand's with the variables of macros, kept once it names nothing that there is not. */
import { useState, type ReactNode } from 'react'
import { unknownIn } from '../../../shared/domain/macro-text.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { t } from '../../words.ts'
import form from '../../ui/Form.module.css'

type Props = {
  label: string
  value: string
  onKept: (text: string) => void
  /** What stands between the sentence and its button. */
  children: ReactNode
}

export function SentenceForm({ label, value, onKept, children }: Props) {
  const [text, setText] = useState(value)
  const [unknown] = unknownIn(text)
  return (
    <form
      className={form['stack']}
      onSubmit={(event) => {
        event.preventDefault()
        onKept(text.trim())
      }}
    >
      <Field label={label} value={text} maxLength={240} onText={setText} />
      {unknown !== undefined && (
        <p className={form['bad']}>
          {unknown === '{{' ? t('macros.form.unclosed') : t('macros.form.unknown', { name: unknown })}
        </p>
      )}
      {children}
      <div className={form['actions']}>
        <Button
          look="primary"
          type="submit"
          disabled={text.trim() === value || text.trim() === '' || unknown !== undefined}
        >
          {t('macros.form.save')}
        </Button>
      </div>
    </form>
  )
}
