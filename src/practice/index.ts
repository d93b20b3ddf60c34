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

function liveAsChild(
  listen: (receive: (message: unknown) => void) => void,
  answer: (message: FromPractice) => void,
): void {
  let running: PracticeX | null = null
  const end = async (): Promise<void> => {
    await running?.close()
    running = null
    answer({ type: 'closed' })
  }
  const start = async (order: Extract<ToPractice, { type: 'start' }>): Promise<void> => {
    const scenario = readScenario(order.scenarioFile, !existsSync(order.worldFile))
    if (typeof scenario !== 'string') return answer(scenario)
    running = await startPracticeX({
      port: order.port,
      worldFile: order.worldFile,
      scenario,
      scenarioName: basename(order.scenarioFile),
      summon: order.summon,
    })
    answer({
      type: 'listening',
      baseUrl: running.baseUrl,
      controlToken: running.controlToken,
      grants: running.grants,
      clockOffsetMs: running.world.offsetMs(),
    })
  }
  listen((message) => {
    const parsed = ToPractice.safeParse(message)
    if (!parsed.success)
      return answer({ type: 'failed', code: 'failed', message: `unknown order: ${parsed.error.message}` })
    const work = parsed.data.type === 'start' ? start(parsed.data) : end().then(() => process.exit(0))
    work.catch((cause: unknown) => {
      answer(failureOf(cause))
      if (parsed.data.type === 'close') process.exit(1)
    })
  })
  process.on('disconnect', () => {
    const gone = running?.close() ?? Promise.resolve()
    gone.then(
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
  liveAsChild(
    (receive) => parentPort.on('message', (event) => receive(event.data)),
    (message) => parentPort.postMessage(message),
  )
else if (send)
  liveAsChild(
    (receive) => process.on('message', receive),
    (message) => void send(message),
  )
else await liveAsCommand()
