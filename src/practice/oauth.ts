/** @file The token and revoke endpoints of OAuth 2.0, for JSON and form bodies alike. */
import { z } from 'zod'
import { json, refuse, type Answer } from './answer.ts'
import type { Body } from './call.ts'
import type { Tokens } from './tokens.ts'
import type { WorldApp } from './world-data.ts'
import type { World } from './world.ts'

const Fields = z.object({
  grant_type: z.string().optional(),
  code: z.string().optional(),
  redirect_uri: z.string().optional(),
  code_verifier: z.string().optional(),
  refresh_token: z.string().optional(),
  client_id: z.string().optional(),
  token: z.string().optional(),
})

function basicOf(authorization: string): { id: string; secret: string } | null {
  const encoded = /^Basic\s+(.+)$/i.exec(authorization)?.[1]
  if (encoded === undefined) return null
  const [id, ...secret] = Buffer.from(encoded, 'base64').toString('utf8').split(':')
  return { id: decodeURIComponent(id ?? ''), secret: decodeURIComponent(secret.join(':')) }
}

/** A confidential app shows its secret by Basic authentication, a public one names its id in the body. */
function appOf(world: World, authorization: string, clientId: string | undefined): WorldApp {
  const basic = basicOf(authorization)
  const app = world.data.apps.find((candidate) => candidate.clientId === (basic?.id ?? clientId))
  if (!app) throw refuse.oauth(400, 'invalid_request', 'Value passed for the client id was invalid.')
  if (app.clientSecret !== null && !basic)
    throw refuse.oauth(401, 'unauthorized_client', 'Missing valid authorization header')
  if (basic && basic.secret !== app.clientSecret)
    throw refuse.oauth(401, 'unauthorized_client', 'Invalid client credentials')
  return app
}

/** Answers `/2/oauth2/token` and `/2/oauth2/revoke`. Throws X's refusals. */
export function answerOAuth(
  world: World,
  tokens: Tokens,
  what: 'token' | 'revoke',
  authorization: string,
  body: Body,
): Answer {
  const parsed = Fields.safeParse(body.fields)
  if (!parsed.success) throw refuse.oauth(400, 'invalid_request', 'The body could not be read.')
  const fields = parsed.data
  const need = (name: 'code' | 'redirect_uri' | 'code_verifier' | 'refresh_token' | 'token'): string => {
    const value = fields[name]
    if (!value) throw refuse.oauth(400, 'invalid_request', `Missing required parameter [${name}].`)
    return value
  }
  const app = appOf(world, authorization, fields.client_id)
  if (what === 'revoke') return json({ revoked: tokens.revoke(app, need('token')) })
  if (fields.grant_type === 'authorization_code')
    return json(tokens.redeem(app, need('code'), need('redirect_uri'), need('code_verifier')))
  if (fields.grant_type === 'refresh_token') return json(tokens.refresh(app, need('refresh_token')))
  throw refuse.oauth(400, 'unsupported_grant_type', 'Value passed for the grant type was invalid.')
}
