/** @file A ticket as text, to be pasted into a mail or another system: what was said, and nothing that is internal. Pure. */
import { plainText } from '../shared/domain/text.ts'
import type { TicketDetail, TimelineItem } from '../shared/domain/ticket.ts'
import { linkOfTicket } from '../shared/ticket-link.ts'
import { fullTime } from './time.ts'
import { t } from './words.ts'

const line = (...parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null).join(t('app.separator'))

/** One message with its head; null for what is not said to anybody, or stands in another ticket. */
function message(item: TimelineItem): string | null {
  if (item.kind === 'gone') return [fullTime(item.at), t(`gone.card.${item.why}`)].join('\n')
  if (item.kind === 'post' && item.otherTicket === null) {
    const { author, agentName } = item
    const head = line(
      fullTime(item.at),
      author.name,
      t('thread.handle', { username: author.username }),
      agentName,
    )
    return [head, plainText(item.runs), ...item.media.flatMap(({ alt }) => alt ?? []), item.permalink].join(
      '\n',
    )
  }
  if (item.kind !== 'dm') return null
  const { author, agentName } = item
  const handle = t('thread.handle', { username: author.username })
  const head = line(fullTime(item.at), author.name, handle, agentName, t('composer.dm'))
  return [head, plainText(item.runs)].join('\n')
}

/** @param brandName whose ticket it is */
export function ticketText(
  { card, title, timeline }: Pick<TicketDetail, 'card' | 'title' | 'timeline'>,
  brandName: string,
): string {
  const { customer } = card
  const head = [
    `#${card.number} ${title}`,
    line(
      brandName,
      t(`status.${card.status}`),
      customer.name,
      t('thread.handle', { username: customer.username }),
    ),
    linkOfTicket(card.ticketId),
  ].join('\n')
  return [head, ...timeline.flatMap((item) => message(item) ?? [])].join('\n\n')
}
