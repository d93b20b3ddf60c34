/** @file The places of columns in a deck: pure. */
import { plainLook, type ColumnLook } from '../../shared/domain/deck.ts'

/** `hidden`: one that is there by itself and was taken away. */
export type Place = { columnId: string; hidden: boolean; look: ColumnLook }

/**
 * All places of a deck: those that were arranged, in their order, then what is there by itself and was not.
 * @param own ids of the columns that are there by themselves · @param exists whether what a column shows is still there
 */
export function placesOf(
  arranged: readonly Place[],
  own: readonly string[],
  exists: (columnId: string) => boolean,
): Place[] {
  const known = new Set(arranged.map(({ columnId }) => columnId))
  const others = own.filter((columnId) => !known.has(columnId))
  return [
    ...arranged.filter(({ columnId }) => exists(columnId)),
    ...others.map((columnId) => ({ columnId, hidden: false, look: plainLook })),
  ]
}

/** With the column at the end, shown again if it was taken away. */
export const added = (places: readonly Place[], columnId: string): Place[] => [
  ...places.filter((place) => place.columnId !== columnId),
  { columnId, hidden: false, look: plainLook },
]

/** Without the column. What is there by itself is remembered as taken away: it would come back otherwise. */
export const without = (places: readonly Place[], columnId: string, own: readonly string[]): Place[] =>
  own.includes(columnId)
    ? places.map((place) => (place.columnId === columnId ? { ...place, hidden: true } : place))
    : places.filter((place) => place.columnId !== columnId)

/** With the column as the `to`th of those that are shown, counted from 0; past the end it is the last. */
export function movedTo(places: readonly Place[], columnId: string, to: number): Place[] {
  const place = places.find((one) => one.columnId === columnId)
  if (!place) return [...places]
  const shown = places.filter((one) => !one.hidden && one !== place)
  return [
    ...shown.slice(0, to),
    place,
    ...shown.slice(to),
    ...places.filter((one) => one.hidden && one !== place),
  ]
}

/** With the column drawn so. */
export const looking = (places: readonly Place[], columnId: string, look: ColumnLook): Place[] =>
  places.map((place) => (place.columnId === columnId ? { ...place, look } : place))
