/** @file Puts scenario lines into a world: apps and people first, then what they said, in file order. */
import { redirectPorts, redirectUri } from '../shared/redirect.ts'
import { addDm } from './dms.ts'
import { hang } from './media.ts'
import { addPost, editPost } from './posts.ts'
import {
  durationMs,
  momentMs,
  ScenarioError,
  type DmFields,
  type NumberedLine,
  type PostFields,
} from './scenario.ts'
import type { Tokens } from './tokens.ts'
import type { WorldDm, WorldPost, WorldUser } from './world-data.ts'
import type { World } from './world.ts'

/** Where the console waits for the answer of the authorize page, unless the scenario says otherwise. */
const defaultRedirectUris = redirectPorts.map(redirectUri)

/** Something asked for does not fit the world: an unknown name, a missing post. The message says which. */
export class Misfit extends Error {}

const must = <T>(value: T | undefined, reason: string): T => {
  if (value === undefined) throw new Misfit(reason)
  return value
}

const someone = (world: World, username: string): WorldUser =>
  must(world.userNamed(username), `nobody is called @${username}`)

/** A post by its scenario key or its id. */
export const postAt = (world: World, keyOrId: string): WorldPost =>
  must(world.posts.get(world.data.keys[keyOrId] ?? keyOrId), `there is no post with key or id "${keyOrId}"`)

const optionalPost = (world: World, keyOrId: string | undefined): WorldPost | undefined =>
  keyOrId === undefined ? undefined : postAt(world, keyOrId)

/** Writes a post as somebody of the world. Throws a Misfit. */
export function writePost(world: World, fields: PostFields, at: number): WorldPost {
  const repostOf = optionalPost(world, fields.repost)
  if (!repostOf && !fields.text) throw new Misfit('a post needs "text"')
  const author = someone(world, fields.by)
  const post = addPost(world, {
    author,
    mediaIds: hang(world, author, fields.media ?? [], 'tweet', at),
    text: fields.text ?? '',
    titles: fields.titles,
    at,
    replyTo: optionalPost(world, fields.replyTo),
    quoteOf: optionalPost(world, fields.quote),
    repostOf,
    lang: fields.lang,
    likes: fields.likes,
    reposts: fields.reposts,
  })
  if (fields.key !== undefined) world.data.keys[fields.key] = post.id
  return post
}

/** Writes a message as somebody of the world. Throws a Misfit. */
export function writeDm(world: World, fields: DmFields, at: number): WorldDm {
  const from = someone(world, fields.from)
  const mediaIds = hang(world, from, fields.media ?? [], 'dm', at)
  return addDm(world, {
    from,
    to: someone(world, fields.to),
    text: fields.text,
    titles: fields.titles,
    at,
    mediaIds,
  })
}

/** The day somebody joined, made from the name where nobody told: ids stay the same in every run. */
function joinedAt(username: string, since: string | undefined): number {
  if (since !== undefined) return Date.parse(`${since}T12:00:00Z`)
  const seed = [...username].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 1_900, 7)
  return Date.UTC(2019, 2, 1) + seed * 86_400_000
}

type PersonLine = Extract<NumberedLine['line'], { type: 'handle' | 'user' }>

function personOf(world: World, line: PersonLine): WorldUser {
  const brand = line.type === 'handle'
  const createdAt = joinedAt(line.username, line.since)
  return {
    id: world.makeId(createdAt),
    username: line.username,
    name: line.name,
    role: brand ? 'brand' : 'customer',
    createdAt,
    description: line.description ?? '',
    location: line.location ?? '',
    ...(line.site === undefined ? {} : { site: line.site }),
    lang: line.lang ?? 'en',
    followers: line.followers ?? 120,
    following: line.following ?? 180,
    verifiedType: line.verified ?? (brand ? 'business' : 'none'),
    premium: line.premium ?? false,
    protected: line.protected ?? false,
    suspended: line.suspended ?? false,
    dmsClosed: line.dmsClosed ?? false,
    ...(brand
      ? {
          client: line.client,
          brand: line.brand,
          app: line.app,
          ...(line.initials === undefined ? {} : { initials: line.initials }),
          ...(line.color === undefined ? {} : { color: line.color }),
        }
      : {}),
  }
}

/**
 * Adds all lines to the world. Throws a ScenarioError naming the first line that does not fit.
 * @param file the name under which errors mention the scenario
 */
export function loadScenario(
  world: World,
  tokens: Tokens,
  lines: readonly NumberedLine[],
  file = 'scenario',
): void {
  const each = (take: (line: NumberedLine['line']) => void) => {
    for (const { number, line } of lines)
      try {
        take(line)
      } catch (cause) {
        throw new ScenarioError(file, number, cause instanceof Error ? cause.message : String(cause))
      }
  }
  const now = world.now()
  const past = (moment: string): number => {
    const at = momentMs(moment, now)
    if (at > now)
      throw new Misfit(`"${moment}" lies after the world's now: use "after" for what is still to come`)
    return at
  }
  each((line) => {
    if (line.type === 'app') {
      if (world.appNamed(line.name)) throw new Misfit(`there are two apps called "${line.name}"`)
      tokens.addApp({
        name: line.name,
        confidential: line.confidential ?? false,
        redirectUris: line.redirectUris ?? defaultRedirectUris,
        ownerId: null,
        credits: line.credits ?? null,
      })
    } else if (line.type === 'handle' || line.type === 'user') {
      if (world.userNamed(line.username)) throw new Misfit(`@${line.username} exists already`)
      world.addUser(personOf(world, line))
    }
  })
  each((line) => {
    if (line.type === 'app' && line.owner !== undefined)
      must(world.appNamed(line.name), line.name).ownerId = someone(world, line.owner).id
    else if (line.type === 'handle') must(world.appNamed(line.app), `there is no app called "${line.app}"`)
    else if (line.type === 'reaction') {
      if (line.user !== '*') someone(world, line.user)
      const { type: _type, ...reaction } = line
      world.data.reactions.push(reaction)
    } else if (line.type === 'post') {
      const { type: _type, at, after, ...fields } = line
      if (at !== undefined) {
        if (fields.key !== undefined && world.data.keys[fields.key] !== undefined)
          throw new Misfit(`the key "${fields.key}" is taken`)
        writePost(world, fields, past(at))
      } else {
        someone(world, fields.by)
        if (fields.repost !== undefined) throw new Misfit('a repost cannot come "after"')
        const { by, repost: _repost, text, ...rest } = fields
        const clean = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined))
        world.plan({
          kind: 'post',
          at: now + durationMs(after ?? ''),
          author: by,
          text: must(text, 'a post needs "text"'),
          ...clean,
        })
      }
    } else if (line.type === 'edit') {
      const post = postAt(world, line.post)
      const edited = editPost(world, post, line.text, past(line.at))
      world.data.keys[line.post] = edited.id
    } else if (line.type === 'dm') {
      const { type: _type, at, after, ...fields } = line
      if (at !== undefined) writeDm(world, fields, past(at))
      else {
        someone(world, fields.from)
        someone(world, fields.to)
        world.plan({ kind: 'dm', at: now + durationMs(after ?? ''), ...fields })
      }
    }
  })
}
