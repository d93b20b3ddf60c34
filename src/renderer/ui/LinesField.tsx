/** @file A labelled list of texts, one per line; kept when the field is left. */
import { useId, useState } from 'react'
import { linesOf } from './lines.ts'
import styles from './Field.module.css'

type Props = {
  label: string
  hint?: string
  lines: readonly string[]
  rows?: number
  onLines: (lines: string[]) => void
}

export function LinesField({ label, hint, lines, rows = 3, onLines }: Props) {
  const id = useId()
  /** What is being typed; null shows what is kept. */
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <div className={styles['field']}>
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        className={styles['input']}
        rows={rows}
        spellCheck={false}
        value={typed ?? lines.join('\n')}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => {
          if (typed === null) return
          setTyped(null)
          const next = linesOf(typed)
          if (next.join('\n') !== lines.join('\n')) onLines(next)
        }}
      />
      {hint !== undefined && <span id={`${id}-hint`}>{hint}</span>}
    </div>
  )
}
