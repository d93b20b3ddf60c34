/**
 * @file All that is kept of a brand, a line each, for the client who takes it along: the brand itself, what agents left to
 * each other about it, what it told everybody, its tickets with their messages and notes. Times are ISO 8601; ids of
 * people and posts are X's.
 */
import { pagesFor } from '../answers/pages.ts'
import type { Reads } from '../db/database.ts'
import { kitOf } from '../kit/repo.ts'
import { noticesOfBrand } from '../notices/rows.ts'

/** So many tickets are read at a time. */
const atOnce = 200

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString())

/** The lines, tickets in the order of their numbers, each followed by what belongs to it. */
export async function* exportLines(read: Reads, brandId: string): AsyncGenerator<object> {
  yield { line: 'brand', ...(await kitOf(read, brandId)) }
  for (const { brandId: of, title, question, answer, shared, updatedAt } of await pagesFor(read, brandId))
    if (of === brandId) yield { line: 'answer', title, question, answer, shared, updatedAt: iso(updatedAt) }
  yield* wordsOf(read, brandId)
  yield* noticesOf(read, brandId)
  for (let after = -1; ;) {
    const tickets = await read
      .selectFrom('tickets')
      .leftJoin('people', 'people.x_user_id', 'tickets.customer_id')
      .innerJoin('handles', 'handles.id', 'tickets.handle_id')
      .select(['tickets.id', 'tickets.number', 'tickets.status', 'tickets.channel', 'tickets.priority'])
      .select(['tickets.opened_at', 'tickets.first_reply_at', 'tickets.solved_at', 'tickets.solved_how'])
      .select(['tickets.customer_id', 'people.name', 'people.username', 'handles.username as handle'])
      .where('tickets.brand_id', '=', brandId)
      .where('tickets.number', '>', after)
      .orderBy('tickets.number')
      .limit(atOnce)
      .execute()
    for (const ticket of tickets) {
      const tags = await read
        .selectFrom('ticket_tags')
        .select('tag')
        .where('ticket_id', '=', ticket.id)
        .execute()
      yield {
        line: 'ticket',
        number: ticket.number,
        status: ticket.status,
        channel: ticket.channel,
        priority: ticket.priority,
        handle: ticket.handle,
        customer: { xUserId: ticket.customer_id, username: ticket.username, name: ticket.name },
        tags: tags.map(({ tag }) => tag),
        openedAt: iso(ticket.opened_at),
        firstReplyAt: iso(ticket.first_reply_at),
        solvedAt: iso(ticket.solved_at),
        solvedHow: ticket.solved_how,
      }
      yield* messagesOf(read, ticket)
      yield* notesOf(read, ticket)
    }
    const last = tickets.at(-1)
    if (!last || tickets.length < atOnce) return
    after = last.number
  }
}

/** Drafts are nobody's word yet. */
async function* wordsOf(read: Reads, brandId: string): AsyncGenerator<object> {
  const left = await read
    .selectFrom('handover_words as w')
    .leftJoin('agents as leaver', 'leaver.id', 'w.agent_id')
    .leftJoin('agents as taker', 'taker.id', 'w.taken_by')
    .select(['w.text', 'w.left_at', 'w.taken_at', 'leaver.name as agent', 'taker.name as taker'])
    .where('w.brand_id', '=', brandId)
    .where('w.left_at', 'is not', null)
    .orderBy('w.left_at')
    .orderBy('w.id')
    .execute()
  for (const { text, left_at, taken_at, agent, taker } of left)
    yield { line: 'handover', agent, at: iso(left_at), text, takenBy: taker, takenAt: iso(taken_at) }
}

async function* noticesOf(read: Reads, brandId: string): AsyncGenerator<object> {
  for (const notice of await noticesOfBrand(read, brandId)) {
    const { title, username, startsAt, endsAt, createdAt } = notice
    yield {
      line: 'notice',
      title,
      handle: username,
      startsAt: iso(startsAt),
      endsAt: iso(endsAt),
      createdAt: iso(createdAt),
      posts: notice.posts.map(({ kind, at, job, postId }) => ({
        kind,
        state: job.state,
        at: iso(at),
        id: postId,
        text: job.text,
      })),
    }
  }
}

type Ticket = { id: string; number: number }

async function* messagesOf(read: Reads, { id, number }: Ticket): AsyncGenerator<object> {
  const items = await read
    .selectFrom('ticket_items')
    .leftJoin('posts', (join) =>
      join.onRef('posts.id', '=', 'ticket_items.item_id').on('ticket_items.kind', '=', 'post'),
    )
    .leftJoin('dm_events', (join) =>
      join.onRef('dm_events.id', '=', 'ticket_items.item_id').on('ticket_items.kind', '=', 'dm'),
    )
    .select(['ticket_items.kind', 'ticket_items.item_id', 'ticket_items.role', 'ticket_items.at'])
    .select(['posts.text as postText', 'posts.author_id', 'dm_events.text as dmText', 'dm_events.sender_id'])
    .where('ticket_items.ticket_id', '=', id)
    .orderBy('ticket_items.at')
    .orderBy('ticket_items.item_id')
    .execute()
  for (const item of items)
    yield {
      line: item.kind === 'post' ? 'post' : 'direct-message',
      ticket: number,
      id: item.item_id,
      by: item.role,
      authorId: item.author_id ?? item.sender_id,
      at: iso(item.at),
      // Null: X no longer shows it.
      text: item.postText ?? item.dmText,
    }
}

async function* notesOf(read: Reads, { id, number }: Ticket): AsyncGenerator<object> {
  const notes = await read
    .selectFrom('notes')
    .leftJoin('agents', 'agents.id', 'notes.agent_id')
    .select(['notes.text', 'notes.created_at', 'agents.name'])
    .where('notes.ticket_id', '=', id)
    .where('notes.removed_at', 'is', null)
    .orderBy('notes.created_at')
    .execute()
  for (const note of notes)
    yield { line: 'note', ticket: number, agent: note.name, at: iso(note.created_at), text: note.text }
}
