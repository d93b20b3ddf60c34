/** @file An Electron app as a benchmark starts it: until it says that it has painted, and then to its end. */
import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { setTimeout as passed } from 'node:timers/promises'
import { z } from 'zod'

const Prepared = z.object({ executable: z.string(), args: z.array(z.string()), node: z.string() })

/** Which app: its folder, the folder of its user data, and the line by which it says that it has painted. */
export type AppUnderTest = { folder: string; profile: string; says: string }

/** A start that is taking longer is none. */
const limitMs = 60_000

/** What scripts/bench.mjs prepared. @throws Error outside `npm run bench` */
export function prepared(): z.infer<typeof Prepared> {
  const text = process.env['SWITCHBOARD_ELECTRON']
  if (!text) throw new Error('The benchmarks need their surroundings: start them with npm run bench')
  return Prepared.parse(JSON.parse(text))
}

/** The folder of Switchboard itself: the last of the prepared arguments. */
export function ownFolder(): string {
  const folder = prepared().args.at(-1)
  if (folder === undefined) throw new Error('no app folder was prepared')
  return folder
}

/**
 * Starts the app, waits for its line, and ends it.
 * @param stayMs how long it may go on after that
 * @returns from the start of the process to the line, ms
 * @throws Error with all that it said, when it ended or a minute passed without that line
 */
export async function startOnce({ folder, profile, says }: AppUnderTest, stayMs = 0): Promise<number> {
  const { executable, args, node } = prepared()
  mkdirSync(profile, { recursive: true, mode: 0o700 })
  const startedAt = performance.now()
  const child = spawn(executable, [...args.slice(0, -1), folder], {
    env: {
      ...process.env,
      SWITCHBOARD_ELECTRON: undefined,
      SWITCHBOARD_NODE: node,
      SWITCHBOARD_PROFILE: profile,
      SWITCHBOARD_REPORT_START: '1',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  const exited = new Promise<void>((done) => child.once('close', () => done()))
  let said = ''
  const painted = new Promise<number>((done, fail) => {
    const give = (why: string): void => fail(new Error(`${folder} ${why}. It said:\n${said}`))
    const timer = setTimeout(() => give('painted nothing in time'), limitMs)
    const hear = (chunk: Buffer): void => {
      said += chunk.toString()
      if (!said.includes(says)) return
      clearTimeout(timer)
      done(performance.now() - startedAt)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('error', (error) => give(error.message))
    child.once('exit', (code, signal) => give(`ended (${signal ?? code})`))
  })
  try {
    const ms = await painted
    await passed(stayMs)
    return ms
  } finally {
    child.kill('SIGTERM')
    const late = setTimeout(() => endGroup(child.pid), 12_000)
    await exited
    clearTimeout(late)
    endGroup(child.pid)
  }
}

/** The app leads a process group: nothing that it started outlives it. */
function endGroup(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}
