/** @file Looking up, creating, deleting and hiding posts. */
import { z } from 'zod'
import { json, missing, refuse, type ResourceError } from '../answer.ts'
import { bodyAs, listIn, userOf, type Call, type Endpoint } from '../call.ts'
import { chargeWrite } from '../meter.ts'
import { addPost, deletePost, editPost, hiddenFrom } from '../posts.ts'
import { reactToPost } from '../reactions.ts'
import { mayEdit, mayPublish, mayReply } from '../rules.ts'
import { escapeText, hasLink } from '../text.ts'
import type { WorldPost } from '../world-data.ts'
import { takeMedia } from './media.ts'
import { answerPosts } from './post-list.ts'

const id = z.string().regex(/^[0-9]{1,19}$/)

const NewTweet = z.strictObject({
  text: z.string().optional(),
  reply: z
    .strictObject({
      in_reply_to_tweet_id: id,
      exclude_reply_user_ids: z.array(id).optional(),
      auto_populate_reply_metadata: z.boolean().optional(),
    })
    .optional(),
  media: z
    .strictObject({ media_ids: z.array(id).min(1).max(4), tagged_user_ids: z.array(id).max(10).optional() })
    .optional(),
  quote_tweet_id: id.optional(),
  edit_options: z.strictObject({ previous_post_id: id }).optional(),
  reply_settings: z.enum(['following', 'mentionedUsers', 'subscribers', 'verified']).optional(),
  made_with_ai: z.boolean().optional(),
  paid_partnership: z.boolean().optional(),
})

function lookup(call: Call, ids: readonly string[], parameter: 'ids' | 'id') {
  const found: WorldPost[] = []
  const errors: ResourceError[] = []
  for (const wanted of ids) {
    const post = call.world.posts.get(wanted)
    const why = post ? hiddenFrom(call.world, post, call.caller.user?.id ?? null) : 'gone'
    if (post && why === null) found.push(post)
    else if (why === 'gone') errors.push(missing.notFound('tweet', parameter, wanted))
    else errors.push(missing.notAuthorized('tweet', parameter, wanted))
  }
  return answerPosts(call, found, { errors, single: parameter === 'id' })
}

/** A plain 404 of X for a post that a write names. */
function existing(call: Call, name: string): WorldPost {
  const post = call.world.posts.get(call.params[name] ?? '')
  if (!post) throw refuse.notFound()
  return post
}

function create(call: Call) {
  const { world } = call
  const author = userOf(call)
  const body = bodyAs(call, NewTweet)
  const text = body.text ?? ''
  if (text.trim() === '' && !body.media)
    throw refuse.invalid({ text: [text] }, 'The `text` field can not be empty')
  if (body.quote_tweet_id) throw refuse.notMentioned()
  const at = world.now()
  const created = (post: WorldPost) =>
    json({ data: { id: post.id, text: escapeText(post.text), edit_history_tweet_ids: post.history } }, 201)

  if (body.edit_options) {
    const previous = world.posts.get(body.edit_options.previous_post_id)
    if (!previous) throw refuse.notFound()
    mayEdit(world, previous, author, at)
    const edited = editPost(world, previous, text, at)
    chargeWrite(world, call.caller.app, hasLink(text) ? 'post.create.url' : 'post.create')
    return created(edited)
  }

  const target = body.reply ? mayReply(world, author, body.reply.in_reply_to_tweet_id) : undefined
  const mediaIds = body.media?.media_ids ?? []
  const input = {
    author,
    text,
    at,
    replyTo: target,
    autoPopulate: body.reply?.auto_populate_reply_metadata,
    excludeFromRun: body.reply?.exclude_reply_user_ids,
    mediaIds,
    replySettings: body.reply_settings,
    viaApp: call.caller.app.name,
  }
  mayPublish(world, input)
  takeMedia(world, author, mediaIds, 'tweet')
  const post = addPost(world, input)
  // X's words leave open what an invited reply with a link costs; they say that invited replies stay at 0.010.
  const summoned = target !== undefined && target.authorId !== author.id
  chargeWrite(
    world,
    call.caller.app,
    summoned ? 'post.create.summoned' : hasLink(text) ? 'post.create.url' : 'post.create',
  )
  reactToPost(world, post)
  return created(post)
}

const readScopes = ['tweet.read', 'users.read']
const writeScopes = ['tweet.read', 'tweet.write', 'users.read']

export const tweetEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    path: '/2/tweets',
    for: ['user', 'app'],
    scopes: readScopes,
    limit: { user: 5_000, app: 3_500 },
    paid: true,
    run: (call) => lookup(call, listIn(call, 'ids', /^[0-9]{1,19}$/), 'ids'),
  },
  {
    method: 'GET',
    path: '/2/tweets/:id',
    for: ['user', 'app'],
    scopes: readScopes,
    limit: { user: 900, app: 450 },
    paid: true,
    run: (call) => lookup(call, [call.params['id'] ?? ''], 'id'),
  },
  {
    method: 'POST',
    path: '/2/tweets',
    for: ['user'],
    scopes: writeScopes,
    limit: { user: 100, appDay: 10_000 },
    paid: true,
    run: create,
  },
  {
    method: 'DELETE',
    path: '/2/tweets/:id',
    for: ['user'],
    scopes: writeScopes,
    limit: { user: 50 },
    paid: true,
    run(call) {
      const post = existing(call, 'id')
      if (post.authorId !== userOf(call).id)
        throw refuse.forbidden('You are not allowed to delete this Tweet.')
      deletePost(call.world, post)
      chargeWrite(call.world, call.caller.app, 'post.delete')
      return json({ data: { deleted: true } })
    },
  },
  {
    method: 'PUT',
    path: '/2/tweets/:tweet_id/hidden',
    for: ['user'],
    scopes: ['tweet.read', 'users.read', 'tweet.moderate.write'],
    limit: { user: 50 },
    paid: true,
    run(call) {
      const { hidden } = bodyAs(call, z.strictObject({ hidden: z.boolean() }))
      const post = existing(call, 'tweet_id')
      const root = call.world.posts.get(post.conversationId)
      if (post.replyTo === null || root?.authorId !== userOf(call).id)
        throw refuse.forbidden(
          'You are not allowed to hide this reply: it is not in a conversation that you started.',
        )
      post.hidden = hidden
      chargeWrite(call.world, call.caller.app, 'content.manage')
      return json({ data: { hidden } })
    },
  },
]
