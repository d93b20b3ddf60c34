/**
 * @file Apps, consents and tokens: 30 s codes, 2 h access tokens, single-use refresh tokens whose reuse ends the whole
 * family, OAuth 1.0a pairs, app-only bearers. Holds no HTTP.
 */
import { createHash, randomBytes } from 'node:crypto'
import { refuse } from './answer.ts'
import type { PracticeGrants } from '../shared/practice-protocol.ts'
import type { OAuth1Token, TokenFamily, WorldApp, WorldUser } from './world-data.ts'
import type { World } from './world.ts'

export const accessLifeMs = 2 * 3_600_000
export const codeLifeMs = 30_000

/** What a support console asks for; the practice world grants nothing that was not asked for. */
export const supportScopes = [
  'tweet.read',
  'tweet.write',
  'tweet.moderate.write',
  'users.read',
  'dm.read',
  'dm.write',
  'media.write',
  'bookmark.write',
  'mute.write',
  'list.read',
  'offline.access',
] as const

const otherScopes =
  'like.read like.write bookmark.read list.read list.write mute.read block.read block.write follows.read follows.write space.read'

export const knownScopes: ReadonlySet<string> = new Set([...supportScopes, ...otherScopes.split(' ')])

type Code = {
  userId: string
  app: string
  scopes: string[]
  redirectUri: string
  challenge: string
  method: 'S256' | 'plain'
  expiresAt: number
  usedBy: string | null
}

export type TokenAnswer = {
  token_type: 'bearer'
  expires_in: number
  access_token: string
  scope: string
  refresh_token?: string
}

/** All tokens of one world. */
export type Tokens = ReturnType<typeof tokensOf>

export function tokensOf(world: World) {
  const codes = new Map<string, Code>()
  const { data } = world

  const issue = (bytes: number, prefix = ''): string => {
    const token = prefix + randomBytes(bytes).toString('base64url')
    data.issued.push(token)
    return token
  }

  const answer = (family: TokenFamily): TokenAnswer => {
    const access = issue(66)
    family.access = [...family.access, { token: access, expiresAt: world.now() + accessLifeMs }]
    family.refresh = family.scopes.includes('offline.access') ? issue(66) : null
    world.changed()
    return {
      token_type: 'bearer',
      expires_in: accessLifeMs / 1_000,
      access_token: access,
      scope: family.scopes.join(' '),
      ...(family.refresh ? { refresh_token: family.refresh } : {}),
    }
  }

  const found = (app: WorldApp, userId: string, scopes: string[]): TokenFamily => {
    const family: TokenFamily = {
      id: randomBytes(9).toString('base64url'),
      userId,
      app: app.name,
      scopes,
      access: [],
      refresh: null,
      spent: [],
      revoked: false,
    }
    data.families.push(family)
    return family
  }

  /** Puts an app into the world with fresh credentials. */
  const addApp = (input: {
    name: string
    confidential: boolean
    redirectUris: string[]
    ownerId: string | null
    credits: number | null
  }): WorldApp => {
    const app: WorldApp = {
      id: String(10_000_000 + data.apps.length * 7_919),
      name: input.name,
      clientId: issue(24),
      clientSecret: input.confidential ? issue(36) : null,
      bearer: issue(60, 'AAAAAAAAAAAAAAAAAAAAA'),
      consumerKey: issue(18),
      consumerSecret: issue(36),
      redirectUris: input.redirectUris,
      ownerId: input.ownerId,
      credits: input.credits,
    }
    data.apps.push(app)
    world.changed()
    return app
  }

  /** A code for one consent; it lives 30 seconds. */
  const grantCode = (input: Omit<Code, 'expiresAt' | 'usedBy'>): string => {
    const code = issue(60)
    codes.set(code, { ...input, expiresAt: world.now() + codeLifeMs, usedBy: null })
    return code
  }

  /** Turns a code into the first tokens of a family. Throws X's refusals. */
  const redeem = (app: WorldApp, code: string, redirectUri: string, verifier: string): TokenAnswer => {
    const entry = codes.get(code)
    const invalid = refuse.oauth(
      400,
      'invalid_request',
      'Value passed for the authorization code was invalid.',
    )
    if (!entry || entry.app !== app.name) throw invalid
    if (entry.usedBy) {
      revokeFamily(entry.usedBy)
      throw invalid
    }
    if (world.now() > entry.expiresAt) throw invalid
    if (entry.redirectUri !== redirectUri)
      throw refuse.oauth(
        400,
        'invalid_request',
        'Value passed for the redirect uri did not match the uri of the authorization code.',
      )
    const given =
      entry.method === 'plain' ? verifier : createHash('sha256').update(verifier).digest('base64url')
    if (given !== entry.challenge)
      throw refuse.oauth(
        400,
        'invalid_request',
        'Value passed for the code verifier did not match the code challenge.',
      )
    const family = found(app, entry.userId, entry.scopes)
    entry.usedBy = family.id
    return answer(family)
  }

  /** Rotates a family. A spent refresh token ends all of them. Throws X's refusals. */
  const refresh = (app: WorldApp, token: string): TokenAnswer => {
    const invalid = refuse.oauth(400, 'invalid_request', 'Value passed for the token was invalid.')
    const family = data.families.find((f) => f.refresh === token || f.spent.includes(token))
    if (!family || family.app !== app.name || family.revoked) throw invalid
    if (family.refresh !== token) {
      family.revoked = true
      world.changed()
      throw invalid
    }
    family.spent.push(token)
    return answer(family)
  }

  const revokeFamily = (id: string): void => {
    const family = data.families.find((f) => f.id === id)
    if (family) family.revoked = true
    world.changed()
  }

  /** Ends the family that an access or refresh token belongs to; false when nobody knows the token. */
  const revoke = (app: WorldApp, token: string): boolean => {
    const family = data.families.find(
      (f) => f.app === app.name && (f.refresh === token || f.access.some((access) => access.token === token)),
    )
    if (family) revokeFamily(family.id)
    return family !== undefined
  }

  /** Ends everything that was ever granted for a user. */
  const revokeUser = (userId: string): void => {
    const apps = new Set(
      data.families.filter((f) => f.userId === userId && !f.revoked).map((family) => family.app),
    )
    for (const family of data.families) if (family.userId === userId) family.revoked = true
    for (const pair of data.oauth1) if (pair.userId === userId) pair.revoked = true
    for (const app of apps) world.happened({ kind: 'revoked', userId, app })
    world.changed()
  }

  const familyOfAccess = (token: string): TokenFamily | undefined =>
    data.families.find(
      (f) =>
        !f.revoked && f.access.some((access) => access.token === token && access.expiresAt > world.now()),
    )

  const oauth1For = (app: WorldApp, user: WorldUser): OAuth1Token => {
    const known = data.oauth1.find(
      (pair) => pair.app === app.name && pair.userId === user.id && !pair.revoked,
    )
    if (known) return known
    const pair = {
      userId: user.id,
      app: app.name,
      token: `${user.id}-${issue(24)}`,
      secret: issue(30),
      revoked: false,
    }
    data.issued.push(pair.token)
    data.oauth1.push(pair)
    return pair
  }

  /** Everything a client needs to act for each brand, made anew by the machinery of the sign-in. */
  const grants = (usernames?: readonly string[]): PracticeGrants => ({
    apps: data.apps.map(({ id: _id, credits: _credits, ...app }) => app),
    handles: [...world.users.values()].flatMap((user) => {
      const app = user.app === undefined ? undefined : world.appNamed(user.app)
      if (!app || user.role !== 'brand' || (usernames && !usernames.includes(user.username))) return []
      const family = found(app, user.id, [...supportScopes])
      const tokens = answer(family)
      const pair = oauth1For(app, user)
      return {
        username: user.username,
        userId: user.id,
        name: user.name,
        client: user.client ?? user.name,
        brand: user.brand ?? user.name,
        ...(user.color === undefined ? {} : { brandColor: user.color }),
        ...(user.initials === undefined ? {} : { initials: user.initials }),
        appClientId: app.clientId,
        accessToken: tokens.access_token,
        refreshToken: tokens.refresh_token ?? '',
        expiresAt: world.now() + accessLifeMs,
        scopes: family.scopes,
        oauth1: {
          consumerKey: app.consumerKey,
          consumerSecret: app.consumerSecret,
          token: pair.token,
          tokenSecret: pair.secret,
        },
      }
    }),
  })

  return { addApp, grantCode, redeem, refresh, revoke, revokeUser, familyOfAccess, oauth1For, grants }
}
