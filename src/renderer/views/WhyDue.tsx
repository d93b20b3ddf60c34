/** @file Why a ticket is due when it is: the sums of its deadlines. */
import { useEffect, useState } from 'react'
import type { DeadlineView } from '../../shared/domain/deadline.ts'
import type { TicketDetail } from '../../shared/domain/ticket.ts'
import { t } from '../words.ts'
import { computerZone } from './brand-settings/ZoneSelect.tsx'
import { useConsole } from './console-context.ts'
import { dueSentence } from './due-words.ts'
import styles from './WhyDialog.module.css'

export function WhyDue({ detail }: { detail: TicketDetail }) {
  const c = useConsole()
  const [deadlines, setDeadlines] = useState<readonly DeadlineView[] | null>(null)
  useEffect(() => {
    let gone = false
    c.attempt(async () => {
      const read = await c.call('ticket.deadlines', { ticketId: detail.card.ticketId })
      if (!gone) setDeadlines(read)
    })
    return () => {
      gone = true
    }
  }, [c, detail])
  if (deadlines === null) return null
  return (
    <section className={styles['part']}>
      <h3>{t('due.why.title')}</h3>
      {deadlines.length === 0 && <p>{t('due.why.none')}</p>}
      {deadlines.map((deadline) => (
        <p key={deadline.kind}>{dueSentence(deadline, computerZone())}</p>
      ))}
    </section>
  )
}
