/** @file The tickets behind one number of a report: each opens. */
import { useEffect, useState } from 'react'
import type { CellTicket, ReportAsked, ReportCell } from '../../../shared/domain/report.ts'
import { openTicket } from '../../commands/go.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { t } from '../../words.ts'
import { useConsole, useRows } from '../console-context.ts'
import { count, span } from './figure-words.ts'
import styles from './Reports.module.css'

/** More than these are not listed; the number says how many there are. */
const listedAtMost = 500

type Props = { asked: ReportAsked; cell: ReportCell; title: string; onBack: () => void }

export function CellTickets({ asked, cell, title, onBack }: Props) {
  const c = useConsole()
  const brands = useRows((rows) => rows.brands)
  const [tickets, setTickets] = useState<readonly CellTicket[] | null>(null)
  const [failed, setFailed] = useState(0)
  const [asks, setAsks] = useState(0)
  useEffect(() => {
    let gone = false
    c.call('report.tickets', { ...asked, cell }).then(
      (found) => {
        if (!gone) setTickets(found)
      },
      (error: unknown) => {
        if (gone) return
        setFailed(asks + 1)
        c.tell(error)
      },
    )
    return () => {
      gone = true
    }
  }, [c, asked, cell, asks])
  const hasFailed = tickets === null && failed > asks
  const open = (ticketId: string) => {
    c.session.setState({ overlay: null })
    openTicket(c, ticketId)
  }
  const told = (values: readonly number[]): string =>
    cell.of === 'time'
      ? values.map((value) => span(value)).join(t('app.separator'))
      : values.length === 1 && values[0] === 1
        ? ''
        : values.map(count).join(' + ')
  return (
    <div className={styles['cell']}>
      <div className={styles['cell-head']}>
        <Button onClick={onBack} autoFocus>
          {t('report.back')}
        </Button>
        <h3 dir="auto">{title}</h3>
        {tickets && <span>{t('report.cell.count', { count: tickets.length })}</span>}
      </div>
      {tickets === null && !hasFailed && <p role="status">{t('report.counting')}</p>}
      {hasFailed && (
        <Notice title={t('report.cell.failed')} next={t('report.failed.why')}>
          <Button onClick={() => setAsks(failed)}>{t('report.again')}</Button>
        </Notice>
      )}
      {tickets?.length === 0 && <p>{t('report.cell.none')}</p>}
      <ul className={styles['tickets']}>
        {tickets?.slice(0, listedAtMost).map(({ ticketId, number, brandId, values, erased }) => (
          <li key={ticketId}>
            <Button look="quiet" disabled={erased} onClick={() => open(ticketId)}>
              {t('palette.ticket', {
                number,
                name: brands.find((brand) => brand.id === brandId)?.name ?? '',
              })}
            </Button>
            <span>{erased ? t('report.cell.erased') : told(values)}</span>
          </li>
        ))}
      </ul>
      {tickets && tickets.length > listedAtMost && (
        <p>{t('report.cell.more', { count: tickets.length - listedAtMost })}</p>
      )}
    </div>
  )
}
