/** @file Names of things that core names by id only. */
import type { BrandView } from '../../shared/domain/brand.ts'
import { countedAtMost } from '../../shared/domain/deck.ts'
import type { ColumnWindow } from '../state/rows.ts'
import { t } from '../words.ts'

/** How many rows a column has: `many` stands for so many or more. Of one with a filter those that were found by now. */
export function totalOf({ ids, next, total, looking }: Counted): { count: number; many: boolean } {
  if (total === null) return { count: ids.length, many: next !== null || looking }
  return { count: total, many: total >= countedAtMost }
}

type Counted = Pick<ColumnWindow, 'ids' | 'next' | 'total' | 'looking'>

/** The same in figures: “19”, “1,000+”; empty before it was read. */
export function totalWords(window: Counted | undefined): string {
  if (!window) return ''
  const { count, many } = totalOf(window)
  return many ? t('column.total.many', { count }) : `${count}`
}

/** Whether something about a brand waits for a person. */
export const isBroken = (brand: BrandView): boolean =>
  brand.handles.some(
    (handle) =>
      handle.state === 'reconnect' ||
      handle.sources.some((source) => source.state === 'failed' || source.alarm !== null),
  )
