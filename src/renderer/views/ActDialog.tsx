/** @file Something at X beside answering, from a ticket: at which of its posts, or for its person. */
import { useState } from 'react'
import type { TicketDetail, TimelineItem } from '../../shared/domain/ticket.ts'
import { nameInSentence } from '../overrides.ts'
import type { ActKind } from '../state/session.ts'
import { Modal } from '../ui/Modal.tsx'
import { Notice } from '../ui/Notice.tsx'
import { t } from '../words.ts'
import { ActQuestion, isFinal } from './ActQuestion.tsx'
import { useConsole, useRows } from './console-context.ts'
import { PostChoice } from './PostChoice.tsx'

type Post = Extract<TimelineItem, { kind: 'post' }>

/** Whose posts it can be about, newest first; none for what is done to a person. */
function postsFor(act: ActKind, detail: TicketDetail | null): Post[] {
  if (act === 'person.mute' || act === 'person.unmute') return []
  const ours = act === 'post.delete'
  return (detail?.timeline ?? [])
    .filter((item): item is Post => item.kind === 'post' && item.ours === ours)
    .toReversed()
}

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

type Props = { act: ActKind; ticketId: string; onClose: () => void }

export function ActDialog({ act, ticketId, onClose }: Props) {
  const c = useConsole()
  const detail = useDetail(ticketId)
  const handleId = useHandleOf(detail)
  const [picked, pick] = useState<string | null>(null)
  if (!detail || handleId === null) {
    return (
      <Modal title={t(`command.${act}`)} onClose={onClose}>
        <Notice title={t('act.no-ticket')} />
      </Modal>
    )
  }
  const { customer } = detail.card
  const posts = postsFor(act, detail)
  // Their own newest post is what is meant most often, not what others wrote below it.
  const likely = posts.find((post) => post.author.xUserId === customer.xUserId) ?? posts[0]
  const postId = picked ?? likely?.id ?? null
  const go = () => {
    onClose()
    c.attempt(async () => {
      if (act === 'person.mute' || act === 'person.unmute')
        await c.call(act, { handleId, ticketId, xUserId: customer.xUserId })
      else if (postId !== null) await c.call(act, { handleId, ticketId, postId })
      c.say(t('said.act', { what: t(`command.${act}`) }), { undoable: !isFinal(act) })
    })
  }
  const name = nameInSentence(customer.name)
  return (
    <ActQuestion act={act} name={name} username={detail.routes.username} onGo={go} onClose={onClose}>
      <PostChoice posts={posts} chosen={postId} onChosen={pick} />
    </ActQuestion>
  )
}
