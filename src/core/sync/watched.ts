/**
 * @file The rows of what searches follow: conversations of open tickets and own posts of the last week, and up to when
 * each was searched.
 */
import type { Reads, Tx } from '../db/database.ts'
import type { PostRecord } from '../posts/records.ts'
import type { HandleRef } from '../tickets/intake.ts'
import { isAlive } from '../tickets/alive.ts'
import { pastAfterMs } from '../tickets/rules.ts'
import { wideConversation, type Watched } from './batches.ts'
import { searchReachMs } from './chain.ts'
import type { SyncHandle } from './sources.ts'

/**
 * So many are searched for at a time: a search takes a dozen, and X takes 300 searches in a quarter of an hour. Half of
 * them are the newest; the others go in turn, so that no open ticket is left out for good.
 */
const inTurn = 300

/** What is searched for now, and from when on something had to wait for its turn; null when nothing had to. */
export type Turn = { watched: Watched[]; waitingFrom: number | null }

/** What this handle's searches follow now. @param now epoch ms · @param half so many newest, so many in turn */
export async function watchedOf(
  read: Reads,
  handle: SyncHandle,
  source: 'thread' | 'quotes',
  now: number,
  half: number = inTurn,
): Promise<Turn> {
  return source === 'thread' ? conversations(read, handle, now, half) : ownPosts(read, handle, now, half)
}

/** Open tickets of a handle, and those that wait for a customer whom somebody heard of within X's reach. */
const followedTickets = (read: Reads, handle: SyncHandle, now: number) =>
  read
    .selectFrom('tickets')
    .leftJoin('watched', (join) =>
      join
        .onRef('watched.subject', '=', 'tickets.conversation_id')
        .onRef('watched.handle_id', '=', 'tickets.handle_id')
        .on('watched.source', '=', 'thread'),
    )
    .where('tickets.brand_id', '=', handle.brandId)
    .where('tickets.handle_id', '=', handle.id)
    .where('tickets.channel', '=', 'public')
    .where(isAlive('tickets'))
    .where((where) =>
      where.or([
        where('tickets.status', 'in', ['new', 'open', 'on-hold']),
        where.and([
          where('tickets.status', '=', 'pending'),
          where.or([
            where('tickets.newest_customer_at', '>', now - searchReachMs),
            where('tickets.newest_outbound_at', '>', now - searchReachMs),
          ]),
        ]),
      ]),
    )

async function conversations(read: Reads, handle: SyncHandle, now: number, half: number): Promise<Turn> {
  const subjects = followedTickets(read, handle, now)
    .groupBy('tickets.conversation_id')
    .select('tickets.conversation_id as subject')
    .select(({ fn }) =>
      fn
        .coalesce(fn.max('watched.complete_to_at'), fn.min('tickets.opened_at'))
        .$castTo<number>()
        .as('completeToAt'),
    )
  const newest = await subjects
    .orderBy(({ fn }) => fn.max('tickets.newest_customer_at'), 'desc')
    .limit(half)
    .execute()
  const stalest = await subjects
    .orderBy('completeToAt')
    .limit(2 * half + 1)
    .execute()
  const { chosen, waitingFrom } = turn(newest, stalest, half)
  return { watched: await withWidth(read, handle, now, chosen), waitingFrom }
}

type Subject = Pick<Watched, 'subject' | 'completeToAt'>

/**
 * The newest and, of the others, those that were searched longest ago. `stalest` has one more than twice as many: at
 * most `half` of them are among the newest, so that it tells whether any has to wait.
 */
function turn(
  newest: readonly Subject[],
  stalest: readonly Subject[],
  half: number,
): { chosen: Subject[]; waitingFrom: number | null } {
  const isNewest = new Set(newest.map(({ subject }) => subject))
  const others = stalest.filter(({ subject }) => !isNewest.has(subject))
  return {
    chosen: [...newest, ...others.slice(0, half)],
    waitingFrom: others[half]?.completeToAt ?? null,
  }
}

/** Adds to whom each of these conversations is narrowed. */
async function withWidth(
  read: Reads,
  handle: SyncHandle,
  now: number,
  chosen: readonly Subject[],
): Promise<Watched[]> {
  if (chosen.length === 0) return []
  const searchedTo = new Map(chosen.map((one) => [one.subject, one.completeToAt]))
  const rows = await followedTickets(read, handle, now)
    .leftJoin('people', 'people.x_user_id', 'tickets.customer_id')
    .select(['tickets.conversation_id as subject', 'people.username'])
    .select((select) =>
      select
        .selectFrom('posts')
        .whereRef('posts.conversation_id', '=', 'tickets.conversation_id')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .as('posts'),
    )
    .where('tickets.conversation_id', 'in', [...searchedTo.keys()])
    .orderBy('tickets.newest_customer_at', 'desc')
    .execute()
  const found = new Map<string, Watched>()
  for (const { subject, username, posts } of rows) {
    // Several customers in one wide conversation: replies to us bring those who are not named.
    if (found.has(subject)) continue
    const isWide = (posts ?? 0) > wideConversation
    const completeToAt = searchedTo.get(subject) ?? 0
    found.set(subject, { source: 'thread', subject, completeToAt, narrowTo: isWide ? username : null })
  }
  return [...found.values()]
}

async function ownPosts(read: Reads, handle: SyncHandle, now: number, half: number): Promise<Turn> {
  const posts = read
    .selectFrom('watched')
    .innerJoin('posts', 'posts.id', 'watched.subject')
    .select(['watched.subject', 'watched.complete_to_at as completeToAt'])
    .where('watched.handle_id', '=', handle.id)
    .where('watched.source', '=', 'quotes')
    .where('posts.created_at', '>', now - searchReachMs)
  const newest = await posts.orderBy('posts.created_at', 'desc').limit(half).execute()
  const stalest = await posts
    .orderBy('watched.complete_to_at')
    .limit(2 * half + 1)
    .execute()
  const { chosen, waitingFrom } = turn(newest, stalest, half)
  const watched = chosen.map((one): Watched => ({ source: 'quotes', narrowTo: null, ...one }))
  return { watched, waitingFrom }
}

/** Everything that X had of these up to that instant is here. */
export function writeWatched(
  tx: Tx,
  handleId: string,
  subjects: readonly Watched[],
  completeToAt: number,
): void {
  const keep = tx.raw(
    `INSERT INTO watched (handle_id, source, subject, complete_to_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (handle_id, source, subject) DO UPDATE SET complete_to_at = max(complete_to_at, excluded.complete_to_at)`,
  )
  for (const { source, subject } of subjects) keep.run(handleId, source, subject, completeToAt)
}

/**
 * Own posts whose quotes are looked for from now on, until they are a week old. What is older than a day when the handle
 * is connected costs money that nobody agreed to.
 */
export function watchQuotes(tx: Tx, handle: HandleRef, posts: readonly PostRecord[]): void {
  const watch = tx.raw(watchQuote)
  for (const { id, authorId, repostedPostId, createdAt } of posts)
    if (authorId === handle.xUserId && repostedPostId === null && createdAt > tx.at - searchReachMs)
      watch.run(id, createdAt, pastAfterMs, handle.id)
}

const watchQuote = `
  INSERT OR IGNORE INTO watched (handle_id, source, subject, complete_to_at)
  SELECT id, 'quotes', ?, max(?, connected_at - ?) FROM handles WHERE id = ?`

/** Forgets own posts that are too old for a search or gone, and conversations without an open ticket. */
export function pruneWatched(tx: Tx, handleId: string): void {
  tx.raw(
    `DELETE FROM watched WHERE handle_id = ? AND source = 'quotes'
       AND NOT EXISTS (SELECT 1 FROM posts WHERE id = watched.subject AND created_at > ?)`,
  ).run(handleId, tx.at - searchReachMs)
  tx.raw(
    `DELETE FROM watched WHERE handle_id = ? AND source = 'thread' AND complete_to_at < ?
       AND NOT EXISTS (SELECT 1 FROM tickets t WHERE t.conversation_id = watched.subject
         AND t.status IN ('new', 'open', 'pending', 'on-hold'))`,
  ).run(handleId, tx.at - searchReachMs)
}
