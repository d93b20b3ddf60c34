/** @file The head of a column: whose it is, up to when it is complete, how much it holds, and what may be missing from it. */
import { memo, useMemo } from 'react'
import { Bell, Ellipsis, Volume2, type LucideIcon } from 'lucide-react'
import { ColumnOrder, isFilterable, isGrouped, type ColumnView } from '../../shared/domain/deck.ts'
import { enterColumn } from '../commands/go.ts'
import { clockTime, clockTimeWithSeconds } from '../time.ts'
import { BrandSquare } from '../ui/BrandSquare.tsx'
import { t } from '../words.ts'
import { CommandMenu, type MenuGroup } from './CommandMenu.tsx'
import { ColumnCoverage } from './ColumnCoverage.tsx'
import type { ColumnWindow } from '../state/rows.ts'
import { useConsole, useRows, useSession } from './console-context.ts'
import { coverageOf } from './coverage.ts'
import { FilterBar, FilterButton } from './FilterBar.tsx'
import { MutedLine } from './MutedLine.tsx'
import { sizeWords } from './names.ts'
import { useColumnHandle } from './use-column-drag.ts'
import styles from './Column.module.css'

type Props = { column: ColumnView; title: string; scope: string; window: ColumnWindow | undefined }

/** Memoised: while the cursor moves through the rows, the head stands. */
export const ColumnHead = memo(function ColumnHead({ column, title, scope, window }: Props) {
  const c = useConsole()
  const handle = useColumnHandle(column.id)
  const isFiltering = useSession((session) => session.filtering === column.id)
  const size = sizeWords(window, column.kind)
  const brands = useRows((rows) => rows.brands)
  const brand = brands.find((one) => one.id === column.brandId)
  const coverage = useMemo(() => coverageOf(column, brands), [column, brands])
  const order = t(column.order === 'own' ? `column.order.${column.kind}` : `column.order.by.${column.order}`)
  const { compact, alert, sound } = column.look
  const grouped = isGrouped(column)
  const groups = useMemo(
    (): MenuGroup[] => [
      ColumnOrder.options.map((one) => ({ id: `column.order-${one}` as const, on: one === column.order })),
      [{ id: 'column.move-left' }, { id: 'column.move-right' }],
      [{ id: 'column.width' }, { id: 'column.compact', on: compact }, { id: 'column.fold' }],
      [{ id: 'column.group', on: grouped }, { id: 'column.unfold-customer' }, { id: 'select.customer' }],
      [
        { id: 'column.alert', on: alert },
        { id: 'column.sound', on: sound },
      ],
      [{ id: 'mute.person' }, { id: 'mute.here' }, { id: 'mute.list' }],
      [{ id: 'column.add' }, { id: 'column.hide' }],
    ],
    [compact, grouped, alert, sound, column.order],
  )
  return (
    <>
      <header className={styles['head']} {...handle}>
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
        {alert && <Told icon={Bell} words={t('column.alerts')} />}
        {sound && <Told icon={Volume2} words={t('column.sounds')} />}
        <span className={styles['total']} aria-label={size.words} title={size.words}>
          {size.figures}
        </span>
        {isFilterable(column.kind) && <FilterButton column={column} />}
        <CommandMenu
          label={t('column.menu', { title })}
          className={styles['more'] ?? ''}
          groups={groups}
          onOpen={() => enterColumn(c, column.id)}
        >
          <Ellipsis size={14} aria-hidden="true" />
        </CommandMenu>
      </header>
      <ColumnCoverage doubts={coverage?.doubts ?? []} />
      {(isFiltering || column.filter.text !== '') && <FilterBar column={column} isTyping={isFiltering} />}
      {window && window.muted.count > 0 && <MutedLine columnId={column.id} muted={window.muted} />}
    </>
  )
})

/** How a column makes itself known. */
function Told({ icon: Icon, words }: { icon: LucideIcon; words: string }) {
  return (
    <span className={styles['told']} role="img" aria-label={words} title={words}>
      <Icon size={12} aria-hidden="true" />
    </span>
  )
}
