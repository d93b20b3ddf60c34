/** @file Notes down a promise that was not noticed: by when, and what. */
import { useId, useRef, useState, type FormEvent } from 'react'
import { promise } from '../../commands/promise.ts'
import { whenOf } from '../../state/when.ts'
import { fullTime } from '../../time.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Modal } from '../../ui/Modal.tsx'
import { t } from '../../words.ts'
import { useConsole } from '../console-context.ts'
import type { DeskDialogProps } from './DeskDialog.tsx'
import form from '../../ui/Form.module.css'

export function PromiseDialog({ ticketIds, onClose }: DeskDialogProps) {
  const c = useConsole()
  const day = useRef<HTMLInputElement>(null)
  const line = useId()
  const [when, setWhen] = useState('')
  const [words, setWords] = useState('')
  const at = when.trim() === '' ? null : whenOf(when, c.now())
  const isAhead = at !== null && at > c.now()
  const understood =
    when.trim() === ''
      ? t('follow-up.examples')
      : at === null
        ? t('when.unknown')
        : t(isAhead ? 'promise.by' : 'when.past', { at: fullTime(at) })
  const keep = (event: FormEvent) => {
    event.preventDefault()
    const [ticketId] = ticketIds
    if (!isAhead || words.trim() === '' || ticketId === undefined) return
    onClose()
    promise(c, ticketId, at, words.trim())
  }
  return (
    <Modal title={t('promise.title')} onClose={onClose} first={day}>
      <form className={form['form']} onSubmit={keep}>
        <p>{t('promise.why')}</p>
        <Field label={t('promise.when')} ref={day} value={when} aria-describedby={line} onText={setWhen} />
        <p id={line} aria-live="polite">
          {understood}
        </p>
        <Field
          label={t('promise.what')}
          value={words}
          maxLength={200}
          placeholder={t('promise.what.example')}
          onText={setWords}
        />
        <div className={form['actions']}>
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <Button look="primary" type="submit" disabled={!isAhead || words.trim() === ''}>
            {t('promise.keep')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
