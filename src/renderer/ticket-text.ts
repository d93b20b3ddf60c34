/**
 * @file A ticket outside of the program, as text to be pasted and as a page to be printed: what was said, and nothing that
 * is internal. Pure.
 */
import { plainText } from '../shared/domain/text.ts'
import type { TicketDetail, TimelineItem } from '../shared/domain/ticket.ts'
import { linkOfTicket } from '../shared/ticket-link.ts'
import { nameInSentence } from './overrides.ts'
import { fullTime } from './time.ts'
import { t } from './words.ts'

const line = (...parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null).join(t('app.separator'))

/** What was said in a ticket. `head`: when, by whom; `lines`: the words, what pictures show, where it stands on X. */
export type TicketParts = {
  title: string
  about: string
  link: string
  messages: readonly { head: string; lines: readonly string[] }[]
}

/** One message with its head; null for what is not said to anybody, or stands in another ticket. */
function message(item: TimelineItem): TicketParts['messages'][number] | null {
  if (item.kind === 'gone') return { head: fullTime(item.at), lines: [t(`gone.card.${item.why}`)] }
  if (item.kind === 'post' && item.otherTicket === null) {
    const { author, agentName } = item
    const head = line(
      fullTime(item.at),
      nameInSentence(author.name),
      t('thread.handle', { username: author.username }),
      agentName,
    )
    return {
      head,
      lines: [plainText(item.runs), ...item.media.flatMap(({ alt }) => alt ?? []), item.permalink],
    }
  }
  if (item.kind !== 'dm') return null
  const { author, agentName } = item
  const handle = t('thread.handle', { username: author.username })
  const head = line(fullTime(item.at), nameInSentence(author.name), handle, agentName, t('composer.dm'))
  return { head, lines: [plainText(item.runs)] }
}

/** @param brandName whose ticket it is */
export function ticketParts(
  { card, title, timeline }: Pick<TicketDetail, 'card' | 'title' | 'timeline'>,
  brandName: string,
): TicketParts {
  const { customer } = card
  return {
    title: `#${card.number} ${title}`,
    about: line(
      brandName,
      t(`status.${card.status}`),
      nameInSentence(customer.name),
      t('thread.handle', { username: customer.username }),
    ),
    link: linkOfTicket(card.ticketId),
    messages: timeline.flatMap((item) => message(item) ?? []),
  }
}

/** @param brandName whose ticket it is */
export function ticketText(
  detail: Pick<TicketDetail, 'card' | 'title' | 'timeline'>,
  brandName: string,
): string {
  const { title, about, link, messages } = ticketParts(detail, brandName)
  const said = messages.map(({ head, lines }) => [head, ...lines].join('\n'))
  return [[title, about, link].join('\n'), ...said].join('\n\n')
}
