/**
 * @file Tickets as rows of a column: one statement gives everything that a card shows. Which tickets stand in a column
 * is decided in core/columns.
 */
import { sql, type RawBuilder } from 'kysely'
import type { JobView } from '../../shared/domain/outbox.ts'
import { CardTriage } from '../../shared/domain/triage.ts'
import { GoneReason, type Card, type Person, type Priority } from '../../shared/domain/ticket.ts'
import { must } from '../../shared/must.ts'
import type { TicketsTable } from '../db/tables/tickets.ts'
import type { JobsTable } from '../db/tables/outbox.ts'
import { fromJson, isSet } from '../db/values.ts'
import { jobView } from '../outbox/repo.ts'
import { Entities } from '../posts/records.ts'
import { linkLineOf, runsOf } from '../posts/text.ts'
import { isVisible } from '../posts/visible.ts'

/** A person as a row has them; nulls and empty names while only the id is known. */
export type PersonColumns = {
  xUserId: string
  name: string | null
  username: string | null
  followers: number | null
  verified: number | null
  avatar: string | null
}

/** Nobody's handle (X wants four characters): stands until the person was looked up. */
const unknownUsername = '_'

export const personView = ({
  xUserId,
  name,
  username,
  followers,
  verified,
  avatar,
}: PersonColumns): Person => ({
  xUserId,
  name: name || '…',
  username: username || unknownUsername,
  avatar,
  followers,
  verified: isSet(verified),
})

type JobPart = {
  jobId: string | null
  jobKind: JobsTable['kind']
  jobTicketId: string | null
  jobBrandId: string
  jobHandleId: string
  jobPayload: string
  jobState: JobsTable['state']
  jobCreatedAt: number
  jobReleaseAt: number
  jobNextTryAt: number | null
  jobFailure: string | null
  jobSolves: number
  jobScheduledAt: number | null
  jobStoppedAt: number | null
  jobAsks: string | null
  jobProgress: string
  jobSentItemId: string | null
  jobApproval: string | null
  jobApprovedAt: number | null
  jobAgentId: string | null
  jobUsername: string
  jobInitials: string | null
}

/** What `cardColumns` yields. */
export type CardRow = PersonColumns &
  JobPart & {
    ticketId: string
    number: number
    brandId: string
    status: TicketsTable['status']
    channel: TicketsTable['channel']
    messageAt: number
    dueAt: number | null
    warnAt: number | null
    needsReply: number
    waitingOnXUntil: number | null
    priority: Priority
    tags: string | null
    snoozedUntil: number | null
    snoozedForReply: number
    debtAt: number | null
    owedAt: number | null
    noticed: number
    answeredElsewhere: number
    importedAt: number | null
    text: string | null
    gone: string | null
    entities: string | null
    lang: string | null
    mediaCount: number | null
    quotedPostId: string | null
    ownerInitials: string | null
    linkedBrandIds: string | null
    answeredByBrandIds: string | null
    openWithCustomer: number
  } & TriagePart

type TriagePart = {
  triageCategory: string | null
  triageUrgency: string | null
  triageReach: string | null
  triageLoud: number | null
  triageLastResort: string | null
  triagePrivate: string | null
  impostors: number
}

/** The columns of a card over `t`, the ticket, and the tables of `cardJoins`. */
export const cardColumns: RawBuilder<CardRow> = sql`
  t.id AS "ticketId", t.number, t.brand_id AS "brandId", t.status,
  CASE t.newest_customer_kind WHEN 'dm' THEN 'dm' ELSE 'public' END AS channel, t.newest_customer_at AS "messageAt",
  t.due_at AS "dueAt", t.warn_at AS "warnAt", t.needs_reply AS "needsReply", t.waiting_on_x_until AS "waitingOnXUntil",
  t.priority, t.snoozed_until AS "snoozedUntil", t.snoozed_for_reply AS "snoozedForReply", t.debt_at AS "debtAt",
  t.owed_at AS "owedAt",
  (SELECT count(*) FROM promises pr WHERE pr.ticket_id = t.id AND pr.state = 'noticed') AS noticed,
  (SELECT string_agg(tag, ',') FROM (SELECT tag FROM ticket_tags WHERE ticket_id = t.id ORDER BY tag) tt) AS tags,
  t.answered_elsewhere AS "answeredElsewhere", t.imported_at AS "importedAt", t.customer_id AS "xUserId",
  c.name, c.username, c.followers, c.verified, c.avatar_id AS avatar,
  coalesce(p.text, d.text) AS text,
  CASE WHEN p.id IS NULL AND d.id IS NULL THEN coalesce(
    (SELECT why FROM tombstones
      WHERE kind = t.newest_customer_kind AND item_id = t.newest_customer_item),
    (SELECT min(w.why) FROM withdrawn w JOIN handles wh ON wh.id = w.handle_id AND wh.brand_id = t.brand_id
      WHERE w.kind = t.newest_customer_kind AND w.item_id = t.newest_customer_item))
    END AS gone, coalesce(p.entities, d.entities) AS entities, p.lang,
  coalesce(p.media_count, d.media_count) AS "mediaCount", p.quoted_post_id AS "quotedPostId",
  o.initials AS "ownerInitials",
  (SELECT string_agg(linked.brand_id, ',') FROM (
    SELECT DISTINCT t2.brand_id FROM ticket_items i JOIN tickets t2 ON t2.id = i.ticket_id
    WHERE i.item_id = t.newest_customer_item AND i.kind = t.newest_customer_kind
      AND t2.brand_id <> t.brand_id) linked) AS "linkedBrandIds",
  (SELECT string_agg(answered.brand_id, ',') FROM (
    SELECT DISTINCT t3.brand_id FROM ticket_items i JOIN tickets t3 ON t3.id = i.ticket_id
    WHERE i.item_id = t.newest_customer_item AND i.kind = t.newest_customer_kind
      AND t3.brand_id <> t.brand_id AND t3.newest_outbound_at >= i.at) answered) AS "answeredByBrandIds",
  (SELECT count(*) FROM tickets o WHERE o.brand_id = t.brand_id AND o.customer_id = t.customer_id
    AND o.status IN ('new', 'open', 'pending', 'on-hold')) AS "openWithCustomer",
  tt.category AS "triageCategory", tt.urgency AS "triageUrgency", tt.reach AS "triageReach", tt.loud AS "triageLoud",
  tt.last_resort AS "triageLastResort", tt.private_data AS "triagePrivate",
  (SELECT count(*) FROM impostors m WHERE m.ticket_id = t.id AND m.state = 'seen') AS impostors,
  j.id AS "jobId", j.kind AS "jobKind", j.payload AS "jobPayload", j.state AS "jobState",
  j.created_at AS "jobCreatedAt", j.release_at AS "jobReleaseAt", j.next_try_at AS "jobNextTryAt",
  j.failure AS "jobFailure", j.solves AS "jobSolves", j.ticket_id AS "jobTicketId", j.brand_id AS "jobBrandId",
  j.handle_id AS "jobHandleId", j.scheduled_at AS "jobScheduledAt", j.stopped_at AS "jobStoppedAt",
  j.asks AS "jobAsks", j.progress AS "jobProgress", j.sent_item_id AS "jobSentItemId", j.approval AS "jobApproval",
  j.approved_at AS "jobApprovedAt", j.agent_id AS "jobAgentId", jh.username AS "jobUsername", ja.initials AS "jobInitials"`

const joinsBeside = sql`
  LEFT JOIN people c ON c.x_user_id = t.customer_id
  LEFT JOIN posts p ON t.newest_customer_kind = 'post' AND p.id = t.newest_customer_item
    AND ${isVisible('post', 'p.id', 't.brand_id')}
  LEFT JOIN dm_events d ON t.newest_customer_kind = 'dm' AND d.id = t.newest_customer_item
    AND ${isVisible('dm', 'd.id', 't.brand_id')}
  LEFT JOIN ticket_triage tt ON tt.ticket_id = t.id
  LEFT JOIN agents o ON o.id = t.owner_agent_id
  LEFT JOIN handles jh ON jh.id = j.handle_id
  LEFT JOIN agents ja ON ja.id = j.agent_id`

/** Joins a card's tables to `t`; `j` is the newest message of the ticket that is not settled. */
export const cardJoins = sql`
  LEFT JOIN jobs j ON j.id = (
    SELECT id FROM jobs WHERE ticket_id = t.id AND settled_at IS NULL AND kind IN ('reply', 'chain', 'dm')
    ORDER BY created_at DESC, id DESC LIMIT 1)
  ${joinsBeside}`

/** Joins a card's tables to `j`, a job of any state; one that belongs to no ticket has an empty card. */
export const cardJoinsOfJob = sql`LEFT JOIN tickets t ON t.id = j.ticket_id ${joinsBeside}`

/** The message in a row; null when the ticket has none under way. */
export function jobOf(row: CardRow): JobView | null {
  if (row.jobId === null) return null
  return jobView(
    {
      id: row.jobId,
      kind: row.jobKind,
      ticket_id: row.jobTicketId,
      brand_id: row.jobBrandId,
      handle_id: row.jobHandleId,
      payload: row.jobPayload,
      state: row.jobState,
      created_at: row.jobCreatedAt,
      release_at: row.jobReleaseAt,
      next_try_at: row.jobNextTryAt,
      failure: row.jobFailure,
      solves: row.jobSolves,
      scheduled_at: row.jobScheduledAt,
      stopped_at: row.jobStoppedAt,
      asks: row.jobAsks,
      progress: row.jobProgress,
      sent_item_id: row.jobSentItemId,
      approval: row.jobApproval,
      approved_at: row.jobApprovedAt,
      agent_id: row.jobAgentId,
    },
    must(row.jobUsername, 'a job has a handle'),
    row.jobInitials,
  )
}

const triageOf = (row: CardRow): Card['triage'] =>
  row.triageCategory === null
    ? null
    : CardTriage.parse({
        category: row.triageCategory,
        urgency: row.triageUrgency,
        reach: row.triageReach,
        loud: isSet(row.triageLoud),
        lastResort: row.triageLastResort !== null,
        privateData: row.triagePrivate !== '',
        impostors: Number(row.impostors),
      })

/** A row as the console shows it. */
export const cardOf = (row: CardRow): Card => shown(row, fromJson(Entities, row.entities))

const shown = (row: CardRow, entities: Entities | null): Card => ({
  ticketId: row.ticketId,
  number: row.number,
  brandId: row.brandId,
  status: row.status,
  customer: personView(row),
  runs: runsOf(row.text ?? '', entities),
  gone: row.gone === null ? null : (GoneReason.safeParse(row.gone).data ?? 'unavailable'),
  lang: row.lang,
  channel: row.channel,
  messageAt: row.messageAt,
  dueAt: row.dueAt,
  warnAt: row.warnAt,
  needsReply: isSet(row.needsReply),
  waitingOnXUntil: row.waitingOnXUntil,
  hasMedia: (row.mediaCount ?? 0) > 0,
  isQuote: row.quotedPostId !== null,
  link: linkLineOf(entities),
  ownerInitials: row.ownerInitials,
  job: jobOf(row),
  linkedBrandIds: row.linkedBrandIds?.split(',') ?? [],
  answeredByBrandIds: row.answeredByBrandIds?.split(',') ?? [],
  openWithCustomer: row.openWithCustomer,
  answeredElsewhere: isSet(row.answeredElsewhere),
  imported: row.status === 'closed' && row.importedAt !== null,
  triage: triageOf(row),
  desk: {
    priority: row.priority,
    tags: row.tags?.split(',') ?? [],
    snoozedUntil: row.snoozedUntil,
    snoozedForReply: isSet(row.snoozedForReply),
    debtAt: row.debtAt,
    owedAt: row.owedAt,
    promiseNoticed: row.noticed > 0,
  },
})
