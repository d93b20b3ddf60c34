/**
 * @file How an e2e test starts Switchboard: the real Electron, a profile folder of its own, and nothing left running
 * behind it. Must not know what the app shows.
 */
import { _electron, test as base, type ElectronApplication, type Page, type TestInfo } from '@playwright/test'
import { appendFileSync, readFileSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

/** What scripts/test.mjs prepared: Electron, and the arguments it needs before the app's own. */
const prepared = z.object({
  executable: z.string(),
  args: z.array(z.string()),
  kind: z.enum(['official', 'fallback']),
  version: z.string(),
  node: z.string(),
})
export type Prepared = z.infer<typeof prepared>

export type LaunchOptions = {
  /** The profile folder; by default one of this test. Given again, it is a restart of the same installation. */
  profile?: string
  /** Added to the environment. */
  env?: Record<string, string>
  /** Added behind the app's folder. */
  args?: string[]
}

export type Running = {
  app: ElectronApplication
  /** The first window. */
  window: Page
  /** Everything it printed so far, both streams, from its first line on. */
  logs(): string
  profile: string
  /** Main's process id. */
  pid: number
  /** Quits as a person does, and waits; after ten seconds it is killed, with whatever it started. */
  close(): Promise<void>
  /** Ends main at once, as a crash or a power cut does; what main had started is on its own. */
  kill(): Promise<void>
}

/** The suite's `test`: `launchSwitchboard` starts the app, `electron` tells what it runs on. */
export const test = base.extend<{
  electron: Prepared
  launchSwitchboard: (options?: LaunchOptions) => Promise<Running>
}>({
  electron: async ({}, use) => {
    const text = process.env['SWITCHBOARD_ELECTRON']
    if (!text) throw new Error('This suite needs its surroundings: start it with npm test -- e2e')
    await use(prepared.parse(JSON.parse(text)))
  },
  launchSwitchboard: async ({ electron }, use, info) => {
    const started: Running[] = []
    await use(async (options = {}) => {
      const running = await launch(electron, options, info, started.length + 1)
      started.push(running)
      return running
    })
    if (info.status !== info.expectedStatus) await keepEvidence(started, info)
    for (const running of started.reverse()) await running.close()
  },
})
export { expect } from '@playwright/test'

/** How long a window may take to load its page; it takes about a second. */
const pageMs = 15_000

/**
 * Starts the app. Seldom, and only on a busy machine, Playwright attaches to Electron and leaves the first page paused
 * for good, though the app alone never hangs: then the app is started once more, and the report says so.
 */
async function launch(
  electron: Prepared,
  options: LaunchOptions,
  info: TestInfo,
  number: number,
): Promise<Running> {
  const again = (why: string): Promise<Running> => {
    info.annotations.push({ type: 'started twice', description: why })
    return start(electron, options, info, number)
  }
  const first = await start(electron, options, info, number).catch((error: unknown) => String(error))
  if (typeof first === 'string') return again(first)
  const paused = await first.window.waitForLoadState('domcontentloaded', { timeout: pageMs }).then(
    () => false,
    () => true,
  )
  if (!paused) return first
  await first.close()
  if (options.profile === undefined) await rm(first.profile, { recursive: true })
  return again('the first page was left paused')
}

async function start(
  electron: Prepared,
  options: LaunchOptions,
  info: TestInfo,
  number: number,
): Promise<Running> {
  const profile = options.profile ?? info.outputPath('profile')
  await mkdir(profile, { recursive: true })
  const log = info.outputPath(`app-${number}.log`)
  await writeFile(log, '')
  const logs = () => readFileSync(log, 'utf8')
  const windows = process.platform === 'win32'
  const app = await _electron
    .launch({
      executablePath: windows ? electron.executable : join(import.meta.dirname, 'with-log.sh'),
      args: [...electron.args, ...(options.args ?? [])],
      // Without this word Playwright switches the sandbox off; where it has to be off, the arguments say so.
      chromiumSandbox: true,
      env: {
        ...inherited(),
        // Dates are written as here, whatever the machine's language is.
        LANGUAGE: 'en_GB',
        SWITCHBOARD_NODE: electron.node,
        SWITCHBOARD_PROFILE: profile,
        SWITCHBOARD_E2E_EXECUTABLE: electron.executable,
        SWITCHBOARD_E2E_LOG: log,
        ...options.env,
      },
      timeout: 30_000,
    })
    .catch((error: unknown) => {
      throw new Error(`Electron did not start. It said:\n${logs()}`, { cause: error })
    })
  const process_ = app.process()
  const pid = process_.pid
  if (pid === undefined) throw new Error('Electron has no process id')
  const keep = (chunk: Buffer) => appendFileSync(log, chunk)
  if (windows) for (const stream of [process_.stdout, process_.stderr]) stream?.on('data', keep)
  const hasExited = () => process_.exitCode !== null || process_.signalCode !== null
  const exited = new Promise<void>((done) => {
    if (hasExited()) done()
    else process_.once('exit', () => done())
  })
  const endGroup = () => {
    // Playwright starts Electron as the leader of a process group, so this reaches core and Chromium's processes too.
    for (const target of windows ? [pid] : [-pid, pid]) {
      try {
        process.kill(target, 'SIGKILL')
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
      }
    }
  }
  const running: Omit<Running, 'window'> = {
    app,
    logs,
    profile,
    pid,
    async close() {
      const timer = setTimeout(endGroup, 10_000)
      if (!hasExited()) {
        // Who quits here says yes to whatever is asked then.
        const answering = app.evaluate(({ dialog }) => {
          dialog.showMessageBox = async () => ({ response: 1, checkboxChecked: false })
        })
        await answering.catch(async (error: unknown) => {
          // An app that was going by itself asks nothing any more; one that had to be killed ought to have answered.
          await exited
          if (process_.signalCode === 'SIGKILL') throw error
        })
        if (!hasExited()) await app.close()
        await exited
      }
      clearTimeout(timer)
      endGroup()
    },
    async kill() {
      process_.kill('SIGKILL')
      await exited
    },
  }
  try {
    return { ...running, window: await app.firstWindow({ timeout: 30_000 }) }
  } catch (error) {
    await running.close()
    throw new Error(`No window came. Switchboard said:\n${logs()}`, { cause: error })
  }
}

/** The worker's environment without what belongs to Playwright or to npm. */
function inherited(): Record<string, string> {
  const own = Object.entries(process.env).filter(
    ([name]) =>
      !/^(npm_|PLAYWRIGHT_|TEST_WORKER_|SWITCHBOARD_ELECTRON$|NODE_|FORCE_COLOR$|DEBUG_COLORS$)/.test(name),
  )
  return Object.fromEntries(own.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
}

/** Keeps a picture of every window still open, and what each app printed, with the test's results. */
async function keepEvidence(started: Running[], info: TestInfo): Promise<void> {
  for (const [index, running] of started.entries()) {
    await info.attach(`app-${index + 1}.log`, { body: running.logs(), contentType: 'text/plain' })
    for (const [at, page] of running.app.windows().entries()) {
      if (page.isClosed()) continue
      const path = info.outputPath(`app-${index + 1}-window-${at + 1}.png`)
      const taken = await page.screenshot({ path, timeout: 5_000 }).then(
        () => true,
        (error: unknown) => {
          info.annotations.push({ type: 'no picture', description: String(error) })
          return false
        },
      )
      if (taken) await info.attach(`app-${index + 1}-window-${at + 1}.png`, { path })
    }
  }
}
