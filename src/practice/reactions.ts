/**
 * @file Customers answer back: a few seconds after a brand's reply or message reaches them they thank, or press
 * harder. Every second public follow-up names the brand only in the inherited run, as in life.
 */
import { addDm } from './dms.ts'
import { judge } from './judge.ts'
import { addPost } from './posts.ts'
import type { Reaction, Upcoming, WorldDm, WorldPost, WorldUser } from './world-data.ts'
import type { World } from './world.ts'

const mostPerConversation = 2

/** Four to nine seconds, the same for the same message in every run. */
const delayMs = (id: string): number => 4_000 + Number(BigInt(id) % 5_001n)

function reactionOf(world: World, customer: WorldUser, lang: string): Reaction | undefined {
  const { reactions } = world.data
  return (
    reactions.find((reaction) => reaction.user.toLowerCase() === customer.username.toLowerCase()) ??
    reactions.find((reaction) => reaction.user === '*' && reaction.lang === lang) ??
    reactions.find((reaction) => reaction.user === '*' && reaction.lang === undefined)
  )
}

const customerOf = (world: World, userId: string): WorldUser | undefined => {
  const user = world.users.get(userId)
  return user?.role === 'customer' && !user.suspended ? user : undefined
}

/** Plans the customer's answer to a brand's public reply, if it reaches one who answers. */
export function reactToPost(world: World, post: WorldPost): void {
  const target = post.replyTo === null ? undefined : world.posts.get(post.replyTo)
  const customer = target && customerOf(world, target.authorId)
  if (customer && reactionOf(world, customer, target.lang))
    world.plan({ kind: 'post.reaction', at: post.createdAt + delayMs(post.id), postId: post.id })
}

/** The same for a direct message. */
export function reactToDm(world: World, dm: WorldDm): void {
  const customer = customerOf(world, dm.recipientId)
  if (customer && reactionOf(world, customer, customer.lang))
    world.plan({ kind: 'dm.reaction', at: dm.createdAt + delayMs(dm.id), dmId: dm.id })
}

/** Counts one more reaction there; null when the customer has said enough. */
function takeTurn(world: World, place: string): number | null {
  const turn = world.data.reacted[place] ?? 0
  if (turn >= mostPerConversation) return null
  world.data.reacted[place] = turn + 1
  return turn
}

const wording = (texts: readonly string[], turn: number): string => texts[turn % texts.length] ?? ''

/** Does what was planned. A reply that was deleted meanwhile gets no answer. */
export function performReaction(
  world: World,
  event: Upcoming & { kind: 'post.reaction' | 'dm.reaction' },
): void {
  if (event.kind === 'dm.reaction') {
    const dm = world.dms.get(event.dmId)
    const customer = dm && customerOf(world, dm.recipientId)
    const brand = dm && world.users.get(dm.senderId)
    if (!dm || !customer || !brand) return
    const reaction = reactionOf(world, customer, customer.lang)
    const turn = reaction && takeTurn(world, dm.conversationId)
    if (!reaction || turn === null || turn === undefined) return
    const asked = world
      .dmsOf(customer.id)
      .findLast((m) => m.senderId === customer.id && m.recipientId === brand.id)
    const mood = judge(dm.text, { customerName: customer.name, asked: asked?.text ?? '' })
    addDm(world, { from: customer, to: brand, text: wording(reaction[mood], turn), at: event.at })
    return
  }
  const reply = world.posts.get(event.postId)
  const target = reply?.replyTo ? world.posts.get(reply.replyTo) : undefined
  const customer = target && customerOf(world, target.authorId)
  const brand = reply && world.users.get(reply.authorId)
  if (!reply || !target || !customer || !brand) return
  const reaction = reactionOf(world, customer, target.lang)
  const turn = reaction && takeTurn(world, `${reply.conversationId}|${brand.id}|${customer.id}`)
  if (!reaction || turn === null || turn === undefined) return
  const mood = judge(reply.text, { customerName: customer.name, asked: target.text })
  const typesHandle = world.data.followUps++ % 2 === 0
  const text = wording(reaction[mood], turn)
  addPost(world, {
    author: customer,
    text: typesHandle ? `${text} @${brand.username}` : text,
    at: event.at,
    replyTo: reply,
    lang: target.lang,
  })
}
