/** @file Reposting, bookmarking and muting. Each sets something that is either so or not; asking again changes nothing. */
import { z } from 'zod'
import { json, refuse } from '../answer.ts'
import { bodyAs, userOf, type Call, type Endpoint } from '../call.ts'
import { chargeWrite, type Kind } from '../meter.ts'
import { addPost, hiddenFrom } from '../posts.ts'
import type { WorldPost, WorldUser } from '../world-data.ts'

const id = z.string().regex(/^[0-9]{1,19}$/)
const OnPost = z.strictObject({ tweet_id: id })
const OnPerson = z.strictObject({ target_user_id: id })

/** The user of the path, who must be the caller. */
function self(call: Call, name = 'id'): WorldUser {
  const me = userOf(call)
  const asked = call.params[name] ?? ''
  if (asked !== me.id)
    throw refuse.invalid(
      { [name]: [asked] },
      `The \`${name}\` query parameter value [${asked}] must be the same as the authenticating user [${me.id}]`,
    )
  return me
}

function shown(call: Call, postId: string): WorldPost {
  const post = call.world.posts.get(postId)
  if (!post || hiddenFrom(call.world, post, userOf(call).id) !== null) throw refuse.notFound()
  return post
}

const charge = (call: Call, kind: Kind): void => chargeWrite(call.world, call.caller.app, kind)

const repostOf = (call: Call, me: WorldUser, postId: string): WorldPost | undefined =>
  call.world.postsBy(me.id).find((post) => post.repostOf === postId)

/** Puts an id into a user's list or takes it out. @returns the list as it is then */
function set(lists: Record<string, string[]>, userId: string, itemId: string, on: boolean): void {
  const rest = (lists[userId] ?? []).filter((one) => one !== itemId)
  lists[userId] = on ? [...rest, itemId] : rest
}

function bookmark(call: Call, postId: string, on: boolean) {
  const me = self(call)
  set(call.world.data.bookmarks, me.id, postId, on)
  charge(call, 'content.manage')
  return json({ data: { bookmarked: on } })
}

const forUser = ['user'] as const
const repostScopes = ['tweet.read', 'tweet.write', 'users.read']
const bookmarkScopes = ['bookmark.write', 'tweet.read', 'users.read']
const muteScopes = ['mute.write', 'tweet.read', 'users.read']
const shared = { for: forUser, limit: { user: 50 }, paid: true } as const

export const interactionEndpoints: readonly Endpoint[] = [
  {
    ...shared,
    method: 'POST',
    path: '/2/users/:id/retweets',
    scopes: repostScopes,
    run(call) {
      const me = self(call)
      const post = shown(call, bodyAs(call, OnPost).tweet_id)
      const author = call.world.users.get(post.authorId)
      if (author?.protected && author.id !== me.id) throw refuse.forbidden('You cannot retweet this Tweet.')
      const repost =
        repostOf(call, me, post.id) ??
        addPost(call.world, {
          author: me,
          text: post.text,
          at: call.world.now(),
          repostOf: post,
          viaApp: call.caller.app.name,
        })
      charge(call, 'interaction.create')
      return json({ data: { id: repost.id, retweeted: true } })
    },
  },
  {
    ...shared,
    method: 'DELETE',
    path: '/2/users/:id/retweets/:source_tweet_id',
    scopes: repostScopes,
    run(call) {
      const repost = repostOf(call, self(call), call.params['source_tweet_id'] ?? '')
      if (repost) call.world.dropPost(repost)
      charge(call, 'interaction.delete')
      return json({ data: { retweeted: false } })
    },
  },
  {
    ...shared,
    method: 'POST',
    path: '/2/users/:id/bookmarks',
    scopes: bookmarkScopes,
    run: (call) => bookmark(call, shown(call, bodyAs(call, OnPost).tweet_id).id, true),
  },
  {
    ...shared,
    method: 'DELETE',
    path: '/2/users/:id/bookmarks/:tweet_id',
    scopes: bookmarkScopes,
    run: (call) => bookmark(call, call.params['tweet_id'] ?? '', false),
  },
  {
    ...shared,
    method: 'POST',
    path: '/2/users/:id/muting',
    scopes: muteScopes,
    run(call) {
      const me = self(call)
      const target = call.world.users.get(bodyAs(call, OnPerson).target_user_id)
      if (!target) throw refuse.notFound()
      if (target.id === me.id) throw refuse.forbidden('You cannot mute yourself.')
      set(call.world.data.mutes, me.id, target.id, true)
      charge(call, 'interaction.create')
      return json({ data: { muting: true } })
    },
  },
  {
    ...shared,
    method: 'DELETE',
    path: '/2/users/:source_user_id/muting/:target_user_id',
    scopes: muteScopes,
    run(call) {
      const me = self(call, 'source_user_id')
      set(call.world.data.mutes, me.id, call.params['target_user_id'] ?? '', false)
      charge(call, 'mute.delete')
      return json({ data: { muting: false } })
    },
  },
]
