/** @file How long replies and solutions took, by both clocks and both kinds of time. */
import type { TimeRow } from '../../../shared/domain/report.ts'
import { t } from '../../words.ts'
import { count, span, withinShare } from './figure-words.ts'
import { Behind, type OpenCell } from './Behind.tsx'
import styles from './Reports.module.css'

export function TimeTable({ times, open }: { times: readonly TimeRow[]; open: OpenCell }) {
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">{t('report.time')}</th>
          <th scope="col">{t('report.count')}</th>
          <th scope="col">{t('report.median')}</th>
          <th scope="col">{t('report.p90')}</th>
          <th scope="col">{t('report.slowest')}</th>
          <th scope="col">{t('report.within')}</th>
          <th scope="col">{t('report.median.before')}</th>
        </tr>
      </thead>
      <tbody>
        {times.map((row) => {
          const title = t(`report.time.${row.id}`)
          const name = `${title} · ${t(`report.clock.${row.clock}`)} · ${t(`report.kind.${row.kind}`)}`
          const cell = { of: 'time', id: row.id, clock: row.clock, kind: row.kind } as const
          return (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>
                <Behind cell={{ ...cell, late: false }} title={name} open={open}>
                  {count(row.now.count)}
                </Behind>
              </td>
              <td>{span(row.now.median)}</td>
              <td>{span(row.now.p90)}</td>
              <td>{span(row.now.slowest)}</td>
              <td>
                {row.within !== null && (
                  <Behind
                    cell={{ ...cell, late: true }}
                    title={t('report.late', { title: name })}
                    open={open}
                  >
                    {withinShare(row)}
                  </Behind>
                )}
              </td>
              <td>{span(row.before.median)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
