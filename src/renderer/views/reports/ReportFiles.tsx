/** @file What becomes of a report: files of it, and its delivery. */
import { useEffect, useState } from 'react'
import type { ContentLeft } from '../../../shared/domain/report-delivery.ts'
import type { DeliveredView, Report } from '../../../shared/domain/report.ts'
import {
  deliver,
  printReport,
  saveContent,
  saveDeliveredTickets,
  saveReport,
  saveTickets,
} from '../../commands/report.ts'
import { fullTime } from '../../time.ts'
import { Button } from '../../ui/Button.tsx'
import { t } from '../../words.ts'
import { useConsole } from '../console-context.ts'
import styles from './Reports.module.css'

export type Shown = { item: DeliveredView; report: Report }

type Props = {
  report: Report
  words: string
  /** As it was delivered; null: it is counted today. */
  frozen: DeliveredView | null
  onDelivered: (shown: Shown) => void
}

/** What content would take of the day's limit; null: not known yet. @param times asked again with each */
function useContentLeft(report: Report, on: boolean, times: number): ContentLeft | null {
  const c = useConsole()
  const [left, setLeft] = useState<ContentLeft | null>(null)
  const { asked } = report
  useEffect(() => {
    if (!on) return
    let gone = false
    c.attempt(async () => {
      const told = await c.call('report.content-left', asked)
      if (!gone) setLeft(told)
    })
    return () => {
      gone = true
    }
  }, [c, asked, on, times])
  return left
}

function leftWords({ needs, left, limit, freshAt }: ContentLeft): string {
  return t(needs > left ? 'report.content.too-much' : 'report.content.left', {
    needs,
    left,
    limit,
    at: fullTime(freshAt),
  })
}

/** The rows of tickets, with what was written in them where somebody asks for it. */
function Tickets({ report }: { report: Report }) {
  const c = useConsole()
  const [withContent, setContent] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [times, setTimes] = useState(0)
  const left = useContentLeft(report, withContent, times)
  const isTooMuch = left !== null && left.needs > left.left
  const save = () => {
    if (!withContent) return saveTickets(c, report.asked)
    setBusy(true)
    c.attempt(async () => {
      try {
        await saveContent(c, report.asked)
      } finally {
        setBusy(false)
        setTimes((n) => n + 1)
      }
    })
  }
  return (
    <>
      <Button disabled={withContent && (left === null || isTooMuch || isBusy)} onClick={save}>
        {t('report.csv.tickets')}
      </Button>
      <span className={styles['check']}>
        <label>
          <input
            type="checkbox"
            checked={withContent}
            onChange={(event) => setContent(event.target.checked)}
          />
          {t('report.content')}
        </label>
        {withContent && left && (
          <small role="status" className={isTooMuch ? styles['trouble'] : undefined}>
            {leftWords(left)}
          </small>
        )}
      </span>
    </>
  )
}

export function Files({ report, words, frozen, onDelivered }: Props) {
  const c = useConsole()
  const [isBusy, setBusy] = useState(false)
  const freeze = () => {
    setBusy(true)
    c.attempt(async () => {
      try {
        const { delivered, report: kept } = await deliver(c, report.asked, words)
        onDelivered({ item: delivered, report: kept })
      } finally {
        setBusy(false)
      }
    })
  }
  return (
    <div className={styles['ways']}>
      <Button look="primary" onClick={() => printReport(c, report, words)}>
        {t('report.pdf')}
      </Button>
      <Button onClick={() => saveReport(c, report)}>{t('report.csv')}</Button>
      {frozen ? (
        <Button onClick={() => saveDeliveredTickets(c, frozen)}>{t('report.csv.tickets')}</Button>
      ) : (
        <>
          {!report.isOpen && (
            <Button disabled={isBusy} onClick={freeze}>
              {t('report.deliver')}
            </Button>
          )}
          <Tickets report={report} />
        </>
      )}
    </div>
  )
}
