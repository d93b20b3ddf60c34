/**
 * @file The versions of edited posts beside the newest one, kept under the first id of the edit history. Only what was
 * seen is kept: nothing is read from X for it.
 */
import type { Reads, Tx } from '../db/database.ts'
import { fromJson } from '../db/values.ts'
import { instantOfId } from '../x/dates.ts'
import { Entities } from './records.ts'

/** A version as the mirror has it; `entities` is JSON already. */
export type OlderVersion = {
  latestId: string
  version: number
  text: string
  entities: string | null
  observedAt: number
}

/** Keeps a version that is not the newest; of one that is here already, the newest look. */
export function keepVersion(tx: Tx, postId: string, older: OlderVersion): void {
  const { version, latestId, text, entities, observedAt } = older
  tx.raw(upsert).run(postId, version, latestId, text, entities, observedAt)
}

const upsert = `
  INSERT INTO post_versions (post_id, version, x_id, text, entities, observed_at) VALUES (?, ?, ?, ?, ?, ?)
  ON CONFLICT (post_id, version) DO UPDATE SET
    text = iif(excluded.observed_at >= observed_at, excluded.text, text),
    entities = iif(excluded.observed_at >= observed_at,
      coalesce(excluded.entities, entities), coalesce(entities, excluded.entities)),
    observed_at = max(observed_at, excluded.observed_at)`

/** One earlier version as it was read. */
export type PostVersion = {
  postId: string
  version: number
  /** X's id of this version, for its address. */
  xId: string
  text: string
  entities: Entities | null
  /** When it was written. */
  at: number
}

/** The earlier versions of posts, oldest first. Who may see a post may see its versions: the caller asks that. */
export async function versionsOf(read: Reads, postIds: readonly string[]): Promise<PostVersion[]> {
  if (postIds.length === 0) return []
  const rows = await read
    .selectFrom('post_versions')
    .select(['post_id', 'version', 'x_id', 'text', 'entities'])
    .where('post_id', 'in', postIds)
    .orderBy('post_id')
    .orderBy('version')
    .execute()
  return rows.map((row) => ({
    postId: row.post_id,
    version: row.version,
    xId: row.x_id,
    text: row.text,
    entities: fromJson(Entities, row.entities),
    at: instantOfId(row.x_id),
  }))
}
