/** @file The head of a column: whose it is, up to when it is complete, how much it holds, and what may be missing from it. */
import { useMemo } from 'react'
import { X } from 'lucide-react'
import { isFilterable, type ColumnView } from '../../shared/domain/deck.ts'
import { hideColumn } from '../commands/column.ts'
import { isExtra } from '../commands/context.ts'
import { clockTime, clockTimeWithSeconds } from '../time.ts'
import { BrandSquare } from '../ui/BrandSquare.tsx'
import { Button } from '../ui/Button.tsx'
import { t } from '../words.ts'
import { ColumnCoverage } from './ColumnCoverage.tsx'
import type { ColumnWindow } from '../state/rows.ts'
import { useConsole, useRows, useSession } from './console-context.ts'
import { coverageOf } from './coverage.ts'
import { FilterBar, FilterButton } from './FilterBar.tsx'
import { totalOf, totalWords } from './names.ts'
import styles from './Column.module.css'

type Props = { column: ColumnView; title: string; scope: string; window: ColumnWindow | undefined }

export function ColumnHead({ column, title, scope, window }: Props) {
  const c = useConsole()
  const isFiltering = useSession((session) => session.filtering === column.id)
  const { count, many } = window ? totalOf(window) : { count: 0, many: false }
  const brands = useRows((rows) => rows.brands)
  const brand = brands.find((one) => one.id === column.brandId)
  const coverage = useMemo(() => coverageOf(column, brands), [column, brands])
  const order = t(`column.order.${column.kind}`)
  const holdsPosts = column.kind === 'search' || column.kind === 'list'
  return (
    <>
      <header className={styles['head']}>
        {brand && <BrandSquare initials={brand.initials} fill={brand.fill} />}
        <h2 className={styles['title']} title={title}>
          {title}
        </h2>
        <span className={styles['scope']} title={[scope, order].join(t('app.separator'))}>
          <span className={styles['piece']}>{scope}</span>
          <span className={styles['piece']}>{[t('app.separator'), order].join('')}</span>
        </span>
        {typeof coverage?.completeToAt === 'number' && (
          <span
            className={styles['complete']}
            title={t('column.complete.name', { time: clockTimeWithSeconds(coverage.completeToAt) })}
          >
            {t('column.complete', { time: clockTime(coverage.completeToAt) })}
          </span>
        )}
        <span
          className={styles['total']}
          aria-label={t(holdsPosts ? 'column.total.posts' : 'column.total', { count, many })}
        >
          {totalWords(window)}
        </span>
        {isFilterable(column.kind) && <FilterButton column={column} />}
        {isExtra(column) && (
          <Button
            look="quiet"
            icon
            aria-label={t('column.hide')}
            title={t('column.hide')}
            onClick={() => hideColumn(c, column)}
          >
            <X size={13} aria-hidden="true" />
          </Button>
        )}
      </header>
      <ColumnCoverage doubts={coverage?.doubts ?? []} />
      {(isFiltering || column.filter.text !== '') && <FilterBar column={column} isTyping={isFiltering} />}
    </>
  )
}
