/** @file X's rules on who may reply to, message, edit or delete what. Pure over the world; throws X's refusals. */
import { refuse } from './answer.ts'
import { compose, hiddenFrom, isLatest, type NewPost } from './posts.ts'
import { cashtagsIn, weightedLength, withoutLeadingRun } from './text.ts'
import type { WorldPost, WorldUser } from './world-data.ts'
import type { World } from './world.ts'

/** How the author of a post has called upon a user there, strongest first. */
export type Engagement = 'own' | 'typed' | 'quoted' | 'inherited' | 'none'

export function engagementOf(world: World, target: WorldPost, user: WorldUser): Engagement {
  if (target.authorId === user.id) return 'own'
  if (target.typed.includes(user.id)) return 'typed'
  if (target.quoteOf !== null && world.posts.get(target.quoteOf)?.authorId === user.id) return 'quoted'
  return target.named.includes(user.id) ? 'inherited' : 'none'
}

/** Throws unless X would let `user` reply to the post with that id; returns the post. */
export function mayReply(world: World, user: WorldUser, targetId: string): WorldPost {
  const target = world.posts.get(targetId)
  if (!target || hiddenFrom(world, target, user.id) !== null)
    throw refuse.forbidden('You attempted to reply to a Tweet that is deleted or not visible to you.')
  const engagement = engagementOf(world, target, user)
  if (target.replySettings !== 'everyone' && engagement !== 'own' && engagement !== 'typed')
    throw refuse.forbidden('The original Tweet author restricted who can reply to this Tweet.')
  if (engagement === 'none') throw refuse.notMentioned()
  if (engagement === 'inherited' && world.data.summon === 'typed') throw refuse.notEngaged()
  return target
}

const longest = 25_000
const duplicateMs = 86_400_000

/** Throws unless X would take this text from that author now. */
export function mayPublish(world: World, post: NewPost): void {
  const own = withoutLeadingRun(post.text)
  const limit = post.author.premium ? longest : 280
  if (weightedLength(post.replyTo ? own : post.text) > limit)
    throw refuse.forbidden(
      'Your Tweet text is too long. For more information on how X determines text length see https://github.com/twitter/twitter-text.',
    )
  if (cashtagsIn(post.text) > 1)
    throw refuse.forbidden('You are not allowed to create a Tweet with more than one cashtag.')
  const { text } = compose(world, post)
  const media = (post.mediaIds ?? []).length > 0
  const same = world
    .postsBy(post.author.id)
    .some(
      (p) => isLatest(p) && post.at - p.createdAt < duplicateMs && p.text === text && !media && !p.repostOf,
    )
  if (same) throw refuse.duplicate()
}

/** Throws unless X would deliver a message. Closed messages are closed to everybody, open conversations included. */
export function mayMessage(to: WorldUser | undefined): WorldUser {
  if (!to) throw refuse.invalid({ participant_id: [] }, 'The recipient could not be found.')
  if (to.suspended) throw refuse.forbidden('You cannot send messages to this user.')
  if (to.dmsClosed) throw refuse.forbidden('You do not have permission to DM one or more participants.')
  return to
}

/** Throws unless the author may still edit this post; replies to others can never be edited. */
export function mayEdit(world: World, post: WorldPost, user: WorldUser, now: number): void {
  const first = world.posts.get(post.history[0] ?? post.id)
  const parent = post.replyTo === null ? undefined : world.posts.get(post.replyTo)
  if (post.authorId !== user.id) throw refuse.forbidden('You are not allowed to edit this Tweet.')
  if (!user.premium) throw refuse.forbidden('You are not permitted to edit Tweets.')
  if (post.replyTo !== null && parent?.authorId !== user.id)
    throw refuse.forbidden('Replies to others cannot be edited.')
  if (post.history.length > 5 || now - (first?.createdAt ?? 0) > 3_600_000)
    throw refuse.forbidden('This Tweet can no longer be edited.')
}
