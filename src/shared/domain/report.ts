/** @file What a report says: whose, from when to when, and every figure with what it was counted from. Shapes only. */
import { z } from 'zod'
import { OwnId } from '../ids.ts'
import { CalendarDate } from './deadline-settings.ts'
import { Guard } from './guard.ts'
import { Category, Reach } from './triage.ts'

/** Whose report, and what of it: all brands named; of them what an agent did, what has a tag, what is of a category. */
export const ReportScope = z.object({
  brandIds: z.array(OwnId).min(1).max(500),
  agentId: OwnId.nullable().default(null),
  tag: z.string().min(1).max(60).nullable().default(null),
  category: Category.nullable().default(null),
})
export type ReportScope = z.infer<typeof ReportScope>

/** Whole days in each brand's own zone; `until` is the day after the last one. */
export const ReportPeriod = z
  .object({ from: CalendarDate, until: CalendarDate })
  .refine(({ from, until }) => from < until, 'ends before it begins')
  .refine(({ from, until }) => Date.parse(until) - Date.parse(from) <= 800 * 86_400_000, 'too long')
export type ReportPeriod = z.infer<typeof ReportPeriod>

export const ReportAsked = z.object({ scope: ReportScope, period: ReportPeriod })
export type ReportAsked = z.infer<typeof ReportAsked>

/**
 * What is counted, each once, from entries that name their tickets. What each of them means is told by
 * `report.means.<id>` in the catalogue.
 */
export const FigureId = z.enum([
  'messages-in',
  'messages-out',
  'people',
  'tickets',
  'replies',
  'resolutions',
  'resolved-tickets',
  'reopened',
  'no-reply-needed',
  'backlog',
  'promises-kept',
  'promises-broken',
  'csat',
  'csat-asked',
])
export type FigureId = z.infer<typeof FigureId>

/** One number, beside the same of the period before. `csat` is a mean, everything else a count. */
export const Figure = z.object({
  id: FigureId,
  value: z.number().nullable(),
  before: z.number().nullable(),
  /** From how many answers a mean was made. */
  of: z.number(),
  ofBefore: z.number(),
})
export type Figure = z.infer<typeof Figure>

export const TimeId = z.enum(['first-reply', 'next-reply', 'resolution'])
export type TimeId = z.infer<typeof TimeId>

/** `posted`: from when the customer wrote. `delivered`: from when it came to us, which X decides. */
export const TimeClock = z.enum(['posted', 'delivered'])
export type TimeClock = z.infer<typeof TimeClock>

/** `wall`: all time. `business`: while the brand is open, and its deadline ran. */
export const TimeKind = z.enum(['wall', 'business'])
export type TimeKind = z.infer<typeof TimeKind>

/** How long things took, ms. Of none: nulls. */
export const Spread = z.object({
  count: z.number(),
  /** Of an even number the mean of the middle two. */
  median: z.number().nullable(),
  /** The smallest that nine in ten do not exceed. */
  p90: z.number().nullable(),
  slowest: z.number().nullable(),
})
export type Spread = z.infer<typeof Spread>

export const TimeRow = z.object({
  id: TimeId,
  clock: TimeClock,
  kind: TimeKind,
  now: Spread,
  before: Spread,
  /** How many were within their target; of business time alone. */
  within: z.number().nullable(),
  withinBefore: z.number().nullable(),
})
export type TimeRow = z.infer<typeof TimeRow>

/** Tickets by something, beside the period before. */
const Share = { tickets: z.number(), before: z.number() }

/** What a dimension is made of: the same four things for a brand, an agent, a label. */
export const ReportRow = z.object({
  /** A brand's or an agent's id, or the label itself; null: nobody, or none. */
  key: z.string().nullable(),
  name: z.string(),
  tickets: z.number(),
  replies: z.number(),
  resolutions: z.number(),
  /** First replies from when the customer wrote, in business time. */
  firstReply: Spread,
  within: z.number(),
})
export type ReportRow = z.infer<typeof ReportRow>

/** Why tickets do not count, or not everywhere. Words: `report.excluded.<why>`. */
export const ExcludedWhy = z.enum(['imported', 'merged', 'no-reply-needed', 'before-connected'])
export type ExcludedWhy = z.infer<typeof ExcludedWhy>

export const Report = z.object({
  asked: ReportAsked,
  before: ReportPeriod,
  /** In their order; each with its zone, and the instants between which it was counted. */
  brands: z.array(
    z.object({ id: OwnId, name: z.string(), zone: z.string(), from: z.number(), until: z.number() }),
  ),
  /** How the scope reads: names in place of ids. */
  agentName: z.string().nullable(),
  /** When it was counted. */
  at: z.number(),
  /** The period was not over then. */
  isOpen: z.boolean(),
  figures: z.array(Figure),
  times: z.array(TimeRow),
  categories: z.array(z.object({ category: Category.nullable(), ...Share })),
  languages: z.array(z.object({ lang: z.string().nullable(), ...Share })),
  reach: z.array(z.object({ reach: Reach.nullable(), ...Share })),
  /** Customers' messages by weekday (Monday first) and hour of the brand's zone. */
  heat: z.array(z.array(z.number()).length(24)).length(7),
  /** The same by day, those without any among them. */
  days: z.array(z.object({ date: CalendarDate, messagesIn: z.number() })),
  rowsBy: z.object({ brand: z.array(ReportRow), agent: z.array(ReportRow), tag: z.array(ReportRow) }),
  /** Of whole brands alone: empty, and null, where an agent, a label or a category was asked for. */
  incidents: z.array(
    z.object({
      id: OwnId,
      brandId: OwnId,
      title: z.string(),
      openedAt: z.number(),
      overAt: z.number().nullable(),
      tickets: z.number(),
    }),
  ),
  guards: z.array(z.object({ guard: Guard, heldBack: z.number(), overridden: z.number() })),
  /** Millionths of a dollar, by days of X's (UTC). */
  spend: z.object({ micros: z.number(), before: z.number(), perResolved: z.number().nullable() }).nullable(),
  /** What was not seen while it lasted: stretches that X does not give any more, by handle. */
  gaps: z.array(
    z.object({
      handle: z.string(),
      source: z.string(),
      from: z.number(),
      until: z.number(),
      closed: z.boolean(),
    }),
  ),
  excluded: z.array(z.object({ why: ExcludedWhy, tickets: z.number() })),
  /** Tickets of people who were forgotten, in all counts. */
  erased: z.number(),
})
export type Report = z.infer<typeof Report>

/** One thing of a report that opens its tickets. */
export const ReportCell = z.discriminatedUnion('of', [
  z.object({ of: z.literal('figure'), id: FigureId }),
  /** `late`: those alone that missed their target. */
  z.object({ of: z.literal('time'), id: TimeId, clock: TimeClock, kind: TimeKind, late: z.boolean() }),
  z.object({ of: z.literal('category'), category: Category.nullable() }),
  z.object({ of: z.literal('language'), lang: z.string().nullable() }),
  z.object({ of: z.literal('reach'), reach: Reach.nullable() }),
  z.object({
    of: z.literal('hour'),
    weekday: z.number().int().min(0).max(6),
    hour: z.number().int().min(0).max(23),
  }),
  z.object({ of: z.literal('brand'), key: OwnId }),
  z.object({ of: z.literal('agent'), key: OwnId.nullable() }),
  z.object({ of: z.literal('tag'), key: z.string() }),
  z.object({ of: z.literal('incident'), id: OwnId }),
  z.object({ of: z.literal('excluded'), why: ExcludedWhy }),
])
export type ReportCell = z.infer<typeof ReportCell>

/** A ticket behind a figure. */
export const CellTicket = z.object({
  ticketId: OwnId,
  number: z.number(),
  brandId: OwnId,
  /** How often it was counted there, or how long that took, ms. */
  values: z.array(z.number()),
  /** It was erased: nothing of it can be opened. */
  erased: z.boolean(),
})
export type CellTicket = z.infer<typeof CellTicket>

/** One row of the export by ticket: ids and metrics of our own. */
export const TicketLine = z.object({
  ticketId: OwnId,
  number: z.number(),
  brand: z.string(),
  channel: z.enum(['public', 'dm']),
  priority: z.string(),
  owner: z.string().nullable(),
  openedAt: z.number(),
  messagesIn: z.number(),
  messagesOut: z.number(),
  replies: z.number(),
  firstReplyWallMs: z.number().nullable(),
  firstReplyBusinessMs: z.number().nullable(),
  firstReplyWithin: z.boolean().nullable(),
  resolutions: z.number(),
  resolutionWallMs: z.number().nullable(),
  resolutionBusinessMs: z.number().nullable(),
  resolutionWithin: z.boolean().nullable(),
  solvedHow: z.string().nullable(),
  reopened: z.number(),
  category: z.string().nullable(),
  lang: z.string().nullable(),
  reach: z.string().nullable(),
  tags: z.array(z.string()),
  csat: z.number().nullable(),
  erased: z.boolean(),
})
export type TicketLine = z.infer<typeof TicketLine>

/** A report as it was delivered. */
export const DeliveredView = z.object({
  id: OwnId,
  at: z.number(),
  agentName: z.string().nullable(),
  /** The schedule of its client delivered it. */
  scheduled: z.boolean(),
  asked: ReportAsked,
  brands: z.array(z.string()),
  words: z.string(),
})
export type DeliveredView = z.infer<typeof DeliveredView>

/** Why a ticket counts otherwise now than in a delivered report. Words: `report.changed.<why>`. */
export const ChangedWhy = z.enum(['heard-later', 'changed', 'gone'])
export type ChangedWhy = z.infer<typeof ChangedWhy>

/** What a rerun finds: each figure that differs, and each ticket that makes it so. */
export const ReportChanges = z.object({
  figures: z.array(z.object({ id: z.string(), was: z.number().nullable(), is: z.number().nullable() })),
  tickets: z.array(
    z.object({
      ticketId: OwnId,
      number: z.number(),
      why: ChangedWhy,
      /** What happened to it since, as events of its history, oldest first. */
      events: z.array(z.object({ at: z.number(), event: z.string() })),
    }),
  ),
})
export type ReportChanges = z.infer<typeof ReportChanges>
