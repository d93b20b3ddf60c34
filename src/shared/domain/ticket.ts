/** @file Tickets as the console shows them: cards, the conversation, where a reply may go. Shapes only. */
import { z } from 'zod'
import { OwnId, Username, XId } from '../ids.ts'
import { DeskView } from './desk.ts'
import { IncidentOfTicket } from './incident-words.ts'
import { Channel, JobView } from './outbox.ts'
import { AttachmentView, MediaView } from './media.ts'
import { LinkLine, LinkPreview, TextRun } from './text.ts'
import { CardTriage, ImpostorView, TriageView } from './triage.ts'

/**
 * `pending`: waits for the customer. `on-hold`: waits for somebody else. `closed`: over for good, or over before it came
 * here, see `Card.imported`.
 */
export const TicketStatus = z.enum(['new', 'open', 'pending', 'on-hold', 'solved', 'closed'])
export type TicketStatus = z.infer<typeof TicketStatus>

export const Priority = z.enum(['urgent', 'high', 'normal', 'low'])
export type Priority = z.infer<typeof Priority>

/** How a ticket came to be solved: what is not `answered` never counts as a reply. */
export const SolvedHow = z.enum(['answered', 'unanswered', 'no-reply-needed', 'handed-off'])
export type SolvedHow = z.infer<typeof SolvedHow>

export const Person = z.object({
  xUserId: XId,
  name: z.string(),
  username: Username,
  avatar: z.string().nullable(),
  followers: z.number().nullable(),
  verified: z.boolean(),
})
export type Person = z.infer<typeof Person>

/** Why X no longer shows a message. */
export const GoneReason = z.enum(['deleted', 'protected', 'suspended', 'withheld', 'unavailable'])
export type GoneReason = z.infer<typeof GoneReason>

/** What agents decided about a ticket, as far as its card shows it. */
export const CardDesk = z.object({
  priority: Priority,
  /** Labels, in the order of the alphabet. */
  tags: z.array(z.string()),
  /** Put off until then; `snoozedForReply`: a message of the customer's ends that, too, or alone. */
  snoozedUntil: z.number().nullable(),
  snoozedForReply: z.boolean(),
  /** The nearest follow-up or promise; `owedAt`: one that has come due. */
  debtAt: z.number().nullable(),
  owedAt: z.number().nullable(),
  /** A message of ours seems to promise something that nobody has confirmed. */
  promiseNoticed: z.boolean(),
})
export type CardDesk = z.infer<typeof CardDesk>

/** One row of a ticket column. */
export const Card = z.object({
  ticketId: OwnId,
  number: z.number(),
  brandId: OwnId,
  status: TicketStatus,
  customer: Person,
  /** The newest customer message, as runs. */
  runs: z.array(TextRun),
  /** Why that message has no words any more; null while X shows it. */
  gone: GoneReason.nullable(),
  lang: z.string().nullable(),
  /** How that message came. */
  channel: Channel,
  /** When that message was written. */
  messageAt: z.number(),
  dueAt: z.number().nullable(),
  /** When that is told as near. */
  warnAt: z.number().nullable(),
  needsReply: z.boolean(),
  /** Waiting for the agent's post on X's own site until then. */
  waitingOnXUntil: z.number().nullable(),
  hasMedia: z.boolean(),
  isQuote: z.boolean(),
  /** The first page that it links to of which X told; null: of none. */
  link: LinkLine.nullable(),
  ownerInitials: z.string().nullable(),
  /** The newest outgoing message that is not settled; null when there is none. */
  job: JobView.nullable(),
  /** Other brands that the same post addresses. */
  linkedBrandIds: z.array(OwnId),
  /** Those of them that answered since. */
  answeredByBrandIds: z.array(OwnId),
  /** How many tickets of this customer with this brand are not over. */
  openWithCustomer: z.number(),
  answeredElsewhere: z.boolean(),
  /** It came in as something that was over when its handle was connected, and nothing happened since. */
  imported: z.boolean(),
  /** Null until triage has looked at it. */
  triage: CardTriage.nullable(),
  desk: CardDesk,
})
export type Card = z.infer<typeof Card>

/** An earlier version of an edited post. */
export const PostVersion = z.object({
  version: z.number(),
  runs: z.array(TextRun),
  /** When this version was written. */
  at: z.number(),
})
export type PostVersion = z.infer<typeof PostVersion>

export const PostItem = z.object({
  kind: z.literal('post'),
  id: XId,
  author: Person,
  runs: z.array(TextRun),
  lang: z.string().nullable(),
  at: z.number(),
  /** Written by a handle of ours; `agentName` when this console sent it. */
  ours: z.boolean(),
  agentName: z.string().nullable(),
  /** Shown for understanding only: not addressed to us. */
  context: z.boolean(),
  /** The number of the ticket of this brand that it stands in, where that is not this one. */
  otherTicket: z.number().nullable(),
  /** X's address of the post, for "View on X". */
  permalink: z.string(),
  likes: z.number(),
  reposts: z.number(),
  mediaCount: z.number(),
  /** Those that X told of; fewer than `mediaCount` until it did. */
  media: z.array(MediaView),
  edited: z.boolean(),
  /** Earlier versions as far as they were seen, oldest first. */
  versions: z.array(PostVersion),
  quotedId: XId.nullable(),
  /** Pages that it links to, as far as X told of them. */
  previews: z.array(LinkPreview),
})
export type PostItem = z.infer<typeof PostItem>
export const DmItem = z.object({
  kind: z.literal('dm'),
  id: XId,
  author: Person,
  runs: z.array(TextRun),
  at: z.number(),
  ours: z.boolean(),
  agentName: z.string().nullable(),
  previews: z.array(LinkPreview),
  mediaCount: z.number(),
  media: z.array(MediaView),
})
export type DmItem = z.infer<typeof DmItem>
/** Where a message stood that X no longer shows: nothing of its content is left. */
export const GoneItem = z.object({
  kind: z.literal('gone'),
  id: XId,
  what: z.enum(['post', 'dm']),
  why: GoneReason,
  /** Where it is withheld: two letters each; XX is everywhere, XY by copyright. */
  countries: z.array(z.string()),
  /** When it was written, and when it was found to be gone. */
  at: z.number(),
  goneAt: z.number(),
  by: z.enum(['customer', 'ours', 'somebody']),
})
export type GoneItem = z.infer<typeof GoneItem>
export const NoteItem = z.object({
  kind: z.literal('note'),
  id: OwnId,
  text: z.string(),
  at: z.number(),
  agentName: z.string().nullable(),
  agentInitials: z.string().nullable(),
  /** Names of the agents whom it is for. */
  mentions: z.array(z.string()),
})
export type NoteItem = z.infer<typeof NoteItem>
/** Something that happened to the ticket: an audit event worth a line. */
export const EventItem = z.object({
  kind: z.literal('event'),
  id: OwnId,
  event: z.string(),
  at: z.number(),
  agentName: z.string().nullable(),
})
export const JobItem = z.object({ kind: z.literal('job'), at: z.number(), job: JobView })
export const TimelineItem = z.discriminatedUnion('kind', [
  PostItem,
  DmItem,
  GoneItem,
  NoteItem,
  EventItem,
  JobItem,
])
export type TimelineItem = z.infer<typeof TimelineItem>

/** Why a way to answer is open, perhaps open, or closed. Each has its sentence in the catalogue (`route.<reason>`). */
export const RouteReason = z.enum([
  'typed-handle',
  'quotes-us',
  'our-post',
  'inherited-handle',
  'not-addressed',
  'no-public-post',
  'dm-conversation',
  'no-dm-conversation',
  'reconnect',
  'refused-before',
  'target-moved',
])
export type RouteReason = z.infer<typeof RouteReason>

/** The reply resolver's answer for one ticket. */
export const Routes = z.object({
  /** The handle that answers, without the @. */
  username: Username,
  public: z.object({
    open: z.enum(['yes', 'perhaps', 'no']),
    reason: RouteReason,
    targetPostId: XId.nullable(),
    targetAt: z.number().nullable(),
    /** The target is not the customer's newest post. */
    targetIsOlder: z.boolean(),
  }),
  dm: z.object({ open: z.boolean(), reason: RouteReason }),
  /** X's own composer for the newest customer post; null when the ticket has no public post. */
  webIntentUrl: z.string().nullable(),
  /** What the composer opens with. */
  suggested: z.enum(['public', 'dm', 'web']),
})
export type Routes = z.infer<typeof Routes>

export const Draft = z.object({
  ticketId: OwnId,
  channel: z.enum(['public', 'dm', 'note']),
  text: z.string(),
  revision: z.number(),
})
export type Draft = z.infer<typeof Draft>

/** A ticket that another one names. */
export const TicketRef = z.object({ ticketId: OwnId, number: z.number() })
export type TicketRef = z.infer<typeof TicketRef>

/** What else was said between this customer and this brand, in other tickets, and does not stand in this timeline. */
export const EarlierCount = z.object({
  /** Tickets with something of that, and the messages in them: both are counted up to `earlierAtMost`. */
  tickets: z.number(),
  messages: z.number(),
  /** When the newest of these messages was written; null where only notes are left. */
  newestAt: z.number().nullable(),
  /** Some of these tickets began after this one. */
  someLater: z.boolean(),
})
export type EarlierCount = z.infer<typeof EarlierCount>

/** What is counted to here is at least that. */
export const earlierAtMost = 100

export const TicketDetail = z.object({
  card: Card,
  title: z.string(),
  routes: Routes,
  timeline: z.array(TimelineItem),
  /** Null when there is nothing of that. */
  earlier: EarlierCount.nullable(),
  drafts: z.array(Draft),
  /** Files that hang on its drafts. */
  attachments: z.array(AttachmentView),
  /** The customer's tickets with this brand, this one included. */
  customerTicketCount: z.number(),
  /** The earlier ticket that it goes on from. */
  previous: TicketRef.nullable(),
  /** The ticket that has its messages now. */
  mergedInto: TicketRef.nullable(),
  /** Null until triage has looked at it. */
  triage: TriageView.nullable(),
  impostors: z.array(ImpostorView),
  desk: DeskView,
  /** The incident that it belongs to. */
  incident: IncidentOfTicket.nullable(),
})
export type TicketDetail = z.infer<typeof TicketDetail>
