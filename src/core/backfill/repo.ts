/** @file The rows of backfills: one chain of past pages per handle and source. */
import type { Selectable } from 'kysely'
import type { BackfillSource, BackfillState } from '../../shared/domain/backfill.ts'
import { WireFailure } from '../../shared/errors.ts'
import type { Reads, Tx } from '../db/database.ts'
import type { BackfillsTable } from '../db/tables/sync.ts'
import { fromJson, toJson } from '../db/values.ts'
import type { HandleRef } from '../tickets/intake.ts'
import { topOf, type Chain } from './rules.ts'

/** A chain with the handle that it reads through. */
export type Backfill = {
  handle: HandleRef & { appId: string }
  /** Whether the handle is signed in. */
  isSignedIn: boolean
  source: BackfillSource
  state: BackfillState
  chain: Chain
  expected: number | null
  horizonAt: number | null
  failure: WireFailure | null
  failures: number
  nextTryAt: number | null
}

/** Every chain of brands that are not removed, or of one handle of these. */
export async function loadBackfills(read: Reads, handleId?: string): Promise<Backfill[]> {
  let query = read
    .selectFrom('backfills')
    .innerJoin('handles', 'handles.id', 'backfills.handle_id')
    .innerJoin('brands', 'brands.id', 'handles.brand_id')
    .selectAll('backfills')
    .select(['handles.brand_id', 'handles.app_id', 'handles.x_user_id', 'handles.username'])
    .select('handles.state as handle_state')
    .where('brands.removed_at', 'is', null)
    .where('handles.state', '<>', 'removed')
    .orderBy('brands.position')
    .orderBy('handles.id')
    .orderBy('backfills.source')
  if (handleId !== undefined) query = query.where('backfills.handle_id', '=', handleId)
  const rows = await query.execute()
  return rows.map((row) => ({
    handle: {
      id: row.handle_id,
      brandId: row.brand_id,
      appId: row.app_id,
      xUserId: row.x_user_id,
      username: row.username,
    },
    isSignedIn: row.handle_state === 'connected' || row.handle_state === 'memory-only',
    ...columnsOf(row),
  }))
}

const columnsOf = (row: Selectable<BackfillsTable>) => ({
  source: row.source,
  state: row.state,
  chain: {
    untilId: row.until_id,
    token: row.token,
    reachedId: row.reached_id,
    fromAt: row.from_at,
    items: row.items,
  },
  expected: row.expected,
  horizonAt: row.horizon_at,
  failure: fromJson(WireFailure, row.failure),
  failures: row.failures,
  nextTryAt: row.next_try_at,
})

/**
 * Begins a chain, or goes on with one that is there: what is here already is not read again, a deeper one begins below
 * it, and one that reached as deep stays done. @param connectedAt epoch ms: above it the handle's sources read
 */
export function beginChain(
  tx: Tx,
  handleId: string,
  source: BackfillSource,
  { fromAt, expected, connectedAt }: { fromAt: number; expected: number; connectedAt: number },
): void {
  tx.raw(begin).run(handleId, source, fromAt, topOf(connectedAt), expected, tx.at)
}

const begin = `
  INSERT INTO backfills (handle_id, source, from_at, state, until_id, expected, started_at)
  VALUES (?, ?, ?, 'running', ?, ?, ?)
  ON CONFLICT (handle_id, source) DO UPDATE SET
    from_at = min(from_at, excluded.from_at), state = 'running', failure = NULL, failures = 0, next_try_at = NULL,
    until_id = iif(source = 'dms', until_id, coalesce(reached_id, until_id)), token = iif(state = 'done', NULL, token),
    expected = items + excluded.expected, started_at = excluded.started_at, finished_at = NULL
  WHERE state <> 'running' AND (state <> 'done' OR (excluded.from_at < from_at AND horizon_at IS NULL))`

/** Moves a chain over a page, in the transaction of the rows that it brought; what went wrong before is over. */
export function moveChain(
  tx: Tx,
  { handle, source }: Pick<Backfill, 'handle' | 'source'>,
  chain: Chain,
  moved: { done: boolean; horizonAt: number | null; nextTryAt: number | null },
): void {
  const { untilId, token, reachedId, items } = chain
  tx.raw(move).run(
    untilId,
    token,
    reachedId,
    items,
    moved.done ? 1 : 0,
    moved.horizonAt,
    moved.nextTryAt,
    moved.done ? tx.at : null,
    handle.id,
    source,
  )
  tx.touch.brand(handle.brandId)
}

// A pause or a cancel that came while the page was under way stays; the page is here all the same.
const move = `
  UPDATE backfills SET until_id = ?, token = ?, reached_id = ?, items = ?,
    state = iif(? = 1, 'done', state), horizon_at = ?, failure = NULL, failures = 0, next_try_at = ?, finished_at = ?
  WHERE handle_id = ? AND source = ?`

/** Keeps what went wrong: a `paused` chain waits for a person, a `running` one for the time of its next try. */
export function keepTrouble(
  tx: Tx,
  { handle, source }: Pick<Backfill, 'handle' | 'source'>,
  trouble: { failure: WireFailure; failures: number; nextTryAt: number | null; state: 'running' | 'paused' },
): void {
  tx.raw(
    `UPDATE backfills SET failure = ?, failures = ?, next_try_at = ?, state = iif(state = 'running', ?, state)
     WHERE handle_id = ? AND source = ?`,
  ).run(toJson(trouble.failure), trouble.failures, trouble.nextTryAt, trouble.state, handle.id, source)
  tx.touch.brand(handle.brandId)
}

/** Moves every chain of a handle that is in one of `from`. @returns whether any was */
export function setChains(tx: Tx, handleId: string, from: BackfillState[], to: BackfillState): boolean {
  const places = from.map(() => '?').join(', ')
  const { changes } = tx
    .raw(
      `UPDATE backfills SET state = ?, failure = NULL, failures = 0, next_try_at = NULL
       WHERE handle_id = ? AND state IN (${places})`,
    )
    .run(to, handleId, ...from)
  return changes > 0
}

/**
 * How many posts of the same list are here from above the chain's beginning: X's limit counts them too.
 * @param read the thread for what may take long
 */
export async function countAbove(read: Reads, { handle, source, chain }: Backfill): Promise<number> {
  if (source === 'dms') return 0
  const { count } = await read
    .selectFrom('visible_to')
    .innerJoin('posts', 'posts.id', 'visible_to.item_id')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('visible_to.kind', '=', 'post')
    .where('visible_to.handle_id', '=', handle.id)
    .where('posts.author_id', source === 'posts' ? '=' : '<>', handle.xUserId)
    .where('posts.created_at', '>=', chain.fromAt)
    .executeTakeFirstOrThrow()
  return Math.max(0, count - chain.items)
}

/** What the past of these handles has cost so far, millionths of a dollar. */
export async function spentOn(read: Reads, handleIds: readonly string[]): Promise<Map<string, number>> {
  if (handleIds.length === 0) return new Map()
  const rows = await read
    .selectFrom('spend')
    .select('handle_id as id')
    .select(({ fn }) => fn.sum<number>('micros').as('micros'))
    .where('stream', '=', 'backfill')
    .where('handle_id', 'in', handleIds)
    .groupBy('handle_id')
    .execute()
  return new Map(rows.map(({ id, micros }) => [id, micros]))
}
