/**
 * @file Who Electron runs as. Root is no user for a browser engine: as root, Electron gets an unprivileged user, a home
 * under .cache and its sandbox; only where the system allows no sandbox does it go without, and then it says so.
 */
import { createHash } from 'node:crypto'
import { chownSync, existsSync, mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { cache, node24, root } from './paths.mjs'
import { say } from './progress.mjs'
import { attempt } from './run.mjs'

const nobody = 65_534

/**
 * @typedef {object} Identity
 * @property {number | undefined} uid undefined: as whoever runs the script
 * @property {boolean} sandbox false: Electron gets --no-sandbox, and main opens practice only
 * @property {Record<string, string>} env home and folders that belong to that user
 */

/**
 * @param {string} executable of Electron
 * @param {string} [home] a folder below .cache to use instead of the person's own; without it only another user gets one
 * @returns {Promise<Identity>}
 */
export async function chooseIdentity(executable, home) {
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0
  const uid = isRoot && (await canRead(nobody, executable)) ? nobody : undefined
  const reason = isRoot && uid === undefined ? `no other user may read ${root}` : await refusal(uid)
  if (reason !== undefined)
    say(`Electron runs WITHOUT its sandbox, because ${reason}. Only practice workspaces open.`)
  const own =
    process.platform === 'linux' ? (home ?? (uid === undefined ? undefined : join(cache, 'home'))) : undefined
  return { uid, sandbox: reason === undefined, env: own === undefined ? {} : prepareHome(own, uid) }
}

/**
 * The environment Electron gets: ours, with that user's folders, without root's own session bus.
 * @param {Identity} identity
 * @param {Record<string, string>} screen
 * @returns {NodeJS.ProcessEnv}
 */
export function environmentFor(identity, screen) {
  const env = { ...process.env, ...identity.env, ...screen }
  if (identity.uid !== undefined || identity.env['HOME'] !== undefined) delete env['DBUS_SESSION_BUS_ADDRESS']
  if (!identity.sandbox) env['SWITCHBOARD_NO_SANDBOX'] = '1'
  return env
}

/**
 * The profile folder the person named by SWITCHBOARD_PROFILE, made absolute; a new one belongs to Electron's user.
 * @param {number | undefined} uid
 * @returns {Record<string, string>}
 */
export function prepareProfile(uid) {
  const named = process.env['SWITCHBOARD_PROFILE']
  if (!named) return {}
  const profile = resolve(process.env['INIT_CWD'] ?? process.cwd(), named)
  if (!existsSync(profile)) {
    mkdirSync(profile, { recursive: true, mode: 0o700 })
    if (uid !== undefined) chownSync(profile, uid, uid)
  }
  return { SWITCHBOARD_PROFILE: profile }
}

/**
 * Makes a home that belongs to `uid`, with the XDG folders inside.
 * @param {string} home @param {number | undefined} uid @returns {Record<string, string>}
 */
function prepareHome(home, uid) {
  const folders = {
    HOME: home,
    XDG_CONFIG_HOME: join(home, '.config'),
    XDG_CACHE_HOME: join(home, '.cache'),
    XDG_DATA_HOME: join(home, '.local', 'share'),
    XDG_RUNTIME_DIR: runtimeFolder(home),
  }
  for (const folder of [home, join(home, '.local'), ...Object.values(folders)]) {
    if (existsSync(folder)) continue
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    if (uid !== undefined) chownSync(folder, uid, uid)
  }
  return folders
}

/** The longest path that a Unix socket takes, less what keyring and bus put behind the folder. */
const longestRuntimeFolder = 108 - '/keyring/control'.length - 8

/**
 * Where sockets lie: in the home, or, where that is too deep for a socket's path, in a folder of its own.
 * @param {string} home
 */
function runtimeFolder(home) {
  const inside = join(home, 'run')
  if (Buffer.byteLength(inside) <= longestRuntimeFolder) return inside
  return join(tmpdir(), `switchboard-run-${createHash('sha256').update(home).digest('hex').slice(0, 12)}`)
}

/** @param {number} uid @param {string} executable */
async function canRead(uid, executable) {
  const wanted =
    'test -r "$1/package.json" && test -r "$1/out/main/index.js" && test -x "$2" && test -x "$3" && test -x "$1/.cache"'
  const { code } = await attempt('/bin/sh', ['-c', wanted, 'sh', root, executable, node24], {
    uid,
    gid: uid,
    cwd: '/',
  })
  return code === 0
}

/** @param {number | undefined} uid @returns {Promise<string | undefined>} why that user gets no sandbox */
async function refusal(uid) {
  if (process.platform !== 'linux') return undefined
  const as = uid === undefined ? {} : { uid, gid: uid }
  const { code } = await attempt('unshare', ['--user', '--map-root-user', 'true'], { ...as, cwd: '/' })
  return code === 0 ? undefined : 'this system refuses user namespaces'
}
