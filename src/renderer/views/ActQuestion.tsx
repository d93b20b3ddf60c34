/** @file The question before something is changed at X: what it does, what it costs, and the button that names the handle. */
import { useRef, type ReactNode } from 'react'
import type { ResourceKind } from '../../shared/domain/money.ts'
import { priceOf } from '../../shared/domain/prices.ts'
import { price as priceWords } from '../money.ts'
import type { ActKind } from '../state/session.ts'
import { Button } from '../ui/Button.tsx'
import { Modal } from '../ui/Modal.tsx'
import { t } from '../words.ts'
import form from '../ui/Form.module.css'

const prices: Record<ActKind, ResourceKind> = {
  'post.hide': 'content.manage',
  'post.unhide': 'content.manage',
  'post.repost': 'interaction.create',
  'post.unrepost': 'interaction.delete',
  'post.bookmark': 'content.manage',
  'post.unbookmark': 'content.manage',
  'post.delete': 'interaction.delete',
  'person.mute': 'interaction.create',
  'person.unmute': 'mute.delete',
}

/** Acts that nothing takes back. */
export const isFinal = (act: ActKind): boolean => act === 'post.delete'

type Props = {
  act: ActKind
  /** Whom it is about, for the words. */
  name: string
  username: string
  /** What it is about, on screen. */
  children?: ReactNode
  onGo: () => void
  onClose: () => void
}

export function ActQuestion({ act, name, username, children, onGo, onClose }: Props) {
  // Enter does what can be taken back; what cannot asks for a hand.
  const first = useRef<HTMLButtonElement>(null)
  const final = isFinal(act)
  return (
    <Modal title={t(`command.${act}`)} onClose={onClose} first={first}>
      <div className={form['form']}>
        <p>{t(`act.why.${act}`, { name, username })}</p>
        {children}
        <p>{t('act.price', { price: priceWords(priceOf[prices[act]]) })}</p>
        <div className={form['actions']}>
          <Button {...(final ? { ref: first } : {})} onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button {...(final ? {} : { ref: first })} look={final ? 'danger' : 'primary'} onClick={onGo}>
            {t(`act.do.${act}`, { username })}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
