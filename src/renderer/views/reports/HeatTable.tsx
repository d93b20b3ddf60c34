/** @file When customers write, by weekday and hour: each hour says its number, and is the darker the more there were. */
import type { CSSProperties } from 'react'
import { t } from '../../words.ts'
import { count, weekdayName } from './figure-words.ts'
import { Behind, type OpenCell } from './Behind.tsx'
import styles from './Reports.module.css'

const hours = Array.from({ length: 24 }, (_, hour) => hour)

export function HeatTable({ heat, open }: { heat: readonly (readonly number[])[]; open: OpenCell }) {
  const most = Math.max(1, ...heat.flat())
  return (
    <div className={styles['wide']} role="group" aria-label={t('report.hours')} tabIndex={0}>
      <table className={styles['heat']}>
        <thead>
          <tr>
            <td />
            {hours.map((hour) => (
              <th key={hour} scope="col">
                {hour}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {heat.map((row, weekday) => (
            <tr key={weekdayName(weekday)}>
              <th scope="row">{weekdayName(weekday)}</th>
              {row.map((messages, hour) => (
                <td
                  key={hour}
                  style={{ '--heat': messages / most } as CSSProperties}
                  data-heat={heatOf(messages / most)}
                >
                  {messages > 0 && (
                    <Behind
                      cell={{ of: 'hour', weekday, hour }}
                      title={t('report.hour', { weekday: weekdayName(weekday), hour })}
                      open={open}
                    >
                      {count(messages)}
                    </Behind>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** In quarters, for whoever sees no shades. */
const heatOf = (part: number): number => Math.ceil(part * 4)
