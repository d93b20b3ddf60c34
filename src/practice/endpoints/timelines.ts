/** @file Mentions, own posts, quotes and search: pages of posts, newest first. */
import { missing, json, refuse } from '../answer.ts'
import { idIn, numberIn, pageToken, readPageToken, timeIn, type Call, type Endpoint } from '../call.ts'
import { compareIds, instantOf } from '../ids.ts'
import { hiddenFrom, isLatest } from '../posts.ts'
import { parseQuery } from '../search-query.ts'
import type { ListName } from '../list-flaws.ts'
import type { WorldPost } from '../world-data.ts'
import { answerPosts, isOwned } from './post-list.ts'

type PageRules = {
  low: number
  /** How many of the newest X keeps in this list. */
  horizon: number
  lag: 'mentions' | 'tweets' | 'search'
  /** Whose flaws it shows; as `lag` without it. */
  flaws?: ListName
  owned?: boolean
}

/** @param source oldest first */
function pageOf(
  call: Call,
  source: readonly WorldPost[],
  keep: (post: WorldPost) => boolean,
  rules: PageRules,
) {
  const { world } = call
  const size = numberIn(call, 'max_results', rules.low, 100, 10)
  const since = idIn(call, 'since_id')
  const until = idIn(call, 'until_id')
  const startAt = timeIn(call, 'start_time')
  const endAt = timeIn(call, 'end_time')
  const below = readPageToken(call, 'pagination_token', 'next_token')
  const youngest = world.now() - (world.lag.get(rules.lag) ?? 0)
  const list = rules.flaws ?? rules.lag
  const flaw = world.flaws.takePageFlaw(list)
  const asked = { bySinceId: since !== null, now: world.now() }
  const page: WorldPost[] = []
  let seen = 0
  let more = false
  for (let at = source.length - 1; at >= 0 && seen < rules.horizon; at--) {
    const post = source[at]
    if (!post || (since && compareIds(post.id, since) <= 0)) break
    if (startAt !== null && post.createdAt < startAt) break
    if (!isLatest(post) || post.createdAt > youngest) continue
    if (world.flaws.isLeftOut(list, post.id, asked)) continue
    if (hiddenFrom(world, post, call.caller.user?.id ?? null) !== null || !keep(post)) continue
    seen++
    if (until && compareIds(post.id, until) >= 0) continue
    if (endAt !== null && post.createdAt >= endAt) continue
    if (below && compareIds(post.id, below) >= 0 && flaw !== 'repeat-token') continue
    if (page.length === size) {
      more = true
      break
    }
    page.push(post)
  }
  if (flaw === 'empty-page')
    return answerPosts(call, [], {
      meta: { result_count: 0, next_token: pageToken(world.makeId(world.now())) },
    })
  const last = page.at(-1)
  if (flaw === 'repeat-token' && last) more = true
  const meta = {
    result_count: page.length,
    ...(page[0] && last ? { newest_id: page[0].id, oldest_id: last.id } : {}),
    ...(more && last ? { next_token: pageToken(last.id) } : {}),
  }
  return answerPosts(call, page, { meta, owned: rules.owned ?? false })
}

/** The user of the path, or X's 200 with nothing but an error. */
function timelineOwner(call: Call): { id: string } | { answer: ReturnType<typeof json> } {
  const id = call.params['id'] ?? ''
  if (!/^[0-9]{1,19}$/.test(id))
    throw refuse.invalid({ id: [id] }, `The \`id\` query parameter value [${id}] is not valid`)
  const user = call.world.users.get(id)
  if (!user) return { answer: json({ errors: [missing.notFound('user', 'id', id)] }) }
  if (user.suspended) return { answer: json({ errors: [missing.suspended('id', id)] }) }
  if (user.protected && call.caller.user?.id !== id)
    return { answer: json({ errors: [missing.notAuthorized('user', 'id', id)] }) }
  return { id }
}

const readScopes = ['tweet.read', 'users.read']
const weekMs = 7 * 86_400_000

export const timelineEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    path: '/2/users/:id/mentions',
    for: ['user', 'app'],
    scopes: readScopes,
    limit: { user: 300, app: 450 },
    paid: true,
    run(call) {
      const owner = timelineOwner(call)
      if ('answer' in owner) return owner.answer
      const rules = { low: 5, horizon: 800, lag: 'mentions', owned: isOwned(call, owner.id) } as const
      return pageOf(call, call.world.postsNaming(owner.id), (post) => post.authorId !== owner.id, rules)
    },
  },
  {
    method: 'GET',
    path: '/2/users/:id/tweets',
    for: ['user', 'app'],
    scopes: readScopes,
    limit: { user: 900, app: 10_000 },
    paid: true,
    run(call) {
      const owner = timelineOwner(call)
      if ('answer' in owner) return owner.answer
      const without = new Set((call.query.get('exclude') ?? '').split(','))
      const keep = (post: WorldPost) =>
        !(without.has('replies') && post.replyTo !== null) &&
        !(without.has('retweets') && post.repostOf !== null)
      const horizon = without.has('replies') ? 800 : 3_200
      const rules = { low: 5, horizon, lag: 'tweets', owned: isOwned(call, owner.id) } as const
      return pageOf(call, call.world.postsBy(owner.id), keep, rules)
    },
  },
  {
    method: 'GET',
    path: '/2/tweets/:id/quote_tweets',
    for: ['user', 'app'],
    scopes: readScopes,
    limit: { user: 75, app: 75 },
    paid: true,
    run(call) {
      const id = call.params['id'] ?? ''
      const quotes = call.world.pointingAt(id).filter((post) => post.quoteOf === id)
      quotes.sort((a, b) => compareIds(a.id, b.id))
      return pageOf(call, quotes, () => true, { low: 10, horizon: Infinity, lag: 'tweets' })
    },
  },
  {
    method: 'GET',
    path: '/2/lists/:id/tweets',
    for: ['user', 'app'],
    scopes: ['list.read', ...readScopes],
    limit: { user: 900, app: 900 },
    paid: true,
    run(call) {
      const id = call.params['id'] ?? ''
      const list = call.world.data.lists.find((one) => one.id === id)
      if (!list) return json({ errors: [missing.notFound('list', 'id', id)] })
      // As with X: a list takes neither since_id nor times.
      for (const name of ['since_id', 'until_id', 'start_time', 'end_time'])
        if (call.query.has(name))
          throw refuse.invalid(
            { [name]: [] },
            `The query parameter [${name}] is not one of [id,max_results,pagination_token]`,
          )
      const posts = list.members.flatMap((member) => call.world.postsBy(member))
      posts.sort((a, b) => compareIds(a.id, b.id))
      return pageOf(call, posts, () => true, { low: 1, horizon: 800, lag: 'tweets', flaws: 'list' })
    },
  },
  {
    method: 'GET',
    path: '/2/tweets/search/recent',
    for: ['user', 'app'],
    scopes: readScopes,
    limit: { user: 300, app: 450 },
    paid: true,
    run(call) {
      const query = call.query.get('query') ?? ''
      if (query === '' || query.length > 512)
        throw refuse.invalid(
          { query: [query] },
          `Rules must be 1 to 512 characters long, this one has ${query.length}.`,
        )
      const oldest = call.world.now() - weekMs
      const since = idIn(call, 'since_id')
      if (since && instantOf(since) < oldest)
        throw refuse.invalid(
          { since_id: [since] },
          `'since_id' must be a tweet id created after [${new Date(oldest).toISOString().slice(0, 16)}Z]. Please use a 'since_id' that is larger.`,
        )
      const matches = parseQuery(query)
      if (typeof matches === 'string') throw refuse.invalid({ query: [query] }, matches)
      const all = [...call.world.posts.values()].filter((post) => post.createdAt >= oldest)
      all.sort((a, b) => compareIds(a.id, b.id))
      return pageOf(call, all, (post) => matches(call.world, post), {
        low: 10,
        horizon: Infinity,
        lag: 'search',
      })
    },
  },
]
