/** @file Reading the past of a handle: what it would cost, how far it is. Shapes only. */
import { z } from 'zod'
import { WireFailure } from '../errors.ts'
import { OwnId, Username } from '../ids.ts'

/** What of a handle's past is read. */
export const BackfillSource = z.enum(['mentions', 'posts', 'dms'])
export type BackfillSource = z.infer<typeof BackfillSource>

/** How many days back. Without any, only the last day before it was connected is here: that is always read. */
export const BackfillDays = z.union([z.literal(7), z.literal(30)])
export type BackfillDays = z.infer<typeof BackfillDays>

/** What reading so many days back would bring and cost. Dollars in millionths, so that sums are exact. */
export const BackfillPrice = z.object({
  days: BackfillDays,
  mentions: z.number(),
  posts: z.number(),
  dms: z.number(),
  /** Profiles that are not here yet, of those who wrote. */
  people: z.number(),
  micros: z.number(),
  /** Whether X counted the posts; otherwise all is told from the last day. Messages and people are always a guess. */
  counted: z.boolean(),
})
export type BackfillPrice = z.infer<typeof BackfillPrice>

export const BackfillEstimate = z.object({
  handleId: OwnId,
  username: Username,
  /** False while the last day is still being read: then the rest is only a first guess. */
  ready: z.boolean(),
  /** Tickets of the handle that need a reply now: what is older needs none. */
  needsReply: z.number(),
  prices: z.array(BackfillPrice),
  /** What asking X for the numbers has cost, millionths of a dollar. */
  askedMicros: z.number(),
})
export type BackfillEstimate = z.infer<typeof BackfillEstimate>

export const BackfillState = z.enum(['running', 'paused', 'done', 'cancelled'])
export type BackfillState = z.infer<typeof BackfillState>

/** How far one source of a handle is. */
export const BackfillPart = z.object({
  source: BackfillSource,
  state: BackfillState,
  /** Items that X gave so far, and how many were expected. */
  items: z.number(),
  expected: z.number().nullable(),
  /** Everything back to this instant is here; null before the first page. */
  reachedAt: z.number().nullable(),
  /** X showed nothing older than this, though the chosen depth goes further back. */
  horizonAt: z.number().nullable(),
  /** Why it waits or was paused. */
  failure: WireFailure.nullable(),
  nextTryAt: z.number().nullable(),
})
export type BackfillPart = z.infer<typeof BackfillPart>

/** The reading of one handle's past. */
export const BackfillView = z.object({
  handleId: OwnId,
  username: Username,
  state: BackfillState,
  /** Back to here. */
  fromAt: z.number(),
  /** What it has cost, millionths of a dollar. */
  micros: z.number(),
  parts: z.array(BackfillPart),
})
export type BackfillView = z.infer<typeof BackfillView>
