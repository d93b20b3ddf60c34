/** @file One of a few: arrow keys move, a letter or Enter chooses, so does a press. The focus begins at what stands. */
import { useEffect, useRef, type ReactNode, type RefObject } from 'react'
import { moved } from '../state/cursor.ts'
import { Kbd } from '../ui/Kbd.tsx'
import styles from './Choice.module.css'

export type Option<Id extends string> = {
  id: Id
  /** The one letter that chooses it; empty: it has none. */
  letter: string
  label: string
  /** What it means, in a few words. */
  why?: string
  mark?: ReactNode
}

export function Choice<Id extends string>({
  label,
  options,
  current,
  first,
  onChosen,
}: {
  label: string
  options: readonly Option<Id>[]
  current: Id | null
  /** Gets where the focus begins, for the dialog around it: one that follows another would lose it otherwise. */
  first?: RefObject<HTMLButtonElement | null>
  onChosen: (id: Id) => void
}) {
  const begins = options.find(({ id }) => id === current)?.id ?? options[0]?.id
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const at = list.current?.querySelector<HTMLElement>('[aria-current=true]')
    const first = list.current?.querySelector<HTMLElement>('button')
    ;(at ?? first)?.focus()
  }, [])
  return (
    <div
      ref={list}
      className={styles['list']}
      role="group"
      aria-label={label}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return
        const chosen = options.find((option) => option.letter === event.key.toLowerCase())
        if (chosen) {
          event.preventDefault()
          return onChosen(chosen.id)
        }
        const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
        if (by === undefined) return
        event.preventDefault()
        const at = document.activeElement?.getAttribute('data-option') ?? null
        const to = moved(
          options.map((option) => option.id),
          at,
          by,
        )
        list.current?.querySelector<HTMLElement>(`[data-option="${to}"]`)?.focus()
      }}
    >
      {options.map((option) => (
        <button
          key={option.id}
          ref={option.id === begins ? first : undefined}
          type="button"
          data-option={option.id}
          aria-current={option.id === current}
          aria-keyshortcuts={option.letter}
          className={styles['option']}
          onClick={() => onChosen(option.id)}
        >
          {option.mark}
          <b>{option.label}</b>
          {option.why !== undefined && <span className={styles['why']}>{option.why}</span>}
          {option.letter !== '' && <Kbd keys={[option.letter.toUpperCase()]} />}
        </button>
      ))}
    </div>
  )
}
