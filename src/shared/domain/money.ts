/** @file What X charges for, and for what purpose it was asked: shapes only. Prices stand in `prices.ts`. */
import { z } from 'zod'

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
])
export type ResourceKind = z.infer<typeof ResourceKind>

/** Kinds that are charged for each resource returned, and once a day; the others for each request. */
export const readKinds: ReadonlySet<ResourceKind> = new Set(['post', 'owned-post', 'person', 'dm', 'list'])
