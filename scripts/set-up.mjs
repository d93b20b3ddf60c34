/** @file Everything a command needs before Electron can start, in order; each part leaves out what is done. */
import { mkdirSync } from 'node:fs'
import { ensureBuild } from './build.mjs'
import { ensureDependencies } from './dependencies.mjs'
import { needsScreen } from './display.mjs'
import { cache, node24, root } from './paths.mjs'
import { checkLibrariesOf, ensureSystemLibraries } from './system-libraries.mjs'

/**
 * How to start Electron on the app: `executable`, then `args`, then the app's own arguments.
 * @typedef {object} Launch
 * @property {string} executable
 * @property {string[]} args the sandbox switch where it must be off, then the folder of the app
 * @property {'official' | 'fallback'} kind
 * @property {string} version of Electron
 * @property {string} node Node 24, for main to fork core with on the fallback
 * @property {number | undefined} uid the unprivileged user, when the script runs as root
 * @property {NodeJS.ProcessEnv} env
 */

/**
 * Under Xvfb there is no bus and no GPU. Chromium's complaints about that would bury what the console says, and where it
 * first tries a GPU, one window in fifteen waits for ever for the process that failed.
 */
const bareMachine = ['--log-level=3', '--disable-gpu']

/**
 * @param {{ screen: boolean, keyring: boolean }} needs `screen`: Xvfb even where a screen is
 * @returns {Promise<import('./electron-runtime.mjs').Runtime>}
 */
export async function setUp(needs) {
  mkdirSync(cache, { recursive: true })
  await ensureDependencies()
  await ensureSystemLibraries({ ...needs, screen: needs.screen || needsScreen(process.env) })
  // Only now: it uses an installed package.
  const { ensureElectron } = await import('./electron-runtime.mjs')
  const runtime = await ensureElectron()
  await checkLibrariesOf(runtime.executable)
  return runtime
}

/**
 * @param {import('./electron-runtime.mjs').Runtime} runtime
 * @param {{ ownScreen: boolean, home?: string }} options
 * @returns {Promise<Launch>} out/ is built, a screen is there
 */
export async function prepareLaunch(runtime, { ownScreen, home }) {
  const { chooseIdentity, environmentFor, prepareProfile } = await import('./unprivileged.mjs')
  const { ensureScreen } = await import('./display.mjs')
  await ensureBuild()
  const identity = await chooseIdentity(runtime.executable, home)
  const screen = await ensureScreen({ uid: identity.uid, ownScreen })
  return {
    ...runtime,
    args: [...(identity.sandbox ? [] : ['--no-sandbox']), ...(screen['DISPLAY'] ? bareMachine : []), root],
    node: node24,
    uid: identity.uid,
    env: { ...environmentFor(identity, screen), ...prepareProfile(identity.uid), SWITCHBOARD_NODE: node24 },
  }
}
