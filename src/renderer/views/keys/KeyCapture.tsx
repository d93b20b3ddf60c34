/** @file Hears a new key for a command: one press, or several in a row; names whose it was before it takes it. */
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { CommandId } from '../../../shared/commands.ts'
import { conflictsOf, keyTrouble, withKey, type Keymap } from '../../../shared/keymap.ts'
import { keyLabels } from '../../commands/key-label.ts'
import { chordsOf, pressOf, sequenceMs } from '../../commands/keys.ts'
import { Button } from '../../ui/Button.tsx'
import { Kbd } from '../../ui/Kbd.tsx'
import { t } from '../../words.ts'
import { useConsole, useSession } from '../console-context.ts'
import form from '../../ui/Form.module.css'
import styles from './Keys.module.css'

const mostPresses = 3

type Props = { id: CommandId; keymap: Keymap; onKeep: (keymap: Keymap) => void; onDone: () => void }

export function KeyCapture({ id, keymap, onKeep, onDone }: Props) {
  const c = useConsole()
  const mac = useSession((session) => session.info?.platform === 'mac')
  const field = useRef<HTMLButtonElement>(null)
  const take = useRef<HTMLButtonElement>(null)
  const [presses, setPresses] = useState<readonly string[]>([])
  const [settled, setSettled] = useState(false)
  const key = presses.join(' ')
  const trouble = settled ? keyTrouble(id, key) : null
  const taken = settled && trouble === null ? conflictsOf(keymap, id, key) : []

  useEffect(() => field.current?.focus(), [])
  useEffect(() => {
    if (presses.length === 0 || settled) return
    return c.clock.after(sequenceMs, () => setSettled(true))
  }, [c, presses, settled])
  useEffect(() => {
    if (!settled || trouble !== null) return
    if (taken.length > 0) return take.current?.focus()
    onKeep(withKey(keymap, id, key))
    onDone()
    // What is settled is looked at once.
    // oxlint-disable-next-line react/exhaustive-deps -- the map moves on with what is kept here
  }, [settled])

  function keyDown(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      return onDone()
    }
    if (event.key === 'Tab') return
    event.preventDefault()
    event.stopPropagation()
    const [chord] = chordsOf(pressOf(event.nativeEvent), mac)
    if (chord === undefined) return
    const next = settled ? [chord] : [...presses, chord]
    setPresses(next)
    setSettled(next.length === mostPresses)
  }

  return (
    <div className={styles['capture']}>
      <button ref={field} type="button" className={styles['hear']} onKeyDown={keyDown}>
        {presses.length === 0 ? t('keys.press') : <Kbd keys={keyLabels(key, mac)} />}
      </button>
      {trouble !== null && (
        <p className={form['bad']} role="alert">
          {t(`keys.trouble.${trouble}`)}
        </p>
      )}
      {taken.length > 0 && (
        <>
          <p role="alert">
            {t('keys.taken', { titles: taken.map((other) => t(`command.${other}`)).join(t('app.comma')) })}
          </p>
          <Button
            ref={take}
            look="primary"
            onClick={() => {
              onKeep(withKey(keymap, id, key))
              onDone()
            }}
          >
            {t('keys.take')}
          </Button>
        </>
      )}
      <Button look="quiet" onClick={onDone}>
        {t('app.cancel')}
      </Button>
    </div>
  )
}
