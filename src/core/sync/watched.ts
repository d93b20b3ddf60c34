/**
 * @file The rows of what searches follow: conversations of open tickets and own posts of the last week, and up to when
 * each was searched.
 */
import type { Reads, Tx } from '../db/database.ts'
import type { PostRecord } from '../posts/records.ts'
import type { HandleRef } from '../tickets/intake.ts'
import { pastAfterMs } from '../tickets/rules.ts'
import { wideConversation, type Watched } from './batches.ts'
import { searchReachMs } from './chain.ts'
import type { SyncHandle } from './sources.ts'

/** The newest so many: a search takes a dozen, and X takes 300 searches in a quarter of an hour. */
const watchedAtMost = 600

/** What this handle's searches follow now. @param now epoch ms */
export async function watchedOf(
  read: Reads,
  handle: SyncHandle,
  source: 'thread' | 'quotes',
  now: number,
): Promise<Watched[]> {
  return source === 'thread' ? conversations(read, handle, now) : ownPosts(read, handle, now)
}

async function conversations(read: Reads, handle: SyncHandle, now: number): Promise<Watched[]> {
  const rows = await read
    .selectFrom('tickets')
    .leftJoin('watched', (join) =>
      join
        .onRef('watched.subject', '=', 'tickets.conversation_id')
        .onRef('watched.handle_id', '=', 'tickets.handle_id')
        .on('watched.source', '=', 'thread'),
    )
    .leftJoin('people', 'people.x_user_id', 'tickets.customer_id')
    .select(['tickets.conversation_id as subject', 'watched.complete_to_at as completeToAt'])
    .select(['tickets.opened_at as openedAt', 'people.username'])
    .select((select) =>
      select
        .selectFrom('posts')
        .whereRef('posts.conversation_id', '=', 'tickets.conversation_id')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .as('posts'),
    )
    .where('tickets.handle_id', '=', handle.id)
    .where('tickets.channel', '=', 'public')
    .where((where) =>
      where.or([
        where('tickets.status', 'in', ['new', 'open']),
        where.and([
          where('tickets.status', 'in', ['pending', 'on-hold']),
          where.or([
            where('tickets.newest_customer_at', '>', now - searchReachMs),
            where('tickets.newest_outbound_at', '>', now - searchReachMs),
          ]),
        ]),
      ]),
    )
    .orderBy('tickets.newest_customer_at', 'desc')
    .limit(watchedAtMost)
    .execute()
  const found = new Map<string, Watched>()
  for (const { subject, completeToAt, openedAt, username, posts } of rows) {
    const known = found.get(subject)
    const narrowTo = (posts ?? 0) > wideConversation && username ? username : null
    // Several customers in one wide conversation: replies to us bring those who are not named.
    found.set(subject, {
      source: 'thread',
      subject,
      completeToAt: completeToAt ?? Math.min(openedAt, known?.completeToAt ?? openedAt),
      narrowTo: known ? known.narrowTo : narrowTo,
    })
  }
  return [...found.values()]
}

async function ownPosts(read: Reads, handle: SyncHandle, now: number): Promise<Watched[]> {
  const rows = await read
    .selectFrom('watched')
    .innerJoin('posts', 'posts.id', 'watched.subject')
    .select(['watched.subject', 'watched.complete_to_at as completeToAt'])
    .where('watched.handle_id', '=', handle.id)
    .where('watched.source', '=', 'quotes')
    .where('posts.created_at', '>', now - searchReachMs)
    .orderBy('posts.created_at', 'desc')
    .limit(watchedAtMost)
    .execute()
  return rows.map((row) => ({ ...row, source: 'quotes' as const, narrowTo: null }))
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
