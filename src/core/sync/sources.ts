/** @file The rows of sources: which handles are read, where each source stands, what went wrong last. */
import type { Selectable } from 'kysely'
import type { z } from 'zod'
import type { SourceKind } from '../../shared/domain/brand.ts'
import { WireFailure } from '../../shared/errors.ts'
import type { Reads, Tx } from '../db/database.ts'
import type { SourcesTable } from '../db/tables/sync.ts'
import { fromJson, toJson } from '../db/values.ts'
import { emptyCursor, type Cursor } from './chain.ts'

/** A handle that is signed in. */
export type SyncHandle = { id: string; brandId: string; appId: string; xUserId: string; username: string }

/** What a brand listens to: a query in X's words, or the id of a list. */
export type Listening = { id: string; kind: 'search' | 'list'; name: string; query: string }

/** Which source of a handle; `subject` is empty but for what is listened to. */
export type SourceRef = { handleId: string; source: SourceKind; subject: string }

/** A source as its row keeps it. */
export type SourceState = {
  handle: SyncHandle
  source: PolledKind
  subject: string
  listening: Listening | null
  /** When it began: from then on nothing may be missing. Epoch ms. */
  beganAt: number
  cursor: Cursor
  failure: WireFailure | null
  failures: number
  nextTryAt: number | null
  silentSince: number | null
}

/** Sources that are asked for; the stream tells by itself. */
export type PolledKind = Exclude<SourceKind, 'stream'>

/** What every handle has. */
export const standingKinds = ['mentions', 'dms', 'posts', 'thread', 'quotes'] as const satisfies PolledKind[]

export const refOf = ({ handle, source, subject }: SourceState): SourceRef => ({
  handleId: handle.id,
  source,
  subject,
})

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
      'handles.created_at as beganAt',
    ])
    .where('handles.state', 'in', ['connected', 'memory-only'])
    .where('brands.removed_at', 'is', null)
    .orderBy('brands.position')
    .orderBy('handles.id')
    .execute()
  const listening = await read.selectFrom('listening').selectAll().orderBy('id').execute()
  const rows = new Map(
    (await read.selectFrom('sources').selectAll().execute()).map((row) => [
      `${row.handle_id} ${row.source} ${row.subject}`,
      row,
    ]),
  )
  return handles.flatMap(({ beganAt, ...handle }) => {
    const standing: Which[] = standingKinds.map((source) => ({
      source,
      subject: '',
      listening: null,
      beganAt,
    }))
    const listenedTo = listening
      .filter((one) => one.handle_id === handle.id)
      .map(({ id, kind, name, query, created_at }): Which => ({
        source: kind,
        subject: id,
        listening: { id, kind, name, query },
        beganAt: created_at,
      }))
    return [...standing, ...listenedTo].map((which) =>
      stateOf(handle, which, rows.get(`${handle.id} ${which.source} ${which.subject}`)),
    )
  })
}

type Which = Pick<SourceState, 'source' | 'subject' | 'listening' | 'beganAt'>

function stateOf(handle: SyncHandle, which: Which, row: Selectable<SourcesTable> | undefined): SourceState {
  return {
    handle,
    ...which,
    cursor: row ? cursorOf(row) : emptyCursor,
    failure: fromJson(WireFailure, row?.failure ?? null),
    failures: row?.failures ?? 0,
    nextTryAt: row?.next_try_at ?? null,
    silentSince: row?.silent_since ?? null,
  }
}

const cursorOf = (row: Selectable<SourcesTable>): Cursor => ({
  sinceId: row.since_id,
  resumeToken: row.resume_token,
  chainTopId: row.chain_top_id,
  chainBottomId: row.chain_bottom_id,
  chainItems: row.chain_items,
  chainFromAt: row.chain_from_at,
  completeToAt: row.complete_to_at,
  deepToAt: row.deep_to_at,
})

/**
 * Moves a cursor, in the transaction of the rows that it covers; what went wrong before is over. Tells the console only
 * what is news to it: a first complete reading, or the end of a failure.
 */
export function writeCursor(tx: Tx, { handleId, source, subject }: SourceRef, cursor: Cursor): void {
  const before = tx
    .raw<{ failure: string | null; complete: number | null }>(
      'SELECT failure, complete_to_at AS complete FROM sources WHERE handle_id = ? AND source = ? AND subject = ?',
    )
    .get(handleId, source, subject)
  tx.raw(keepCursor).run(
    handleId,
    source,
    subject,
    cursor.sinceId,
    cursor.resumeToken,
    cursor.chainTopId,
    cursor.chainBottomId,
    cursor.chainItems,
    cursor.chainFromAt,
    cursor.completeToAt,
    cursor.deepToAt,
  )
  const isFirst = (before?.complete ?? null) === null && cursor.completeToAt !== null
  if (isFirst || (before?.failure ?? null) !== null) tx.touch.session()
}

/** Keeps a failure beside the cursor, which stays where it was. */
export function writeTrouble(
  tx: Tx,
  { handleId, source, subject }: SourceRef,
  trouble: { failure: z.infer<typeof WireFailure>; failures: number; nextTryAt: number | null },
): void {
  tx.raw(insertMissing).run(source, subject, handleId)
  tx.raw(
    'UPDATE sources SET failure = ?, failures = ?, next_try_at = ? WHERE handle_id = ? AND source = ? AND subject = ?',
  ).run(toJson(trouble.failure), trouble.failures, trouble.nextTryAt, handleId, source, subject)
}

/** Keeps since when a source is silent against its rhythm, or that it is no longer. */
export function writeSilence(
  tx: Tx,
  { handleId, source, subject }: SourceRef,
  silence: { since: number; rhythmMs: number } | null,
): void {
  tx.raw(
    'UPDATE sources SET silent_since = ?, silent_rhythm_ms = ? WHERE handle_id = ? AND source = ? AND subject = ?',
  ).run(silence?.since ?? null, silence?.rhythmMs ?? null, handleId, source, subject)
  tx.touch.session()
}

// The handle may be gone by now: then there is nothing to keep.
const insertMissing = `
  INSERT OR IGNORE INTO sources (handle_id, source, subject)
  SELECT id, ?, ? FROM handles WHERE id = ?`

const keepCursor = `
  INSERT INTO sources (handle_id, source, subject, since_id, resume_token, chain_top_id, chain_bottom_id, chain_items,
    chain_from_at, complete_to_at, deep_to_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (handle_id, source, subject) DO UPDATE SET
    since_id = excluded.since_id, resume_token = excluded.resume_token, chain_top_id = excluded.chain_top_id,
    chain_bottom_id = excluded.chain_bottom_id, chain_items = excluded.chain_items,
    chain_from_at = excluded.chain_from_at, complete_to_at = excluded.complete_to_at, deep_to_at = excluded.deep_to_at,
    failure = NULL, failures = 0, next_try_at = NULL`
