/** @file A short list to choose from by typing: arrow keys choose, Enter takes. Knows no ticket. */
import { Check } from 'lucide-react'
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { listRole } from './list-role.ts'
import { Modal } from './Modal.tsx'
import styles from './Choices.module.css'

export type Choice = {
  key: string
  title: string
  detail: string
  /** Stands before the title. */
  mark?: ReactNode
  /** It is so already. */
  on?: boolean
}

type Props = {
  title: string
  placeholder: string
  /** What is on offer for what is typed, the best first. */
  choicesFor: (typed: string) => readonly Choice[]
  /** What to say when nothing is on offer. */
  nothing: (typed: string) => string
  /** @param typed what stands in the field */
  onChosen: (key: string, typed: string) => void
  onClose: () => void
  /** A quiet line at the foot. */
  hint?: string
}

export function Chooser({ title, placeholder, choicesFor, nothing, onChosen, onClose, hint }: Props) {
  const field = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  const choices = choicesFor(typed)
  const at = Math.max(
    0,
    choices.findIndex((choice) => choice.key === chosen),
  )
  const cursor = choices[at]

  function keyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const next =
        choices[Math.min(choices.length - 1, Math.max(0, at + (event.key === 'ArrowDown' ? 1 : -1)))]
      setChosen(next?.key ?? null)
      const element = next && list.current?.querySelector(`[data-choice="${CSS.escape(next.key)}"]`)
      element?.scrollIntoView({ block: 'nearest' })
    } else if (event.key === 'Enter') {
      if (cursor) onChosen(cursor.key, typed)
    } else return
    event.preventDefault()
  }

  return (
    <Modal title={title} onClose={onClose} look="top" first={field}>
      <input
        ref={field}
        className={styles['field']}
        role="combobox"
        aria-expanded="true"
        aria-controls="chooser-list"
        aria-label={title}
        {...(cursor ? { 'aria-activedescendant': `choice-${cursor.key}` } : {})}
        placeholder={placeholder}
        spellCheck={false}
        autoComplete="off"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setChosen(null)
        }}
        onKeyDown={keyDown}
      />
      <div
        ref={list}
        id="chooser-list"
        role={listRole(choices.length)}
        aria-label={title}
        className={styles['list']}
      >
        {choices.map((choice) => (
          <div
            key={choice.key}
            id={`choice-${choice.key}`}
            data-choice={choice.key}
            role="option"
            {...(choice.on === undefined ? {} : { 'aria-checked': choice.on })}
            aria-selected={choice.key === cursor?.key}
            className={styles['choice']}
            onClick={() => onChosen(choice.key, typed)}
          >
            {choice.mark}
            <bdi className={styles['title']}>{choice.title}</bdi>
            <bdi className={styles['detail']}>{choice.detail}</bdi>
            {choice.on === true && <Check size={14} className={styles['on']} aria-hidden="true" />}
          </div>
        ))}
        {choices.length === 0 && <p className={styles['nothing']}>{nothing(typed)}</p>}
      </div>
      {hint !== undefined && <p className={styles['hint']}>{hint}</p>}
    </Modal>
  )
}
