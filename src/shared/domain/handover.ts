/** @file What whoever comes to the keyboard is told: brand by brand, in counted lines, with what others leave. Shapes only. */
import { z } from 'zod'
import { OwnId, Username, XId } from '../ids.ts'
import { SpendLevel } from './money.ts'
import { JobView } from './outbox.ts'
import { Card } from './ticket.ts'

/** Lines whose rows are tickets. */
export const TicketLine = z.enum(['new', 'late', 'late-at-opening', 'promises', 'waking', 'quiet'])
export type TicketLine = z.infer<typeof TicketLine>

/** Lines whose rows are messages of ours. */
export const JobLine = z.enum(['refused', 'unsure', 'stopped', 'missed'])
export type JobLine = z.infer<typeof JobLine>

/**
 * Every line of a brand, in the order in which they stand.
 * `new`: tickets that came, and are open. `late-at-opening`: of a brand that is closed, what is late when it opens, or
 * within half an hour after. `promises`: what we said to be back with by the end of the day. `waking`: put off until
 * today, or woken meanwhile. `quiet`: solved, and the customer thanked. `stopped`: held back, or asking. `missed`: not
 * sent at its time. `budget`: spending of the brand, or of an app of its handles, is near its limit or beyond.
 */
export const HandoverLine = z.enum([
  'late',
  'late-at-opening',
  'new',
  'promises',
  'waking',
  'incidents',
  'refused',
  'unsure',
  'stopped',
  'missed',
  'reconnects',
  'gaps',
  'budget',
  'quiet',
])
export type HandoverLine = z.infer<typeof HandoverLine>

export const HandoverText = z.string().trim().max(500)

/** A sentence about a brand that somebody left. `by`, `takenBy`: names; null: nobody was named. */
export const HandoverWords = z.object({
  id: OwnId,
  brandId: OwnId,
  text: z.string(),
  by: z.string().nullable(),
  leftAt: z.number(),
  takenBy: z.string().nullable(),
  /** Null: nobody took the brand over since. */
  takenAt: z.number().nullable(),
})
export type HandoverWords = z.infer<typeof HandoverWords>

export const HandoverOfBrand = z.object({
  brandId: OwnId,
  /** Those that have something, in their order; none: nothing is new. */
  lines: z.array(z.object({ line: HandoverLine, count: z.number() })),
  /** Not taken over yet, or within what is told; the newest first. */
  words: z.array(HandoverWords),
  /** What who sits here means to leave. */
  draft: z.string(),
})
export type HandoverOfBrand = z.infer<typeof HandoverOfBrand>

export const HandoverView = z.object({
  /** From when on it is told what is new: when who sits here was last here, or confirmed. */
  sinceAt: z.number(),
  /** They were never here before: it is told of the last day. */
  isFirst: z.boolean(),
  /** In the order of the rail. */
  brands: z.array(HandoverOfBrand),
})
export type HandoverView = z.infer<typeof HandoverView>

/** One of the rows of a line, which are as many as it counts. */
export const HandoverRow = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ticket'), id: OwnId, card: Card }),
  z.object({ kind: z.literal('job'), id: OwnId, job: JobView }),
  z.object({
    kind: z.literal('incident'),
    id: OwnId,
    brandId: OwnId,
    title: z.string(),
    openedAt: z.number(),
    overAt: z.number().nullable(),
  }),
  z.object({
    kind: z.literal('gap'),
    id: OwnId,
    brandId: OwnId,
    username: Username,
    source: z.string(),
    fromAt: z.number(),
    toAt: z.number(),
  }),
  z.object({ kind: z.literal('handle'), id: OwnId, brandId: OwnId, username: Username, xUserId: XId }),
  z.object({
    kind: z.literal('budget'),
    /** Of the brand, or of an app. */
    id: OwnId,
    brandId: OwnId,
    scope: z.enum(['brand', 'app']),
    name: z.string(),
    level: SpendLevel.exclude(['open']),
    /** Millionths of a dollar. */
    today: z.number(),
    dayBudget: z.number().nullable(),
  }),
])
export type HandoverRow = z.infer<typeof HandoverRow>

/** Rows of a line that are shown at once; it counts all. */
export const handoverRowsAtMost = 200
