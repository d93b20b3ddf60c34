/** @file For which messages answers of before were looked up, and whether the one that was set in still stands there. */
import type { TicketDetail } from '../../shared/domain/ticket.ts'
import type { Console } from './console.ts'
import type { AnsweredAt } from './session.ts'

/** Of an open ticket, what is to be known for that. */
type Said = Pick<TicketDetail, 'timeline'> & { card: { messageAt: number } }

export function answeredAt({ card, timeline }: Said): AnsweredAt {
  const ours = timeline.flatMap((item) =>
    (item.kind === 'post' || item.kind === 'dm') && item.ours ? [item.at] : [],
  )
  return { at: card.messageAt, oursAt: ours.length === 0 ? null : Math.max(...ours) }
}

/** Whether nothing was said since these answers were looked up. */
export function isFor(similar: AnsweredAt, detail: Said): boolean {
  const { at, oursAt } = answeredAt(detail)
  return similar.at === at && similar.oursAt === oursAt
}

/** An answer of which the draft holds the words no more is not in it: it was sent, or written over. */
export function forgetGone({ session, drafts }: Pick<Console, 'session' | 'drafts'>, ticketId: string): void {
  const { insertedAnswer: inserted } = session.getState()
  if (inserted !== null && !drafts.text(ticketId, inserted.channel).includes(inserted.text))
    session.setState({ insertedAnswer: null })
}
