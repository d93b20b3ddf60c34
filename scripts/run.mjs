/** @file Runs other programs for the scripts: quietly, with a time limit, and ended with us. */
import { spawn } from 'node:child_process'
import { delimiter } from 'node:path'
import { Problem } from './progress.mjs'

/** @typedef {{ code: number, output: string }} Outcome */
/** @typedef {{ cwd?: string, env?: NodeJS.ProcessEnv, uid?: number, gid?: number, timeoutMs?: number, input?: string, inherit?: boolean }} RunOptions */

/** @type {Set<{ end: () => Promise<void> }>} */
const alive = new Set()
let ending = false

/**
 * Runs a program to its end and gathers what it says (the last 2 MB). A program that cannot start has code 127, one
 * that took longer than `timeoutMs` is killed and has code 124.
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<Outcome>}
 */
export function attempt(command, args, options = {}) {
  const { timeoutMs, input, inherit, ...rest } = options
  return new Promise((done) => {
    const shell = process.platform === 'win32' && command.endsWith('.cmd')
    const stdio = inherit ? 'inherit' : 'pipe'
    const child = start(command, args, {
      ...rest,
      shell,
      stdio: [input === undefined ? 'ignore' : 'pipe', stdio, stdio],
    })
    let output = ''
    let late = false
    const gather = (/** @type {Buffer} */ chunk) => (output = (output + chunk.toString()).slice(-2_000_000))
    child.process.stdout?.on('data', gather)
    child.process.stderr?.on('data', gather)
    child.process.stdin?.on('error', gather)
    if (input !== undefined) child.process.stdin?.end(input)
    const timer =
      timeoutMs === undefined
        ? undefined
        : setTimeout(() => void ((late = true), child.kill('SIGKILL')), timeoutMs)
    child.process.on('error', (error) => {
      clearTimeout(timer)
      done({ code: 127, output: error.message })
    })
    child.process.on('close', (code, signal) => {
      clearTimeout(timer)
      done({ code: late ? 124 : (code ?? exitCodeOf(signal)), output })
    })
  })
}

/**
 * As `attempt`, but anything but code 0 is a `Problem` that shows the end of what the program said.
 * @param {string} what for the message: "Installing dependencies"
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<string>} what it said
 */
export async function run(what, command, args, options = {}) {
  const { code, output } = await attempt(command, args, options)
  if (code === 0) return output
  const why = code === 124 ? 'took too long' : `failed (code ${code})`
  throw new Problem(`${what} ${why}: ${command} ${args.join(' ')}\n${tail(output)}`)
}

/**
 * Starts a program in a process group of its own, which is ended with this process: Ctrl+C reaches us alone, and we end
 * the children in order.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 * @param {number} [graceMs] between asking and killing
 */
export function start(command, args, options, graceMs = 8_000) {
  const grouped = process.platform !== 'win32'
  const child = spawn(command, args, { ...options, detached: grouped })
  /** @type {Promise<number>} */
  const exited = new Promise((done) => {
    child.on('error', () => done(127))
    child.on('exit', (code, signal) => done(code ?? exitCodeOf(signal)))
  })
  const kill = (/** @type {NodeJS.Signals} */ signal) => {
    if (child.pid === undefined) return
    try {
      process.kill(grouped ? -child.pid : child.pid, signal)
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
    }
  }
  const end = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
    const timer = setTimeout(() => kill('SIGKILL'), graceMs)
    await exited
    clearTimeout(timer)
    kill('SIGKILL')
  }
  const entry = { end }
  alive.add(entry)
  void exited.then(() => {
    if (!ending) alive.delete(entry)
  })
  return { process: child, exited, kill, end }
}

/** Ends every program still running, the newest first. */
export async function endAll() {
  ending = true
  for (const child of [...alive].reverse()) await child.end()
  alive.clear()
  ending = false
}

for (const [signal, code] of /** @type {const} */ ([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
])) {
  process.on(signal, () => endWith(code))
}

// npm passes signals on to its shell alone, which dies without a word to us.
if (process.env['npm_lifecycle_event'] !== undefined) {
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid !== parent) endWith(143)
  }, 1_000)
  watch.unref()
}

/** @param {number} code */
function endWith(code) {
  if (ending) return
  void endAll().then(() => process.exit(code))
}

/** @param {NodeJS.Signals | null} signal @returns {number} as a shell says it */
export function exitCodeOf(signal) {
  const numbers = { SIGHUP: 1, SIGINT: 2, SIGQUIT: 3, SIGABRT: 6, SIGKILL: 9, SIGSEGV: 11, SIGTERM: 15 }
  return 128 + (numbers[/** @type {keyof typeof numbers} */ (signal)] ?? 0)
}

/** @param {string} output @returns {string} its beginning and its end: errors stand at either */
export function tail(output) {
  const lines = output.trimEnd().split('\n')
  return lines.length <= 60 ? lines.join('\n') : [...lines.slice(0, 20), '…', ...lines.slice(-40)].join('\n')
}

/**
 * The environment without the folders that `npm run` puts before the PATH: npm must not run on a Node that it is about
 * to replace.
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
export function outsideEnvironment(env) {
  const path = (env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => !/node_modules[\\/](\.bin|node[\\/]bin)$|node-gyp-bin$/.test(folder))
  return { ...env, PATH: path.join(delimiter) }
}
