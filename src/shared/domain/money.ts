/** @file What X charges for, and for what purpose it was asked: shapes only. Prices stand in `prices.ts`. */
import { z } from 'zod'
import { OwnId } from '../ids.ts'

/** What a paid call was for: the heading under which it stands in the ledger. */
export const SpendStream = z.enum([
  'mentions',
  'dms',
  'posts',
  'search',
  'list',
  'thread',
  'quotes',
  'people',
  'lookup',
  'recheck',
  'backfill',
  'stream',
  /** Asked of X whether a message of unknown outcome arrived. */
  'look',
  'send',
  'media',
])
export type SpendStream = z.infer<typeof SpendStream>

/** The lines of X's price list that Switchboard meets. */
export const ResourceKind = z.enum([
  'post',
  /** A post of the own time lines of the handle that registered the app. */
  'owned-post',
  'person',
  'dm',
  'list',
  'post.create',
  'post.create.link',
  /** A reply whose author called upon the handle. */
  'post.create.summoned',
  /** The same with a link: X's words leave its price open. */
  'post.create.summoned-link',
  'dm.create',
  'interaction.create',
  'interaction.delete',
  'content.manage',
  'mute.delete',
  /** A number of posts, however large. */
  'count',
])
export type ResourceKind = z.infer<typeof ResourceKind>

/** Kinds that are charged for each resource returned, and once a day; the others for each request. */
export const readKinds: ReadonlySet<ResourceKind> = new Set(['post', 'owned-post', 'person', 'dm', 'list'])

/** Where spending stands. `warn`: four fifths of a budget. `slow`: all of it. `stopped`: a cap that a person set. */
export const SpendLevel = z.enum(['open', 'warn', 'slow', 'stopped'])
export type SpendLevel = z.infer<typeof SpendLevel>

/** Whose spending: a brand's, or everything through one X app. */
export const SpendScope = z.object({ kind: z.enum(['app', 'brand']), id: OwnId })
export type SpendScope = z.infer<typeof SpendScope>

const micros = z.number().int().min(0)

/** What a person set; null: the default for a budget, none for a cap. Millionths of a dollar. */
export const Limits = z.object({
  dayBudget: micros.nullable(),
  monthBudget: micros.nullable(),
  dayCap: micros.nullable(),
  monthCap: micros.nullable(),
})
export type Limits = z.infer<typeof Limits>

/** One brand or app in the panel. Days and months are UTC ones of X's. Millionths of a dollar throughout. */
export const SpendRow = z.object({
  scope: SpendScope,
  /** Of the brand or the app; null for what belongs to no brand. */
  name: z.string(),
  level: SpendLevel,
  today: micros,
  month: micros,
  /** What both will come to, if things go on so; null while too little is known. */
  todayForecast: micros.nullable(),
  monthForecast: micros.nullable(),
  limits: Limits,
  /** What counts now: set, or the default. Null: no budget. */
  dayBudget: micros.nullable(),
  monthBudget: micros.nullable(),
  /** Solved this month, and what one of them cost; null without any. */
  solved: z.number(),
  perSolved: micros.nullable(),
})
export type SpendRow = z.infer<typeof SpendRow>

/** The line in the top bar. */
export const SpendToday = z.object({
  today: micros,
  /** Sum of the budgets of all brands, or the apps' own where those are less; null without any. */
  budget: micros.nullable(),
  /** The worst of all. */
  level: SpendLevel,
  outOfCredits: z.boolean(),
})
export type SpendToday = z.infer<typeof SpendToday>

/** Spending under one heading. */
export const SpendPart = z.object({
  today: micros,
  month: micros,
  charged: z.number(),
  delivered: z.number(),
})

/** What X says of one app, beside what the ledger holds. */
export const AppSpend = z.object({
  id: OwnId,
  name: z.string(),
  outOfCredits: z.boolean(),
  /** While out of credits: when one read tries again by itself. */
  retryAt: z.number().nullable(),
  hasBearer: z.boolean(),
  /** The handle that registered the app, where it is one of ours, and those it may be. */
  ownerHandleId: OwnId.nullable(),
  handles: z.array(z.object({ id: OwnId, username: z.string() })),
  /** Prepaid dollars left as X told them; null where X does not tell. */
  creditsLeft: z.number().int().nullable(),
  askedAt: z.number().nullable(),
  /** Posts read per day: X's count and ours, newest first. */
  days: z.array(z.object({ day: z.string(), x: z.number(), ours: z.number() })),
})
export type AppSpend = z.infer<typeof AppSpend>

export const SpendView = z.object({
  today: SpendToday,
  brands: z.array(SpendRow),
  apps: z.array(SpendRow),
  streams: z.array(SpendPart.extend({ stream: SpendStream })),
  /** The dearest tickets of this month. */
  tickets: z.array(SpendPart.extend({ ticketId: OwnId, number: z.number(), brandId: OwnId })),
  /** Invited replies with a link this month: X's words leave open what they cost. */
  openPriced: z.number(),
  credits: z.array(AppSpend),
})
export type SpendView = z.infer<typeof SpendView>
