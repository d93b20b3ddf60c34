/**
 * @file The conversation of a ticket as its pane shows it: posts, direct messages, notes, what happened, what is on its
 * way. Reads only.
 */
import type { NoteItem, TimelineItem } from '../../shared/domain/ticket.ts'
import type { Reads } from '../db/database.ts'
import { jobView } from '../outbox/repo.ts'
import { goneItems } from './gone.ts'
import { mentionsOn } from './mentions.ts'
import type { TicketState } from './repo.ts'
import { dmsOf, postsOf, type Since } from './said.ts'

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

/** The conversation of a ticket, and from which messages on it is all there. */
export type Told = { items: TimelineItem[]; posts: Since; dms: Since }

/** Everything of the ticket, oldest first. @param xWebOrigin where X's pages live */
export async function timelineOf(read: Reads, ticket: TicketState, xWebOrigin: string): Promise<Told> {
  const [posts, dms, ...others] = await Promise.all([
    postsOf(read, ticket, xWebOrigin),
    dmsOf(read, ticket),
    goneItems(read, ticket),
    noteItems(read, ticket.id),
    eventItems(read, ticket.id),
    jobItems(read, ticket.id),
  ])
  const items = [posts.items, dms.items, ...others].flat()
  return { items: items.sort(byTime), posts: posts.since, dms: dms.since }
}

/** Oldest first. */
export const byTime = (a: TimelineItem, b: TimelineItem): number =>
  a.at - b.at || idOf(a).localeCompare(idOf(b))

const idOf = (item: TimelineItem): string => (item.kind === 'job' ? item.job.id : item.id)

/** The internal notes of a ticket. */
export async function noteItems(read: Reads, ticketId: string): Promise<NoteItem[]> {
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
