/**
 * @file Who may see an item, as a condition that every reader of the mirror puts into its statement: only what X showed
 * to a handle of the brand that asks, and only while that handle belongs to this workspace. A sign-in that has to be
 * renewed takes nothing from the screen; a removed handle does.
 */
import { sql, type RawBuilder } from 'kysely'

/**
 * True where a handle of the brand was shown the item.
 * @param item the column with the item's id, `p.id` for one
 * @param brand the column with the brand's id
 */
export const isVisible = (
  kind: 'post' | 'dm',
  item: string,
  brand: string,
): RawBuilder<boolean> => sql<boolean>`
  EXISTS (SELECT 1 FROM visible_to v JOIN handles vh ON vh.id = v.handle_id
    WHERE v.kind = ${sql.lit(kind)} AND v.item_id = ${sql.ref(item)}
      AND vh.brand_id = ${sql.ref(brand)} AND vh.state <> 'removed')`

/**
 * 1 where some handle of this brand was ever shown the item, also one that was removed since; 0 elsewhere.
 * @param kind the column or literal with the item's kind · @param item the column with its id
 */
export const wasShownTo = (brandId: string, kind: RawBuilder<unknown>, item: string): RawBuilder<number> =>
  sql<number>`EXISTS (SELECT 1 FROM visible_to v JOIN handles vh ON vh.id = v.handle_id
    WHERE v.kind = ${kind} AND v.item_id = ${sql.ref(item)} AND vh.brand_id = ${brandId})`
