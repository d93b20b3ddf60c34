/**
 * @file What main and the practice X say to each other while main runs it as a child, and what the practice X grants
 * for each handle. Everything in here is made up: no real credential ever passes.
 */
import { z } from 'zod'
import { Username, XId } from './ids.ts'

/** An X app of the practice world with all its credentials. */
export const PracticeApp = z.object({
  name: z.string(),
  clientId: z.string(),
  /** Null for a public client (PKCE only). */
  clientSecret: z.string().nullable(),
  /** App-only bearer token. */
  bearer: z.string(),
  consumerKey: z.string(),
  consumerSecret: z.string(),
  /** Compared character by character, as X does. */
  redirectUris: z.array(z.string()),
  /** The user who registered it, where that is one of the brands. */
  ownerId: XId.nullable().optional(),
})
export type PracticeApp = z.infer<typeof PracticeApp>

/** A handle that is ready to be connected, with tokens made by the same machinery as the sign-in. */
export const PracticeHandle = z.object({
  username: Username,
  userId: XId,
  name: z.string(),
  /** The agency's client that owns the brand. */
  client: z.string(),
  brand: z.string(),
  /** CSS hex colour, where the scenario names one. */
  brandColor: z.string().optional(),
  initials: z.string().optional(),
  appClientId: z.string(),
  accessToken: z.string(),
  refreshToken: z.string(),
  /** When the access token ends: epoch ms on the practice world's clock. */
  expiresAt: z.number(),
  scopes: z.array(z.string()),
  oauth1: z.object({
    consumerKey: z.string(),
    consumerSecret: z.string(),
    token: z.string(),
    tokenSecret: z.string(),
  }),
})
export type PracticeHandle = z.infer<typeof PracticeHandle>

export const PracticeGrants = z.object({ apps: z.array(PracticeApp), handles: z.array(PracticeHandle) })
export type PracticeGrants = z.infer<typeof PracticeGrants>

/** Main → practice X. */
export const ToPractice = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('start'),
    /** Holds the world between runs; made where it is missing. */
    worldFile: z.string(),
    /** JSON Lines; read only when there is no world file yet. */
    scenarioFile: z.string(),
    /** 0 takes any free port. */
    port: z.number().int().min(0).max(65_535),
    summon: z.enum(['typed', 'any']).optional(),
  }),
  /** Keep the world, answer `closed`, and end. */
  z.object({ type: z.literal('close') }),
])
export type ToPractice = z.infer<typeof ToPractice>

/** Practice X → main. */
export const FromPractice = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('listening'),
    baseUrl: z.string(),
    controlToken: z.string(),
    grants: PracticeGrants,
    /** World time minus machine time, in milliseconds: core lives on the same clock. */
    clockOffsetMs: z.number(),
  }),
  z.object({
    type: z.literal('failed'),
    code: z.enum(['scenario.invalid', 'scenario.unreadable', 'world.corrupt', 'port.taken', 'failed']),
    message: z.string(),
  }),
  z.object({ type: z.literal('closed') }),
])
export type FromPractice = z.infer<typeof FromPractice>
