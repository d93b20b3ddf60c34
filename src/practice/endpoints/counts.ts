/** @file How many posts fit a query, without the posts. App-only, charged by the request, as with X. */
import { json, refuse } from '../answer.ts'
import { timeIn, type Call, type Endpoint } from '../call.ts'
import { chargeWrite } from '../meter.ts'
import { hiddenFrom, isLatest } from '../posts.ts'
import { parseQuery } from '../search-query.ts'

const weekMs = 7 * 86_400_000
const lengthOf: Record<string, number> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 }

const iso = (at: number): string => new Date(at).toISOString()

/** The span that is asked for, or X's 400. */
function spanOf(call: Call): { start: number; end: number } {
  const now = call.world.now()
  const start = timeIn(call, 'start_time') ?? now - weekMs
  const end = timeIn(call, 'end_time') ?? now
  if (start < now - weekMs)
    throw refuse.invalid(
      { start_time: [iso(start)] },
      `Invalid 'start_time':'${iso(start)}'. 'start_time' must be on or after ${iso(now - weekMs)}`,
    )
  if (end > now || end <= start)
    throw refuse.invalid(
      { end_time: [iso(end)] },
      `Invalid 'end_time':'${iso(end)}'. 'end_time' must be after 'start_time' and not in the future`,
    )
  return { start, end }
}

export const countEndpoints: readonly Endpoint[] = [
  {
    method: 'GET',
    path: '/2/tweets/counts/recent',
    for: ['app'],
    scopes: [],
    limit: { app: 300 },
    paid: true,
    run(call) {
      const query = call.query.get('query') ?? ''
      const granularity = call.query.get('granularity') ?? 'hour'
      const length = lengthOf[granularity]
      if (length === undefined)
        throw refuse.invalid(
          { granularity: [granularity] },
          `The \`granularity\` query parameter value [${granularity}] is not one of [minute,hour,day]`,
        )
      const matches = query === '' ? 'Rules must be 1 to 512 characters long.' : parseQuery(query)
      if (typeof matches === 'string') throw refuse.invalid({ query: [query] }, matches)
      const { start, end } = spanOf(call)
      const posts = [...call.world.posts.values()].filter(
        (post) =>
          post.createdAt >= start &&
          post.createdAt < end &&
          isLatest(post) &&
          hiddenFrom(call.world, post, null) === null &&
          matches(call.world, post),
      )
      const data = []
      for (let at = start; at < end; at = Math.min(end, Math.floor(at / length) * length + length)) {
        const until = Math.min(end, Math.floor(at / length) * length + length)
        const count = posts.filter((post) => post.createdAt >= at && post.createdAt < until).length
        data.push({ start: iso(at), end: iso(until), tweet_count: count })
      }
      chargeWrite(call.world, call.caller.app, 'counts.recent')
      return json({ data, meta: { total_tweet_count: posts.length } })
    },
  },
]
