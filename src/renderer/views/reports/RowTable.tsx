/** @file The same few numbers for each brand, agent or label. */
import type { ReportCell, ReportRow } from '../../../shared/domain/report.ts'
import { t } from '../../words.ts'
import { count, share, span } from './figure-words.ts'
import { Behind, type OpenCell } from './Behind.tsx'
import { Section } from './Section.tsx'
import styles from './Reports.module.css'

type By = 'brand' | 'agent' | 'tag'

function cellOf(by: By, key: string | null): ReportCell | null {
  if (by === 'agent') return { of: 'agent', key }
  return key === null ? null : { of: by, key }
}

export function RowTable({ by, rows, open }: { by: By; rows: readonly ReportRow[]; open: OpenCell }) {
  if (rows.length === 0) return null
  return (
    <Section title={t(`report.by.${by}`)} {...(by === 'agent' ? { why: t('report.by.agent.why') } : {})}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{t(`report.by.${by}`)}</th>
            <th scope="col">{t('report.figure.tickets')}</th>
            <th scope="col">{t('report.figure.replies')}</th>
            <th scope="col">{t('report.figure.resolutions')}</th>
            <th scope="col">{t('report.first-reply.median')}</th>
            <th scope="col">{t('report.within')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, tickets, replies, resolutions, firstReply, within }) => {
            const title = key === null ? t('report.nobody') : name
            const cell = cellOf(by, key)
            return (
              <tr key={key ?? ''}>
                <th scope="row" dir="auto">
                  {title}
                </th>
                <td>
                  {cell === null ? (
                    count(tickets)
                  ) : (
                    <Behind cell={cell} title={title} open={open}>
                      {count(tickets)}
                    </Behind>
                  )}
                </td>
                <td>{count(replies)}</td>
                <td>{count(resolutions)}</td>
                <td>{span(firstReply.median)}</td>
                <td>{share(within, firstReply.count)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Section>
  )
}
