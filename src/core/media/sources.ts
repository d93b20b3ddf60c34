/**
 * @file Whom an opaque name stands for, asked with the eyes of the handles that are signed in: what none of them may see
 * has no answer. Reads only.
 */
import type { Reads } from '../db/database.ts'

/** Where the bytes behind a name come from. `handleId`: a handle that may see it, to sign what needs a sign-in. */
export type MediaSource = { what: 'picture' | 'film' | 'avatar'; url: string; handleId: string }

/** @returns null for an unknown name, for one that nobody here may see, and for one that X told no address of */
export async function mediaSource(read: Reads, id: string): Promise<MediaSource | null> {
  return (await shownMedia(read, id)) ?? (await avatar(read, id))
}

async function shownMedia(read: Reads, id: string): Promise<MediaSource | null> {
  const row = await read
    .selectFrom('media')
    .innerJoin('media_of', 'media_of.media_id', 'media.id')
    .innerJoin('visible_to', (join) =>
      join
        .onRef('visible_to.kind', '=', 'media_of.kind')
        .onRef('visible_to.item_id', '=', 'media_of.item_id'),
    )
    .innerJoin('handles', 'handles.id', 'visible_to.handle_id')
    .select(['media.id', 'media.kind', 'media.url', 'media.preview_url', 'handles.id as handleId'])
    .where((where) => where.or([where('media.id', '=', id), where('media.preview_id', '=', id)]))
    .where('handles.state', '<>', 'removed')
    // One that can still sign comes first.
    .orderBy((order) => order.case().when('handles.state', '=', 'reconnect').then(1).else(0).end())
    .limit(1)
    .executeTakeFirst()
  if (!row) return null
  const whole = row.id === id
  const url = whole ? row.url : row.preview_url
  if (url === null) return null
  return { what: whole && row.kind !== 'photo' ? 'film' : 'picture', url, handleId: row.handleId }
}

/** Profile pictures are public: whoever is known here may be seen while some handle is signed in. */
async function avatar(read: Reads, id: string): Promise<MediaSource | null> {
  const row = await read
    .selectFrom('people')
    .select('avatar_url')
    .where('avatar_id', '=', id)
    .executeTakeFirst()
  const handle = await read
    .selectFrom('handles')
    .select('id')
    .where('state', '<>', 'removed')
    .limit(1)
    .executeTakeFirst()
  return row?.avatar_url && handle ? { what: 'avatar', url: row.avatar_url, handleId: handle.id } : null
}
