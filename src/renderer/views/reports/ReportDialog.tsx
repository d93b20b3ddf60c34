/** @file Reports: what is asked for, the numbers, the tickets behind one of them, files of it, and what was delivered. */
import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { ReportAsked, type ReportCell } from '../../../shared/domain/report.ts'
import { Button } from '../../ui/Button.tsx'
import { Modal } from '../../ui/Modal.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { t } from '../../words.ts'
import { useConsole, useRows } from '../console-context.ts'
import { CellTickets } from './CellTickets.tsx'
import { Delivered } from './Delivered.tsx'
import { periodWords } from './figure-words.ts'
import { periodOf, type Preset } from './periods.ts'
import { PrintedReport } from './PrintedReport.tsx'
import { Files, type Shown } from './ReportFiles.tsx'
import { ReportBody } from './ReportBody.tsx'
import { Schedules } from './Schedules.tsx'
import { ScopeFields } from './ScopeFields.tsx'
import { useReport } from './use-report.ts'
import form from '../../ui/Form.module.css'
import styles from './Reports.module.css'

type Opened = { cell: ReportCell; title: string }
/** @param words the paragraph for the client */
function Words({ words, onWords }: { words: string; onWords: (words: string) => void }) {
  return (
    <label className={styles['words']}>
      {t('report.words')}
      <textarea
        rows={2}
        maxLength={5_000}
        value={words}
        placeholder={t('report.words.example')}
        onChange={(event) => onWords(event.target.value)}
      />
    </label>
  )
}

export function ReportDialog({ onClose }: { onClose: () => void }) {
  const c = useConsole()
  const brands = useRows((rows) => rows.brands)
  const first = useRef<HTMLSelectElement>(null)
  const [preset, setPreset] = useState<Preset>('last-month')
  const [asked, setAsked] = useState<ReportAsked | null>(() =>
    brands.length === 0
      ? null
      : ReportAsked.parse({
          scope: { brandIds: brands.map(({ id }) => id) },
          period: periodOf('last-month', c.now()),
        }),
  )
  const [opened, setOpened] = useState<Opened | null>(null)
  const [shown, setShown] = useState<Shown | null>(null)
  const [words, setWords] = useState('')
  const opener = useRef<Element | null>(null)
  const { report, failed, countAgain } = useReport(asked)
  const back = () => {
    // The report stands where it was left, and the number that was opened has the focus again.
    flushSync(() => {
      setOpened(null)
      setShown(null)
    })
    if (opener.current instanceof HTMLElement && opener.current.isConnected) opener.current.focus()
    else first.current?.focus()
  }
  const title = shown
    ? t('report.title.delivered', { period: periodWords(shown.item.asked.period) })
    : t('report.title')
  return (
    <Modal
      title={title}
      onClose={opened === null && shown === null ? onClose : back}
      look="full"
      first={first}
    >
      <div className={`${form['form']} ${styles['report']}`}>
        {asked === null && <Notice title={t('report.no-brand')} next={t('report.no-brand.why')} />}
        {shown !== null && (
          <>
            <Button onClick={back} autoFocus>
              {t('report.back')}
            </Button>
            {shown.item.words !== '' && <p dir="auto">{shown.item.words}</p>}
            <Files
              report={shown.report}
              words={shown.item.words}
              frozen={shown.item}
              onDelivered={setShown}
            />
            <ReportBody report={shown.report} open={null} />
          </>
        )}
        {asked !== null && shown === null && (
          <>
            <ScopeFields
              first={first}
              preset={preset}
              asked={asked}
              onAsked={(next, nextPreset) => {
                setAsked(next)
                setPreset(nextPreset)
                setOpened(null)
              }}
            />
            {failed && (
              <Notice title={t('report.failed')} next={t('report.failed.why')}>
                <Button onClick={countAgain}>{t('report.again')}</Button>
              </Notice>
            )}
            {report === null && !failed && <p role="status">{t('report.counting')}</p>}
            {report !== null && opened !== null && <CellTickets asked={asked} {...opened} onBack={back} />}
            {report !== null && (
              <div className={styles['whole']} hidden={opened !== null}>
                <Words words={words} onWords={setWords} />
                <Files report={report} words={words} frozen={null} onDelivered={setShown} />
                <ReportBody
                  report={report}
                  open={(cell, cellTitle) => {
                    opener.current = document.activeElement
                    setOpened({ cell, title: cellTitle })
                  }}
                />
                <Schedules />
                <Delivered onOpen={(item, frozen) => setShown({ item, report: frozen })} />
              </div>
            )}
          </>
        )}
      </div>
      <PrintedReport />
    </Modal>
  )
}
