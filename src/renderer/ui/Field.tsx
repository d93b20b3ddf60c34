/** @file A labelled text field. */
import { useId, type ComponentProps } from 'react'
import styles from './Field.module.css'

type Props = Omit<ComponentProps<'input'>, 'onChange' | 'id'> & {
  label: string
  onText: (text: string) => void
}

export function Field({ label, onText, ...rest }: Props) {
  const id = useId()
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className={styles['input']}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onText(event.target.value)}
        {...rest}
      />
    </div>
  )
}
