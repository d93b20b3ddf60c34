/** @file Looks whether a picture of a draft is one that somebody else posted, or sent in private. */
import { sql } from 'kysely'
import { PicturePrint, sameAs } from '../../shared/domain/picture-print.ts'
import type { Reads } from '../db/database.ts'
import { wasShownTo } from '../posts/visible.ts'

/** A picture of the draft that somebody else posted. `by` null: in a conversation that this brand does not see. */
export type SeenPicture = { attachmentId: string; name: string; media: string; by: string | null }

/** Older pictures are not looked through, and of more than these the newest. */
const lookBackMs = 90 * 86_400_000
const picturesAtMost = 5_000

type Attached = { id: string; name: string; media_id: string; print: string | null }

/** Who showed these pictures, newest first; `visible` as the brand sees it. */
async function shownBy(db: Reads, brandId: string, mediaIds: readonly string[]) {
  const own = db.selectFrom('handles').select('x_user_id').where('brand_id', '=', brandId)
  return db
    .selectFrom('media_of')
    .leftJoin('posts', (join) =>
      join.onRef('posts.id', '=', 'media_of.item_id').on('media_of.kind', '=', 'post'),
    )
    .leftJoin('dm_events', (join) =>
      join.onRef('dm_events.id', '=', 'media_of.item_id').on('media_of.kind', '=', 'dm'),
    )
    .leftJoin('people', (join) =>
      join.on((on) => on('people.x_user_id', '=', on.fn.coalesce('posts.author_id', 'dm_events.sender_id'))),
    )
    .select('people.username')
    .select(({ eb, fn }) => [
      eb(fn.coalesce('posts.author_id', 'dm_events.sender_id'), 'in', own).$castTo<number>().as('isOwn'),
      wasShownTo(brandId, sql.ref('media_of.kind'), 'media_of.item_id').as('visible'),
    ])
    .where('media_of.media_id', 'in', [...mediaIds])
    .orderBy('media_of.item_id', 'desc')
    .execute()
}

/**
 * The pictures of these files that others showed and the brand itself never did. A file that no window has drawn yet is
 * like none.
 * @param at the instant, epoch ms
 */
export async function seenPictures(
  db: Reads,
  brandId: string,
  attachmentIds: readonly string[],
  at: number,
): Promise<SeenPicture[]> {
  if (attachmentIds.length === 0) return []
  const attached: Attached[] = await db
    .selectFrom('attachments')
    .select(['id', 'name', 'media_id', 'print'])
    .where('id', 'in', [...attachmentIds])
    .where('print', 'is not', null)
    .execute()
  if (attached.length === 0) return []
  const known = await db
    .selectFrom('media')
    .select(['id', 'print'])
    .where('print', 'is not', null)
    .where('observed_at', '>', at - lookBackMs)
    .orderBy('observed_at', 'desc')
    .limit(picturesAtMost)
    .execute()
  const seen: SeenPicture[] = []
  for (const { id, name, media_id: media, print } of attached) {
    const isSame = sameAs(PicturePrint.parse(print))
    const alike = known.filter((one) => isSame(PicturePrint.parse(one.print)))
    if (alike.length === 0) continue
    const shown = await shownBy(
      db,
      brandId,
      alike.map((one) => one.id),
    )
    if (shown.length === 0 || shown.some(({ isOwn }) => isOwn === 1)) continue
    const by = shown.find(({ visible }) => visible === 1)?.username ?? null
    seen.push({ attachmentId: id, name, media, by })
  }
  return seen
}
