/**
 * @file Asks for a time in typed words, says how they are understood before anything is done, and that this computer
 * must be awake then.
 */
import { useId, useRef, useState, useEffect, type FormEvent } from 'react'
import { whenOf } from '../state/when.ts'
import { clockTime, fullTime } from '../time.ts'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { t } from '../words.ts'
import { useConsole, useSession } from './console-context.ts'
import styles from './WhenField.module.css'

/** The switch that keeps this computer awake as long as something is scheduled. */
export function AwakeSwitch() {
  const c = useConsole()
  const on = useSession((session) => session.info?.keepAwake ?? false)
  const flip = () =>
    c.attempt(async () => {
      await c.host.invoke('window.keep-awake', { on: !on })
      const { info } = c.session.getState()
      if (info) c.session.setState({ info: { ...info, keepAwake: !on } })
    })
  return (
    <label className={styles['awake']}>
      <input type="checkbox" checked={on} onChange={flip} />
      {t('when.keep-awake')}
    </label>
  )
}

/** How typed words are understood at this moment. */
export function useWhen(words: string): { at: number | null; understood: string } {
  const c = useConsole()
  const at = words.trim() === '' ? null : whenOf(words, c.now())
  if (words.trim() === '') return { at: null, understood: t('when.examples') }
  if (at === null) return { at: null, understood: t('when.unknown') }
  if (at <= c.now()) return { at: null, understood: t('when.past', { at: fullTime(at) }) }
  return { at, understood: t('when.leaves', { at: fullTime(at), time: clockTime(at) }) }
}

type Props = {
  /** What the button says. */
  verb: string
  onChosen: (at: number) => void
  onCancel: () => void
}

export function WhenField({ verb, onChosen, onCancel }: Props) {
  const [words, setWords] = useState('')
  const { at, understood } = useWhen(words)
  const field = useRef<HTMLInputElement>(null)
  const line = useId()
  useEffect(() => field.current?.focus(), [])
  const choose = (event: FormEvent) => {
    event.preventDefault()
    if (at !== null) onChosen(at)
  }
  return (
    <form className={styles['when']} onSubmit={choose}>
      <Field
        label={t('when.label')}
        ref={field}
        value={words}
        aria-describedby={line}
        onText={setWords}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
          event.stopPropagation()
          onCancel()
        }}
      />
      <p id={line} className={styles['understood']} aria-live="polite">
        {understood}
      </p>
      <AwakeSwitch />
      <div className={styles['actions']}>
        <Button onClick={onCancel}>{t('app.cancel')}</Button>
        <Button look="primary" type="submit" disabled={at === null}>
          {verb}
        </Button>
      </div>
    </form>
  )
}
