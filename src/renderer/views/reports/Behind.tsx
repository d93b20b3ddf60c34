/** @file A number that opens the tickets behind it. */
import type { ReactNode } from 'react'
import type { ReportCell } from '../../../shared/domain/report.ts'
import { t } from '../../words.ts'
import styles from './Reports.module.css'

/** Opens the tickets behind a number; null on paper and of what was delivered, where nothing opens. */
export type OpenCell = ((cell: ReportCell, title: string) => void) | null

type Props = { cell: ReportCell; title: string; open: OpenCell; children: ReactNode }

export function Behind({ cell, title, open, children }: Props) {
  if (open === null) return <span>{children}</span>
  return (
    <button
      type="button"
      className={styles['behind']}
      title={t('report.behind', { title })}
      onClick={() => open(cell, title)}
    >
      {children}
    </button>
  )
}
