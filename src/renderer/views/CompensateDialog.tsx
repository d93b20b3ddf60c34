/** @file Undoing what X has done already: by another request, which X charges for. */
import { useRef } from 'react'
import { dollar } from '../../shared/domain/prices.ts'
import { price } from '../money.ts'
import type { Offer } from '../state/session.ts'
import { Button } from '../ui/Button.tsx'
import { Modal } from '../ui/Modal.tsx'
import { t } from '../words.ts'
import { useConsole } from './console-context.ts'
import form from '../ui/Form.module.css'

export function CompensateDialog({ offer, onClose }: { offer: Offer; onClose: () => void }) {
  const c = useConsole()
  const first = useRef<HTMLButtonElement>(null)
  const what = t(`compensate.${offer.command}`)
  const go = () => {
    onClose()
    c.attempt(async () => {
      await c.call('outbox.compensate', { jobId: offer.jobId })
      c.say(t('said.act', { what }))
    })
  }
  return (
    <Modal title={t('compensate.title')} onClose={onClose} first={first}>
      <div className={form['form']}>
        <p>{t('compensate.why', { what, price: price(Math.round(offer.dollars * dollar)) })}</p>
        <div className={form['actions']}>
          <Button ref={first} onClick={onClose}>
            {t('compensate.leave')}
          </Button>
          <Button look="primary" onClick={go}>
            {what}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
