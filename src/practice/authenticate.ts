/** @file Who is calling: OAuth 2.0 user tokens, app-only bearers, OAuth 1.0a signatures. Throws X's 401 and 403. */
import { refuse } from './answer.ts'
import type { Caller, Endpoint } from './call.ts'
import { readOAuth1Header, signatureFits } from './oauth1.ts'
import type { Tokens } from './tokens.ts'
import type { World } from './world.ts'

export type Credentials = {
  authorization: string
  method: string
  /** Scheme, host and path. */
  url: string
  /** Query and form parameters: a 1.0a signature covers both. */
  params: Iterable<readonly [string, string]>
}

/** The caller behind an Authorization header, or null when nobody is. */
export function callerOf(world: World, tokens: Tokens, given: Credentials): Caller | null {
  const bearer = /^Bearer\s+(.+)$/i.exec(given.authorization)?.[1]
  if (bearer !== undefined) {
    const app = world.data.apps.find((candidate) => candidate.bearer === bearer)
    if (app) return { app, user: null, scopes: null }
    const family = tokens.familyOfAccess(bearer)
    const familyApp = family && world.appNamed(family.app)
    const user = family && world.users.get(family.userId)
    return familyApp && user ? { app: familyApp, user, scopes: new Set(family.scopes) } : null
  }
  const oauth = readOAuth1Header(given.authorization)
  if (!oauth) return null
  const app = world.data.apps.find((candidate) => candidate.consumerKey === oauth.get('oauth_consumer_key'))
  const pair = world.data.oauth1.find(
    (p) => p.token === oauth.get('oauth_token') && p.app === app?.name && !p.revoked,
  )
  const user = pair && world.users.get(pair.userId)
  if (!app || !pair || !user) return null
  const fits = signatureFits({
    method: given.method,
    url: given.url,
    params: given.params,
    oauth,
    consumerSecret: app.consumerSecret,
    tokenSecret: pair.secret,
  })
  return fits ? { app, user, scopes: null } : null
}

const ways = {
  user: ['OAuth 1.0a User Context', 'OAuth 2.0 User Context'],
  app: ['OAuth 2.0 Application-Only'],
} as const

/** Throws unless this caller may use this endpoint at all. */
export function mayCall(endpoint: Endpoint, caller: Caller): void {
  const kind = caller.user ? 'user' : 'app'
  if (!endpoint.for.includes(kind)) {
    const used = !caller.user ? ways.app[0] : caller.scopes ? ways.user[1] : ways.user[0]
    throw refuse.wrongAuthentication(
      used,
      endpoint.for.flatMap((way) => ways[way]),
    )
  }
  if (caller.scopes && endpoint.scopes.some((scope) => !caller.scopes?.has(scope))) throw refuse.bare()
  if (caller.user?.suspended)
    throw refuse.forbidden('Your account is suspended and is not permitted to access this feature.')
}
