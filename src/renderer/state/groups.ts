/** @file Rows of a grouped column that stand for more tickets of their customer. Which do is decided by core. Pure. */
import type { ColumnRow, CustomerOfBrand, RowGroup } from '../../shared/domain/deck.ts'
import { following } from './cursor.ts'

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

/** The rows that are unfolded below a first one. */
function below(ids: readonly string[], groups: RowGroups, first: string): readonly string[] {
  const others = ids.slice(ids.indexOf(first) + 1)
  const end = others.findIndex((id) => groups[id]?.more !== 0)
  return end === -1 ? others : others.slice(0, end)
}

/**
 * The row that takes over when rows go, as `following` has it. What is unfolded below a first one goes with it: the next
 * of theirs may be due far down, behind others.
 */
export function nextTo(
  ids: readonly string[],
  groups: RowGroups,
  goes: (id: string) => boolean,
  gone: (id: string) => boolean,
): string | null {
  const firsts = ids.filter((id) => (groups[id]?.more ?? 0) > 0 && goes(id))
  const along = new Set(firsts.flatMap((id) => below(ids, groups, id)))
  const outside = following(ids, (id) => goes(id) || along.has(id), gone)
  return outside ?? following(ids, goes, gone)
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
