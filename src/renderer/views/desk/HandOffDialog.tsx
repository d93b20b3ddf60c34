/** @file Where tickets are settled instead, and under which number they are found there. */
import { useRef, useState, type FormEvent } from 'react'
import { HandedTo } from '../../../shared/domain/desk.ts'
import { handOff } from '../../commands/desk.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Modal } from '../../ui/Modal.tsx'
import { t } from '../../words.ts'
import { useConsole } from '../console-context.ts'
import type { DeskDialogProps } from './DeskDialog.tsx'
import form from '../../ui/Form.module.css'

export function HandOffDialog({ ticketIds, onClose }: DeskDialogProps) {
  const c = useConsole()
  const first = useRef<HTMLSelectElement>(null)
  const [to, setTo] = useState<HandedTo>('phone')
  const [reference, setReference] = useState('')
  const keep = (event: FormEvent) => {
    event.preventDefault()
    onClose()
    handOff(c, ticketIds, to, reference)
  }
  return (
    <Modal title={t('hand-off.title', { count: ticketIds.length })} onClose={onClose} first={first}>
      <form className={form['form']} onSubmit={keep}>
        <p>{t('hand-off.why')}</p>
        <label className={form['label']}>
          {t('hand-off.to')}
          <select
            ref={first}
            className={form['select']}
            value={to}
            onChange={(event) => setTo(HandedTo.parse(event.target.value))}
          >
            {HandedTo.options.map((one) => (
              <option key={one} value={one}>
                {t(`hand-off.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <Field
          label={t('hand-off.reference')}
          value={reference}
          maxLength={120}
          placeholder={t('hand-off.reference.example')}
          onText={setReference}
        />
        <div className={form['actions']}>
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <Button look="primary" type="submit">
            {t('hand-off.keep')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
