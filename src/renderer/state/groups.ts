/** @file Rows of a grouped column that stand for more tickets of their customer. Which do is decided by core. Pure. */
import type { ColumnRow, CustomerOfBrand, RowGroup } from '../../shared/domain/deck.ts'

export type RowGroups = Readonly<Record<string, RowGroup>>

/**
 * What the rows of a column stand for, once some of them were read anew.
 * @param ids all rows of the column now · @param read those that were read anew, which stand for what `come` says
 */
export function groupsOf(
  ids: readonly string[],
  { before, read, come }: { before: RowGroups; read: ReadonlySet<string>; come: RowGroups },
): RowGroups {
  const groups: Record<string, RowGroup> = {}
  for (const id of ids) {
    const group = read.has(id) ? come[id] : before[id]
    if (group !== undefined) groups[id] = group
  }
  return groups
}

/** The row that stands for the customer of a row: itself, or the one that it is unfolded below; null: neither. */
export function firstOf(ids: readonly string[], groups: RowGroups, id: string): string | null {
  if (groups[id] === undefined) return null
  const at = ids.indexOf(id)
  return ids.slice(0, at + 1).findLast((one) => (groups[one]?.more ?? 0) > 0) ?? null
}

/** The row that a customer has now whose row `gone` was; null: none, or nobody knows whose that was. */
export function rowOfCustomer(
  ids: readonly string[],
  held: (id: string) => ColumnRow | undefined,
  gone: string,
): string | null {
  const card = held(gone)?.card
  if (!card) return null
  const isTheirs = (other: ColumnRow | undefined): boolean =>
    other?.card?.brandId === card.brandId && other.card.customer.xUserId === card.customer.xUserId
  return ids.find((id) => isTheirs(held(id))) ?? null
}

const isSame = (one: CustomerOfBrand, other: CustomerOfBrand): boolean =>
  one.brandId === other.brandId && one.xUserId === other.xUserId

/** Unfolds a customer, or folds them again; beyond `atMost` the one that was unfolded first is folded. */
export const turned = (
  unfolded: readonly CustomerOfBrand[],
  customer: CustomerOfBrand,
  atMost: number,
): readonly CustomerOfBrand[] =>
  unfolded.some((one) => isSame(one, customer))
    ? unfolded.filter((one) => !isSame(one, customer))
    : [...unfolded, customer].slice(-atMost)
