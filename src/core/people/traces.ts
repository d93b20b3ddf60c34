/**
 * @file Everything that this workspace holds of one person, by id. Reads only; the scans belong in a thread of their own
 * (`Database.long`).
 */
import { sql } from 'kysely'
import { Failure } from '../../shared/errors.ts'
import { compiled } from '../db/compiled.ts'
import type { Reads } from '../db/database.ts'
import { postsNaming } from '../posts/words.ts'

/** Ids of what goes when a person is forgotten. */
export type Traces = {
  tickets: { id: string; brandId: string }[]
  /** Their posts, and ours that answer them. */
  postIds: string[]
  /** Every message of their conversations with us, and theirs in groups. */
  dmIds: string[]
  jobs: { id: string; state: string }[]
  notes: number
  drafts: number
  /** Every brand of the clients that ever met them: by a ticket, a post, a message of either side. */
  brandIds: string[]
}

// A job names a person by an id of its own in the payload, whatever its kind calls it.
const traced = compiled<'person', { kind: 'post' | 'dm' | 'job'; id: string; state: string | null }>(
  (value) => sql`
  WITH theirs AS MATERIALIZED (
    SELECT id, channel, conversation_id FROM tickets WHERE customer_id = ${value('person')})
  SELECT 'post' AS kind, id, NULL AS state FROM posts WHERE author_id = ${value('person')}
  UNION SELECT 'post', p.id, NULL FROM posts p JOIN handles h ON h.x_user_id = p.author_id
    WHERE p.in_reply_to_user_id = ${value('person')}
  UNION SELECT i.kind, i.item_id, NULL FROM ticket_items i WHERE i.ticket_id IN (SELECT id FROM theirs)
  UNION SELECT 'dm', id, NULL FROM dm_events WHERE sender_id = ${value('person')}
    OR conversation_id IN (SELECT conversation_id FROM theirs WHERE channel = 'dm')
    OR conversation_id LIKE ${value('person')} || '-%' OR conversation_id LIKE '%-' || ${value('person')}
  UNION SELECT 'job', id, state FROM jobs WHERE ticket_id IN (SELECT id FROM theirs)
    OR payload LIKE '%"' || ${value('person')} || '"%'`,
)

const met = compiled<'person', { id: string }>(
  (value) => sql`
  WITH seen AS MATERIALIZED (
    SELECT brand_id FROM tickets WHERE customer_id = ${value('person')}
    UNION SELECT brand_id FROM jobs WHERE payload LIKE '%"' || ${value('person')} || '"%'
    UNION SELECT brand_id FROM handles WHERE id IN (
      SELECT v.handle_id FROM posts p JOIN visible_to v ON v.kind = 'post' AND v.item_id = p.id
        WHERE p.author_id = ${value('person')}
      UNION SELECT v.handle_id FROM dm_events d JOIN visible_to v ON v.kind = 'dm' AND v.item_id = d.id
        WHERE d.sender_id = ${value('person')}
      UNION SELECT handle_id FROM dm_conversations WHERE participant_id = ${value('person')})
    UNION SELECT h.brand_id FROM posts p JOIN handles h ON h.x_user_id = p.author_id
      WHERE p.in_reply_to_user_id = ${value('person')})
  SELECT id FROM brands WHERE client_id IN (
    SELECT client_id FROM brands WHERE id IN (SELECT brand_id FROM seen))
  ORDER BY id`,
)

/** What there is of this person now. */
export async function tracesOf(read: Reads, xUserId: string): Promise<Traces> {
  const tickets = await read
    .selectFrom('tickets')
    .select(['id', 'brand_id as brandId'])
    .where('customer_id', '=', xUserId)
    .execute()
  const ids = tickets.map(({ id }) => id)
  const rows = await traced(read, { person: xUserId })
  const count = async (table: 'notes' | 'drafts'): Promise<number> => {
    if (ids.length === 0) return 0
    const { n } = await read
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .where('ticket_id', 'in', ids)
      .executeTakeFirstOrThrow()
    return n
  }
  const of = (kind: string): string[] => rows.filter((row) => row.kind === kind).map(({ id }) => id)
  return {
    tickets,
    postIds: of('post'),
    dmIds: of('dm'),
    jobs: rows.filter((row) => row.kind === 'job').map(({ id, state }) => ({ id, state: state ?? '' })),
    notes: await count('notes'),
    drafts: await count('drafts'),
    brandIds: (await met(read, { person: xUserId })).map(({ id }) => id),
  }
}

/** A message in one of these states may be reaching them right now. */
const underWay: ReadonlySet<string> = new Set(['sending', 'unsure'])

/** @throws Failure `person.ours` for a handle of this workspace, `person.busy` while a message to them is on its way */
export async function mayForget(read: Reads, xUserId: string, { jobs }: Traces): Promise<void> {
  const own = await read
    .selectFrom('handles')
    .select('id')
    .where('x_user_id', '=', xUserId)
    .executeTakeFirst()
  if (own) throw new Failure('person.ours', {})
  if (jobs.some(({ state }) => underWay.has(state))) throw new Failure('person.busy', {})
}

/** How many posts by others name this handle; they are others' words and stay. */
export async function namedByOthers(read: Reads, xUserId: string, username: string | null): Promise<number> {
  return username === null ? 0 : postsNaming(read, username, xUserId)
}
