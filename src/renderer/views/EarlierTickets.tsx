/** @file What the customer and the brand said to each other in other tickets, above the open one's own messages. */
import { ChevronDown, ChevronUp } from 'lucide-react'
import type { EarlierTicket } from '../../shared/domain/conversation.ts'
import { earlierAtMost, type EarlierCount, type TicketDetail } from '../../shared/domain/ticket.ts'
import { foldEarlier } from '../commands/conversation.ts'
import { openTicket } from '../commands/go.ts'
import { earlierPageSize, type Earlier } from '../state/earlier-reader.ts'
import { writtenAt } from '../time.ts'
import { Button } from '../ui/Button.tsx'
import { Tag } from '../ui/Tag.tsx'
import { t } from '../words.ts'
import { useCommand, useConsole } from './console-context.ts'
import { ThreadParts } from './ThreadParts.tsx'
import styles from './Thread.module.css'

/** How much there is, in words: “2 earlier tickets, 9 messages · last 3 Nov”. */
function countWords(now: number, { tickets, messages, newestAt, someLater }: EarlierCount): string {
  const last = newestAt === null ? null : t('earlier.last', { time: writtenAt(now, newestAt) })
  const count = t('earlier.count', {
    tickets,
    messages,
    moreTickets: String(tickets >= earlierAtMost),
    moreMessages: String(messages >= earlierAtMost),
    which: someLater ? 'other' : 'earlier',
  })
  return [count, last].filter((part) => part !== null).join(t('app.separator'))
}

function Head({ ticket }: { ticket: EarlierTicket }) {
  const c = useConsole()
  const { ticketId, number, status, channel, openedAt, newestAt } = ticket
  const [began, ended] = [writtenAt(c.now(), openedAt), writtenAt(c.now(), newestAt)]
  return (
    <h3 className={styles['ticket']}>
      <button
        type="button"
        role="link"
        className={styles['link']}
        aria-label={t('earlier.open', { number })}
        onClick={() => openTicket(c, ticketId)}
      >
        {t('pane.number', { number })}
      </button>
      <Tag>{t(`status.${status}`)}</Tag>
      <Tag>{t(`earlier.${channel}`)}</Tag>
      <span>{began === ended ? began : t('earlier.dates', { began, ended })}</span>
    </h3>
  )
}

/** The line that unfolds it, and what is unfolded so far. */
export function EarlierTickets({ detail, earlier }: { detail: TicketDetail; earlier: Earlier | null }) {
  const c = useConsole()
  const command = useCommand('ticket.earlier')
  const { earlier: count, card } = detail
  if (count === null) return null
  const hasMore = earlier === null || earlier.next !== null
  return (
    <section className={styles['earlier']} aria-label={t('earlier.label')} aria-live="off">
      <div className={styles['line']}>
        {hasMore && (
          <Button
            look="quiet"
            className={styles['fold']}
            aria-expanded={earlier !== null}
            aria-keyshortcuts={command.aria}
            onClick={command.run}
          >
            <ChevronUp size={13} aria-hidden="true" />
            {earlier === null ? countWords(c.now(), count) : t('earlier.more', { count: earlierPageSize })}
          </Button>
        )}
        {earlier !== null && (
          <Button look="quiet" className={styles['fold']} onClick={() => foldEarlier(c)}>
            <ChevronDown size={13} aria-hidden="true" />
            {t('earlier.fold')}
          </Button>
        )}
      </div>
      {earlier?.tickets.map((ticket) => (
        <section
          key={ticket.ticketId}
          className={styles['earlier']}
          aria-label={t('earlier.ticket', { number: ticket.number })}
        >
          <Head ticket={ticket} />
          <ThreadParts ticketId={ticket.ticketId} items={ticket.items} targetId={null} />
        </section>
      ))}
      {earlier !== null && earlier.tickets.length > 0 && (
        <h3 className={styles['ticket']}>{t('earlier.this', { number: card.number })}</h3>
      )}
    </section>
  )
}
