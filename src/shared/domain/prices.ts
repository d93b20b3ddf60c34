/**
 * @file X's price list as of August 2026, in millionths of a dollar, so that sums are exact. The one place where prices
 * stand; docs/money.md tells where each comes from.
 */
import type { ResourceKind } from './money.ts'

/** One dollar. */
export const dollar = 1_000_000

/** What X charges for one resource, or for one write. */
export const priceOf: Readonly<Record<ResourceKind, number>> = {
  post: 5_000,
  'owned-post': 1_000,
  person: 10_000,
  dm: 10_000,
  list: 5_000,
  'post.create': 15_000,
  'post.create.link': 200_000,
  'post.create.summoned': 10_000,
  // X says that invited replies stay at a cent, and that a link costs twenty: counted as the dearer until X's bill tells.
  'post.create.summoned-link': 200_000,
  'dm.create': 15_000,
  'interaction.create': 15_000,
  'interaction.delete': 10_000,
  'content.manage': 5_000,
  'mute.delete': 5_000,
  count: 5_000,
}

/** The least that a kind can cost, where X's words leave it open. */
export const leastPriceOf = (kind: ResourceKind): number =>
  kind === 'post.create.summoned-link' ? priceOf['post.create.summoned'] : priceOf[kind]

/** A message before it is sent, as far as its price depends on it. */
export type Unsent = {
  kind: 'reply' | 'post' | 'dm'
  /** For replies: whether the target's author called upon the handle. */
  summoned: boolean
  hasLink: boolean
}

/** What X will charge for sending it, millionths of a dollar: a range where X's words leave it open. */
export function priceOfSend({ kind, summoned, hasLink }: Unsent): { low: number; high: number } {
  const line = lineOf(kind, summoned, hasLink)
  return { low: leastPriceOf(line), high: priceOf[line] }
}

function lineOf(kind: Unsent['kind'], summoned: boolean, hasLink: boolean): ResourceKind {
  if (kind === 'dm') return 'dm.create'
  if (kind === 'reply' && summoned) return hasLink ? 'post.create.summoned-link' : 'post.create.summoned'
  return hasLink ? 'post.create.link' : 'post.create'
}
