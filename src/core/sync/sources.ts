/** @file The rows of sources: which handles are read, where each source stands, what went wrong last. */
import { z } from 'zod'
import { SourceKind } from '../../shared/domain/brand.ts'
import { WireFailure } from '../../shared/errors.ts'
import type { Reads, Tx } from '../db/database.ts'
import { fromJson, toJson } from '../db/values.ts'
import type { Cursor } from './chain.ts'

/** A handle that is signed in. */
export type SyncHandle = { id: string; brandId: string; appId: string; xUserId: string; username: string }

/** A source as its row keeps it. */
export type SourceState = {
  handle: SyncHandle
  source: SourceKind
  cursor: Cursor
  failure: WireFailure | null
  failures: number
  nextTryAt: number | null
}

/** Every source of every handle that is signed in; one without a row stands at its beginning. */
export async function loadSources(read: Reads): Promise<SourceState[]> {
  const handles = await read
    .selectFrom('handles')
    .innerJoin('brands', 'brands.id', 'handles.brand_id')
    .select([
      'handles.id as id',
      'handles.brand_id as brandId',
      'handles.app_id as appId',
      'handles.x_user_id as xUserId',
      'handles.username as username',
    ])
    .where('handles.state', 'in', ['connected', 'memory-only'])
    .where('brands.removed_at', 'is', null)
    .orderBy('brands.position')
    .orderBy('handles.id')
    .execute()
  const rows = await read.selectFrom('sources').selectAll().execute()
  return handles.flatMap((handle) =>
    SourceKind.options.map((source) => {
      const row = rows.find((one) => one.handle_id === handle.id && one.source === source)
      return {
        handle,
        source,
        cursor: {
          sinceId: row?.since_id ?? null,
          resumeToken: row?.resume_token ?? null,
          chainTopId: row?.chain_top_id ?? null,
          completeToAt: row?.complete_to_at ?? null,
        },
        failure: fromJson(WireFailure, row?.failure ?? null),
        failures: row?.failures ?? 0,
        nextTryAt: row?.next_try_at ?? null,
      }
    }),
  )
}

/**
 * Moves a cursor, in the transaction of the rows that it covers; what went wrong before is over. Tells the console only
 * what is news to it: a first complete reading, or the end of a failure.
 */
export function writeCursor(tx: Tx, handleId: string, source: SourceKind, cursor: Cursor): void {
  const before = tx
    .raw<{ failure: string | null; complete: number | null }>(
      'SELECT failure, complete_to_at AS complete FROM sources WHERE handle_id = ? AND source = ?',
    )
    .get(handleId, source)
  const { sinceId, resumeToken, chainTopId, completeToAt } = cursor
  tx.raw(keepCursor).run(handleId, source, sinceId, resumeToken, chainTopId, completeToAt)
  const isFirst = (before?.complete ?? null) === null && completeToAt !== null
  if (isFirst || (before?.failure ?? null) !== null) tx.touch.session()
}

/** Keeps a failure beside the cursor, which stays where it was. */
export function writeTrouble(
  tx: Tx,
  handleId: string,
  source: SourceKind,
  trouble: { failure: z.infer<typeof WireFailure>; failures: number; nextTryAt: number | null },
): void {
  tx.raw(insertMissing).run(source, handleId)
  tx.raw(
    'UPDATE sources SET failure = ?, failures = ?, next_try_at = ? WHERE handle_id = ? AND source = ?',
  ).run(toJson(trouble.failure), trouble.failures, trouble.nextTryAt, handleId, source)
}

// The handle may be gone by now: then there is nothing to keep.
const insertMissing = `
  INSERT OR IGNORE INTO sources (handle_id, source)
  SELECT id, ? FROM handles WHERE id = ?`

const keepCursor = `
  INSERT INTO sources (handle_id, source, since_id, resume_token, chain_top_id, complete_to_at) VALUES (?, ?, ?, ?, ?, ?)
  ON CONFLICT (handle_id, source) DO UPDATE SET
    since_id = excluded.since_id, resume_token = excluded.resume_token, chain_top_id = excluded.chain_top_id,
    complete_to_at = excluded.complete_to_at, failure = NULL, failures = 0, next_try_at = NULL`
