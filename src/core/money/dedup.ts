/**
 * @file How X counts what it charges: a resource once per app and UTC day, a write each time. Pure; knows no rows.
 */
import { readKinds, type ResourceKind } from '../../shared/domain/money.ts'
import { priceOf } from '../../shared/domain/prices.ts'
import type { Charge } from '../x/charges.ts'

/** The UTC day of an instant on X's clock, `2026-11-17`: charges begin anew with it. */
export const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10)

/** What X counts as the same thing: the owner's own posts are posts. */
export const resourceOf = (kind: ResourceKind, id: string): string =>
  `${kind === 'owned-post' ? 'post' : kind} ${id}`

/** What one answer adds to the ledger. `micros`: millionths of a dollar. */
export type Sum = { delivered: number; charged: number; micros: number }

/**
 * What a charge costs.
 * @param isFirst marks a resource as paid for and says whether it was not before, on that app and day
 */
export function sumOf(
  { kind, ids, count }: Pick<Charge, 'kind' | 'ids' | 'count'>,
  isFirst: (resource: string) => boolean,
): Sum {
  const unique = readKinds.has(kind) ? new Set(ids) : ids
  const first = [...unique].filter((id) => !readKinds.has(kind) || isFirst(resourceOf(kind, id)))
  const charged = first.length + count
  return { delivered: ids.length + count, charged, micros: charged * priceOf[kind] }
}
