/** @file Customers who stand in a column once: what of their tickets is folded, and how many rows are left. Pure. */
import type { CustomerOfBrand, RowGroup } from '../../shared/domain/deck.ts'

/** One customer is another one with each brand: what they wrote to two brands never stands in one row. */
export const keyOf = ({ brandId, xUserId }: CustomerOfBrand): string => `${brandId} ${xUserId}`

/** The customers by their keys. */
export const keysOf = (customers: readonly CustomerOfBrand[]): ReadonlySet<string> =>
  new Set(customers.map(keyOf))

/** A row of a page: of a customer the ticket that comes first. `more`: how many further ones the column holds. */
export type First = { id: string; customer: string; more: number }

/**
 * The rows of a page in their order: further tickets of those who are unfolded stand right below the first one.
 * @param further by customer, in the order of the column
 */
export function laidOut(
  firsts: readonly First[],
  further: ReadonlyMap<string, readonly string[]>,
): { ids: string[]; groups: Record<string, RowGroup> } {
  const ids: string[] = []
  const groups: Record<string, RowGroup> = {}
  for (const { id, customer, more } of firsts) {
    const below = further.get(customer) ?? []
    ids.push(id, ...below)
    if (more > 0) groups[id] = { more, unfolded: below.length > 0 }
    for (const one of below) groups[one] = { more: 0, unfolded: true }
  }
  return { ids, groups }
}

/**
 * How many rows tickets make, and how many tickets they are.
 * @param held how many each customer has in the column · @param unfolded the keys of those who are
 */
export function counted(
  held: readonly { customer: string; tickets: number }[],
  unfolded: ReadonlySet<string>,
): { rows: number; tickets: number } {
  let rows = 0
  let all = 0
  for (const { customer, tickets } of held) {
    rows += unfolded.has(customer) ? tickets : Math.min(tickets, 1)
    all += tickets
  }
  return { rows, tickets: all }
}
