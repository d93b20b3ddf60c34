/** @file Why a ticket is as it is: what rules did to it. */
import { useEffect, useState } from 'react'
import type { HistoryLine } from '../../shared/domain/history.ts'
import type { TicketDetail } from '../../shared/domain/ticket.ts'
import { t } from '../words.ts'
import { useConsole } from './console-context.ts'
import { historySentence } from './history-words.ts'
import styles from './WhyDialog.module.css'

export function WhyRules({ detail }: { detail: TicketDetail }) {
  const c = useConsole()
  const [lines, setLines] = useState<readonly HistoryLine[]>([])
  useEffect(() => {
    let gone = false
    c.attempt(async () => {
      const read = await c.call('ticket.history', { ticketId: detail.card.ticketId })
      if (!gone) setLines(read.filter(({ by, undone }) => by.kind === 'rule' && !undone))
    })
    return () => {
      gone = true
    }
  }, [c, detail])
  if (lines.length === 0) return null
  return (
    <section className={styles['part']}>
      <h3>{t('why.rules')}</h3>
      {lines.map((line) => (
        <p key={line.id}>{historySentence(line)}</p>
      ))}
    </section>
  )
}
