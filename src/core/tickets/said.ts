/**
 * @file What was said, as a conversation shows it: posts and direct messages with who wrote them, for a whole ticket or
 * for chosen messages. Only what a handle of the brand was shown. Reads only.
 */
import { sql, type RawBuilder } from 'kysely'
import type { DmItem, PostItem } from '../../shared/domain/ticket.ts'
import type { Reads } from '../db/database.ts'
import { fromJson } from '../db/values.ts'
import { mediaViews } from '../media/rows.ts'
import { Entities } from '../posts/records.ts'
import { previewsOf, runsOf } from '../posts/text.ts'
import { versionsOf, type PostVersion } from '../posts/versions.ts'
import { personView } from './cards.ts'

/** Whose conversation it is. */
export type Whose = { id: string; brandId: string; customerId: string }

/** The oldest message that a conversation shows: everything from it on is shown, nothing before. */
export type Since = { at: number; id: string }
const fromTheBeginning: Since = { at: -1, id: '' }

/** A conversation can have ten thousand replies; a pane shows the newest of them, and all that belong to the ticket. */
const postsAtMost = 300

const handlesOf = (read: Reads, brandId: string) =>
  read
    .selectFrom('handles')
    .select(['id', 'x_user_id'])
    .where('brand_id', '=', brandId)
    .where('state', '<>', 'removed')

type Own = Awaited<ReturnType<ReturnType<typeof handlesOf>['execute']>>

/** Whether one of these handles was shown the item; there is one at least. */
const wasShown = (
  kind: 'post' | 'dm',
  item: 'posts.id' | 'dm_events.id',
  own: Own,
): RawBuilder<boolean> => sql<boolean>`
  EXISTS (SELECT 1 FROM visible_to v WHERE v.kind = ${sql.lit(kind)} AND v.item_id = ${sql.ref(item)}
    AND v.handle_id IN (${sql.join(own.map(({ id }) => id))}))`

/** Posts that a handle of the brand was shown, with what a conversation says of them; `role`: that in this ticket. */
const postRows = (read: Reads, ticket: Whose, own: Own) =>
  read
    .selectFrom('posts')
    .leftJoin('people', 'people.x_user_id', 'posts.author_id')
    .leftJoin('ticket_items', (join) =>
      join
        .onRef('ticket_items.item_id', '=', 'posts.id')
        .on('ticket_items.kind', '=', 'post')
        .on('ticket_items.ticket_id', '=', ticket.id),
    )
    .leftJoin('job_parts', 'job_parts.item_id', 'posts.id')
    .leftJoin('jobs', (join) =>
      join.on((on) =>
        on.or([
          on('jobs.sent_item_id', '=', on.ref('posts.id')),
          on('jobs.id', '=', on.ref('job_parts.job_id')),
        ]),
      ),
    )
    .leftJoin('agents', 'agents.id', 'jobs.agent_id')
    .select([
      'posts.id',
      'posts.latest_id',
      'posts.author_id as xUserId',
      'posts.text',
      'posts.entities',
      'posts.lang',
      'posts.media_count',
      'posts.likes',
      'posts.reposts',
      'posts.version',
      'posts.quoted_post_id',
      'posts.created_at',
      'people.name',
      'people.username',
      'people.followers',
      'people.verified',
      'people.avatar_id as avatar',
      'ticket_items.role',
      'agents.name as agentName',
    ])
    .select((select) =>
      select
        .selectFrom('ticket_items as elsewhere')
        .innerJoin('tickets as other', 'other.id', 'elsewhere.ticket_id')
        .whereRef('elsewhere.item_id', '=', 'posts.id')
        .where('elsewhere.kind', '=', 'post')
        .where('elsewhere.role', '=', 'customer')
        .where('other.brand_id', '=', ticket.brandId)
        .where('other.id', '<>', ticket.id)
        .select(({ fn }) => fn.min('other.number').as('number'))
        .as('otherTicket'),
    )
    .where('posts.reposted_post_id', 'is', null)
    .where(wasShown('post', 'posts.id', own))

/** The posts of a ticket and of the threads that they stand in, and from which on those of the threads are there. */
export async function postsOf(
  read: Reads,
  ticket: Whose,
  xWebOrigin: string,
): Promise<{ items: PostItem[]; since: Since }> {
  const own = await handlesOf(read, ticket.brandId).execute()
  if (own.length === 0) return { items: [], since: fromTheBeginning }
  const rows = await postRows(read, ticket, own)
    .where('posts.conversation_id', 'in', (conversations) =>
      conversations
        .selectFrom('ticket_items as own')
        .innerJoin('posts as held', 'held.id', 'own.item_id')
        .select('held.conversation_id')
        .where('own.ticket_id', '=', ticket.id)
        .where('own.kind', '=', 'post')
        .union(
          conversations
            .selectFrom('tickets as it')
            .select('it.conversation_id')
            .where('it.id', '=', ticket.id),
        ),
    )
    .orderBy('ticket_items.role', (order) => order.desc().nullsLast())
    .orderBy('posts.created_at', 'desc')
    .orderBy('posts.id', 'desc')
    .limit(postsAtMost)
    .execute()
  const last = rows.at(-1)
  const since =
    last === undefined || rows.length < postsAtMost
      ? fromTheBeginning
      : { at: last.role === null ? last.created_at : Number.MAX_SAFE_INTEGER, id: last.id }
  return { items: await postViews(read, rows, own, xWebOrigin), since }
}

/** Posts of a ticket by their ids; those that are not shown any more are left out. */
export async function postsAmong(
  read: Reads,
  ticket: Whose,
  xWebOrigin: string,
  ids: readonly string[],
): Promise<PostItem[]> {
  if (ids.length === 0) return []
  const own = await handlesOf(read, ticket.brandId).execute()
  if (own.length === 0) return []
  const rows = await postRows(read, ticket, own).where('posts.id', 'in', ids).execute()
  return postViews(read, rows, own, xWebOrigin)
}

type PostRow = Awaited<ReturnType<ReturnType<typeof postRows>['execute']>>[number]

async function postViews(
  read: Reads,
  rows: readonly PostRow[],
  own: Own,
  xWebOrigin: string,
): Promise<PostItem[]> {
  const ours = new Set(own.map((handle) => handle.x_user_id))
  const versions = await versionsOf(
    read,
    rows.filter((row) => row.version > 1).map((row) => row.id),
  )
  const media = await mediaViews(
    read,
    'post',
    rows.filter((row) => row.media_count > 0).map((row) => row.id),
  )
  return rows.map((row) => {
    const author = personView(row)
    const entities = fromJson(Entities, row.entities)
    return {
      kind: 'post',
      id: row.id,
      author,
      runs: runsOf(row.text, entities),
      lang: row.lang,
      at: row.created_at,
      ours: ours.has(row.xUserId),
      agentName: row.agentName,
      context: row.role === null && row.otherTicket === null && !ours.has(row.xUserId),
      otherTicket: row.role === null ? row.otherTicket : null,
      permalink: `${xWebOrigin}/${row.username || 'i/web'}/status/${row.latest_id}`,
      likes: row.likes,
      reposts: row.reposts,
      mediaCount: row.media_count,
      media: media.get(row.id) ?? [],
      edited: row.version > 1,
      versions: versions.filter((one) => one.postId === row.id).map(versionView),
      quotedId: row.quoted_post_id,
      previews: previewsOf(entities),
    }
  })
}

const versionView = ({ version, text, entities, at }: PostVersion) => ({
  version,
  runs: runsOf(text, entities),
  at,
})

const dmRows = (read: Reads, own: Own) =>
  read
    .selectFrom('dm_events')
    .leftJoin('people', 'people.x_user_id', 'dm_events.sender_id')
    .leftJoin('jobs', 'jobs.sent_item_id', 'dm_events.id')
    .leftJoin('agents', 'agents.id', 'jobs.agent_id')
    .select([
      'dm_events.id',
      'dm_events.sender_id as xUserId',
      'dm_events.text',
      'dm_events.entities',
      'dm_events.media_count',
      'dm_events.created_at',
      'people.name',
      'people.username',
      'people.followers',
      'people.verified',
      'people.avatar_id as avatar',
      'agents.name as agentName',
    ])
    .where(wasShown('dm', 'dm_events.id', own))

/** What was said in private between this customer and this brand, also beside a public ticket, and from which on. */
export async function dmsOf(read: Reads, ticket: Whose): Promise<{ items: DmItem[]; since: Since }> {
  const own = await handlesOf(read, ticket.brandId).execute()
  if (own.length === 0) return { items: [], since: fromTheBeginning }
  const rows = await dmRows(read, own)
    .where('dm_events.conversation_id', 'in', (conversations) =>
      conversations
        .selectFrom('tickets')
        .innerJoin('ticket_items', 'ticket_items.ticket_id', 'tickets.id')
        .innerJoin('dm_events as told', 'told.id', 'ticket_items.item_id')
        .select('told.conversation_id')
        .where('tickets.brand_id', '=', ticket.brandId)
        .where('tickets.customer_id', '=', ticket.customerId)
        .where('ticket_items.kind', '=', 'dm'),
    )
    .orderBy('dm_events.created_at', 'desc')
    .orderBy('dm_events.id', 'desc')
    .limit(postsAtMost)
    .execute()
  const last = rows.at(-1)
  const since =
    last === undefined || rows.length < postsAtMost ? fromTheBeginning : { at: last.created_at, id: last.id }
  return { items: await dmViews(read, rows, own), since }
}

/** Direct messages by their ids; those that are not shown any more are left out. */
export async function dmsAmong(read: Reads, ticket: Whose, ids: readonly string[]): Promise<DmItem[]> {
  if (ids.length === 0) return []
  const own = await handlesOf(read, ticket.brandId).execute()
  if (own.length === 0) return []
  return dmViews(read, await dmRows(read, own).where('dm_events.id', 'in', ids).execute(), own)
}

type DmRow = Awaited<ReturnType<ReturnType<typeof dmRows>['execute']>>[number]

async function dmViews(read: Reads, rows: readonly DmRow[], own: Own): Promise<DmItem[]> {
  const ours = new Set(own.map((handle) => handle.x_user_id))
  const media = await mediaViews(
    read,
    'dm',
    rows.filter((row) => row.media_count > 0).map((row) => row.id),
  )
  return rows.map((row) => ({
    kind: 'dm',
    id: row.id,
    author: personView(row),
    runs: runsOf(row.text, fromJson(Entities, row.entities)),
    previews: previewsOf(fromJson(Entities, row.entities)),
    at: row.created_at,
    ours: ours.has(row.xUserId),
    agentName: row.agentName,
    mediaCount: row.media_count,
    media: media.get(row.id) ?? [],
  }))
}
