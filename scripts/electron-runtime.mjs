/** @file Which Electron runs the app: the official one where it can be had, else the fallback. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureFallback, fallbackVersion, hasFallback } from './fallback-runtime.mjs'
import { inModules, node24 } from './paths.mjs'
import { Problem, say, step } from './progress.mjs'
import { attempt, start, tail } from './run.mjs'
import { readIfThere } from './stamp.mjs'

/**
 * @typedef {object} Runtime
 * @property {'official' | 'fallback'} kind
 * @property {string} version of Electron
 * @property {string} executable
 */

/**
 * The official Electron if it is here or can be fetched, else the fallback. Each call tries the official one again, for
 * two seconds at most once the fallback is there. `SWITCHBOARD_RUNTIME` (official, fallback) decides instead.
 * @returns {Promise<Runtime>}
 */
export async function ensureElectron() {
  const forced = process.env['SWITCHBOARD_RUNTIME']
  if (forced !== undefined && forced !== '' && forced !== 'official' && forced !== 'fallback')
    throw new Problem(`SWITCHBOARD_RUNTIME is "${forced}"; it can be official or fallback.`)
  if (forced === 'fallback') return fallback()
  const here = official()
  if (here) return here
  const why = await fetchOfficial(hasFallback() ? 2_000 : 8_000)
  const fetched = official()
  if (fetched) return fetched
  if (forced === 'official') throw new Problem(`The official Electron could not be fetched.\n${why}`)
  say(
    `Electron ${wantedVersion()} could not be fetched (${firstLine(why)}): using the fallback runtime, Electron ${fallbackVersion}.`,
  )
  return fallback()
}

/** @param {Runtime} runtime @returns {string} "Electron 33.2.1 (fallback runtime)" */
export function describe(runtime) {
  return `Electron ${runtime.version} (${runtime.kind === 'official' ? 'official' : 'fallback'} runtime)`
}

/** @returns {Promise<Runtime>} */
async function fallback() {
  return { kind: 'fallback', version: fallbackVersion, executable: await ensureFallback() }
}

/** @returns {Runtime | undefined} */
function official() {
  const name = readIfThere(inModules('electron', 'path.txt'))
  const version = readIfThere(inModules('electron', 'dist', 'version'))
    ?.trim()
    .replace(/^v/, '')
  const executable = name === undefined ? undefined : inModules('electron', 'dist', name.trim())
  if (executable === undefined || version !== wantedVersion() || !existsSync(executable)) return undefined
  return { kind: 'official', version, executable }
}

/** @returns {string} */
function wantedVersion() {
  return JSON.parse(readFileSync(inModules('electron', 'package.json'), 'utf8')).version
}

/**
 * Runs Electron's own installer while a probe asks its host for a sign of life: without one within `patienceMs` the
 * installer is ended, for it knows no time limit.
 * @param {number} patienceMs
 * @returns {Promise<string>} why it did not come; empty if it did
 */
async function fetchOfficial(patienceMs) {
  const env = { ...process.env, NODE_USE_ENV_PROXY: '1' }
  const script = inModules('electron', 'install.js')
  const installer = start(node24, [script], { env, stdio: ['ignore', 'pipe', 'pipe'] }, 0)
  let said = ''
  installer.process.stderr?.on('data', (chunk) => (said += chunk))
  const probe = attempt(node24, ['--eval', probeCode, probeUrl(env)], { env, timeoutMs: patienceMs })
  const early = await Promise.race([
    installer.exited.then(() => 'ended'),
    probe.then(({ code }) => (code === 0 ? 'alive' : 'silent')),
  ])
  if (early === 'silent') {
    await installer.end()
    return `no answer from ${new URL(probeUrl(env)).host}`
  }
  if (early === 'alive') await step('Fetching Electron', () => ended(installer))
  const code = await installer.exited
  return code === 0 ? '' : tail(said)
}

/** @param {{ exited: Promise<number>, end: () => Promise<void> }} installer ended when it takes over 15 minutes */
async function ended(installer) {
  const timer = setTimeout(() => void installer.end(), 15 * 60_000)
  await installer.exited
  clearTimeout(timer)
}

const probeCode = `fetch(process.argv[1], { method: 'HEAD' }).then((answer) => process.exit(answer.status < 500 ? 0 : 1), () => process.exit(1))`

/** @param {NodeJS.ProcessEnv} env @returns {string} where the installer will look, near enough */
function probeUrl(env) {
  const mirror =
    env['ELECTRON_MIRROR'] ??
    env['npm_config_electron_mirror'] ??
    'https://github.com/electron/electron/releases/download/'
  return new URL(join(`v${wantedVersion()}`, 'SHASUMS256.txt'), mirror.endsWith('/') ? mirror : `${mirror}/`)
    .href
}

/** @param {string} text */
function firstLine(text) {
  return text.split('\n')[0]?.trim() || 'no reason given'
}
