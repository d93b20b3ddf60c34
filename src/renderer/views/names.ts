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
type Sized = Counted & Pick<ColumnWindow, 'grouped'>

/** The same in figures: “19”, “1,000+”; empty before it was read. */
export function totalWords(window: Counted | undefined): string {
  if (!window) return ''
  return figuresOf(totalOf(window))
}

const figuresOf = ({ count, many }: { count: number; many: boolean }): string =>
  many ? t('column.total.many', { count }) : `${count}`

/** Of a grouped column the tickets that its rows stand for; null: it is not grouped, or nobody counted them. */
function ticketsOf({ grouped }: Sized): { count: number; many: boolean } | null {
  if (grouped === null || grouped.tickets === null) return null
  return { count: grouped.tickets, many: grouped.tickets >= countedAtMost }
}

/** What a column holds in figures where there is no room for more: of a grouped one its tickets. */
export function heldWords(window: Sized | undefined): string {
  const tickets = window ? ticketsOf(window) : null
  return tickets === null ? totalWords(window) : figuresOf(tickets)
}

/** A column in figures, and in words. Of a grouped one its rows and the tickets that these stand for. */
export function sizeWords(window: Sized | undefined, kind: ColumnKind): { figures: string; words: string } {
  const rows = window ? totalOf(window) : { count: 0, many: false }
  const figures = totalWords(window)
  if (!window?.grouped)
    return { figures, words: t(holdsPosts(kind) ? 'column.total.posts' : 'column.total', rows) }
  const tickets = ticketsOf(window)
  if (tickets === null) return { figures, words: t('column.total.rows', rows) }
  const held = figuresOf(tickets)
  return {
    // Where nothing is folded one figure says all.
    figures: held === figures ? held : t('column.total.grouped', { rows: figures, tickets: held }),
    words: t('column.total.grouped.name', {
      rows: t('column.total.rows', rows),
      tickets: t('column.total', tickets),
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
