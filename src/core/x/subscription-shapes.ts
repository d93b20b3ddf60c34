/**
 * @file X's JSON about activity subscriptions and streaming connections. Its pages and its description disagree on where
 * a subscription stands in an answer: all three places are read.
 */
import { z } from 'zod'
import { Failure } from '../../shared/errors.ts'
import { XId } from '../../shared/ids.ts'
import { instantOf } from './dates.ts'
import type { Subscribed } from './gateway.ts'

const XSubscription = z.object({
  subscription_id: XId,
  event_type: z.string(),
  filter: z.object({ user_id: XId.optional() }).optional().catch(undefined),
  tag: z.string().optional(),
})
const Created = z.union([
  z.object({ data: z.object({ subscription: XSubscription }) }).transform((one) => one.data.subscription),
  z.object({ data: XSubscription }).transform((one) => one.data),
  z.object({ data: z.tuple([XSubscription]) }).transform((one) => one.data[0]),
])
const Listed = z.object({
  data: z.array(z.unknown()).optional(),
  meta: z.object({ next_token: z.string().optional() }).optional(),
})

const subscriptionOf = (one: z.infer<typeof XSubscription>): Subscribed => ({
  id: one.subscription_id,
  eventType: one.event_type,
  xUserId: one.filter?.user_id ?? null,
  tag: one.tag ?? null,
})

function read<T>(schema: z.ZodType<T>, json: string, endpoint: string): T {
  let raw: unknown
  try {
    raw = JSON.parse(json)
  } catch (error) {
    if (error instanceof SyntaxError) throw new Failure('x.malformed', { endpoint }, 'not JSON')
    throw error
  }
  const known = schema.safeParse(raw)
  if (!known.success) throw new Failure('x.malformed', { endpoint })
  return known.data
}

/** @throws Failure `x.malformed` */
export const subscribed = (json: string): Subscribed => subscriptionOf(read(Created, json, 'subscribe'))

/** One page of an app's subscriptions. @throws Failure `x.malformed` */
export function subscriptionPage(json: string): { items: Subscribed[]; nextToken: string | null } {
  const { data, meta } = read(Listed, json, 'subscriptions')
  const items = (data ?? []).flatMap((one) => {
    const known = XSubscription.safeParse(one)
    return known.success ? [subscriptionOf(known.data)] : []
  })
  return { items, nextToken: meta?.next_token ?? null }
}

const XConnection = z.object({ connected_at: z.string(), endpoint_name: z.string() })

/** When each open connection of the app was made, epoch ms of X's clock. @throws Failure `x.malformed` */
export function openConnections(json: string): { connectedAt: number }[] {
  return (read(Listed, json, 'connections').data ?? []).flatMap((one) => {
    const known = XConnection.safeParse(one)
    const connectedAt = known.success ? instantOf(known.data.connected_at) : null
    return connectedAt === null ? [] : [{ connectedAt }]
  })
}
