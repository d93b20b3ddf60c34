/**
 * @file What reading the past of a handle would bring and cost, before any of it is paid: from the last day, which is
 * here, and from X's own count where the app has a bearer token. X is asked once an hour at most for each handle.
 */
import { z } from 'zod'
import type { BackfillEstimate } from '../../shared/domain/backfill.ts'
import { priceOf } from '../../shared/domain/prices.ts'
import { Failure } from '../../shared/errors.ts'
import type { Database, Reads } from '../db/database.ts'
import { isSet } from '../db/values.ts'
import type { Log } from '../log/log.ts'
import { owedFrom, pastAfterMs } from '../tickets/rules.ts'
import type { Accounts } from '../x/accounts.ts'
import type { AppGateway } from '../x/app-gateway.ts'
import { priceOfPast, type Known } from './rules.ts'

const hourMs = 3_600_000
/** X counts seven days back, to the minute. */
const countedMs = 7 * 24 * hourMs - 60_000

type Counted = { mentions: number; posts: number; at: number }

export type Estimator = (handleId: string) => Promise<BackfillEstimate>

export function backfillEstimator(deps: {
  database: Database
  accounts: Accounts
  apps: Pick<AppGateway, 'call'>
  /** X's clock, epoch ms: all that is asked for lies on it. */
  now: () => number
  log: Log
}): Estimator {
  const { database, accounts, apps, now, log } = deps
  const counted = new Map<string, Counted>()

  async function countOf({ id, app_id: appId, connected_at: connectedAt }: HandleRow, query: string) {
    const end = owedFrom(connectedAt === 0 ? now() : connectedAt)
    const start = now() - countedMs
    if (end <= start) return 0
    const text = await apps.call(appId, 'counts', {
      handleId: id,
      query: { query, granularity: 'day', start_time: wholeSecond(start), end_time: wholeSecond(end) },
    })
    return totalOf(text)
  }

  async function ask(handle: HandleRow): Promise<Counted | null> {
    const known = counted.get(handle.id)
    if (known && now() - known.at < hourMs) return known
    const { username } = handle
    try {
      const [mentions, posts] = await Promise.all([
        countOf(handle, `@${username} -from:${username} -is:retweet`),
        countOf(handle, `from:${username}`),
      ])
      const fresh = { mentions, posts, at: now() }
      counted.set(handle.id, fresh)
      return fresh
    } catch (error) {
      // A count is a courtesy: without it the price is told from the last day.
      if (!(error instanceof Failure)) throw error
      log.warn('backfill.not-counted', { handleId: handle.id, code: error.code })
      return null
    }
  }

  return async (handleId) => {
    const handle = await handleRow(database.read, handleId)
    const byCount = isSet(handle.has_bearer) ? await ask(handle) : null
    const known: Known = {
      ownsApp: (await accounts.handle(handleId)).ownsApp,
      day: await lastDay(database.read, handle, now()),
      counted: byCount,
    }
    return {
      handleId,
      username: handle.username,
      ready: await isDayHere(database.read, handle),
      needsReply: await needsReply(database.read, handleId),
      prices: [priceOfPast(7, known), priceOfPast(30, known)],
      askedMicros: byCount ? 2 * priceOf.count : 0,
    }
  }
}

type HandleRow = Awaited<ReturnType<typeof handleRow>>

/** @throws Failure `brand.missing` */
async function handleRow(read: Reads, handleId: string) {
  const row = await read
    .selectFrom('handles')
    .innerJoin('apps', 'apps.id', 'handles.app_id')
    .select(['handles.id', 'handles.app_id', 'handles.username', 'handles.x_user_id', 'handles.connected_at'])
    .select('apps.has_bearer')
    .where('handles.id', '=', handleId)
    .where('handles.state', '<>', 'removed')
    .executeTakeFirst()
  if (!row) throw new Failure('brand.missing', { brandId: handleId })
  return row
}

/** What the last day brought: the measure for what X does not count. */
async function lastDay(read: Reads, handle: HandleRow, now: number): Promise<Known['day']> {
  const from = now - pastAfterMs
  const posts = await read
    .selectFrom('posts')
    .innerJoin('visible_to', (join) =>
      join.onRef('visible_to.item_id', '=', 'posts.id').on('visible_to.kind', '=', 'post'),
    )
    .select('posts.author_id as by')
    .where('visible_to.handle_id', '=', handle.id)
    .where('posts.created_at', '>=', from)
    .execute()
  const dms = await read
    .selectFrom('dm_events')
    .innerJoin('visible_to', (join) =>
      join.onRef('visible_to.item_id', '=', 'dm_events.id').on('visible_to.kind', '=', 'dm'),
    )
    .select('dm_events.sender_id as by')
    .where('visible_to.handle_id', '=', handle.id)
    .where('dm_events.created_at', '>=', from)
    .execute()
  const byOthers = [...posts, ...dms].filter(({ by }) => by !== handle.x_user_id)
  return {
    mentions: posts.filter(({ by }) => by !== handle.x_user_id).length,
    posts: posts.filter(({ by }) => by === handle.x_user_id).length,
    dms: dms.length,
    authors: new Set(byOthers.map(({ by }) => by)).size,
  }
}

/** Whether everything of the last day before the handle was connected is here. */
async function isDayHere(read: Reads, handle: HandleRow): Promise<boolean> {
  const rows = await read
    .selectFrom('sources')
    .select('complete_to_at')
    .where('handle_id', '=', handle.id)
    .where('source', 'in', ['mentions', 'posts', 'dms'])
    .execute()
  return (
    rows.length >= 3 && rows.every((row) => (row.complete_to_at ?? -Infinity) > owedFrom(handle.connected_at))
  )
}

async function needsReply(read: Reads, handleId: string): Promise<number> {
  const { count } = await read
    .selectFrom('tickets')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('handle_id', '=', handleId)
    .where('needs_reply', '=', 1)
    .executeTakeFirstOrThrow()
  return count
}

const Totals = z.object({ meta: z.object({ total_tweet_count: z.number() }) })

/** @throws Failure `x.malformed` */
function totalOf(text: string): number {
  try {
    return Totals.parse(JSON.parse(text)).meta.total_tweet_count
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError)
      throw new Failure('x.malformed', { endpoint: 'counts' })
    throw error
  }
}

const wholeSecond = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`
