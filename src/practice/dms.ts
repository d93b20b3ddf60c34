/** @file Direct messages between two people: writing and reading. Who may write to whom is decided in rules.ts. */
import { compareIds } from './ids.ts'
import { shorten } from './text.ts'
import type { WorldDm, WorldUser } from './world-data.ts'
import type { World } from './world.ts'

/** X names a conversation of two by both user ids, the smaller one first. */
export const conversationOf = (a: string, b: string): string =>
  compareIds(a, b) <= 0 ? `${a}-${b}` : `${b}-${a}`

/** The other person of a conversation, or null when `userId` is not in it. */
export function partnerIn(conversationId: string, userId: string): string | null {
  const [a, b] = conversationId.split('-')
  if (a === userId) return b ?? null
  return b === userId ? (a ?? null) : null
}

export type NewDm = {
  from: WorldUser
  to: WorldUser
  text: string
  /** Epoch ms of world time. */
  at: number
  mediaIds?: readonly string[] | undefined
  viaApp?: string | undefined
  /** Titles of pages that it links to, by address. */
  titles?: Readonly<Record<string, string>> | undefined
}

/** Adds a message to the world. */
export function addDm(world: World, input: NewDm): WorldDm {
  const { text, links } = shorten(input.text, input.titles)
  const dm: WorldDm = {
    id: world.makeId(input.at),
    conversationId: conversationOf(input.from.id, input.to.id),
    senderId: input.from.id,
    recipientId: input.to.id,
    text,
    links,
    createdAt: input.at,
    mediaIds: [...(input.mediaIds ?? [])],
    viaApp: input.viaApp ?? null,
  }
  world.putDm(dm)
  world.happened({ kind: 'dm', dm })
  return dm
}

const dmHorizonMs = 30 * 86_400_000

/** What a user can still read, newest first: X forgets after 30 days. */
export const dmsReadableBy = (world: World, userId: string): WorldDm[] =>
  world
    .dmsOf(userId)
    .filter((dm) => {
      const age = world.now() - dm.createdAt
      return age <= dmHorizonMs && age >= (world.lag.get('dm') ?? 0)
    })
    .reverse()
