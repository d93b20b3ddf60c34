/** @file Reads from the database what the reply resolver wants to know about one ticket. */
import { z } from 'zod'
import { Failure, WireFailure } from '../../shared/errors.ts'
import type { Routes } from '../../shared/domain/ticket.ts'
import type { Reads } from '../db/database.ts'
import { addressing } from '../posts/addressing.ts'
import { Entities } from '../posts/records.ts'
import { isVisible } from '../posts/visible.ts'
import { resolveRoutes, type CandidatePost } from './resolver.ts'

const entitiesOf = (json: string | null): Entities | null =>
  json === null ? null : Entities.parse(JSON.parse(json))
const RefusedTarget = z
  .string()
  .transform((json) => z.object({ targetPostId: z.string() }).parse(JSON.parse(json)).targetPostId)
const NotSummoned = z.object({
  code: z.literal('x.refused'),
  data: z.object({ reason: z.literal('not-summoned') }),
})

/**
 * @param fromHandleId as if this handle of the same brand answered; left out: the one that does
 * @returns the ways to answer this ticket. @throws Failure `ticket.missing`
 */
export async function routesOf(
  db: Reads,
  ticketId: string,
  xWebOrigin: string,
  fromHandleId?: string,
): Promise<Routes> {
  const ticket = await db
    .selectFrom('tickets')
    .innerJoin('handles', (join) =>
      fromHandleId === undefined
        ? join.onRef('handles.id', '=', 'tickets.handle_id')
        : join.on('handles.id', '=', fromHandleId).onRef('handles.brand_id', '=', 'tickets.brand_id'),
    )
    .select([
      'tickets.customer_id',
      'tickets.brand_id',
      'tickets.newest_customer_kind',
      'handles.id as handle_id',
      'handles.username',
      'handles.x_user_id',
      'handles.state',
    ])
    .where('tickets.id', '=', ticketId)
    .executeTakeFirst()
  if (!ticket) throw new Failure('ticket.missing', { ticketId })

  const rows = await db
    .selectFrom('ticket_items')
    .innerJoin('posts', 'posts.id', 'ticket_items.item_id')
    .innerJoin('tickets', 'tickets.id', 'ticket_items.ticket_id')
    .leftJoin('posts as quoted', 'quoted.id', 'posts.quoted_post_id')
    .leftJoin('posts as parent', 'parent.id', 'posts.in_reply_to_post_id')
    .select([
      'posts.id',
      'posts.latest_id',
      'posts.created_at',
      'posts.author_id',
      'posts.text',
      'posts.entities',
      'posts.in_reply_to_post_id',
      'posts.in_reply_to_user_id',
      'posts.quoted_post_id',
      'quoted.author_id as quoted_author_id',
      'parent.author_id as parent_author_id',
      'parent.text as parent_text',
      'parent.entities as parent_entities',
    ])
    .where('ticket_items.ticket_id', '=', ticketId)
    .where('ticket_items.kind', '=', 'post')
    .where(isVisible('post', 'posts.id', 'tickets.brand_id'))
    .execute()

  const refused = new Set(
    (
      await db
        .selectFrom('jobs')
        .select(['payload', 'failure'])
        .where('ticket_id', '=', ticketId)
        .where('kind', '=', 'reply')
        .where('failure', 'is not', null)
        .execute()
    )
      .filter(
        (job) =>
          job.failure !== null && NotSummoned.safeParse(WireFailure.parse(JSON.parse(job.failure))).success,
      )
      .map((job) => RefusedTarget.parse(job.payload)),
  )

  const dm = await db
    .selectFrom('tickets')
    .innerJoin('ticket_items', 'ticket_items.ticket_id', 'tickets.id')
    .innerJoin('visible_to', 'visible_to.item_id', 'ticket_items.item_id')
    .select('tickets.id')
    .where('tickets.brand_id', '=', ticket.brand_id)
    .where('tickets.customer_id', '=', ticket.customer_id)
    .where('ticket_items.role', '=', 'customer')
    .where('ticket_items.kind', '=', 'dm')
    .where('visible_to.kind', '=', 'dm')
    .where('visible_to.handle_id', '=', ticket.handle_id)
    .limit(1)
    .executeTakeFirst()

  const us = { userId: ticket.x_user_id, username: ticket.username }
  const posts = rows.flatMap((row): CandidatePost[] => {
    const author =
      row.author_id === us.userId ? 'us' : row.author_id === ticket.customer_id ? 'customer' : null
    if (!author) return []
    return [
      {
        id: row.latest_id,
        at: row.created_at,
        author,
        addressing: addressing(
          {
            text: row.text,
            entities: entitiesOf(row.entities),
            isReply: row.in_reply_to_post_id !== null,
            quotedAuthorId: row.quoted_author_id,
            inReplyToUserId: row.in_reply_to_user_id ?? row.parent_author_id,
          },
          us,
          row.parent_author_id === null || row.parent_text === null
            ? null
            : {
                authorId: row.parent_author_id,
                text: row.parent_text,
                entities: entitiesOf(row.parent_entities),
              },
        ),
        refusedBefore: refused.has(row.latest_id),
      },
    ]
  })

  return resolveRoutes({
    channel: ticket.newest_customer_kind === 'dm' ? 'dm' : 'public',
    username: ticket.username,
    signedIn: ticket.state === 'connected' || ticket.state === 'memory-only',
    posts,
    hasDmConversation: dm !== undefined,
    xWebOrigin,
  })
}
