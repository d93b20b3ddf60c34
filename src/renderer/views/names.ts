/** @file Names of things that core names by id only. */
import type { BrandView } from '../../shared/domain/brand.ts'
import { countedAtMost, holdsPosts, type ColumnKind } from '../../shared/domain/deck.ts'
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

/** A column in figures, and in words. Of a grouped one its rows and the tickets that these stand for. */
export function sizeWords(
  window: (Counted & Pick<ColumnWindow, 'grouped'>) | undefined,
  kind: ColumnKind,
): { figures: string; words: string } {
  const { count, many } = window ? totalOf(window) : { count: 0, many: false }
  const figures = totalWords(window)
  if (!window?.grouped)
    return { figures, words: t(holdsPosts(kind) ? 'column.total.posts' : 'column.total', { count, many }) }
  const { tickets } = window.grouped
  if (tickets === null) return { figures, words: t('column.total.rows', { count, many }) }
  const isMore = tickets >= countedAtMost
  return {
    figures: t('column.total.grouped', {
      rows: figures,
      tickets: isMore ? t('column.total.many', { count: tickets }) : `${tickets}`,
    }),
    words: t('column.total.grouped.name', {
      rows: t('column.total.rows', { count, many }),
      tickets: t('column.total', { count: tickets, many: isMore }),
    }),
  }
}

/** Whether something about a brand waits for a person. */
export const isBroken = (brand: BrandView): boolean =>
  brand.handles.some(
    (handle) =>
      handle.state === 'reconnect' ||
      handle.sources.some((source) => source.state === 'failed' || source.alarm !== null),
  )
