/**
 * @file The rows of pictures and films that posts and direct messages show. Written with the item that shows them; they
 * go with it by themselves, by triggers of the tables. Knows no file.
 */
import { randomBytes } from 'node:crypto'
import type { MediaView } from '../../shared/domain/media.ts'
import type { Reads, Tx } from '../db/database.ts'
import type { MediaRecord } from '../posts/records.ts'
import { isStandIn } from './hosts.ts'

/** A new opaque name. It cannot be guessed, and says nothing. */
export const newMediaId = (): string => randomBytes(16).toString('hex')

/** The name of a profile picture that is new; null where there is none to show. */
export const avatarIdFor = (avatarUrl: string | null): string | null =>
  avatarUrl === null || isStandIn(avatarUrl) ? null : newMediaId()

/** What one item shows, in its order. */
export type MediaRows = {
  /** Puts these in the place of what the item showed before. */
  keep(kind: 'post' | 'dm', itemId: string, media: readonly MediaRecord[], observedAt: number): void
  /** Adds these where nothing is known yet. */
  fill(kind: 'post' | 'dm', itemId: string, media: readonly MediaRecord[], observedAt: number): void
}

export function mediaRows(tx: Tx): MediaRows {
  const upsert = tx.raw<{ id: string }>(upsertMedia)
  const link = tx.raw(linkMedia)
  const cut = tx.raw('DELETE FROM media_of WHERE kind = ? AND item_id = ? AND position >= ?')
  const known = tx.raw('SELECT 1 FROM media_of WHERE kind = ? AND item_id = ?')
  const unused = tx.raw('DELETE FROM media WHERE id = ? AND id NOT IN (SELECT media_id FROM media_of)')
  const linked = tx.raw<{ id: string }>(
    'SELECT media_id AS id FROM media_of WHERE kind = ? AND item_id = ? AND position = ?',
  )

  const keep: MediaRows['keep'] = (kind, itemId, media, observedAt) => {
    media.forEach((record, position) => {
      const { id } = upsert.get(
        newMediaId(),
        record.previewUrl === null ? null : newMediaId(),
        record.key,
        record.kind,
        record.url,
        record.previewUrl,
        record.width,
        record.height,
        record.alt,
        record.durationMs,
        observedAt,
      ) ?? { id: '' }
      const before = linked.get(kind, itemId, position)
      if (before?.id === id) return
      link.run(kind, itemId, position, id)
      if (before) unused.run(before.id)
    })
    cut.run(kind, itemId, media.length)
  }
  return {
    keep,
    fill(kind, itemId, media, observedAt) {
      if (!known.get(kind, itemId)) keep(kind, itemId, media, observedAt)
    },
  }
}

// An older look never erases what a newer one told; the names stay for life.
const upsertMedia = `
  INSERT INTO media (id, preview_id, x_key, kind, url, preview_url, width, height, alt, duration_ms, observed_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (x_key) DO UPDATE SET
    preview_id = coalesce(preview_id, excluded.preview_id),
    url = iif(excluded.observed_at >= observed_at, coalesce(excluded.url, url), coalesce(url, excluded.url)),
    preview_url = iif(excluded.observed_at >= observed_at,
      coalesce(excluded.preview_url, preview_url), coalesce(preview_url, excluded.preview_url)),
    width = coalesce(excluded.width, width), height = coalesce(excluded.height, height),
    alt = iif(excluded.observed_at >= observed_at, coalesce(excluded.alt, alt), coalesce(alt, excluded.alt)),
    duration_ms = coalesce(excluded.duration_ms, duration_ms),
    observed_at = max(observed_at, excluded.observed_at)
  RETURNING id`

const linkMedia = `
  INSERT INTO media_of (kind, item_id, position, media_id) VALUES (?, ?, ?, ?)
  ON CONFLICT (kind, item_id, position) DO UPDATE SET media_id = excluded.media_id`

/** What these items show, by item and in their order. */
export async function mediaViews(
  read: Reads,
  kind: 'post' | 'dm',
  itemIds: readonly string[],
): Promise<ReadonlyMap<string, MediaView[]>> {
  const views = new Map<string, MediaView[]>()
  if (itemIds.length === 0) return views
  const rows = await read
    .selectFrom('media_of')
    .innerJoin('media', 'media.id', 'media_of.media_id')
    .select(['media_of.item_id', 'media.id', 'media.kind', 'media.preview_id', 'media.width', 'media.height'])
    .select(['media.alt', 'media.duration_ms', 'media.print'])
    .where('media_of.kind', '=', kind)
    .where('media_of.item_id', 'in', [...itemIds])
    .orderBy('media_of.item_id')
    .orderBy('media_of.position')
    .execute()
  for (const row of rows) {
    const shown = views.get(row.item_id) ?? []
    shown.push({
      id: row.id,
      kind: row.kind,
      preview: row.preview_id,
      width: row.width,
      height: row.height,
      alt: row.alt,
      durationMs: row.duration_ms,
      isPrinted: row.print !== null,
    })
    views.set(row.item_id, shown)
  }
  return views
}
