/** @file Makes a ticket of a post that is nobody's request: a person saw more in it than its words address. */
import type { Contract } from '../../shared/contract/contract.ts'
import { Failure } from '../../shared/errors.ts'
import type { Handlers } from '../../shared/rpc.ts'
import type { Database, Tx } from '../db/database.ts'
import { fromJson } from '../db/values.ts'
import { Entities } from '../posts/records.ts'
import type { CallContext } from '../rpc-context.ts'
import type { HandleRef } from './hearing.ts'
import { intake, type IntakePost } from './intake.ts'
import { onePost } from './intake-sql.ts'

const seenThrough = `
  SELECT h.id, h.brand_id AS brandId, h.x_user_id AS xUserId, h.username
  FROM visible_to v JOIN handles h ON h.id = v.handle_id
  WHERE v.kind = 'post' AND v.item_id = ? AND h.brand_id = ? ORDER BY h.id LIMIT 1`

const isOurs = 'SELECT 1 FROM handles WHERE x_user_id = ? AND brand_id = ?'

type Row = Omit<IntakePost, 'entities'> & { entities: string | null }

/**
 * The ticket that holds the post from now on: a new one, or that of its thread.
 * @throws Failure `post.missing` when the brand may not see it any more, `post.ours`
 */
function openByHand(tx: Tx, postId: string, brandId: string): string {
  const handle = tx.raw<HandleRef>(seenThrough).get(postId, brandId)
  const row = tx.raw<Row>(onePost).get(postId, postId)
  if (!handle || !row) throw new Failure('post.missing', {})
  if (tx.raw(isOurs).get(row.authorId, brandId)) throw new Failure('post.ours', {})
  const taken = intake(tx, handle)
  const ticketId = taken.opens({ ...row, entities: fromJson(Entities, row.entities) })
  taken.finish()
  if (ticketId === null) throw new Failure('post.missing', {})
  return ticketId
}

export function openByHandService({
  database,
}: {
  database: Database
}): Pick<Handlers<Contract, CallContext>, 'ticket.open'> {
  return {
    'ticket.open': async ({ postId, brandId }) => ({
      ticketId: await database.write((tx) => Promise.resolve(openByHand(tx, postId, brandId))),
    }),
  }
}
