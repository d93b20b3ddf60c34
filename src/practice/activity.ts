/**
 * @file The activity streams of the world's apps: who is connected, what is delivered to whom, keep-alives, what is sent
 * again, and the ways in which X misbehaves. What an event looks like is told in activity-json.ts.
 */
import type { ServerResponse } from 'node:http'
import { eventOf } from './activity-json.ts'
import { refuse } from './answer.ts'
import { chargeEvent } from './meter.ts'
import type { WorldApp, WorldSubscription } from './world-data.ts'
import type { Happening, World } from './world.ts'

/** X writes a line break at least this often. */
const keepAliveMs = 20_000
const connectionsAtMost = 2
const backfillMs = 5 * 60_000

export type StreamSettings = {
  keepAlive: boolean
  duplicate: boolean
  delayMs: number
  skips: 'as-x' | 'everything' | 'nothing'
  dedup: boolean
}

export type Connection = {
  id: string
  app: string
  connectedAt: number
  /** Null for another computer's, which is only counted. */
  response: ServerResponse | null
  /** Null while it is open. */
  endedAt: number | null
}

type Delivery = {
  at: number
  app: string
  line: string
  charge: { resource: 'post' | 'dm'; id: string } | null
}

export type Activity = ReturnType<typeof activityOf>

export function activityOf(world: World) {
  const settings: StreamSettings = {
    keepAlive: true,
    duplicate: false,
    delayMs: 0,
    skips: 'as-x',
    dedup: true,
  }
  const all: Connection[] = []
  let recent: Delivery[] = []
  let serial = 0

  const connections = (app?: string): Connection[] =>
    all.filter((one) => one.endedAt === null && (app === undefined || one.app === app))

  function end(connection: Connection, words: boolean): void {
    if (connection.endedAt !== null) return
    connection.endedAt = world.now()
    const { response } = connection
    if (!response || response.destroyed) return
    if (words) response.end(`${JSON.stringify({ errors: [disconnect] })}\r\n`)
    else response.destroy()
  }

  function add(app: string, response: ServerResponse | null): Connection {
    const id = `00000000-0000-4000-8000-${String(++serial).padStart(12, '0')}`
    const connection: Connection = { id, app, connectedAt: world.now(), response, endedAt: null }
    all.push(connection)
    return connection
  }

  function keepAlive(connection: Connection): void {
    world.later(keepAliveMs, () => {
      if (connection.endedAt !== null) return
      if (settings.keepAlive) connection.response?.write('\r\n')
      keepAlive(connection)
    })
  }

  function write(delivery: Delivery, to: readonly Connection[]): void {
    const app = world.appNamed(delivery.app)
    const open = to.filter((one) => one.response !== null)
    if (!app || open.length === 0) return
    if (app.credits !== null && app.credits <= 0) return open.forEach((one) => end(one, true))
    const { charge } = delivery
    if (charge) chargeEvent(world, app, charge.resource, charge.id, settings.dedup)
    for (const { response } of open) response?.write(delivery.line.repeat(settings.duplicate ? 2 : 1))
  }

  function deliver(delivery: Delivery): void {
    recent = [...recent.filter((one) => one.at > world.now() - backfillMs), delivery]
    if (settings.delayMs > 0) world.later(settings.delayMs, () => write(delivery, connections(delivery.app)))
    else write(delivery, connections(delivery.app))
  }

  world.onHappening((what) => {
    if (settings.skips === 'everything') return
    for (const subscription of world.data.subscriptions) {
      if (!concerns(world, what, subscription, settings.skips === 'as-x')) continue
      const { uuid, payload, includes } = eventOf(world, what, subscription)
      const { eventType, tag, userId } = subscription
      const data = {
        event_uuid: uuid,
        filter: what.kind === 'revoked' ? {} : { user_id: userId },
        event_type: eventType,
        ...(tag === null ? {} : { tag }),
        payload,
        ...(includes ? { includes } : {}),
      }
      const line = `${JSON.stringify({ data })}\r\n`
      deliver({ at: world.now(), app: subscription.app, line, charge: chargeOf(what, eventType) })
    }
  })

  return {
    settings,
    connections,
    /** Open ones and those that ended. */
    history: (app: string): readonly Connection[] => all.filter((one) => one.app === app),
    /** Throws X's refusal when two streams of the app are open. */
    admit(app: WorldApp): void {
      if (connections(app.name).length >= connectionsAtMost) throw refuse.tooManyConnections()
    },
    open(app: WorldApp, response: ServerResponse, backfillMinutes: number): void {
      const connection = add(app.name, response)
      response.on('close', () => end(connection, false))
      // Something has to be written for the head to leave.
      response.write('\r\n')
      keepAlive(connection)
      const since = world.now() - backfillMinutes * 60_000
      for (const delivery of recent)
        if (delivery.app === app.name && delivery.at >= since) write(delivery, [connection])
    },
    drop: (app: string | undefined, words: boolean): void =>
      connections(app).forEach((one) => end(one, words)),
    endById(app: string, id: string): boolean {
      const found = connections(app).find((one) => one.id === id)
      if (found) end(found, true)
      return found !== undefined
    },
    write(app: string | undefined, text: string): void {
      for (const { response } of connections(app)) response?.write(text)
    },
    others(app: string, count: number): void {
      for (const one of connections(app)) if (one.response === null) one.endedAt = world.now()
      for (let n = 0; n < count; n++) add(app, null)
    },
    close(): void {
      for (const one of connections()) end(one, false)
    },
  }
}

const disconnect = {
  title: 'operational-disconnect',
  disconnect_type: 'UpstreamOperationalDisconnect',
  detail: 'This stream has been disconnected upstream for operational reasons.',
  type: 'https://api.x.com/2/problems/operational-disconnect',
}

/** Whether a subscription hears of a happening. */
function concerns(
  world: World,
  what: Happening,
  { eventType, userId, app }: WorldSubscription,
  asX: boolean,
): boolean {
  switch (what.kind) {
    case 'post': {
      const { post } = what
      const author = world.users.get(post.authorId)
      if (!author || author.suspended || author.protected || post.repostOf !== null) return false
      if (post.authorId === userId) return eventType === 'post.create'
      const authorOf = (id: string | null): string | undefined =>
        id === null ? undefined : world.posts.get(id)?.authorId
      if (eventType === 'post.mention.create') return (asX ? post.typed : post.named).includes(userId)
      if (eventType === 'post.reply.create') return authorOf(post.replyTo) === userId
      return eventType === 'post.quote.create' && authorOf(post.quoteOf) === userId
    }
    case 'deleted':
      return eventType === 'post.delete' && what.post.authorId === userId
    case 'dm':
      return (
        (eventType === 'dm.received' && what.dm.recipientId === userId) ||
        (eventType === 'dm.sent' && what.dm.senderId === userId)
      )
    case 'chat':
      return (
        (eventType === 'chat.received' && what.toId === userId) ||
        (eventType === 'chat.sent' && what.fromId === userId)
      )
    case 'revoked':
      return eventType === 'oauth.revoke' && what.userId === userId && what.app === app
  }
}

const free: ReadonlySet<string> = new Set(['post.delete', 'dm.sent', 'chat.sent', 'oauth.revoke'])

function chargeOf(what: Happening, eventType: string): Delivery['charge'] {
  if (free.has(eventType)) return null
  if (what.kind === 'post') return { resource: 'post', id: what.post.id }
  if (what.kind === 'dm') return { resource: 'dm', id: what.dm.id }
  return what.kind === 'chat' ? { resource: 'dm', id: `chat-${what.fromId}` } : null
}
