/** @file What agents write: replies, chains and direct messages of a ticket, posts of a brand's own. */
import type { Contract } from '../../shared/contract/contract.ts'
import type { Override } from '../../shared/domain/guard.ts'
import type { JobKind, JobView } from '../../shared/domain/outbox.ts'
import { joinParts } from '../../shared/domain/parts.ts'
import { Failure } from '../../shared/errors.ts'
import { must } from '../../shared/must.ts'
import type { Handlers } from '../../shared/rpc.ts'
import { currentAgent } from '../agents/repo.ts'
import type { Database, Tx } from '../db/database.ts'
import { signParts } from '../macros/sign-off.ts'
import { actionsOfDraft, usesLeave } from '../macros/uses.ts'
import { routesOf } from '../replies/routes.ts'
import type { CallContext } from '../rpc-context.ts'
import { refreshTicket } from '../tickets/refresh.ts'
import { forgetCompose } from './compose.ts'
import { addJob } from './jobs.ts'
import { checkFilled } from './filled.ts'
import { checkLength } from './length.ts'

type Methods = 'reply.send' | 'post.compose'
type Parts = { database: Database; xWebOrigin: string }

/** What a message of these parts carries, under a target or under none. */
function publicMessage(
  parts: readonly string[],
  targetPostId: string | null,
  attachmentIds: readonly string[],
): { kind: JobKind; payload: object } {
  const [text = ''] = parts
  if (parts.length > 1)
    return { kind: 'chain', payload: { text: joinParts(parts), parts, targetPostId, attachmentIds } }
  return targetPostId === null
    ? { kind: 'post', payload: { text, attachmentIds } }
    : { kind: 'reply', payload: { text, targetPostId, attachmentIds } }
}

async function ticketToAnswer(tx: Tx, ticketId: string) {
  const ticket = await tx.db
    .selectFrom('tickets')
    .select(['brand_id', 'handle_id', 'customer_id', 'status', 'owner_agent_id'])
    .where('id', '=', ticketId)
    .executeTakeFirst()
  if (!ticket) throw new Failure('ticket.missing', { ticketId })
  const live = await tx.db
    .selectFrom('jobs')
    .select('id')
    .where('ticket_id', '=', ticketId)
    .where('kind', 'in', ['reply', 'chain', 'dm'])
    .where('state', 'in', ['held', 'queued', 'sending', 'unsure', 'stopped', 'ask'])
    .executeTakeFirst()
  // One at a time: so a conversation keeps its order.
  if (live) throw new Failure('reply.already-out', {})
  return ticket
}

/** @throws Failure `reply.no-route` unless the way that the composer showed is open still */
async function checkRoute(
  tx: Tx,
  ticketId: string,
  channel: 'public' | 'dm',
  targetPostId: string | null,
  xWebOrigin: string,
): Promise<void> {
  const routes = await routesOf(tx.db, ticketId, xWebOrigin)
  if (channel === 'dm') {
    if (!routes.dm.open) throw new Failure('reply.no-route', { reason: routes.dm.reason })
    return
  }
  // A newer message may have moved the target since the composer showed it: then the agent looks again.
  if (routes.public.open === 'no' || routes.public.targetPostId !== targetPostId)
    throw new Failure('reply.no-route', {
      reason: routes.public.open === 'no' ? routes.public.reason : 'target-moved',
    })
}

/** A message to a customer; `parts` are posts of a chain, or the one text. */
export type Answer = {
  ticketId: string
  channel: 'public' | 'dm'
  parts: readonly string[]
  /** What the agent saw it stand under; null for a direct message. */
  targetPostId: string | null
  solves: boolean
  attachmentIds?: readonly string[] | undefined
  scheduledAt?: number | null | undefined
  override?: Override | undefined
}

/**
 * Writes the job of an answer, signed and checked; drafts of its ticket stay.
 * @throws Failure `ticket.missing`, `reply.already-out`, `reply.no-route`, `reply.empty`, `reply.too-long`,
 * `macro.unfilled`, and what addJob throws
 */
export async function writeAnswer(tx: Tx, answer: Answer, xWebOrigin: string): Promise<JobView> {
  const { ticketId, channel, targetPostId, attachmentIds = [], scheduledAt, override } = answer
  const ticket = await ticketToAnswer(tx, ticketId)
  const texts = await signParts(tx.db, { id: ticketId, brandId: ticket.brand_id }, channel, answer.parts)
  checkFilled(texts)
  checkLength(channel, texts, attachmentIds.length)
  await checkRoute(tx, ticketId, channel, targetPostId, xWebOrigin)
  const message =
    channel === 'dm'
      ? {
          kind: 'dm' as const,
          payload: { text: texts[0], participantId: ticket.customer_id, attachmentIds },
        }
      : publicMessage(texts, must(targetPostId, 'an open public way has a target'), attachmentIds)
  const job = await addJob(tx, {
    ...message,
    handleId: ticket.handle_id,
    ticketId,
    solves: answer.solves,
    scheduledAt: scheduledAt ?? null,
    override,
  })
  const agent = await currentAgent(tx.db)
  await tx.db
    .updateTable('tickets')
    .set({
      status: ticket.status === 'new' ? 'open' : ticket.status,
      owner_agent_id: ticket.owner_agent_id ?? agent?.id ?? null,
    })
    .where('id', '=', ticketId)
    .execute()
  await refreshTicket(tx, ticketId)
  return job
}

export function sendService({ database, xWebOrigin }: Parts): Pick<Handlers<Contract, CallContext>, Methods> {
  return {
    'reply.send': ({ ticketId, channel, text, parts, targetPostId, solves, ...beside }) =>
      database.write(async (tx) => {
        const macros = await actionsOfDraft(tx.db, ticketId, channel)
        const written = channel === 'public' && parts && parts.length > 0 ? parts : [text]
        const job = await writeAnswer(
          tx,
          {
            ...beside,
            ticketId,
            channel,
            parts: written,
            targetPostId,
            solves: solves || macros.status === 'solved',
          },
          xWebOrigin,
        )
        await usesLeave(tx, ticketId, channel, job.id)
        await tx.db
          .deleteFrom('drafts')
          .where('ticket_id', '=', ticketId)
          .where('channel', '=', channel)
          .execute()
        return job
      }),

    'post.compose': ({ brandId, handleId, parts, attachmentIds = [], scheduledAt, override }) => {
      checkFilled(parts)
      checkLength('public', parts, attachmentIds.length)
      return database.write(async (tx) => {
        const handle = await tx.db
          .selectFrom('handles')
          .select('id')
          .where('id', '=', handleId)
          .where('brand_id', '=', brandId)
          .executeTakeFirst()
        if (!handle) throw new Failure('handle.missing', { handleId })
        const job = await addJob(tx, {
          ...publicMessage(parts, null, attachmentIds),
          handleId,
          ticketId: null,
          scheduledAt: scheduledAt ?? null,
          override,
        })
        await forgetCompose(tx, brandId)
        return job
      })
    },
  }
}
