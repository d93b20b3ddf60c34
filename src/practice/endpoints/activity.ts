/** @file Activity subscriptions, the activity stream, and the app's streaming connections. */
import { z } from 'zod'
import { json, refuse } from '../answer.ts'
import { bodyAs, listIn, numberIn, pageToken, readPageToken, type Call, type Endpoint } from '../call.ts'
import { needCredits } from '../meter.ts'
import type { WorldSubscription } from '../world-data.ts'

const subscriptionsAtMost = 1_500
const id = z.string().regex(/^[0-9]{1,19}$/)

/** What happens to a user and only they may let an app hear. */
const privateEvents =
  /^(post\.(mention|reply|quote|repost)\.create|dm\.\w+|chat\.\w+|like\.create|mute\.\w+|block\.\w+)$/
const publicEvents =
  /^(post\.(create|delete)|profile\.update\.\w+|follow\.\w+|spaces\.\w+|news\.new|oauth\.revoke)$/

const NewSubscription = z.strictObject({
  event_type: z.string(),
  filter: z.strictObject({
    user_id: id.optional(),
    keyword: z.string().optional(),
    direction: z.enum(['inbound', 'outbound']).optional(),
  }),
  tag: z.string().min(1).max(200).optional(),
  webhook_id: id.optional(),
})

const shown = (one: WorldSubscription) => ({
  subscription_id: one.id,
  event_type: one.eventType,
  filter: { user_id: one.userId },
  created_at: new Date(one.createdAt).toISOString(),
  updated_at: new Date(one.updatedAt).toISOString(),
  ...(one.tag === null ? {} : { tag: one.tag }),
})

const ownOf = ({ world, caller }: Call): WorldSubscription[] =>
  world.data.subscriptions.filter((one) => one.app === caller.app.name)

function create(call: Call) {
  const { world, caller } = call
  const body = bodyAs(call, NewSubscription)
  const { event_type: eventType, filter, tag } = body
  const userId = filter.user_id
  const isPrivate = privateEvents.test(eventType)
  if (!isPrivate && !publicEvents.test(eventType))
    throw refuse.invalid({ event_type: [eventType] }, `$.event_type: is not one of the known events`)
  if (userId === undefined || !world.users.has(userId))
    throw refuse.invalid({ 'filter.user_id': [userId ?? ''] }, '$.filter.user_id: is missing or nobody')
  if (isPrivate && caller.user?.id !== userId)
    throw refuse.forbidden(
      'Private events can only be subscribed to with the authorization of the filtered user.',
    )
  if (isPrivate && eventType.startsWith('dm.') && caller.scopes && !caller.scopes.has('dm.read'))
    throw refuse.bare()
  const own = ownOf(call)
  const known = own.find((one) => one.eventType === eventType && one.userId === userId)
  if (!known && own.length >= subscriptionsAtMost)
    throw refuse.forbidden('You have reached the maximum number of subscriptions.')
  const at = world.now()
  const subscription = known ?? {
    id: world.makeId(at + world.data.subscriptions.length),
    app: caller.app.name,
    eventType,
    userId,
    tag: tag ?? null,
    createdAt: at,
    updatedAt: at,
  }
  if (!known) world.data.subscriptions.push(subscription)
  return json({
    data: { subscription: shown(subscription) },
    meta: { total_subscriptions: ownOf(call).length },
  })
}

function list(call: Call) {
  const size = numberIn(call, 'max_results', 1, 1_000, 1_000)
  const after = readPageToken(call, 'pagination_token')
  const own = ownOf(call)
  const start = after === null ? 0 : own.findIndex((one) => one.id === after) + 1
  const page = own.slice(start, start + size)
  const last = page.at(-1)
  return json({
    data: page.map(shown),
    meta: {
      result_count: page.length,
      ...(last && start + size < own.length ? { next_token: pageToken(last.id) } : {}),
    },
  })
}

function remove(call: Call, ids: readonly string[]) {
  const { data } = call.world
  const gone = new Set(ownOf(call).flatMap((one) => (ids.includes(one.id) ? [one.id] : [])))
  if (gone.size === 0) throw refuse.notFound()
  data.subscriptions = data.subscriptions.filter((one) => !gone.has(one.id))
  return json({ data: { deleted: true }, meta: { total_subscriptions: ownOf(call).length } })
}

const ended = (count: number, asked: readonly string[]) =>
  json({
    data: {
      successful_kills: count,
      failed_kills: asked.length - count,
      results: asked.map((uuid) => ({ uuid, success: true })),
    },
  })

const common = { for: ['app'], scopes: [], limit: { app: 450 }, paid: false } as const

export const activityEndpoints: readonly Endpoint[] = [
  { ...common, method: 'GET', path: '/2/activity/subscriptions', run: list },
  {
    ...common,
    method: 'POST',
    path: '/2/activity/subscriptions',
    for: ['user', 'app'],
    scopes: ['tweet.read'],
    limit: { app: 5_000, user: 5_000 },
    run: create,
  },
  {
    ...common,
    method: 'DELETE',
    path: '/2/activity/subscriptions',
    run: (call) => remove(call, listIn(call, 'ids', /^[0-9]{1,19}$/)),
  },
  {
    ...common,
    method: 'DELETE',
    path: '/2/activity/subscriptions/:subscription_id',
    run: (call) => remove(call, [call.params['subscription_id'] ?? '']),
  },
  {
    ...common,
    method: 'PUT',
    path: '/2/activity/subscriptions/:subscription_id',
    run(call) {
      const { tag } = bodyAs(
        call,
        z.strictObject({ tag: z.string().min(1).max(200).optional(), webhook_id: id.optional() }),
      )
      const known = ownOf(call).find((one) => one.id === call.params['subscription_id'])
      if (!known) throw refuse.notFound()
      if (tag !== undefined) known.tag = tag
      known.updatedAt = call.world.now()
      return json({ data: { subscription: shown(known), total_subscriptions: ownOf(call).length } })
    },
  },
  {
    ...common,
    method: 'GET',
    path: '/2/activity/stream',
    run(call) {
      const minutes = numberIn(call, 'backfill_minutes', 0, 5, 0)
      const { activity, caller } = call
      // Asked here: connecting costs nothing, what is delivered does.
      needCredits(caller.app)
      activity.admit(caller.app)
      return { status: 200, body: '', open: (response) => activity.open(caller.app, response, minutes) }
    },
  },
  {
    ...common,
    method: 'GET',
    path: '/2/connections',
    run({ activity, caller, query }) {
      const status = query.get('status') ?? 'active'
      const page = activity
        .history(caller.app.name)
        .filter((one) => status === 'all' || (one.endedAt === null) === (status === 'active'))
        .map((one) => ({
          id: one.id,
          endpoint_name: 'activity_stream',
          connected_at: new Date(one.connectedAt).toISOString(),
          client_ip: '127.0.0.1',
          ...(one.endedAt === null
            ? {}
            : {
                disconnected_at: new Date(one.endedAt).toISOString(),
                disconnect_reason: 'operator_disconnect',
              }),
        }))
      return json({ ...(page.length > 0 ? { data: page } : {}), meta: { result_count: page.length } })
    },
  },
  {
    ...common,
    method: 'DELETE',
    path: '/2/connections',
    run(call) {
      const { uuids } = bodyAs(call, z.strictObject({ uuids: z.array(z.string()).min(1).max(100) }))
      return ended(uuids.filter((uuid) => call.activity.endById(call.caller.app.name, uuid)).length, uuids)
    },
  },
  {
    ...common,
    method: 'DELETE',
    path: '/2/connections/all',
    run({ activity, caller }) {
      const open = activity.connections(caller.app.name).map((one) => one.id)
      activity.drop(caller.app.name, true)
      return ended(open.length, open)
    },
  },
]
