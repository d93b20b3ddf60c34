/** @file The customer of a ticket as their brand knows them: tickets and how they ended, notes, answers, what they asked for. */
import { useEffect, useRef, useState } from 'react'
import type { CustomerCard, CustomerTicket } from '../../shared/domain/customer.ts'
import { Failure } from '../../shared/errors.ts'
import { openTicket } from '../commands/go.ts'
import { nameInSentence } from '../overrides.ts'
import { fullTime, writtenAt } from '../time.ts'
import { Button } from '../ui/Button.tsx'
import { Modal } from '../ui/Modal.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Tag } from '../ui/Tag.tsx'
import { failureWords, t } from '../words.ts'
import { compactCount } from './card-tags.ts'
import { useConsole } from './console-context.ts'
import { CustomerProfile } from './CustomerProfile.tsx'
import { Plain } from './Runs.tsx'
import form from '../ui/Form.module.css'
import styles from './CustomerDialog.module.css'

type Props = { ticketId: string; onClose: () => void }

/** `failed`: why it could not be read, in words. */
function useCard(ticketId: string): { card: CustomerCard | null; failed: string | null } {
  const c = useConsole()
  const [card, setCard] = useState<CustomerCard | null>(null)
  const [failed, setFailed] = useState<string | null>(null)
  useEffect(
    () =>
      c.attempt(async () => {
        try {
          setCard(await c.call('customer.get', { ticketId }))
        } catch (error) {
          if (!(error instanceof Failure)) throw error
          setFailed(failureWords(error))
        }
      }),
    [c, ticketId],
  )
  return { card, failed }
}

/** How a ticket ended, or where it stands. */
const endWords = ({ status, solvedAt, solvedHow }: CustomerTicket): string =>
  solvedAt === null || solvedHow === null
    ? t(`status.${status}`)
    : t(`customer.ended.${solvedHow}`, { time: fullTime(solvedAt) })

function Wishes({ card }: { card: CustomerCard }) {
  const { leaveAloneAt, noSurveyAt } = card
  return (
    <>
      {leaveAloneAt !== null && (
        <Tag tone="warn">{t('customer.leave-alone', { time: fullTime(leaveAloneAt) })}</Tag>
      )}
      {noSurveyAt !== null && (
        <Tag tone="warn">{t('customer.no-survey', { time: fullTime(noSurveyAt) })}</Tag>
      )}
    </>
  )
}

function Tickets({ card, onClose }: { card: CustomerCard; onClose: () => void }) {
  const c = useConsole()
  const open = (ticketId: string) => {
    onClose()
    openTicket(c, ticketId)
  }
  return (
    <section className={styles['part']}>
      <h3>{t('customer.tickets')}</h3>
      <ul>
        {card.tickets.map((ticket) => (
          <li key={ticket.ticketId}>
            <button
              type="button"
              role="link"
              className={styles['ticket']}
              dir="auto"
              onClick={() => open(ticket.ticketId)}
            >
              {t('stack.option', { number: ticket.number, title: ticket.title })}
            </button>
            <span className={styles['facts']}>
              {[endWords(ticket), fullTime(ticket.openedAt)].join(t('app.separator'))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Scores({ card }: { card: CustomerCard }) {
  return (
    <section className={styles['part']}>
      <h3>{t('customer.scores')}</h3>
      {card.scores.length === 0 && <p>{t('customer.scores.none')}</p>}
      <ul>
        {card.scores.map(({ ticketId, number, score, at }) => (
          <li key={`${ticketId} ${at}`}>
            <Tag tone={score > 2 ? 'good' : 'bad'}>{t('customer.score', { score })}</Tag>
            <span className={styles['facts']}>
              {[t('pane.number', { number }), fullTime(at)].join(t('app.separator'))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Notes({ card }: { card: CustomerCard }) {
  const c = useConsole()
  return (
    <section className={styles['part']}>
      <h3>{t('customer.notes')}</h3>
      {card.notes.length === 0 && <p>{t('customer.notes.none')}</p>}
      <ul>
        {card.notes.map(({ id, number, text, at, agentName }) => (
          <li key={id}>
            <span className={styles['note']} dir="auto">
              <Plain text={text} />
            </span>
            <span className={styles['facts']}>
              {[t('pane.number', { number }), writtenAt(c.now(), at), agentName]
                .filter((fact) => fact !== null)
                .join(t('app.separator'))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

export function CustomerDialog({ ticketId, onClose }: Props) {
  const c = useConsole()
  const { card, failed } = useCard(ticketId)
  const first = useRef<HTMLButtonElement>(null)
  const profile = (username: string) => c.attempt(() => c.call('link.open', { kind: 'profile', username }))
  return (
    <Modal
      title={card === null ? t('customer.label') : nameInSentence(card.customer.name)}
      onClose={onClose}
      look="wide"
      first={first}
    >
      <div className={form['form']}>
        {failed !== null ? (
          <Notice tone="bad" title={failed} />
        ) : card === null ? (
          <Notice title={t('pane.loading')} />
        ) : (
          <>
            <p className={styles['facts']}>
              {t('thread.handle', { username: card.customer.username })}
              {t('app.separator')}
              {t('customer.facts', {
                followers: card.customer.followers ?? -1,
                compact: compactCount(card.customer.followers ?? 0),
                tickets: card.ticketCount,
              })}
              {card.customer.verified && <Tag tone="info">{t('tag.verified')}</Tag>}
            </p>
            <CustomerProfile profile={card.profile} />
            <Wishes card={card} />
            <Tickets card={card} onClose={onClose} />
            <Scores card={card} />
            <Notes card={card} />
          </>
        )}
        <div className={form['actions']}>
          {card !== null && (
            <Button onClick={() => profile(card.customer.username)}>{t('customer.on-x')}</Button>
          )}
          <Button ref={first} onClick={onClose}>
            {t('app.close')}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
