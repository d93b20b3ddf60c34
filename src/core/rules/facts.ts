/** @file Reads tickets as rules see them, now or as they stood at an earlier instant. */
import { sql } from 'kysely'
import { z } from 'zod'
import { Priority, TicketStatus } from '../../shared/domain/ticket.ts'
import { Category, Reach, Sentiment, Urgency } from '../../shared/domain/triage.ts'
import { compiled } from '../db/compiled.ts'
import type { Reads } from '../db/database.ts'
import { isSet } from '../db/values.ts'
import type { Policy } from '../deadlines/rules.ts'
import { isVisible } from '../posts/visible.ts'
import { unescapeText } from '../posts/text.ts'
import { split } from '../tickets/tags.ts'
import type { RuleFacts } from './match.ts'

type Row = {
  brandId: string
  handleId: string
  status: string
  priority: string
  channel: 'public' | 'dm'
  ownerId: string | null
  snoozedUntil: number | null
  snoozedForReply: number
  openedAt: number
  waitingSince: number | null
  dueAt: number | null
  answeredAt: number | null
  needsReply: number
  incidentId: string | null
  mergedInto: string | null
  importedAt: number | null
  followers: number | null
  verified: number | null
  category: string | null
  sentiment: string | null
  urgency: string | null
  reach: string | null
  lastResort: string | null
  privateData: string | null
  loud: number | null
  lang: string | null
  text: string | null
  labels: string | null
  /** JSON: an object of values by field. */
  fields: string
  followerIds: string | null
  ofCustomer: number
}

const Fields = z.record(z.string(), z.string())

const rowOf = compiled<'ticketId', Row>(
  (value) => sql`
  SELECT t.brand_id AS "brandId", t.handle_id AS "handleId", t.status, t.priority, t.channel,
    t.owner_agent_id AS "ownerId", t.snoozed_until AS "snoozedUntil", t.snoozed_for_reply AS "snoozedForReply",
    t.opened_at AS "openedAt", t.oldest_unanswered_at AS "waitingSince", t.due_at AS "dueAt",
    t.newest_outbound_at AS "answeredAt", t.needs_reply AS "needsReply", t.incident_id AS "incidentId",
    t.merged_into_id AS "mergedInto", t.imported_at AS "importedAt", c.followers, c.verified,
    g.category, g.sentiment, g.urgency, g.reach, g.last_resort AS "lastResort", g.private_data AS "privateData", g.loud,
    coalesce(x.lang, p.lang) AS lang, coalesce(p.text, d.text) AS text,
    (SELECT group_concat(tag) FROM ticket_tags WHERE ticket_id = t.id) AS labels,
    (SELECT json_group_object(field_id, value) FROM ticket_fields WHERE ticket_id = t.id) AS fields,
    (SELECT group_concat(agent_id) FROM ticket_followers WHERE ticket_id = t.id) AS "followerIds",
    (SELECT count(*) FROM tickets o WHERE o.brand_id = t.brand_id AND o.customer_id = t.customer_id
      AND o.merged_into_id IS NULL) AS "ofCustomer"
  FROM tickets t
  LEFT JOIN people c ON c.x_user_id = t.customer_id
  LEFT JOIN ticket_triage g ON g.ticket_id = t.id
  LEFT JOIN posts p ON t.newest_customer_kind = 'post' AND p.id = t.newest_customer_item
    AND ${isVisible('post', 'p.id', 't.brand_id')}
  LEFT JOIN dm_events d ON t.newest_customer_kind = 'dm' AND d.id = t.newest_customer_item
    AND ${isVisible('dm', 'd.id', 't.brand_id')}
  LEFT JOIN triage_items x ON x.item_id = t.newest_customer_item AND x.kind = t.newest_customer_kind
    AND x.brand_id = t.brand_id
  WHERE t.id = ${value('ticketId')}`,
)

const triageOf = (row: Row): RuleFacts['triage'] =>
  row.category === null
    ? null
    : {
        category: Category.parse(row.category),
        sentiment: Sentiment.parse(row.sentiment),
        urgency: Urgency.parse(row.urgency),
        reach: Reach.parse(row.reach),
        isLastResort: row.lastResort !== null,
        hasPrivateData: (row.privateData ?? '') !== '',
        isLoud: isSet(row.loud),
      }

/**
 * A ticket as it stands.
 * @returns null for one that is gone, was merged into another, or was over before its handle was connected
 */
export async function factsNow(
  read: Reads,
  ticketId: string,
  now: number,
  policyOf: (brandId: string) => Pick<Policy, 'time'>,
): Promise<RuleFacts | null> {
  const [row] = await rowOf(read, { ticketId })
  if (!row || row.mergedInto !== null || row.importedAt !== null) return null
  return {
    ticketId,
    brandId: row.brandId,
    handleId: row.handleId,
    status: TicketStatus.parse(row.status),
    priority: Priority.parse(row.priority),
    channel: row.channel,
    ownerId: row.ownerId,
    labels: split(row.labels ?? '').toSorted(),
    fields: new Map(Object.entries(Fields.parse(JSON.parse(row.fields)))),
    followerIds: split(row.followerIds ?? ''),
    snoozedUntil: row.snoozedUntil,
    isSnoozedForReply: isSet(row.snoozedForReply),
    triage: triageOf(row),
    lang: row.lang,
    text: unescapeText(row.text ?? ''),
    followers: row.followers,
    isVerified: isSet(row.verified),
    ticketsOfCustomer: row.ofCustomer,
    openedAt: row.openedAt,
    waitingSince: row.waitingSince,
    dueAt: row.dueAt,
    isAnswered: row.answeredAt !== null,
    needsReply: isSet(row.needsReply),
    isInIncident: row.incidentId !== null,
    isOpenHours: policyOf(row.brandId).time.isOpen(now),
  }
}

/** What a line of history says was before, as far as rules ask. */
const Before = z.object({
  status: TicketStatus.optional(),
  priority: Priority.optional(),
  owner_agent_id: z.string().nullable().optional(),
  snoozed_until: z.number().nullable().optional(),
  snoozed_for_reply: z.number().optional(),
  tags: z.string().optional(),
  handle_id: z.string().optional(),
  field_id: z.string().optional(),
  value: z.string().optional(),
  incident_id: z.string().nullable().optional(),
})

/** A ticket before a line of its history was written. */
export function before(facts: RuleFacts, json: string | null): RuleFacts {
  const was = Before.safeParse(json === null ? {} : JSON.parse(json)).data ?? {}
  return {
    ...facts,
    status: was.status ?? facts.status,
    priority: was.priority ?? facts.priority,
    ownerId: was.owner_agent_id === undefined ? facts.ownerId : was.owner_agent_id,
    snoozedUntil: was.snoozed_until === undefined ? facts.snoozedUntil : was.snoozed_until,
    isSnoozedForReply:
      was.snoozed_for_reply === undefined ? facts.isSnoozedForReply : isSet(was.snoozed_for_reply),
    handleId: was.handle_id ?? facts.handleId,
    fields:
      was.field_id === undefined ? facts.fields : new Map(facts.fields).set(was.field_id, was.value ?? ''),
    labels: was.tags === undefined ? facts.labels : split(was.tags),
    isInIncident: was.incident_id === undefined ? facts.isInIncident : was.incident_id !== null,
  }
}
