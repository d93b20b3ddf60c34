/** @file What its messages make of a ticket. Pure. */
import type { PrivateKind } from '../../shared/domain/guard.ts'
import type { Category, Reach, Sentiment, Urgency } from '../../shared/domain/triage.ts'
import { isLoud, reachOf } from './reach.ts'

/** One customer message that was looked at. */
export type LookedItem = {
  kind: 'post' | 'dm'
  itemId: string
  at: number
  category: Category
  /** What an agent said instead. */
  said: Category | null
  sentiment: Sentiment
  urgency: Urgency
  lastResort: string | null
  privateData: readonly PrivateKind[]
  likes: number
  reposts: number
}

export type TicketTriage = {
  kind: 'post' | 'dm'
  itemId: string
  category: Category
  corrected: boolean
  sentiment: Sentiment
  urgency: Urgency
  reach: Reach
  lastResort: string | null
  privateData: PrivateKind[]
  loud: boolean
}

/** Which of several unanswered messages decides: the first of these. */
const bySeverity: readonly Category[] = [
  'security',
  'impostor',
  'complaint',
  'negative',
  'question',
  'feedback',
  'protest',
  'praise',
  'no-reply',
  'spam',
]
const byUrgency: readonly Urgency[] = ['urgent', 'normal', 'low']
const byReach: readonly Reach[] = ['loud', 'wide', 'usual']
const bySentiment: readonly Sentiment[] = ['negative', 'neutral', 'positive']

const categoryOf = ({ said, category }: LookedItem): Category => said ?? category
const first = <T>(order: readonly T[], values: readonly T[]): T | undefined =>
  order.find((one) => values.includes(one))

/** Those that wait for an answer, else the newest: what an agent who says what a ticket is speaks of. */
export function deciding<T extends { at: number }>(items: readonly T[], answeredAt: number | null): T[] {
  const waiting = items.filter(({ at }) => at > (answeredAt ?? -Infinity))
  return waiting.length > 0 ? waiting : items.slice(-1)
}

/**
 * A ticket is what the most severe of its unanswered messages is, the newest of equals; once all is answered, what the
 * newest is. Only what waits is loud.
 * @param items oldest first @returns null for a ticket of which nothing is left to look at
 */
export function triageOf(
  items: readonly LookedItem[],
  ticket: { answeredAt: number | null; followers: number | null; verified: boolean; now: number },
): TicketTriage | null {
  const chosen = deciding(items, ticket.answeredAt)
  const category = first(bySeverity, chosen.map(categoryOf))
  const decides = chosen.findLast((item) => categoryOf(item) === category)
  if (category === undefined || !decides) return null
  const reachOfItem = ({ likes, reposts, at }: LookedItem): Reach =>
    reachOf({ ...ticket, likes, reposts, ageMs: ticket.now - at })
  const whole = {
    category,
    sentiment:
      first(
        bySentiment,
        chosen.map(({ sentiment }) => sentiment),
      ) ?? 'neutral',
    urgency:
      first(
        byUrgency,
        chosen.map(({ urgency }) => urgency),
      ) ?? 'normal',
    reach: first(byReach, chosen.map(reachOfItem)) ?? 'usual',
    lastResort: chosen.findLast(({ lastResort }) => lastResort !== null)?.lastResort ?? null,
  }
  const waits = decides.at > (ticket.answeredAt ?? -Infinity)
  // A direct message is no public place.
  const inPublic = items.filter(({ kind }) => kind === 'post')
  return {
    kind: decides.kind,
    itemId: decides.itemId,
    corrected: decides.said !== null,
    ...whole,
    privateData: [...new Set(inPublic.flatMap(({ privateData }) => privateData))],
    loud: waits && isLoud(whole),
  }
}
