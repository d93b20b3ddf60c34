/** @file The field above a long list that narrows it. */
import type { RefObject } from 'react'
import styles from './FilterField.module.css'

type Props = {
  label: string
  text: string
  onText: (text: string) => void
  ref: RefObject<HTMLInputElement | null>
}

export function FilterField({ label, text, onText, ref }: Props) {
  return (
    <input
      ref={ref}
      className={styles['field']}
      aria-label={label}
      placeholder={label}
      spellCheck={false}
      value={text}
      onChange={(event) => onText(event.target.value)}
    />
  )
}
