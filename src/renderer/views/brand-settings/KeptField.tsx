/** @file A text field of a setting: kept with Enter or on leaving it, if it is understood; Escape forgets what was typed. */
import { useState, type KeyboardEvent } from 'react'
import { Field } from '../../ui/Field.tsx'
import { t } from '../../words.ts'
import form from '../../ui/Form.module.css'
import field from '../../ui/Field.module.css'

type Props = {
  label: string
  /** The label is told to who listens alone: a table says it to who looks. */
  inTable?: boolean
  /** What is kept, as it is typed. */
  value: string
  /** Keeps it; false when it is not understood. */
  onKept: (words: string) => boolean
  placeholder?: string
}

export function KeptField({ label, inTable = false, value, onKept, placeholder }: Props) {
  const [typed, setTyped] = useState<string | null>(null)
  const [wrong, setWrong] = useState(false)
  const type = (words: string | null) => {
    setTyped(words)
    setWrong(false)
  }
  const keep = () => {
    if (typed === null) return
    if (typed === value || onKept(typed)) type(null)
    else setWrong(true)
  }
  const props = {
    value: typed ?? value,
    placeholder,
    'aria-invalid': wrong,
    onBlur: keep,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.nativeEvent.isComposing) return
      if (event.key === 'Enter') keep()
      if (event.key !== 'Escape' || typed === null) return
      event.stopPropagation()
      type(null)
    },
  }
  return (
    <div>
      {inTable ? (
        <input
          className={field['input']}
          size={10}
          aria-label={label}
          onChange={(event) => type(event.target.value)}
          {...props}
        />
      ) : (
        <Field label={label} onText={type} {...props} />
      )}
      {wrong && (
        <p role="alert" className={form['bad']}>
          {t('settings.not-understood')}
        </p>
      )}
    </div>
  )
}
