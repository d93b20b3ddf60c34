/** @file The report that becomes a file for a client, laid out for paper. It is never on screen. */
import { createPortal } from 'react-dom'
import { fullTime } from '../../time.ts'
import { t } from '../../words.ts'
import { useRows, useSession } from '../console-context.ts'
import { BrandSquare } from '../../ui/BrandSquare.tsx'
import { periodWords } from './figure-words.ts'
import { lookStyle, PaperHead } from './PaperHead.tsx'
import { ReportBody } from './ReportBody.tsx'
import styles from './Reports.module.css'

export function PrintedReport() {
  const printed = useSession((session) => session.printedReport)
  const brands = useRows((rows) => rows.brands)
  if (printed === null) return null
  const { report, words, look } = printed
  return createPortal(
    <article className={styles['paper']} data-paper="" data-theme="light" style={lookStyle(look)}>
      <PaperHead look={look}>
        {look?.logo
          ? null
          : report.brands.map(({ id }) => {
              const brand = brands.find((one) => one.id === id)
              return brand && <BrandSquare key={id} initials={brand.initials} fill={brand.fill} size="tile" />
            })}
        <div>
          <h1 dir="auto">{report.brands.map(({ name }) => name).join(', ')}</h1>
          <p>
            {t('report.paper.period', { period: periodWords(report.asked.period), at: fullTime(report.at) })}
          </p>
          {report.agentName !== null && <p>{t('report.paper.agent', { name: report.agentName })}</p>}
          {report.asked.scope.tag !== null && <p>{t('report.paper.tag', { tag: report.asked.scope.tag })}</p>}
          {report.asked.scope.category !== null && (
            <p>{t('report.paper.category', { category: t(`category.${report.asked.scope.category}`) })}</p>
          )}
        </div>
      </PaperHead>
      {words !== '' && (
        <p className={styles['client-words']} dir="auto">
          {words}
        </p>
      )}
      <ReportBody report={report} open={null} />
    </article>,
    document.body,
  )
}
