/** @file One call of the X surface as handlers see it, and how an endpoint is declared. */
import { z } from 'zod'
import type { Activity } from './activity.ts'
import { refuse, type Answer } from './answer.ts'
import type { Limit } from './limits.ts'
import type { Tokens } from './tokens.ts'
import type { WorldApp, WorldUser } from './world-data.ts'
import type { World } from './world.ts'

/** Who calls: an app alone, or an app on behalf of a user. `scopes` is null with OAuth 1.0a, which has none. */
export type Caller = { app: WorldApp; user: WorldUser | null; scopes: ReadonlySet<string> | null }

/** A body as it came: JSON and forms as an object, files of a multipart form as bytes. */
export type Body = { fields: unknown; files: ReadonlyMap<string, Buffer> }

export type Call = {
  world: World
  tokens: Tokens
  activity: Activity
  caller: Caller
  /** Path parameters by name. */
  params: Readonly<Record<string, string>>
  query: URLSearchParams
  body: Body
  baseUrl: string
}

export type Endpoint = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** With `:name` for parameters. */
  path: string
  /** Which callers X takes here. */
  for: readonly ('user' | 'app')[]
  scopes: readonly string[]
  limit: Limit
  /** A paid call is refused with 402 when the app has no credits left. */
  paid: boolean
  run(call: Call): Answer
}

/** The signed-in user of a call that takes users only. */
export function userOf(call: Call): WorldUser {
  if (!call.caller.user) throw refuse.unauthorized()
  return call.caller.user
}

/** Parses a JSON body or throws X's 400. */
export function bodyAs<T>(call: Call, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(call.body.fields)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const at = issue?.path.join('.') ?? ''
  throw refuse.invalid({ [at || 'body']: [] }, `$${at ? `.${at}` : ''}: ${issue?.message ?? 'is not valid'}`)
}

/** A whole number of the query within bounds, or X's 400. */
export function numberIn(call: Call, name: string, low: number, high: number, otherwise: number): number {
  const raw = call.query.get(name)
  if (raw === null) return otherwise
  const value = Number(raw)
  if (!Number.isInteger(value) || value < low || value > high)
    throw refuse.invalid(
      { [name]: [raw] },
      `The \`${name}\` query parameter value [${raw}] is not between ${low} and ${high}`,
    )
  return value
}

/** An id of the query, or X's 400. */
export function idIn(call: Call, name: string): string | null {
  const raw = call.query.get(name)
  if (raw !== null && !/^[0-9]{1,19}$/.test(raw))
    throw refuse.invalid({ [name]: [raw] }, `The \`${name}\` query parameter value [${raw}] is not valid`)
  return raw
}

/** An instant of the query in epoch ms, or X's 400. */
export function timeIn(call: Call, name: string): number | null {
  const raw = call.query.get(name)
  if (raw === null) return null
  const at = z.iso.datetime({ offset: true }).safeParse(raw)
  if (!at.success)
    throw refuse.invalid(
      { [name]: [raw] },
      `The \`${name}\` query parameter value [${raw}] is not a valid RFC3339 time`,
    )
  return Date.parse(raw)
}

/** A comma-separated list of the query, 1 to 100 entries that fit `pattern`, or X's 400. */
export function listIn(call: Call, name: string, pattern: RegExp): string[] {
  const raw = call.query.get(name)
  if (raw === null) throw refuse.invalid({ [name]: [] }, `The \`${name}\` query parameter can not be empty`)
  const values = raw.split(',').map((value) => value.trim())
  if (values.length > 100)
    throw refuse.invalid(
      { [name]: [raw] },
      `The number of values in the \`${name}\` query parameter list [${values.length}] is not between 1 and 100`,
    )
  const wrong = values.find((value) => !pattern.test(value))
  if (wrong !== undefined)
    throw refuse.invalid(
      { [name]: [raw] },
      `The \`${name}\` query parameter value [${wrong}] does not match ${pattern.source}`,
    )
  return values
}

const tokenPrefix = '7140dibdnow9'

/** Where the next page begins: below this id. */
export const pageToken = (lastId: string): string => tokenPrefix + BigInt(lastId).toString(36)

/** The id a page token stands for; X's 400 for a made-up one. */
export function readPageToken(call: Call, ...names: string[]): string | null {
  const name = names.find((candidate) => call.query.has(candidate))
  if (name === undefined) return null
  const raw = call.query.get(name) ?? ''
  const digits = raw.slice(tokenPrefix.length)
  if (!raw.startsWith(tokenPrefix) || !/^[0-9a-z]{1,13}$/.test(digits))
    throw refuse.invalid({ [name]: [raw] }, `The \`${name}\` query parameter value [${raw}] is not valid`)
  return [...digits].reduce((sum, digit) => sum * 36n + BigInt(Number.parseInt(digit, 36)), 0n).toString()
}
