/** @file The command line of the practice X: its arguments, and what it says once it listens. No side effects. */
import { parseArgs } from 'node:util'
import type { PracticeX } from './server.ts'

export const usage = `Usage: npm run practice -- [--port N] [--scenario FILE] [--world FILE] [--summon typed|any]

  --port N         port on 127.0.0.1; without it any free one
  --scenario FILE  JSON Lines, see resources/scenarios/README.md; without it the practice workspace's own
  --world FILE     keeps the world in FILE between runs; without it nothing is kept
  --summon MODE    typed: a reply is allowed where the customer typed the handle (X's rule)
                   any: an inherited handle is enough
`

export type Arguments =
  | { wrong: string }
  | {
      help: boolean
      port: number
      scenario: string
      world: string | undefined
      summon: 'typed' | 'any' | undefined
    }

/** Reads the arguments; `wrong` says what cannot be used. */
export function readArguments(args: readonly string[]): Arguments {
  let values
  try {
    values = parseArgs({
      args: [...args],
      options: {
        port: { type: 'string' },
        scenario: { type: 'string' },
        world: { type: 'string' },
        summon: { type: 'string' },
        help: { type: 'boolean' },
      },
    }).values
  } catch (cause) {
    return { wrong: cause instanceof Error ? cause.message : String(cause) }
  }
  const port = Number(values.port ?? '0')
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    return { wrong: `--port ${values.port}: not a port` }
  const { summon } = values
  if (summon !== undefined && summon !== 'typed' && summon !== 'any')
    return { wrong: `--summon ${summon}: only "typed" or "any"` }
  return {
    help: values.help ?? false,
    port,
    scenario: values.scenario ?? 'resources/scenarios/practice.jsonl',
    world: values.world,
    summon,
  }
}

/** Base URL, app credentials and tokens, for whoever wants to call it by hand. */
export function told(running: PracticeX): string {
  const { apps, handles } = running.grants
  const lines = [
    `Practice X is listening on ${running.baseUrl}`,
    `World time ${new Date(running.world.now()).toString()}`,
    `Control token ${running.controlToken}`,
    '',
    ...apps.flatMap((app) => [
      `App "${app.name}"`,
      `  client id        ${app.clientId}`,
      `  client secret    ${app.clientSecret ?? '(none: public client, PKCE)'}`,
      `  bearer           ${app.bearer}`,
      `  consumer key     ${app.consumerKey}`,
      `  consumer secret  ${app.consumerSecret}`,
      ...app.redirectUris.map((uri) => `  redirect         ${uri}`),
      '',
    ]),
    ...handles.flatMap((handle) => [
      `@${handle.username} (${handle.brand}, ${handle.userId})`,
      `  access token     ${handle.accessToken}`,
      `  refresh token    ${handle.refreshToken}`,
      `  OAuth 1.0a       ${handle.oauth1.token} ${handle.oauth1.tokenSecret}`,
      '',
    ]),
    `Try: curl -H 'Authorization: Bearer TOKEN' '${running.baseUrl}/2/users/me'`,
    'Ctrl+C ends it.',
    '',
  ]
  return `${lines.join('\n')}\n`
}
