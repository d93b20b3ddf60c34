/** @file Client › brand › handle, and the X apps they sign in through: shapes only. */
import { z } from 'zod'
import { OwnId, Username, XId } from '../ids.ts'
import { WireFailure } from '../errors.ts'
import { StreamView } from './stream.ts'

/** What can be wrong with a handle's sign-in. `memory-only`: works, but is gone when the program ends. */
export const HandleState = z.enum(['connected', 'memory-only', 'reconnect', 'removed'])
export type HandleState = z.infer<typeof HandleState>

/**
 * The kinds of things that are read from X for a handle. `thread`: conversations of open tickets. `quotes`: of own
 * posts. `search` and `list`: what a brand listens to, one source each. `stream`: what X tells by itself.
 */
export const SourceKind = z.enum(['mentions', 'dms', 'posts', 'thread', 'quotes', 'search', 'list', 'stream'])
export type SourceKind = z.infer<typeof SourceKind>

/** Which source of a handle: `subject` is the id of what is listened to, empty for the other kinds. */
export const SourceKey = z.object({
  handleId: OwnId,
  source: SourceKind,
  subject: z.union([z.literal(''), OwnId]).default(''),
})

/**
 * A span that X had and did not show. `horizon`: X keeps no more than that, the computer slept too long. `circle`: X's
 * pages led nowhere. It goes away once something proves that the span is here.
 */
export const Gap = z.object({
  id: OwnId,
  fromAt: z.number(),
  toAt: z.number(),
  why: z.enum(['horizon', 'circle']),
  /** An agent has taken note of it. */
  seen: z.boolean(),
})
export type Gap = z.infer<typeof Gap>

/** Where one source of one handle stands. A failure is told with the time of the next try. */
export const SourceStatus = z.object({
  source: SourceKind,
  /** The id of what is listened to, empty for the other kinds. */
  subject: z.string(),
  /** The name of what is listened to; null for the other kinds. */
  title: z.string().nullable(),
  state: z.enum(['waiting', 'ok', 'failed', 'paused']),
  /** Everything X had up to this instant is here; null before the first complete read. */
  completeToAt: z.number().nullable(),
  /** By what that is known. */
  proof: z.enum(['poll', 'search', 'stream']),
  /** Spans before `completeToAt` that are not here, oldest first. */
  gaps: z.array(Gap),
  /** Nothing has come since then, though something comes every `rhythmMs` at this time of the week. */
  alarm: z.object({ since: z.number(), rhythmMs: z.number() }).nullable(),
  nextTryAt: z.number().nullable(),
  failure: WireFailure.nullable(),
})
export type SourceStatus = z.infer<typeof SourceStatus>

/** Why the direct messages of a handle may have moved to X Chat; see `core/dms/moved.ts`. */
export const MovedReason = z.enum(['chat-event', 'refused', 'silent'])
export type MovedReason = z.infer<typeof MovedReason>

export const HandleView = z.object({
  id: OwnId,
  brandId: OwnId,
  appId: OwnId,
  username: Username,
  xUserId: XId,
  name: z.string(),
  /** Opaque id for `media:<id>`; null without a picture. */
  avatar: z.string().nullable(),
  state: HandleState,
  /** Its direct messages may be in X Chat, where core cannot read them; null when nothing speaks for it. */
  dmsMoved: MovedReason.nullable(),
  /** X tells by itself, within a second, what happens to this handle; otherwise it is asked now and then. */
  live: z.boolean(),
  /** Answers show up at X that this console did not send: another seat seems to answer for it. */
  otherSeat: z.boolean(),
  sources: z.array(SourceStatus),
})
export type HandleView = z.infer<typeof HandleView>

/** A handle that a brand is to have: its name was written down, nobody signed in to it yet. */
export const ExpectedHandle = z.object({ id: OwnId, username: Username })
export type ExpectedHandle = z.infer<typeof ExpectedHandle>

/** Whether somebody is meant to be there, by the brand's own hours. */
export const BrandHours = z.object({
  /** IANA name of its time zone. */
  zone: z.string(),
  open: z.boolean(),
  /** When that ends, epoch ms; null when it never does. */
  changesAt: z.number().nullable(),
  /** The next opening after now; null for a brand that never closes. */
  opensAt: z.number().nullable(),
})
export type BrandHours = z.infer<typeof BrandHours>

export const BrandView = z.object({
  id: OwnId,
  clientId: OwnId,
  clientName: z.string(),
  name: z.string(),
  /** Unique among the brands of this workspace; one to three graphemes. */
  initials: z.string(),
  /** Index into the twelve fixed fills, see `renderer/ui/brand-fills.ts`. */
  fill: z.number().int().min(0).max(11),
  handles: z.array(HandleView),
  /** In the order in which they were written down. */
  expected: z.array(ExpectedHandle),
  /** How long messages are held before they leave, ms. */
  holdMs: z.object({ public: z.number(), dm: z.number() }),
  /** Tickets that need a reply, and whether one of them is late, or told as near. */
  needsReply: z.number(),
  pressing: z.boolean(),
  hours: BrandHours,
})
export type BrandView = z.infer<typeof BrandView>

/** An X app whose credentials the agency entered. Secrets never leave main and core. */
export const AppView = z.object({
  id: OwnId,
  name: z.string(),
  clientId: z.string().nullable(),
  hasSecret: z.boolean(),
  hasBearer: z.boolean(),
  hasOauth1: z.boolean(),
  /** Paid calls stopped because X answered 402. */
  outOfCredits: z.boolean(),
  /** Null without a bearer token or a handle. */
  stream: StreamView.nullable(),
})
export type AppView = z.infer<typeof AppView>

/** Where a sign-in stands, as the connect dialog shows it. */
export const ConnectView = z.object({
  sessionId: OwnId,
  state: z.enum(['waiting', 'verifying', 'done', 'failed', 'cancelled']),
  /** The address to open when no browser came up. */
  authorizeUrl: z.string(),
  redirectUri: z.string(),
  expiresAt: z.number(),
  username: Username.nullable(),
  /** The handle that was connected. */
  handleId: OwnId.nullable(),
  failure: WireFailure.nullable(),
})
export type ConnectView = z.infer<typeof ConnectView>
