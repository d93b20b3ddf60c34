/** @file What each customer of an incident would be told, and by which way: the preview, and what is sent of it. */
import type { Finding } from '../../shared/domain/guard.ts'
import type { Skip, Telling, TellKind } from '../../shared/domain/incident.ts'
import type { Channel } from '../../shared/domain/outbox.ts'
import type { Routes } from '../../shared/domain/ticket.ts'
import { fillIn, unfilledIn } from '../../shared/domain/macro-text.ts'
import type { Reads } from '../db/database.ts'
import { factsOf } from '../guards/facts.ts'
import { findingsOf } from '../guards/rules.ts'
import { signParts } from '../macros/sign-off.ts'
import { valuesOf } from '../macros/values.ts'
import { dmLimit, lengthOf, publicLimit } from '../outbox/length.ts'
import { routesOf } from '../replies/routes.ts'
import { ticketCard, ticketState } from '../tickets/repo.ts'
import { memberIds } from './members.ts'
import { toldStates } from './repo.ts'
import { othersFirst } from '../turns.ts'
import {
  alike,
  guarded,
  skipOf,
  toldByAll,
  tooAlike,
  tooLong,
  unfilled,
  wayOf,
  type Listener,
} from './rules.ts'

/** One message, with what sending it needs to know. */
export type Prepared = Telling & { targetPostId: string | null; findings: Finding[] }

export type Asked = {
  incidentId: string
  kind: TellKind
  wordings: readonly string[]
  reason: string | null
}

async function hasLiveJob(db: Reads, ticketId: string): Promise<boolean> {
  const row = await db
    .selectFrom('jobs')
    .select('id')
    .where('ticket_id', '=', ticketId)
    .where('kind', 'in', ['reply', 'chain', 'dm'])
    .where('state', 'in', ['held', 'queued', 'sending', 'unsure', 'stopped', 'ask'])
    .executeTakeFirst()
  return row !== undefined
}

async function hasDraft(db: Reads, ticketId: string): Promise<boolean> {
  const rows = await db
    .selectFrom('drafts')
    .select('text')
    .where('ticket_id', '=', ticketId)
    .where('channel', 'in', ['public', 'dm'])
    .execute()
  return rows.some(({ text }) => text.trim() !== '')
}

async function textFor(
  db: Reads,
  ticket: { id: string; brandId: string },
  channel: Channel,
  wording: string,
): Promise<string> {
  const [text = ''] = await signParts(db, ticket, channel, [fillIn(wording, await valuesOf(db, ticket.id))])
  return text
}

/** What keeps this text back, beside what other texts say. */
function textSkip(channel: Channel, text: string, findings: readonly Finding[]): Skip | null {
  if (unfilledIn(text).length > 0) return unfilled
  if (lengthOf(channel, text) > (channel === 'public' ? publicLimit : dmLimit)) return tooLong
  const kept = findings.filter(({ severity, guard }) => severity !== 'warn' && guard !== 'same-text')
  return kept.length === 0 ? null : guarded(kept.map(({ guard }) => guard))
}

export type Context = Pick<Asked, 'incidentId' | 'kind'> & { xWebOrigin: string; at: number }

/** What one customer would be told in these words. @throws Failure `ticket.missing` */
export async function prepare(
  db: Reads,
  ticketId: string,
  wording: string,
  { incidentId, kind, xWebOrigin, at }: Context,
): Promise<Prepared> {
  const ticket = await ticketState(db, ticketId)
  const card = await ticketCard(db, ticketId)
  const routes: Routes = await routesOf(db, ticketId, xWebOrigin)
  const [answers, mine] = [
    await toldStates(db, incidentId, 'answer', ticketId),
    await toldStates(db, incidentId, kind, ticketId),
  ]
  const answer = toldByAll(answers.get(ticketId) ?? [])
  const listener: Listener = {
    status: ticket.status,
    told: toldByAll(mine.get(ticketId) ?? []),
    hasAnswer: answer === 'sent' || answer === 'waiting',
    isOnItsWay: await hasLiveJob(db, ticketId),
    hasDraft: await hasDraft(db, ticketId),
    isAnswered: ticket.newestOutboundAt !== null && ticket.oldestUnansweredAt === null,
    channel: card.channel,
    routes,
  }
  const about = { ticketId, number: card.number, customer: card.customer }
  const channel = wayOf(listener)
  const text = await textFor(db, { id: ticketId, brandId: ticket.brandId }, channel ?? 'public', wording)
  const before = skipOf(kind, listener)
  if (before !== null || channel === null)
    return { ...about, channel, text, skip: before, targetPostId: null, findings: [] }
  const { brandId, handleId } = ticket
  const draft = { brandId, handleId, ticketId, channel, text, attachmentIds: [] }
  const findings = findingsOf(await factsOf(db, draft, at))
  return {
    ...about,
    channel,
    text,
    skip: textSkip(channel, text, findings),
    targetPostId: channel === 'public' ? routes.public.targetPostId : null,
    findings,
  }
}

/** Every message of an incident as it would leave now, the oldest ticket first; wordings are taken in turn. */
export async function prepareAll(
  db: Reads,
  { incidentId, kind, wordings, reason }: Asked,
  around: { xWebOrigin: string; at: number },
): Promise<Prepared[]> {
  const all: Prepared[] = []
  let turn = 0
  for (const ticketId of await memberIds(db, incidentId)) {
    const wording = wordings[turn % wordings.length] ?? ''
    const one = await prepare(db, ticketId, wording, { incidentId, kind, ...around })
    if (one.skip === null) turn++
    all.push(one)
    // Whatever else core has to do comes in between.
    await othersFirst()
  }
  if (reason !== null) return all
  const going = all.filter(({ skip }) => skip === null)
  const same = tooAlike(going.map(({ text }) => text))
  return all.map((one) => (same.has(going.indexOf(one)) ? { ...one, skip: alike } : one))
}
