/**
 * @file The impostor watch: accounts that answer a customer of ours in an open conversation and look like one of our
 * handles. Looks at what the thread searches of open tickets have read anyway; asks X nothing, so it costs nothing.
 */
import { sql } from 'kysely'
import type { ImpostorView } from '../../shared/domain/triage.ts'
import { compiled } from '../db/compiled.ts'
import type { Reads, Tx } from '../db/database.ts'
import { isVisible } from '../posts/visible.ts'
import { resemblance, type OurAccount } from './resemblance.ts'

/** Somebody who answered a customer of ours; `username` empty while only the id is known. */
type Stranger = { xUserId: string; username: string | null; name: string | null; postId: string; at: number }
type OurHandle = OurAccount & { id: string }

const strangers = compiled<'ticketId', Stranger>(
  (value) => sql`
  SELECT p.author_id AS "xUserId", c.username, c.name, p.id AS "postId", p.created_at AS at
  FROM tickets t
  JOIN posts p ON p.conversation_id = t.conversation_id AND p.in_reply_to_user_id = t.customer_id
  LEFT JOIN people c ON c.x_user_id = p.author_id
  WHERE t.id = ${value('ticketId')} AND t.channel = 'public' AND t.status NOT IN ('solved', 'closed')
    AND p.author_id <> t.customer_id AND p.author_id NOT IN (SELECT x_user_id FROM handles)
    AND p.reposted_post_id IS NULL AND ${isVisible('post', 'p.id', 't.brand_id')}
    AND NOT EXISTS (SELECT 1 FROM impostors m WHERE m.ticket_id = t.id AND m.x_user_id = p.author_id)
  ORDER BY p.created_at, p.id`,
)

const openWithAnswers = compiled<'limit', { ticketId: string }>(
  (value) => sql`
  SELECT t.id AS "ticketId" FROM tickets t
  WHERE t.channel = 'public' AND t.status NOT IN ('solved', 'closed') AND EXISTS (
    SELECT 1 FROM posts p WHERE p.conversation_id = t.conversation_id AND p.in_reply_to_user_id = t.customer_id
      AND p.author_id <> t.customer_id AND p.author_id NOT IN (SELECT x_user_id FROM handles))
  ORDER BY t.newest_customer_at DESC LIMIT ${value('limit')}`,
)

/** Open tickets whose customer was answered by somebody who is not ours, newest first. For a thread of its own. */
export const ticketsToWatch = async (read: Reads, limit: number): Promise<string[]> =>
  (await openWithAnswers(read, { limit })).map(({ ticketId }) => ticketId)

/** Every handle of this workspace: what resembles another client of ours is an impostor, too. */
async function ourHandles(read: Reads): Promise<OurHandle[]> {
  const rows = await read
    .selectFrom('handles as h')
    .innerJoin('brands as b', 'b.id', 'h.brand_id')
    .leftJoin('people as c', 'c.x_user_id', 'h.x_user_id')
    .select(['h.id', 'h.username', 'c.name', 'b.name as brandName'])
    .where('h.state', '<>', 'removed')
    .orderBy('h.id')
    .execute()
  return rows.map((row) => ({ ...row, name: row.name ?? row.brandName }))
}

export type Suspect = Stranger & {
  username: string
  name: string
  handleId: string
  why: ImpostorView['why']
}

/** @returns who is new among them; `unnamed`: somebody of whom only the id is known so far */
export async function suspectsOf(
  read: Reads,
  ticketId: string,
): Promise<{ suspects: Suspect[]; unnamed: boolean }> {
  const answered = await strangers(read, { ticketId })
  if (answered.length === 0) return { suspects: [], unnamed: false }
  const handles = await ourHandles(read)
  const found = new Map<string, Suspect>()
  let unnamed = false
  for (const stranger of answered) {
    const { username, name, xUserId } = stranger
    if (!username || name === null) unnamed = true
    else if (!found.has(xUserId)) {
      for (const ours of handles) {
        const why = resemblance({ username, name }, ours)
        if (why === null) continue
        found.set(xUserId, { ...stranger, username, name, handleId: ours.id, why })
        break
      }
    }
  }
  return { suspects: [...found.values()], unnamed }
}

/** Keeps those whose post still stands, and tells that the ticket changed. */
export async function keepSuspects(tx: Tx, ticketId: string, suspects: readonly Suspect[]): Promise<void> {
  for (const { xUserId, handleId, postId, username, name, why, at } of suspects) {
    const post = tx.db.selectFrom('posts').select('id').where('id', '=', postId)
    const ticket = tx.db.selectFrom('tickets').select('id').where('id', '=', ticketId)
    if (!(await post.executeTakeFirst()) || !(await ticket.executeTakeFirst())) continue
    await tx.db
      .insertInto('impostors')
      .values({
        ticket_id: ticketId,
        x_user_id: xUserId,
        handle_id: handleId,
        post_id: postId,
        username,
        name,
        why,
        at,
      })
      .onConflict((conflict) => conflict.columns(['ticket_id', 'x_user_id']).doNothing())
      .execute()
    tx.touch.ticket(ticketId)
  }
}

/** Those of a ticket, the newest first. */
export const impostorsOf = (read: Reads, ticketId: string): Promise<ImpostorView[]> =>
  read
    .selectFrom('impostors as m')
    .innerJoin('handles as h', 'h.id', 'm.handle_id')
    .leftJoin('people as c', 'c.x_user_id', 'm.x_user_id')
    .select([
      'm.x_user_id as xUserId',
      'm.username',
      'm.name',
      'c.joined_at as joinedAt',
      'h.username as resembles',
      'm.why',
      'm.post_id as postId',
      'm.at',
      'm.state',
    ])
    .where('m.ticket_id', '=', ticketId)
    .orderBy('m.at', 'desc')
    .orderBy('m.x_user_id')
    .execute()
