/** @file Reports that were delivered: each as it was then, and what a count of today would change. */
import { useEffect, useState } from 'react'
import type { DeliveredView, Report, ReportChanges } from '../../../shared/domain/report.ts'
import { fullTime } from '../../time.ts'
import { Button } from '../../ui/Button.tsx'
import { eventWords, t } from '../../words.ts'
import { only } from '../../commands/report.ts'
import { useConsole, useRows } from '../console-context.ts'
import { periodWords } from './figure-words.ts'
import styles from './Reports.module.css'

function Changes({ changes }: { changes: ReportChanges }) {
  if (changes.figures.length === 0 && changes.tickets.length === 0) return <p>{t('report.changes.none')}</p>
  const said = (value: number | null): string => (value === null ? t('report.none-yet') : String(value))
  return (
    <>
      <p>{t('report.changes.count', { figures: changes.figures.length, tickets: changes.tickets.length })}</p>
      <ul className={styles['lines']}>
        {changes.figures.map(({ id, was, is }) => (
          <li key={id}>{t('report.changes.figure', { id, before: said(was), after: said(is) })}</li>
        ))}
        {changes.tickets.map(({ ticketId, number, why, events }) => (
          <li key={ticketId}>
            {t('report.changes.ticket', {
              number,
              why: t(`report.changed.${why}`),
              events: events.map(({ event }) => eventWords(event)).join(t('app.separator')),
            })}
          </li>
        ))}
      </ul>
    </>
  )
}

function Item({
  item,
  onOpen,
}: {
  item: DeliveredView
  onOpen: (item: DeliveredView, report: Report) => void
}) {
  const c = useConsole()
  const [changes, setChanges] = useState<ReportChanges | null>(null)
  return (
    <li>
      <b>
        {t('report.delivered.line', {
          brands: item.brands.join(', '),
          period: periodWords(item.asked.period),
          at: fullTime(item.at),
          by: item.scheduled ? t('report.delivered.schedule') : (item.agentName ?? t('report.nobody')),
        })}
      </b>
      <span className={styles['ways']}>
        <Button
          onClick={() =>
            c.attempt(async () => {
              const { delivered, report } = await c.call('report.show', {
                reportId: item.id,
                onlyBrandId: only(c),
              })
              onOpen(delivered, report)
            })
          }
        >
          {t('report.delivered.open')}
        </Button>
        <Button
          look="quiet"
          onClick={() =>
            c.attempt(async () =>
              setChanges(await c.call('report.changes', { reportId: item.id, onlyBrandId: only(c) })),
            )
          }
        >
          {t('report.delivered.changes')}
        </Button>
      </span>
      {changes && <Changes changes={changes} />}
    </li>
  )
}

export function Delivered({ onOpen }: { onOpen: (item: DeliveredView, report: Report) => void }) {
  const c = useConsole()
  const reads = useRows((rows) => rows.reads.session)
  const [items, setItems] = useState<readonly DeliveredView[]>([])
  useEffect(() => {
    let gone = false
    c.attempt(async () => {
      const all = await c.call('report.delivered', { onlyBrandId: only(c) })
      if (!gone) setItems(all)
    })
    return () => {
      gone = true
    }
  }, [c, reads])
  if (items.length === 0) return null
  return (
    <section className={styles['section']}>
      <h3>{t('report.delivered')}</h3>
      <ul className={styles['lines']}>
        {items.map((item) => (
          <Item key={item.id} item={item} onOpen={onOpen} />
        ))}
      </ul>
    </section>
  )
}
