/**
 * @file The control side of the practice X: every method with its input and output. Never part of the X surface; each
 * is `POST /control/<name>` with the control token as bearer.
 */
import { z } from 'zod'
import { PracticeGrants } from '../shared/practice-protocol.ts'
import { Fault } from './faults.ts'
import { ListName, PageFlaw } from './list-flaws.ts'
import { DmFields, PostFields } from './scenario.ts'
import { AppMeter } from './world-data.ts'

const id = z.string()
const none = z.strictObject({})
const done = z.object({})

export const LoggedRequest = z.object({
  /** World time. */
  at: z.number(),
  method: z.string(),
  /** With query, never with a token. */
  path: z.string(),
  /** `/2/users/:id/mentions`; empty when there is no such endpoint. */
  route: z.string(),
  handle: z.string().nullable(),
  app: z.string().nullable(),
  /** 0: no answer was given. */
  status: z.number(),
  fault: z.string().nullable(),
})
export type LoggedRequest = z.infer<typeof LoggedRequest>

export const SentPost = z.object({
  id,
  by: z.string(),
  text: z.string(),
  replyTo: id.nullable(),
  conversationId: id,
  at: z.number(),
})
export const SentDm = z.object({
  id,
  from: z.string(),
  to: z.string(),
  text: z.string(),
  conversationId: id,
  at: z.number(),
})

export const controlMethods = {
  /** Names, counts and time. */
  state: {
    input: none,
    output: z.object({
      now: z.number(),
      offsetMs: z.number(),
      summon: z.enum(['typed', 'any']),
      users: z.array(z.object({ id, username: z.string(), role: z.enum(['brand', 'customer']) })),
      posts: z.number(),
      dms: z.number(),
      upcoming: z.number(),
      /** Scenario key → post id. */
      keys: z.record(z.string(), id),
    }),
  },
  /** Somebody posts; `replyTo`, `quote` and `repost` take a key or an id. `ago` puts it that many ms into the past. */
  post: {
    input: PostFields.extend({ ago: z.number().min(0).optional() }),
    output: z.object({ id, conversationId: id, text: z.string() }),
  },
  dm: {
    input: DmFields.extend({ ago: z.number().min(0).optional() }),
    output: z.object({ id, conversationId: id }),
  },
  delete: { input: z.strictObject({ post: z.string() }), output: done },
  /** Withholds a post in these countries (`XY`: by copyright); with none it is shown again. */
  withhold: {
    input: z.strictObject({ post: z.string(), countries: z.array(z.string().regex(/^[A-Z]{2}$/)) }),
    output: done,
  },
  /** The place that a post is tagged with; null removes it, as an author does who removes their geo data. */
  geo: { input: z.strictObject({ post: z.string(), place: z.string().nullable() }), output: done },
  edit: { input: z.strictObject({ post: z.string(), text: z.string().min(1) }), output: z.object({ id }) },
  /** More people, apps and posts in the scenario format. */
  scenario: { input: z.strictObject({ text: z.string() }), output: done },
  /** Moves world time on. */
  clock: {
    input: z.strictObject({ advanceMs: z.number().min(0) }),
    output: z.object({ now: z.number(), offsetMs: z.number() }),
  },
  fault: { input: Fault, output: z.object({ id: z.number() }) },
  faults: {
    input: none,
    output: z.object({ faults: z.array(z.object({ id: z.number(), kind: z.string(), hits: z.number() })) }),
  },
  /** Without an id all of them end. */
  'faults.clear': { input: z.strictObject({ id: z.number().optional() }), output: done },
  /** Items younger than `ms` are not shown there yet; 0 ends it. */
  lag: {
    input: z.strictObject({
      endpoint: z.enum(['mentions', 'tweets', 'search', 'dm']),
      ms: z.number().min(0),
    }),
    output: done,
  },
  /**
   * A list leaves an item out: for ever or for `ms`; with `bySinceId` only where it is asked by since_id, as X is known
   * to do.
   */
  'leave-out': {
    input: z.strictObject({
      list: ListName,
      /** A key or an id. */
      item: z.string(),
      bySinceId: z.boolean().default(false),
      ms: z.number().min(0).optional(),
    }),
    output: done,
  },
  /** The next pages of a list lead nowhere. */
  'mis-page': {
    input: z.strictObject({
      list: ListName,
      flaw: PageFlaw,
      times: z.union([z.number().int().min(1), z.literal('forever')]).default('forever'),
    }),
    output: done,
  },
  /** Lists are whole again. */
  'flaws.clear': { input: none, output: done },
  /** Somebody keeps a list of accounts. */
  list: {
    input: z.strictObject({ name: z.string().min(1), members: z.array(z.string()) }),
    output: z.object({ id }),
  },
  /** Dollars left, or null for without end. */
  credits: { input: z.strictObject({ app: z.string(), dollars: z.number().nullable() }), output: done },
  /** Whether apps are told nothing of their credits, as X does to some. */
  'credits.hide': { input: z.strictObject({ hidden: z.boolean() }), output: done },
  user: {
    input: z.strictObject({
      username: z.string(),
      suspended: z.boolean().optional(),
      protected: z.boolean().optional(),
      dmsClosed: z.boolean().optional(),
      name: z.string().optional(),
      description: z.string().optional(),
      location: z.string().optional(),
      site: z.url().optional(),
      /** Countries in which X withholds the whole account. */
      withheldIn: z.array(z.string()).optional(),
      /** Who may see them while they are protected, by username. */
      approves: z.array(z.string()).optional(),
    }),
    output: z.object({ id }),
  },
  summon: { input: z.strictObject({ mode: z.enum(['typed', 'any']) }), output: done },
  meter: {
    input: none,
    output: z.object({
      apps: z.record(z.string(), AppMeter.omit({ seen: true }).extend({ credits: z.number().nullable() })),
    }),
  },
  /** Every secret string ever handed out: codes, tokens, secrets, keys. */
  tokens: { input: none, output: z.object({ issued: z.array(z.string()) }) },
  /** Ends all tokens of a handle: the next call and the next refresh are refused. */
  revoke: { input: z.strictObject({ username: z.string() }), output: done },
  /**
   * How activity streams behave from now on, and which there are. `keepAlive` false: silent, but open. `skips`: `as-x`
   * leaves out inherited mentions and nested replies, `everything` loses all events, `nothing` none. `dedup` false: an
   * event is charged although the same post was read that day.
   */
  stream: {
    input: z.strictObject({
      app: z.string().optional(),
      keepAlive: z.boolean().optional(),
      duplicate: z.boolean().optional(),
      delayMs: z.number().int().min(0).optional(),
      skips: z.enum(['as-x', 'everything', 'nothing']).optional(),
      dedup: z.boolean().optional(),
    }),
    output: z.object({
      connections: z.array(z.object({ app: z.string(), connectedAt: z.number() })),
      subscriptions: z.array(z.object({ id, app: z.string(), eventType: z.string(), userId: id })),
    }),
  },
  /** Ends the streams, of one app or of all; `words` false breaks them off without telling. */
  'stream.drop': {
    input: z.strictObject({ app: z.string().optional(), words: z.boolean().default(true) }),
    output: done,
  },
  /** Writes text into the streams as it is: garbage, or half a line. */
  'stream.line': { input: z.strictObject({ app: z.string().optional(), text: z.string() }), output: done },
  /** That many other computers hold the app's stream. */
  'stream.others': {
    input: z.strictObject({ app: z.string(), count: z.number().int().min(0) }),
    output: done,
  },
  /** An encrypted message, of which only the stream tells. */
  chat: { input: z.strictObject({ from: z.string(), to: z.string() }), output: done },
  /** Fresh tokens; all handles, or those named. */
  grants: { input: z.strictObject({ usernames: z.array(z.string()).optional() }), output: PracticeGrants },
  app: { input: z.strictObject({ name: z.string(), redirectUris: z.array(z.string()) }), output: done },
  /** Calls of the X surface, oldest first, the last 10,000. `clear` empties the log after reading. */
  requests: {
    input: z.strictObject({ clear: z.boolean().optional() }),
    output: z.object({ requests: z.array(LoggedRequest) }),
  },
  /** What came in through the API and still stands. */
  sent: { input: none, output: z.object({ posts: z.array(SentPost), dms: z.array(SentDm) }) },
} satisfies Record<string, { input: z.ZodType; output: z.ZodType }>

export type ControlMethods = typeof controlMethods
export type ControlName = keyof ControlMethods
export type ControlInput<N extends ControlName> = z.input<ControlMethods[N]['input']>
export type ControlOutput<N extends ControlName> = z.output<ControlMethods[N]['output']>
