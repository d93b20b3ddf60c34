/** @file On which day tickets come back, and what for. */
import { useId, useRef, useState, type FormEvent } from 'react'
import { followUp } from '../../commands/desk.ts'
import { whenOf } from '../../state/when.ts'
import { fullTime } from '../../time.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Modal } from '../../ui/Modal.tsx'
import { t } from '../../words.ts'
import { useConsole, useRows } from '../console-context.ts'
import type { DeskDialogProps } from './DeskDialog.tsx'
import form from '../../ui/Form.module.css'

export function FollowUpDialog({ ticketIds, onClose }: DeskDialogProps) {
  const c = useConsole()
  const known = useRows((rows) => {
    const shown = rows.detail?.card.ticketId === ticketIds[0] ? rows.detail : null
    return ticketIds.length === 1 ? (shown?.desk.followUp ?? null) : null
  })
  const day = useRef<HTMLInputElement>(null)
  const line = useId()
  const [words, setWords] = useState('')
  const [reason, setReason] = useState(known?.reason ?? '')
  const typed = words.trim() === '' ? null : whenOf(words, c.now())
  const at = typed ?? (words.trim() === '' ? (known?.at ?? null) : null)
  const understood =
    at !== null && at > c.now()
      ? t('follow-up.at', { at: fullTime(at) })
      : words.trim() === ''
        ? t('follow-up.examples')
        : at === null
          ? t('when.unknown')
          : t('when.past', { at: fullTime(at) })
  const isAhead = at !== null && at > c.now()
  const keep = (event: FormEvent) => {
    event.preventDefault()
    if (!isAhead) return
    onClose()
    followUp(c, ticketIds, at, reason)
  }
  return (
    <Modal title={t('follow-up.title', { count: ticketIds.length })} onClose={onClose} first={day}>
      <form className={form['form']} onSubmit={keep}>
        <p>{t('follow-up.why')}</p>
        <Field label={t('follow-up.day')} ref={day} value={words} aria-describedby={line} onText={setWords} />
        <p id={line} aria-live="polite">
          {understood}
        </p>
        <Field
          label={t('follow-up.reason')}
          value={reason}
          maxLength={200}
          placeholder={t('follow-up.reason.example')}
          onText={setReason}
        />
        <div className={form['actions']}>
          {known !== null && (
            <Button
              look="quiet"
              onClick={() => {
                onClose()
                followUp(c, ticketIds, null, '')
              }}
            >
              {t('follow-up.drop')}
            </Button>
          )}
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <Button look="primary" type="submit" disabled={!isAhead}>
            {t('follow-up.keep')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
