/** @file Before something is changed at X beside answering: at which post, what it costs, and what it cannot take back. */
import { useRef, useState } from 'react'
import type { ResourceKind } from '../../shared/domain/money.ts'
import { dollar, priceOf } from '../../shared/domain/prices.ts'
import type { TicketDetail, TimelineItem } from '../../shared/domain/ticket.ts'
import { nameInSentence } from '../overrides.ts'
import type { ActKind } from '../state/session.ts'
import { Button } from '../ui/Button.tsx'
import { Modal } from '../ui/Modal.tsx'
import { Notice } from '../ui/Notice.tsx'
import { t } from '../words.ts'
import { useConsole, useRows } from './console-context.ts'
import { priceWords } from './job-words.ts'
import { PostChoice } from './PostChoice.tsx'
import form from '../ui/Form.module.css'

type Post = Extract<TimelineItem, { kind: 'post' }>

/** Whose posts it is about, and the line of X's price list. */
const acts: Record<ActKind, { of: 'theirs' | 'ours' | 'person'; price: ResourceKind }> = {
  'post.hide': { of: 'theirs', price: 'content.manage' },
  'post.unhide': { of: 'theirs', price: 'content.manage' },
  'post.repost': { of: 'theirs', price: 'interaction.create' },
  'post.bookmark': { of: 'theirs', price: 'content.manage' },
  'post.delete': { of: 'ours', price: 'interaction.delete' },
  'person.mute': { of: 'person', price: 'interaction.create' },
}

/** The posts of a conversation that the act could be about, newest first. */
const postsOf = (detail: TicketDetail, of: 'theirs' | 'ours' | 'person'): Post[] =>
  of === 'person'
    ? []
    : detail.timeline
        .filter((item): item is Post => item.kind === 'post' && item.ours === (of === 'ours'))
        .toReversed()

/** The handle of ours that acts in a ticket. */
export function useHandleOf(detail: TicketDetail | null): string | null {
  return useRows((rows) => {
    const brand = rows.brands.find((one) => one.id === detail?.card.brandId)
    return brand?.handles.find((one) => one.username === detail?.routes.username)?.id ?? null
  })
}

/** The ticket that a dialog was opened for; null once it is no longer the one on screen. */
export const useDetail = (ticketId: string): TicketDetail | null =>
  useRows((rows) => (rows.detail?.card.ticketId === ticketId ? rows.detail : null))

export function ActDialog({
  act,
  ticketId,
  onClose,
}: {
  act: ActKind
  ticketId: string
  onClose: () => void
}) {
  const c = useConsole()
  const detail = useDetail(ticketId)
  const handleId = useHandleOf(detail)
  const { of, price } = acts[act]
  const posts = detail ? postsOf(detail, of) : []
  const [picked, pick] = useState<string | null>(null)
  const likely = posts.find((post) => post.author.xUserId === detail?.card.customer.xUserId) ?? posts[0]
  const postId = picked ?? likely?.id ?? null
  // Enter does what can be taken back; what cannot asks for a hand.
  const first = useRef<HTMLButtonElement>(null)
  const final = act === 'post.delete'
  const title = t(`command.${act}`)
  if (!detail || handleId === null) {
    return (
      <Modal title={title} onClose={onClose}>
        <Notice title={t('act.no-ticket')} />
      </Modal>
    )
  }
  const { customer } = detail.card
  const { username } = detail.routes
  const go = () => {
    onClose()
    c.attempt(async () => {
      if (act === 'person.mute') await c.call(act, { handleId, ticketId, xUserId: customer.xUserId })
      else if (postId !== null) await c.call(act, { handleId, ticketId, postId })
      c.say(t('said.act', { what: title }), { undoable: !final })
    })
  }
  return (
    <Modal title={title} onClose={onClose} first={first}>
      <div className={form['form']}>
        <p>{t(`act.why.${act}`, { name: nameInSentence(customer.name), username })}</p>
        <PostChoice posts={posts} chosen={postId} onChosen={pick} />
        <p>{t('act.price', { price: priceWords(priceOf[price] / dollar) })}</p>
        <div className={form['actions']}>
          <Button {...(final ? { ref: first } : {})} onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button {...(final ? {} : { ref: first })} look={final ? 'danger' : 'primary'} onClick={go}>
            {t(`act.do.${act}`, { username })}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
