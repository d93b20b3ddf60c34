/** @file The history of the open ticket in place of its conversation: sentences, oldest first, and files of them. */
import { useEffect, useState } from 'react'
import type { HistoryLine } from '../../../shared/domain/history.ts'
import type { TicketDetail } from '../../../shared/domain/ticket.ts'
import { saveFile } from '../../state/save-file.ts'
import { Button } from '../../ui/Button.tsx'
import { t } from '../../words.ts'
import { useCommand, useConsole } from '../console-context.ts'
import { historyCsv, historyMarkdown, historySentence } from '../history-words.ts'
import styles from './History.module.css'

export function History({ detail }: { detail: TicketDetail }) {
  const c = useConsole()
  const { ticketId, number } = detail.card
  const back = useCommand('ticket.history')
  const [lines, setLines] = useState<readonly HistoryLine[]>([])
  // Read again whenever core tells that the ticket changed.
  useEffect(() => {
    let gone = false
    c.attempt(async () => {
      const read = await c.call('ticket.history', { ticketId })
      if (!gone) setLines(read)
    })
    return () => {
      gone = true
    }
  }, [c, ticketId, detail])
  const title = t('history.title', { number, title: detail.title })
  const keep = (name: string, content: string) => c.attempt(() => saveFile(c, { name, content }))
  return (
    <section className={styles['history']} aria-label={t('history.label')}>
      <header className={styles['head']}>
        <b className={styles['name']}>{t('history.label')}</b>
        <Button look="quiet" onClick={() => keep(`ticket-${number}.md`, historyMarkdown(title, lines))}>
          {t('history.markdown')}
        </Button>
        <Button look="quiet" onClick={() => keep(`ticket-${number}.csv`, historyCsv(lines))}>
          {t('history.csv')}
        </Button>
        <Button look="quiet" aria-keyshortcuts={back.aria} onClick={back.run}>
          {t('history.back')}
        </Button>
      </header>
      <ol className={styles['lines']} tabIndex={0} aria-label={t('history.label')}>
        {lines.map((line) => (
          <li key={line.id} className={line.undone ? styles['undone'] : undefined} dir="auto">
            {historySentence(line)}
          </li>
        ))}
        {lines.length === 0 && <li>{t('history.empty')}</li>}
      </ol>
    </section>
  )
}
