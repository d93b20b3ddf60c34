/** @file How a list of posts becomes an answer: rendering, includes, meta, and the money for it. */
import { json, type Answer, type ResourceError } from '../answer.ts'
import type { Call } from '../call.ts'
import { chargeReads } from '../meter.ts'
import { includedWith, postJson, viewOf } from '../render.ts'
import type { WorldPost } from '../world-data.ts'

type ListOptions = {
  /** Page information; absent for lookups. */
  meta?: Record<string, unknown>
  errors?: readonly ResourceError[]
  /** One object instead of an array. */
  single?: boolean
  /** The caller owns the app and reads its own timeline: a fifth of the price. */
  owned?: boolean
}

export function answerPosts(call: Call, posts: readonly WorldPost[], options: ListOptions = {}): Answer {
  const view = viewOf(call)
  const data = posts.map((post) => postJson(view, post))
  const included = includedWith(view, posts)
  const errors = [...(options.errors ?? []), ...included.errors]
  const { app } = call.caller
  chargeReads(
    call.world,
    app,
    options.owned ? 'owned.read' : 'post.read',
    posts.map((post) => post.id),
  )
  chargeReads(call.world, app, 'post.read', included.postIds)
  chargeReads(call.world, app, 'user.read', included.userIds)
  return json({
    ...(data.length > 0 ? { data: options.single ? data[0] : data } : {}),
    ...(Object.keys(included.includes).length > 0 ? { includes: included.includes } : {}),
    ...(errors.length > 0 ? { errors } : {}),
    ...(options.meta ? { meta: options.meta } : {}),
  })
}

/** Whether X counts this read as the user's own: its own timeline, through an app that it registered. */
export const isOwned = (call: Call, userId: string): boolean =>
  call.caller.user?.id === userId && call.caller.app.ownerId === userId
