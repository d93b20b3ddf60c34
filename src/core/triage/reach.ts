/** @file How many may see a message, and whether it may ring at night. Pure. */
import type { Category, Reach, Sentiment, Urgency } from '../../shared/domain/triage.ts'

/** What is known of a message's audience. */
export type Audience = {
  /** Null while the person was not looked up. */
  followers: number | null
  verified: boolean
  likes: number
  reposts: number
  /** Since it was written, ms. */
  ageMs: number
}

const wideFollowers = 10_000
const loudFollowers = 100_000
/** Weighted reactions in an hour. */
const widePerHour = 20
const loudPerHour = 100
/** A repost puts it before others; a like does not. */
const repostCounts = 3
/** Nothing younger is counted up to an hour: three likes in the first minute are no wave. */
const leastAgeMs = 15 * 60_000
const hourMs = 60 * 60_000

/** Reactions in an hour, as it went so far. */
export const spreadPerHour = ({ likes, reposts, ageMs }: Audience): number =>
  ((likes + repostCounts * reposts) * hourMs) / Math.max(ageMs, leastAgeMs)

/** By followers, by the mark of verification, and by how fast it spreads. */
export function reachOf(audience: Audience): Reach {
  const followers = audience.followers ?? 0
  const spread = spreadPerHour(audience)
  if (
    followers >= loudFollowers ||
    (audience.verified && followers >= wideFollowers) ||
    spread >= loudPerHour
  )
    return 'loud'
  return followers >= wideFollowers || spread >= widePerHour ? 'wide' : 'usual'
}

/** What `isLoud` looks at. */
export type Loudness = {
  category: Category
  sentiment: Sentiment
  urgency: Urgency
  lastResort: string | null
  reach: Reach
}

const calm: ReadonlySet<Category> = new Set<Category>(['praise', 'no-reply', 'spam', 'protest'])

/**
 * Whether a message breaks through quiet hours: a matter of security always; else only what many may see and what is
 * urgent, a last resort, or, where very many may see it, angry. Everything else waits for the morning.
 */
export function isLoud({ category, sentiment, urgency, lastResort, reach }: Loudness): boolean {
  if (category === 'security') return true
  if (calm.has(category) || reach === 'usual') return false
  return urgency === 'urgent' || lastResort !== null || (reach === 'loud' && sentiment === 'negative')
}
