/**
 * @file What the environment and the command line may say to main: read once, checked once. A packaged app takes none
 * of the development switches; it refuses to start with one, so that nobody believes in a switch that does nothing.
 */
import { z } from 'zod'

/** Where an app that stands in for X runs, and whether it lies on this machine. */
export type XApi = { origin: string; loopback: boolean }

/** Every switch, read. */
export type Switches = {
  /** User data folder instead of the platform's own. */
  profile: string | null
  /** An X-compatible server to open a workspace of its own for. */
  xApi: XApi | null
  /** Node 24, for a runtime that cannot load the database itself. */
  node: string | null
  /** A stand-in core to fork instead of our own. Tests only. */
  standInCore: string | null
  /** The launcher said that this system has no sandbox. */
  noSandbox: boolean
  /** Save a picture of the window here once it has content. */
  screenshot: string | null
  /** Say on standard output when the first window has painted its first column: for the `start` benchmark. */
  reportStart: boolean
}

/** A switch that cannot be followed; the message is for the person at the terminal. */
export class SwitchRefused extends Error {
  override readonly name = 'SwitchRefused'
}

const filled = z.string().min(1).optional()
const Environment = z.object({
  SWITCHBOARD_PROFILE: filled,
  SWITCHBOARD_X_API: filled,
  SWITCHBOARD_NODE: filled,
  SWITCHBOARD_CORE: filled,
  SWITCHBOARD_NO_SANDBOX: z.enum(['0', '1']).optional(),
  SWITCHBOARD_REPORT_START: z.enum(['0', '1']).optional(),
})

/** Hosts that never leave this machine. */
export const loopbackHosts: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]'])

/** X's own hosts: their workspace is the live one, and no switch opens it. */
const hostsOfX = /(^|\.)(x\.com|twitter\.com)$/

/** @throws SwitchRefused with a sentence that names the variable */
export function readSwitches(env: NodeJS.ProcessEnv, argv: readonly string[], packaged: boolean): Switches {
  const given = Environment.safeParse(withoutEmpty(env))
  if (!given.success) {
    const name = String(given.error.issues[0]?.path[0])
    throw new SwitchRefused(`${name} has a value that Switchboard does not know.`)
  }
  const values = given.data
  if (packaged) {
    for (const name of Object.keys(Environment.shape)) {
      if (name in values)
        throw new SwitchRefused(`${name} is a development switch: this build does not take it.`)
    }
  }
  return {
    profile: values.SWITCHBOARD_PROFILE ?? null,
    xApi: values.SWITCHBOARD_X_API === undefined ? null : readXApi(values.SWITCHBOARD_X_API),
    node: values.SWITCHBOARD_NODE ?? null,
    standInCore: values.SWITCHBOARD_CORE ?? null,
    noSandbox: values.SWITCHBOARD_NO_SANDBOX === '1',
    screenshot: readScreenshot(argv),
    reportStart: values.SWITCHBOARD_REPORT_START === '1',
  }
}

function withoutEmpty(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
}

function readXApi(value: string): XApi {
  const url = URL.canParse(value) ? new URL(value) : null
  if (!url || (url.pathname !== '/' && url.pathname !== '') || url.search || url.hash || url.username) {
    throw new SwitchRefused(`SWITCHBOARD_X_API must be an origin like http://127.0.0.1:4321, not "${value}".`)
  }
  const loopback = loopbackHosts.has(url.hostname)
  if (hostsOfX.test(url.hostname)) {
    throw new SwitchRefused(
      'SWITCHBOARD_X_API names X itself: that is the live workspace, open it from the menu.',
    )
  }
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && loopback)) {
    throw new SwitchRefused('SWITCHBOARD_X_API must be https, or http on this machine.')
  }
  return { origin: url.origin, loopback }
}

function readScreenshot(argv: readonly string[]): string | null {
  for (const [index, argument] of argv.entries()) {
    if (argument.startsWith('--screenshot=')) return argument.slice('--screenshot='.length)
    if (argument !== '--screenshot') continue
    const file = argv[index + 1]
    if (!file || file.startsWith('--')) throw new SwitchRefused('--screenshot needs a file name.')
    return file
  }
  return null
}
