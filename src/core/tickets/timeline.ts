/**
 * @file The conversation of a ticket as its pane shows it: posts, direct messages, notes, what happened, what is on its
 * way. Reads only.
 */
import type { TimelineItem } from '../../shared/domain/ticket.ts'
import type { Reads } from '../db/database.ts'
import { fromJson } from '../db/values.ts'
import { mediaViews } from '../media/rows.ts'
import { jobView } from '../outbox/repo.ts'
import { Entities } from '../posts/records.ts'
import { previewsOf, runsOf } from '../posts/text.ts'
import { versionsOf, type PostVersion } from '../posts/versions.ts'
import { personView } from './cards.ts'
import { goneItems } from './gone.ts'
import { mentionsOn } from './mentions.ts'
import type { TicketState } from './repo.ts'

/** A conversation can have ten thousand replies; a pane shows the newest of them, and all that belong to the ticket. */
const postsAtMost = 300

/** What is worth a line between the messages. */
const shownEvents = [
  'ticket.solved',
  'ticket.no-reply-needed',
  'ticket.on-hold',
  'ticket.status-set',
  'ticket.quiet-close',
  'ticket.merged',
  'ticket.split',
  'ticket.split-off',
  'ticket.linked',
  'ticket.renamed',
  'ticket.reopened',
  'ticket.waiting-on-x',
  'ticket.wait-ended',
  'ticket.answered-elsewhere',
  'ticket.categorized',
  'impostor.reported',
  'impostor.dismissed',
  'ticket.assigned',
  'ticket.unassigned',
  'ticket.prioritised',
  'ticket.snoozed',
  'ticket.snooze-ended',
  'ticket.woken',
  'ticket.follow-up-set',
  'ticket.follow-up-due',
  'ticket.promised',
  'ticket.promise-due',
  'ticket.promise-kept',
  'ticket.promise-broken',
  'ticket.handed-off',
  'ticket.moved-handle',
  'reply.recalled',
  'guard.overridden',
  'person.left-alone',
  'csat.asked',
  'csat.stopped',
  'csat.answered-1',
  'csat.answered-2',
  'csat.answered-3',
  'csat.answered-4',
  'csat.answered-5',
  'person.let-back',
  'action.recalled',
  'post.hidden',
  'post.unhidden',
  'post.deleted',
  'post.edited',
  'post.reposted',
  'post.unreposted',
  'post.bookmarked',
  'post.unbookmarked',
  'person.muted',
  'person.unmuted',
  'action.undone',
]

/** Everything of the ticket, oldest first. @param xWebOrigin where X's pages live */
export async function timelineOf(
  read: Reads,
  ticket: TicketState,
  xWebOrigin: string,
): Promise<TimelineItem[]> {
  const parts = await Promise.all([
    postItems(read, ticket, xWebOrigin),
    dmItems(read, ticket),
    goneItems(read, ticket),
    noteItems(read, ticket.id),
    eventItems(read, ticket.id),
    jobItems(read, ticket.id),
  ])
  return parts.flat().sort((a, b) => a.at - b.at || idOf(a).localeCompare(idOf(b)))
}

const idOf = (item: TimelineItem): string => (item.kind === 'job' ? item.job.id : item.id)

const handlesOf = (read: Reads, brandId: string) =>
  read
    .selectFrom('handles')
    .select(['id', 'x_user_id'])
    .where('brand_id', '=', brandId)
    .where('state', '<>', 'removed')

async function postItems(read: Reads, ticket: TicketState, xWebOrigin: string): Promise<TimelineItem[]> {
  const own = await handlesOf(read, ticket.brandId).execute()
  const ours = new Set(own.map((handle) => handle.x_user_id))
  const rows = await read
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
    .where('posts.reposted_post_id', 'is', null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('visible_to')
          .select('visible_to.item_id')
          .where('visible_to.kind', '=', 'post')
          .whereRef('visible_to.item_id', '=', 'posts.id')
          .where(
            'visible_to.handle_id',
            'in',
            own.map((handle) => handle.id),
          ),
      ),
    )
    .orderBy('ticket_items.role', (order) => order.desc().nullsLast())
    .orderBy('posts.created_at', 'desc')
    .limit(postsAtMost)
    .execute()
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

/** What was said in private between this customer and this brand, also beside a public ticket. */
async function dmItems(read: Reads, ticket: TicketState): Promise<TimelineItem[]> {
  const own = await handlesOf(read, ticket.brandId).execute()
  const ours = new Set(own.map((handle) => handle.x_user_id))
  if (own.length === 0) return []
  const rows = await read
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
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('visible_to')
          .select('visible_to.item_id')
          .where('visible_to.kind', '=', 'dm')
          .whereRef('visible_to.item_id', '=', 'dm_events.id')
          .where(
            'visible_to.handle_id',
            'in',
            own.map((handle) => handle.id),
          ),
      ),
    )
    .orderBy('dm_events.created_at', 'desc')
    .limit(postsAtMost)
    .execute()
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

async function noteItems(read: Reads, ticketId: string): Promise<TimelineItem[]> {
  const rows = await read
    .selectFrom('notes')
    .leftJoin('agents', 'agents.id', 'notes.agent_id')
    .select(['notes.id', 'notes.text', 'notes.created_at as at'])
    .select(['agents.name as agentName', 'agents.initials as agentInitials'])
    .where('notes.ticket_id', '=', ticketId)
    .where('notes.removed_at', 'is', null)
    .execute()
  const mentions = await mentionsOn(read, ticketId)
  return rows.map((row) => ({ kind: 'note', ...row, mentions: mentions.get(row.id) ?? [] }))
}

async function eventItems(read: Reads, ticketId: string): Promise<TimelineItem[]> {
  const rows = await read
    .selectFrom('audit')
    .leftJoin('agents', 'agents.id', 'audit.actor')
    .select(['audit.id', 'audit.event', 'audit.at', 'agents.name as agentName'])
    .where('audit.ticket_id', '=', ticketId)
    .where('audit.event', 'in', shownEvents)
    .execute()
  return rows.map((row) => ({ kind: 'event', ...row }))
}

async function jobItems(read: Reads, ticketId: string): Promise<TimelineItem[]> {
  const rows = await read
    .selectFrom('jobs')
    .innerJoin('handles', 'handles.id', 'jobs.handle_id')
    .leftJoin('agents', 'agents.id', 'jobs.agent_id')
    .selectAll('jobs')
    .select(['handles.username', 'agents.initials'])
    .where('jobs.ticket_id', '=', ticketId)
    .where('jobs.settled_at', 'is', null)
    .execute()
  return rows.map((row) => ({
    kind: 'job',
    at: row.created_at,
    job: jobView(row, row.username, row.initials),
  }))
}
