/**
 * @file Which events of X's activity stream are worth subscribing to, and what that changes about the subscriptions
 * that X has. Pure. Prices and reasons stand in docs/decisions/0011-stream.md.
 */
import type { Subscribed } from '../x/gateway.ts'

export type WantedSubscription = {
  eventType: string
  xUserId: string
  /** The handle whose sign-in creates it: a private event. Null: the app does, by its bearer. */
  byHandleId: string | null
}

/** A handle whose events are wanted. */
export type StreamHandle = {
  id: string
  xUserId: string
  chatSeen: boolean
  /** A cap of its brand or app is reached: it is told only what costs nothing. */
  isCapped: boolean
}

/** Begins the tag of every subscription that Switchboard makes. */
export const ownTag = 'switchboard'

/** Without these two a handle is not live: its polls keep their pace. */
export const essential: ReadonlySet<string> = new Set(['post.mention.create', 'dm.received'])

const privateEvents = [
  'post.mention.create',
  'post.reply.create',
  'post.quote.create',
  'dm.received',
  'dm.sent',
]
const publicEvents = ['post.delete', 'oauth.revoke']
/** What X charges nothing for. */
const freeEvents: ReadonlySet<string> = new Set(['dm.sent', ...publicEvents])

/** X takes this many from a self-serve app; some room is left for other programs. */
export const subscriptionsAtMost = 1_500
/** Customers whose deleted posts are watched for. */
export const watchedAtMost = 1_000

/**
 * Everything wanted for these handles, then free news of deleted posts for as many customers of open tickets as there
 * is room. Encrypted chat is asked for until it has been seen once: the message cannot be read, only its existence told.
 */
export function wantedSubscriptions(
  handles: readonly StreamHandle[],
  customerIds: readonly string[],
): WantedSubscription[] {
  const own = handles.flatMap((handle) => [
    ...[...privateEvents, ...(handle.chatSeen ? [] : ['chat.received'])]
      .filter((eventType) => !handle.isCapped || freeEvents.has(eventType))
      .map((eventType) => ({ eventType, xUserId: handle.xUserId, byHandleId: handle.id })),
    ...publicEvents.map((eventType) => ({ eventType, xUserId: handle.xUserId, byHandleId: null })),
  ])
  if (handles.length === 0) return []
  const ours = new Set(handles.map((handle) => handle.xUserId))
  const room = Math.max(0, Math.min(watchedAtMost, subscriptionsAtMost - 100 - own.length))
  const watched = [...new Set(customerIds)].filter((id) => !ours.has(id)).slice(0, room)
  return [...own, ...watched.map((xUserId) => ({ eventType: 'post.delete', xUserId, byHandleId: null }))]
}

const keyOf = (one: { eventType: string; xUserId: string | null }): string =>
  `${one.eventType} ${one.xUserId}`

/**
 * What is to be created and deleted. Another program's subscription to the same event serves as well as our own; only
 * what this workspace made (`madeHere`) is ever deleted, and twins of our own.
 */
export function subscriptionChanges(
  wanted: readonly WantedSubscription[],
  there: readonly Subscribed[],
  madeHere: ReadonlySet<string>,
): { create: WantedSubscription[]; remove: string[]; inPlace: ReadonlySet<string> } {
  const keys = new Set(wanted.map(keyOf))
  const inPlace = new Set<string>()
  const remove: string[] = []
  // Others' first: where there are two for one event, ours is the one that goes.
  const othersFirst = [...there].sort((a, b) => Number(madeHere.has(a.id)) - Number(madeHere.has(b.id)))
  for (const one of othersFirst) {
    const key = keyOf(one)
    if (keys.has(key) && !inPlace.has(key)) inPlace.add(key)
    else if (madeHere.has(one.id)) remove.push(one.id)
  }
  return { create: wanted.filter((one) => !inPlace.has(keyOf(one))), remove, inPlace }
}

/** Whether everything that makes a handle live is in place. */
export const isServed = (handle: Pick<StreamHandle, 'xUserId'>, inPlace: ReadonlySet<string>): boolean =>
  [...essential].every((eventType) => inPlace.has(keyOf({ eventType, xUserId: handle.xUserId })))
