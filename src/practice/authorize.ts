/** @file The consent page: choose a handle, approve or deny. Plain accessible HTML without a script. */
import type { Answer } from './answer.ts'
import { escapeText } from './text.ts'
import { knownScopes, type Tokens } from './tokens.ts'
import type { WorldApp } from './world-data.ts'
import type { World } from './world.ts'

const attribute = (text: string): string => escapeText(text).replaceAll('"', '&quot;')

const page = (status: number, title: string, inner: string): Answer => ({
  status,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy':
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
    'cache-control': 'no-store',
  },
  body: `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeText(title)}</title>
<style>
body{font:16px/1.5 system-ui,sans-serif;max-width:34rem;margin:3rem auto;padding:0 1rem;color:#16181c;background:#fff}
h1{font-size:1.4rem}fieldset{border:1px solid #536471;border-radius:8px;margin:1rem 0;padding:.75rem 1rem}
label{display:block;padding:.3rem 0}button{font:inherit;padding:.6rem 1.4rem;border-radius:999px;border:1px solid #16181c;margin-right:.75rem;cursor:pointer}
button[value=approve]{background:#16181c;color:#fff}.practice{background:#fff3cd;border:1px solid #8a6d00;border-radius:8px;padding:.5rem 1rem}
</style></head><body><main>
<p class="practice">Practice X: made-up accounts on this computer. Nothing here reaches X.</p>
<h1>${escapeText(title)}</h1>
${inner}
</main></body></html>
`,
})

const wrong = (reason: string): Answer =>
  page(
    400,
    'Something went wrong',
    `<p role="alert">You were not able to give access to the app: ${escapeText(reason)}</p>`,
  )

type Asked = {
  app: WorldApp
  redirectUri: string
  scopes: string[]
  state: string
  challenge: string
  method: 'S256' | 'plain'
}

/** Reads what the client asked for; a string says what is wrong with it. */
function readAsked(world: World, params: URLSearchParams): Asked | string {
  const get = (name: string) => params.get(name) ?? ''
  const app = world.data.apps.find((candidate) => candidate.clientId === get('client_id'))
  if (!app) return 'the client id is not known.'
  if (!app.redirectUris.includes(get('redirect_uri')))
    return `the redirect address ${get('redirect_uri')} is not one of the app's. It has to match exactly.`
  if (get('response_type') !== 'code') return 'the response type has to be "code".'
  const scopes = get('scope')
    .split(/[ ,]+/)
    .filter((scope) => scope !== '')
  const unknown = scopes.find((scope) => !knownScopes.has(scope))
  if (scopes.length === 0) return 'no scope was asked for.'
  if (unknown !== undefined) return `the scope "${unknown}" does not exist.`
  if (get('state') === '' || get('state').length > 500) return 'the state has to be 1 to 500 characters long.'
  // twitter-api-v2 sends "s256", and X takes it.
  const method = get('code_challenge_method').toUpperCase() === 'S256' ? 'S256' : 'plain'
  if (get('code_challenge') === '') return 'there is no code challenge (PKCE).'
  return {
    app,
    redirectUri: get('redirect_uri'),
    scopes,
    state: get('state'),
    challenge: get('code_challenge'),
    method,
  }
}

const asksFor = [
  'response_type',
  'client_id',
  'redirect_uri',
  'scope',
  'state',
  'code_challenge',
  'code_challenge_method',
]

/** The page itself. */
export function showAuthorize(world: World, params: URLSearchParams, problem = ''): Answer {
  const asked = readAsked(world, params)
  if (typeof asked === 'string') return wrong(asked)
  const brands = [...world.users.values()].filter((user) => user.role === 'brand' && !user.suspended)
  const hidden = asksFor
    .map((name) => `<input type="hidden" name="${name}" value="${attribute(params.get(name) ?? '')}">`)
    .join('\n')
  const choices = brands
    .map(
      (user) =>
        `<label><input type="radio" name="user" value="${attribute(user.username)}"> ${escapeText(user.name)} <span>@${escapeText(user.username)}</span></label>`,
    )
    .join('\n')
  return page(
    problem === '' ? 200 : 400,
    `${asked.app.name} wants to access your X account`,
    `${problem === '' ? '' : `<p role="alert">${escapeText(problem)}</p>`}
<form method="post" action="/i/oauth2/authorize">
${hidden}
<fieldset><legend>Which account are you?</legend>
${choices}
</fieldset>
<p>The app will be able to:</p><ul>${asked.scopes.map((scope) => `<li>${escapeText(scope)}</li>`).join('')}</ul>
<p><button type="submit" name="decision" value="approve">Authorize app</button><button type="submit" name="decision" value="deny">Cancel</button></p>
</form>`,
  )
}

/** What the form was sent with: a redirect with a code, or with `access_denied`. */
export function decideAuthorize(world: World, tokens: Tokens, form: URLSearchParams): Answer {
  const asked = readAsked(world, form)
  if (typeof asked === 'string') return wrong(asked)
  const back = (params: Record<string, string>): Answer => {
    const target = new URL(asked.redirectUri)
    for (const [name, value] of Object.entries({ state: asked.state, ...params }))
      target.searchParams.set(name, value)
    return { status: 302, body: '', headers: { location: target.href, 'cache-control': 'no-store' } }
  }
  if (form.get('decision') !== 'approve') return back({ error: 'access_denied' })
  const user = world.userNamed(form.get('user') ?? '')
  if (!user || user.role !== 'brand') return showAuthorize(world, form, 'Choose an account first.')
  const code = tokens.grantCode({
    userId: user.id,
    app: asked.app.name,
    scopes: asked.scopes,
    redirectUri: asked.redirectUri,
    challenge: asked.challenge,
    method: asked.method,
  })
  return back({ code })
}
