/**
 * @file The entry of the practice X: a child of main that is told what to start, or a command of its own. Owns the
 * process; the server is server.ts.
 */
import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { ToPractice, type FromPractice } from '../shared/practice-protocol.ts'
import { readArguments, told, usage } from './cli.ts'
import { WorldFileError } from './persist.ts'
import { ScenarioError } from './scenario.ts'
import { startPracticeX, type PracticeX } from './server.ts'

/** The little that a utility process's port offers; Electron's own types would drag Electron in. */
type ParentPort = {
  on(event: 'message', listen: (event: { data: unknown }) => void): void
  postMessage(message: unknown): void
}
declare global {
  namespace NodeJS {
    interface Process {
      parentPort?: ParentPort
    }
  }
}

const wordsOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause))

function failureOf(cause: unknown): Extract<FromPractice, { type: 'failed' }> {
  const code =
    cause instanceof ScenarioError
      ? 'scenario.invalid'
      : cause instanceof WorldFileError
        ? 'world.corrupt'
        : cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE'
          ? 'port.taken'
          : 'failed'
  return { type: 'failed', code, message: wordsOf(cause) }
}

/** The scenario is needed only when there is no world yet, so that a kept world opens without it. */
function readScenario(file: string, needed: boolean): string | FromPractice {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    return needed
      ? { type: 'failed', code: 'scenario.unreadable', message: `${file}: ${wordsOf(cause)}` }
      : ''
  }
}

type Parent = {
  listen(receive: (message: unknown) => void): void
  /** Resolves once the message has left, so that ending right after it loses nothing. */
  tell(message: FromPractice): Promise<void>
}

function liveAsChild({ listen, tell }: Parent): void {
  let running: PracticeX | null = null
  const end = async (): Promise<void> => {
    await running?.close()
    running = null
  }
  const start = async (order: Extract<ToPractice, { type: 'start' }>): Promise<FromPractice> => {
    const scenario = readScenario(order.scenarioFile, !existsSync(order.worldFile))
    if (typeof scenario !== 'string') return scenario
    running = await startPracticeX({
      port: order.port,
      worldFile: order.worldFile,
      scenario,
      scenarioName: basename(order.scenarioFile),
      summon: order.summon,
    })
    return {
      type: 'listening',
      baseUrl: running.baseUrl,
      controlToken: running.controlToken,
      grants: running.grants,
      clockOffsetMs: running.world.offsetMs(),
    }
  }
  const obey = async (message: unknown): Promise<void> => {
    const order = ToPractice.safeParse(message)
    if (!order.success)
      return tell({ type: 'failed', code: 'failed', message: `unknown order: ${order.error.message}` })
    if (order.data.type === 'start') return tell(await start(order.data).catch(failureOf))
    const failed = await end().then(() => null, failureOf)
    await tell(failed ?? { type: 'closed' })
    process.exit(failed ? 1 : 0)
  }
  listen((message) => void obey(message))
  process.on('disconnect', () => {
    end().then(
      () => process.exit(0),
      (cause: unknown) => {
        process.stderr.write(`practice: ${wordsOf(cause)}\n`)
        process.exit(1)
      },
    )
  })
}

async function liveAsCommand(): Promise<void> {
  const options = readArguments(process.argv.slice(2))
  if ('wrong' in options) {
    process.stderr.write(`${options.wrong}\n\n${usage}`)
    process.exit(2)
  }
  if (options.help) return void process.stdout.write(usage)
  const scenario = readScenario(options.scenario, options.world === undefined || !existsSync(options.world))
  if (typeof scenario !== 'string') {
    process.stderr.write(
      `The scenario cannot be read: ${scenario.type === 'failed' ? scenario.message : ''}\n`,
    )
    process.exit(2)
  }
  try {
    const running = await startPracticeX({
      port: options.port,
      scenario,
      scenarioName: options.scenario,
      worldFile: options.world,
      summon: options.summon,
    })
    process.stdout.write(told(running))
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => {
        running.close().then(
          () => process.exit(0),
          (cause: unknown) => {
            process.stderr.write(`${wordsOf(cause)}\n`)
            process.exit(1)
          },
        )
      })
  } catch (cause) {
    process.stderr.write(`${wordsOf(cause)}\n`)
    process.exit(cause instanceof ScenarioError ? 2 : 1)
  }
}

const { parentPort } = process
const send = process.send?.bind(process)
if (parentPort)
  liveAsChild({
    listen: (receive) => parentPort.on('message', (event) => receive(event.data)),
    async tell(message) {
      parentPort.postMessage(message)
      // The port tells nobody when a message has left; half a turn of a busy main is plenty.
      await new Promise((resolve) => setTimeout(resolve, 50))
    },
  })
else if (send)
  liveAsChild({
    listen: (receive) => process.on('message', receive),
    tell: (message) =>
      new Promise((resolve) => {
        // A parent that is gone cannot be told; `disconnect` ends this process then.
        send(message, undefined, undefined, () => resolve())
      }),
  })
else await liveAsCommand()
