/**
 * @file One child process of main, whichever way the runtime forks it: a utility process, or Node 24 over IPC. Owns
 * start, messages, the log of what it says, and the difference between an end and a crash. Knows no message by name.
 */
import { fork } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import type { Readable } from 'node:stream'
import { utilityProcess, type MessagePortMain } from 'electron'
import type { LogFile } from './log-file.ts'
import { withoutCoreDump } from './security/core-dumps.ts'
import { scrubbed } from './scrubbed-environment.ts'

/** `asked` false is a crash, whatever the code: nobody had told it to end. */
export type Exit = { asked: boolean; code: number | null; signal: string | null }

/** A running child. */
export type Child = {
  /** Ports travel only to a utility process; over a fork they are an error. */
  post(message: unknown, ports?: MessagePortMain[]): void
  /** Marks the end as asked for: an exit from now on is no crash. */
  expectEnd(): void
  /** Ends it at once. */
  kill(): void
  /** Resolves when it is gone, whatever way. */
  exited: Promise<Exit>
}

/** What `startChild` needs. */
export type ChildOptions = {
  way: { how: 'utility' } | { how: 'fork'; node: string }
  script: string
  /** Shown by the system's process list: `Switchboard core (practice)`. */
  name: string
  /** Options of the engine. */
  flags?: readonly string[]
  env: NodeJS.ProcessEnv
  log: LogFile
  /** It makes way for the window and for core where processors are few. */
  background?: boolean
  onMessage(message: unknown): void
}

/** Starts `script` with a scrubbed environment and no arguments: nothing secret is ever in an argument vector. */
export function startChild(options: ChildOptions): Child {
  return options.way.how === 'utility' ? startUtility(options) : startFork(options, options.way.node)
}

/** What cannot be given a lower priority, since it ended or the system has none, goes on with the one it has. */
function makeWay(pid: number | undefined, log: LogFile): void {
  if (pid === undefined) return
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL)
  } catch (error) {
    log.line(`a child keeps its priority: ${error instanceof Error ? error.message : 'unknown'}`)
  }
}

function startUtility({ script, name, flags = [], env, log, background, onMessage }: ChildOptions): Child {
  let asked = false
  const child = utilityProcess.fork(script, [], {
    serviceName: name,
    env: scrubbed(env),
    execArgv: [...flags],
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  follow(child.stdout, log)
  follow(child.stderr, log)
  child.on('message', onMessage)
  child.on('spawn', () => {
    withoutCoreDump(child.pid, log)
    if (background) makeWay(child.pid, log)
  })
  const exited = new Promise<Exit>((done) => {
    child.once('exit', (code) => done({ asked, code, signal: null }))
  })
  return {
    post: (message, ports = []) => child.postMessage(message, ports),
    expectEnd: () => void (asked = true),
    kill() {
      // Electron's own kill asks politely (SIGTERM); who calls this is past asking.
      if (child.pid !== undefined) process.kill(child.pid, 'SIGKILL')
    },
    exited,
  }
}

function startFork(
  { script, name, flags = [], env, log, background, onMessage }: ChildOptions,
  node: string,
): Child {
  let asked = false
  const child = fork(script, [], {
    execPath: node,
    execArgv: [...flags],
    env: scrubbed(env),
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  // At once: until main hears that it was started, it would have competed for most of the start.
  if (background) makeWay(child.pid, log)
  follow(child.stdout, log)
  follow(child.stderr, log)
  child.on('message', onMessage)
  child.on('spawn', () => withoutCoreDump(child.pid, log))
  const exited = new Promise<Exit>((done) => {
    child.once('exit', (code, signal) => done({ asked, code, signal }))
    child.on('error', (error) => {
      log.line(`${name}: ${error.message}`)
      if (child.pid === undefined) done({ asked: false, code: null, signal: null })
    })
  })
  return {
    post(message, ports = []) {
      if (ports.length > 0) throw new Error('a port cannot travel over a fork: relay it')
      // A child that has just died is told by `exited`; what was sent to it is lost with it.
      if (child.connected)
        child.send(message as object, (error) => error && log.line(`${name}: ${error.message}`))
    },
    expectEnd: () => void (asked = true),
    kill: () => void child.kill('SIGKILL'),
    exited,
  }
}

function follow(stream: Readable | NodeJS.ReadableStream | null, log: LogFile): void {
  stream?.setEncoding('utf8')
  stream?.on('data', (text: string) => log.write(text))
}
