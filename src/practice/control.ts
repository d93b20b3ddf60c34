/** @file Does what the control side asks: customers' posts, time, faults, states, and looking inside. Holds no HTTP. */
import { z } from 'zod'
import type { Activity } from './activity.ts'
import {
  controlMethods,
  type ControlName,
  type ControlOutput,
  type LoggedRequest,
} from './control-protocol.ts'
import type { FaultBoard } from './faults.ts'
import { meterOf } from './meter.ts'
import { deletePost, editPost } from './posts.ts'
import { loadScenario, postAt, writeDm, writePost } from './scenario-load.ts'
import { parseScenario } from './scenario.ts'
import type { Tokens } from './tokens.ts'
import type { WorldApp, WorldUser } from './world-data.ts'
import type { World } from './world.ts'

export type Controlled = {
  world: World
  tokens: Tokens
  activity: Activity
  faults: FaultBoard
  log: LoggedRequest[]
}

/** A wrong request to the control side; the message says why. */
export class ControlError extends Error {}

const named = (world: World, username: string): WorldUser => {
  const user = world.userNamed(username)
  if (!user) throw new ControlError(`nobody is called @${username}`)
  return user
}

const app = (world: World, name: string): WorldApp => {
  const found = world.appNamed(name)
  if (!found) throw new ControlError(`there is no app called "${name}"`)
  return found
}

const isName = (name: string): name is ControlName => Object.hasOwn(controlMethods, name)

type Handlers = {
  [N in ControlName]: (
    at: Controlled,
    input: z.output<(typeof controlMethods)[N]['input']>,
  ) => ControlOutput<N>
}

const handlers: Handlers = {
  state: ({ world }) => ({
    now: world.now(),
    offsetMs: world.offsetMs(),
    summon: world.data.summon,
    users: [...world.users.values()].map(({ id, username, role }) => ({ id, username, role })),
    posts: world.posts.size,
    dms: world.dms.size,
    upcoming: world.data.upcoming.length,
    keys: world.data.keys,
  }),
  post({ world }, { ago = 0, ...fields }) {
    const { id, conversationId, text } = writePost(world, fields, world.now() - ago)
    return { id, conversationId, text }
  },
  dm({ world }, { ago = 0, ...fields }) {
    const { id, conversationId } = writeDm(world, fields, world.now() - ago)
    return { id, conversationId }
  },
  delete({ world }, { post }) {
    deletePost(world, postAt(world, post))
    return {}
  },
  withhold({ world }, { post, countries }) {
    const withheld = postAt(world, post)
    if (countries.length > 0) withheld.withheldIn = countries
    else delete withheld.withheldIn
    world.changed()
    return {}
  },
  geo({ world }, { post, place }) {
    const tagged = postAt(world, post)
    if (place === null) delete tagged.place
    else tagged.place = place
    world.changed()
    return {}
  },
  edit: ({ world }, { post, text }) => ({ id: editPost(world, postAt(world, post), text, world.now()).id }),
  scenario({ world, tokens }, { text }) {
    loadScenario(world, tokens, parseScenario(text))
    return {}
  },
  clock({ world }, { advanceMs }) {
    world.advance(advanceMs)
    return { now: world.now(), offsetMs: world.offsetMs() }
  },
  fault: ({ faults }, fault) => ({ id: faults.add(fault) }),
  faults: ({ faults }) => ({ faults: faults.list().map(({ id, kind, hits }) => ({ id, kind, hits })) }),
  'faults.clear'({ faults }, { id }) {
    if (id === undefined) faults.clear()
    else faults.remove(id)
    return {}
  },
  lag({ world }, { endpoint, ms }) {
    world.lag.set(endpoint, ms)
    return {}
  },
  'leave-out'({ world }, { list, item, bySinceId, ms }) {
    const id = world.data.keys[item] ?? item
    world.flaws.leaveOut(list, id, { bySinceId, untilAt: ms === undefined ? Infinity : world.now() + ms })
    return {}
  },
  'mis-page'({ world }, { list, flaw, times }) {
    world.flaws.misPage(list, flaw, times === 'forever' ? Infinity : times)
    return {}
  },
  'flaws.clear'({ world }) {
    world.flaws.clear()
    return {}
  },
  list({ world }, { name, members }) {
    const id = world.makeId(world.now())
    world.data.lists.push({ id, name, members: members.map((member) => named(world, member).id) })
    world.changed()
    return { id }
  },
  credits({ world }, { app: name, dollars }) {
    app(world, name).credits = dollars
    world.changed()
    return {}
  },
  'credits.hide'({ world }, { hidden }) {
    world.hidesCredits = hidden
    return {}
  },
  user({ world }, { username, approves, ...states }) {
    const user = named(world, username)
    if (approves) user.approved = approves.map((name) => named(world, name).id)
    Object.assign(user, Object.fromEntries(Object.entries(states).filter(([, value]) => value !== undefined)))
    world.changed()
    return { id: user.id }
  },
  summon({ world }, { mode }) {
    world.data.summon = mode
    world.changed()
    return {}
  },
  meter: ({ world }) => ({
    apps: Object.fromEntries(
      world.data.apps.map(({ name, credits }) => {
        const { seen: _seen, ...meter } = meterOf(world, name)
        return [name, { ...meter, credits }]
      }),
    ),
  }),
  tokens: ({ world }) => ({ issued: world.data.issued }),
  revoke({ world, tokens }, { username }) {
    tokens.revokeUser(named(world, username).id)
    return {}
  },
  stream({ world, activity }, { app: name, ...settings }) {
    if (name !== undefined) app(world, name)
    Object.assign(
      activity.settings,
      Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined)),
    )
    return {
      connections: activity.connections(name).map(({ app: of, connectedAt }) => ({ app: of, connectedAt })),
      subscriptions: world.data.subscriptions
        .filter((one) => name === undefined || one.app === name)
        .map(({ id, app: of, eventType, userId }) => ({ id, app: of, eventType, userId })),
    }
  },
  'stream.drop'({ activity }, { app: name, words }) {
    activity.drop(name, words)
    return {}
  },
  'stream.line'({ activity }, { app: name, text }) {
    activity.write(name, text)
    return {}
  },
  'stream.others'({ world, activity }, { app: name, count }) {
    activity.others(app(world, name).name, count)
    return {}
  },
  chat({ world }, { from, to }) {
    world.happened({ kind: 'chat', fromId: named(world, from).id, toId: named(world, to).id })
    return {}
  },
  grants: ({ tokens }, { usernames }) => tokens.grants(usernames),
  app({ world }, { name, redirectUris }) {
    app(world, name).redirectUris = redirectUris
    world.changed()
    return {}
  },
  requests({ log }, { clear }) {
    const requests = [...log]
    if (clear) log.length = 0
    return { requests }
  },
  sent: ({ world }) => ({
    posts: [...world.posts.values()]
      .filter((post) => post.viaApp !== null)
      .map(({ id, authorId, text, replyTo, conversationId, createdAt }) => ({
        id,
        by: world.users.get(authorId)?.username ?? '',
        text,
        replyTo,
        conversationId,
        at: createdAt,
      })),
    dms: [...world.dms.values()]
      .filter((dm) => dm.viaApp !== null)
      .map(({ id, senderId, recipientId, text, conversationId, createdAt }) => ({
        id,
        from: world.users.get(senderId)?.username ?? '',
        to: world.users.get(recipientId)?.username ?? '',
        text,
        conversationId,
        at: createdAt,
      })),
  }),
}

function run<N extends ControlName>(at: Controlled, name: N, input: unknown): ControlOutput<N> {
  const schema: z.ZodType<z.output<ControlMethodsInput<N>>> = controlMethods[name].input as never
  const parsed = schema.safeParse(input)
  if (!parsed.success) throw new ControlError(z.prettifyError(parsed.error))
  return handlers[name](at, parsed.data)
}
type ControlMethodsInput<N extends ControlName> = (typeof controlMethods)[N]['input']

/** Runs a control method by name. Throws a ControlError for unknown names and wrong input. */
export function control(at: Controlled, name: string, input: unknown): unknown {
  if (!isName(name)) throw new ControlError(`there is no control method "${name}"`)
  return run(at, name, input)
}
