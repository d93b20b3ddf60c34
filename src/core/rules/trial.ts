/**
 * @file What a rule would have done in the last thirty days: every event that it would have heard, on the ticket as it
 * stood then. Where a ticket stood follows from its history, what waited from its messages. Writes nothing.
 */
import { sql } from 'kysely'
import type { RuleBody, RuleEffect, RuleTrial, RuleTrials } from '../../shared/domain/rule.ts'
import { isOver } from '../../shared/domain/transitions.ts'
import { Category, Sentiment, Urgency } from '../../shared/domain/triage.ts'
import { must } from '../../shared/must.ts'
import type { Reads } from '../db/database.ts'
import { policiesOf } from '../deadlines/policy.ts'
import { deadlinesOf } from '../deadlines/rules.ts'
import { unescapeText } from '../posts/text.ts'
import { isVisible } from '../posts/visible.ts'
import { aroundOf } from './apply.ts'
import { effectsOf } from './effects.ts'
import { before, factsNow } from './facts.ts'
import { linesOf } from './heard.ts'
import { matches, stillLasts, type RuleFacts } from './match.ts'

const dayMs = 86_400_000
export const trialDays = 30
/** Events that are looked at, the newest ones: so that the answer comes while somebody waits for it. */
const eventsAtMost = 3_000
/** Lines that are shown. */
const shownAtMost = 200

type Heard = { id: string; at: number; ticketId: string; item: Item | null }
type Item = {
  text: string | null
  lang: string | null
  category: string
  sentiment: string
  urgency: string
}
type Message = { role: 'customer' | 'ours'; at: number }

/** @param brandId null: every brand's tickets */
export async function tryRule(
  read: Reads,
  { brandId, body, now }: { brandId: string | null; body: RuleBody; now: number },
): Promise<RuleTrials> {
  const since = now - trialDays * dayMs
  const heard = (await heardSince(read, brandId, body, since)).toReversed()
  const policies = await policiesOf(read)
  const policyOf = (id: string) => must(policies.get(id), 'every ticket is of a brand')
  const trials: RuleTrial[] = []
  /** What the rule would have done to each ticket already: it is not done again. */
  const done = new Set<string>()
  const histories = new Map<string, History>()

  for (const event of heard) {
    const at = event.at + body.when.after * 60_000
    if (at > now) continue
    const today = await factsNow(read, event.ticketId, at, policyOf)
    if (!today) continue
    const history = histories.get(event.ticketId) ?? (await historyOf(read, event.ticketId, since))
    histories.set(event.ticketId, history)
    const facts = await factsThen(today, history, event, at, policyOf)
    if (body.when.after > 0 && !stillLasts(body.when.on, facts, at)) continue
    if (!matches(body, facts, at)) continue
    const around = { ...(await aroundOf(read, facts, body.steps)), isSpokenFor: !facts.needsReply }
    const effects = effectsOf(body.steps, facts, around, at).map(({ effect }) => effect)
    const fresh = effects.filter((effect) => isFresh(done, event.ticketId, effect))
    if (fresh.length === 0) continue
    trials.push({ ...(await namesOf(read, event.ticketId)), at, effects: fresh })
  }
  return {
    since,
    looked: heard.length,
    ran: trials.length,
    trials: trials.toReversed().slice(0, shownAtMost),
  }
}

function isFresh(done: Set<string>, ticketId: string, effect: RuleEffect): boolean {
  // Each message is told anew; a label or a status is set once.
  if (effect.do === 'notify') return true
  const key = `${ticketId} ${effect.do} ${effect.to}`
  if (done.has(key)) return false
  done.add(key)
  return true
}

/** What the rule would have heard, newest first. */
async function heardSince(
  read: Reads,
  brandId: string | null,
  { when }: RuleBody,
  since: number,
): Promise<Heard[]> {
  if (when.on !== 'message') {
    const rows = await read
      .selectFrom('audit')
      .innerJoin('tickets', 'tickets.id', 'audit.ticket_id')
      .select(['audit.id', 'audit.at', 'tickets.id as ticketId'])
      .where('audit.event', 'in', linesOf(when.on))
      .where('audit.at', '>=', since)
      .where('audit.undone_by', 'is', null)
      .$if(brandId !== null, (query) => query.where('tickets.brand_id', '=', brandId ?? ''))
      .orderBy('audit.id', 'desc')
      .limit(eventsAtMost)
      .execute()
    return rows.map((row) => ({ ...row, item: null }))
  }
  const { rows } = await sql<Omit<Heard, 'item'> & Item>`
    SELECT i.item_id AS id, i.at, t.id AS "ticketId", coalesce(p.text, d.text) AS text, x.lang, x.category, x.sentiment,
      x.urgency
    FROM ticket_items i
    JOIN tickets t ON t.id = i.ticket_id
    JOIN triage_items x ON x.item_id = i.item_id AND x.kind = i.kind AND x.brand_id = t.brand_id
    LEFT JOIN posts p ON i.kind = 'post' AND p.id = i.item_id AND ${isVisible('post', 'p.id', 't.brand_id')}
    LEFT JOIN dm_events d ON i.kind = 'dm' AND d.id = i.item_id AND ${isVisible('dm', 'd.id', 't.brand_id')}
    WHERE i.role = 'customer' AND i.at >= ${since} AND t.imported_at IS NULL
      AND (${brandId} IS NULL OR t.brand_id = ${brandId})
    ORDER BY i.at DESC LIMIT ${eventsAtMost}`.execute(read)
  return rows.map(({ id, at, ticketId, ...item }) => ({ id, at, ticketId, item }))
}

type History = {
  /** Newest first. */
  lines: readonly { id: string; at: number; before: string | null }[]
  /** Oldest first. */
  messages: readonly Message[]
}

async function historyOf(read: Reads, ticketId: string, since: number): Promise<History> {
  const lines = await read
    .selectFrom('audit')
    .select(['id', 'at', 'before'])
    .where('ticket_id', '=', ticketId)
    .where('at', '>=', since)
    .where('undone_by', 'is', null)
    .orderBy('id', 'desc')
    .execute()
  const messages = await read
    .selectFrom('ticket_items')
    .select(['role', 'at'])
    .where('ticket_id', '=', ticketId)
    .orderBy('at')
    .orderBy('item_id')
    .execute()
  return { lines, messages }
}

/** A ticket as it stood when a rule would have looked. */
async function factsThen(
  today: RuleFacts,
  { lines, messages }: History,
  event: Heard,
  at: number,
  policyOf: (brandId: string) => Parameters<typeof deadlinesOf>[1],
): Promise<RuleFacts> {
  let facts = today
  // What its own line did had happened when the rule heard of it.
  for (const line of lines) {
    if (line.id === event.id || line.at < at) break
    facts = before(facts, line.before)
  }
  const known = messages.filter((message) => message.at <= at)
  const answeredAt = known.findLast(({ role }) => role === 'ours')?.at ?? null
  const waitingSince =
    known.find(({ role, at: saidAt }) => role === 'customer' && saidAt > (answeredAt ?? 0))?.at ?? null
  const isAnswered = answeredAt !== null
  const { dueAt } = deadlinesOf(
    {
      status: facts.status,
      priority: facts.priority,
      openedAt: facts.openedAt,
      clockFrom: facts.openedAt,
      oldestUnansweredAt: waitingSince,
      troubleAt: null,
      isAnsweredBefore: isAnswered,
      pauses: [],
    },
    policyOf(facts.brandId),
  )
  const then = {
    ...facts,
    waitingSince,
    isAnswered,
    dueAt,
    needsReply: waitingSince !== null && !isOver(facts.status),
  }
  const { item } = event
  if (item === null) return then
  return {
    ...then,
    text: unescapeText(item.text ?? ''),
    lang: item.lang,
    triage: then.triage && {
      ...then.triage,
      category: Category.parse(item.category),
      sentiment: Sentiment.parse(item.sentiment),
      urgency: Urgency.parse(item.urgency),
    },
  }
}

async function namesOf(
  read: Reads,
  ticketId: string,
): Promise<Pick<RuleTrial, 'ticketId' | 'number' | 'brandId' | 'customer'>> {
  const row = await read
    .selectFrom('tickets')
    .leftJoin('people', 'people.x_user_id', 'tickets.customer_id')
    .select(['tickets.id', 'tickets.number', 'tickets.brand_id', 'people.name'])
    .where('tickets.id', '=', ticketId)
    .executeTakeFirstOrThrow()
  return { ticketId: row.id, number: row.number, brandId: row.brand_id, customer: row.name ?? '' }
}
