/** @file A screen for machines without one: Xvfb, reachable by one unprivileged user through a cookie. */
import { randomBytes } from 'node:crypto'
import { chownSync, copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cache } from './paths.mjs'
import { Problem, say } from './progress.mjs'
import { start, tail } from './run.mjs'

/** @param {NodeJS.ProcessEnv} env */
export function needsScreen(env) {
  return process.platform === 'linux' && !env['DISPLAY'] && !env['WAYLAND_DISPLAY']
}

/**
 * The environment that lets a program, run as `uid` when given, draw: the person's own screen, or a new Xvfb that ends with us.
 * @param {{ uid?: number | undefined, ownScreen?: boolean }} options `ownScreen` starts Xvfb even where a screen is
 * @returns {Promise<Record<string, string>>}
 */
export async function ensureScreen({ uid, ownScreen = false }) {
  if (!ownScreen && !needsScreen(process.env)) return shareScreen(uid)
  const authority = authorityFile(uid)
  writeFileSync(authority, cookie(), { mode: 0o600 })
  if (uid !== undefined) chownSync(authority, uid, uid)
  const args = ['-displayfd', '3', '-screen', '0', '1440x900x24', '-nolisten', 'tcp', '-auth', authority]
  const server = start('Xvfb', args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] })
  const number = await new Promise((done, fail) => {
    let said = ''
    let answer = ''
    server.process.stderr?.on('data', (chunk) => (said += chunk))
    server.process.stdio[3]?.on('data', (chunk) => {
      answer += chunk
      if (answer.includes('\n')) done(answer.trim())
    })
    server.process.on('error', (error) => fail(new Problem(`Xvfb did not start: ${error.message}`)))
    server.process.on('exit', () => fail(new Problem(`Xvfb ended before it was ready.\n${tail(said)}`)))
  })
  const why = needsScreen(process.env) ? 'No display here' : 'A screen apart from yours'
  say(`${why}: running under Xvfb (screen :${number}, 1440 × 900).`)
  return { DISPLAY: `:${number}`, XAUTHORITY: authority, WAYLAND_DISPLAY: '' }
}

/** @param {number | undefined} uid @returns {Record<string, string>} */
function shareScreen(uid) {
  const own = process.env['XAUTHORITY']
  if (uid === undefined || !own) return {}
  const authority = authorityFile(uid)
  copyFileSync(own, authority)
  chownSync(authority, uid, uid)
  return { XAUTHORITY: authority }
}

/** @param {number | undefined} uid */
function authorityFile(uid) {
  const folder = join(cache, 'display')
  mkdirSync(folder, { recursive: true, mode: 0o755 })
  const file = join(folder, `authority-${uid ?? 'own'}`)
  rmSync(file, { force: true })
  return file
}

/** An X authority file with one fresh cookie for any display: family, address, number, name, data, each after its length. */
function cookie() {
  const counted = (/** @type {Buffer} */ bytes) =>
    Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 255]), bytes])
  const anyFamily = Buffer.from([0xff, 0xff])
  const none = Buffer.alloc(0)
  return Buffer.concat([
    anyFamily,
    counted(none),
    counted(none),
    counted(Buffer.from('MIT-MAGIC-COOKIE-1')),
    counted(randomBytes(16)),
  ])
}
