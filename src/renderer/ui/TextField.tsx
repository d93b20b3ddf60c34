/** @file A labelled text of several lines, as high as what is typed; what belongs to it stands below. */
import { useId, type ComponentProps } from 'react'
import styles from './Field.module.css'

type Props = Omit<ComponentProps<'textarea'>, 'onChange' | 'id' | 'style'> & {
  label: string
  /** It is as high as so many lines at least. */
  rows: number
  onText: (text: string) => void
}

export function TextField({ label, rows, onText, children, ...rest }: Props) {
  const id = useId()
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        className={styles['text']}
        style={{ minHeight: `calc(${rows}lh + 14px)` }}
        dir="auto"
        onChange={(event) => onText(event.target.value)}
        {...rest}
      />
      {children}
    </div>
  )
}
