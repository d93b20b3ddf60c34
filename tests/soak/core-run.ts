/**
 * @file One life of core as a child process, over the host protocol: boots it, answers for the vault, speaks to it as a
 * window does, and ends it, mostly by SIGKILL.
 */
import { fork } from 'node:child_process'
import { pathToFileURL } from 'node:url'
import type { Contract } from '../../src/shared/contract/contract.ts'
import { coreFlags } from '../../src/shared/core-flags.ts'
import { FromCore, type ToCore, type WorkspaceBoot } from '../../src/shared/host-protocol.ts'
import { connect, type Client } from '../../src/shared/rpc.ts'
import { deathName, type Death } from './die-at-commit.ts'

export type CoreRun = {
  pid: number
  call: Client<Contract>['call']
  /** Resolves to whether core opened its workspace; false when it was killed first. */
  ready: Promise<boolean>
  /** Ends it at once, wherever it stands. */
  kill(): void
  /** Asks it to end in good order. */
  close(): Promise<void>
  /** Resolves when it is gone. */
  gone: Promise<{ killed: boolean; code: number | null }>
}

/** The keychain of the soak: outlives every core. */
export type Secrets = Map<string, string>

export type CoreRunOptions = {
  script: string
  /** What is loaded before `script`, and the commit at which it ends core; see die-at-commit.ts. */
  deathScript: string
  death: Death | null
  workspace: WorkspaceBoot
  secrets: Secrets
  /** Before and after a secret is kept: a place to kill at. */
  onKeep: (when: 'before' | 'after') => void
  onLog: (line: string) => void
  onFailed: (code: string) => void
  /** A call got no answer for long. */
  onSilence: (method: string) => void
}

/** Far longer than any call may take, even one that waits for X, ms of the machine. */
const silentAtMostMs = 30_000

const portId = 'soak'

/** Starts core; `ready` tells when it can be spoken to. */
export function startCore(options: CoreRunOptions): CoreRun {
  const { script, deathScript, death, workspace, secrets, onKeep, onLog, onFailed, onSilence } = options
  let struck = false
  let killed = death !== null
  let settle: (ready: boolean) => void = () => {}
  const ready = new Promise<boolean>((resolve) => {
    settle = resolve
  })
  let receive = (_message: unknown): void => {}
  const child = fork(script, [], {
    execArgv: [...coreFlags, ...(death ? ['--import', pathToFileURL(deathScript).href] : [])],
    env: death ? { ...process.env, [deathName]: JSON.stringify(death) } : process.env,
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  const post = (message: ToCore): void => {
    // What is sent to a core that has just died is lost with it, as in life.
    if (child.connected) child.send(message, () => {})
  }

  let rest = ''
  child.stderr?.setEncoding('utf8')
  child.stderr?.on('data', (text: string) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) onLog(line)
  })

  child.on('message', (data) => {
    const message = FromCore.parse(data)
    switch (message.kind) {
      case 'ready':
        post({ kind: 'port.open', portId, relayed: true })
        settle(true)
        return
      case 'failed':
        onFailed(message.failure.code)
        settle(false)
        return
      case 'port.message':
        receive(message.message)
        return
      case 'vault.request':
        answerVault(message)
        return
      case 'host.open':
        post({ kind: 'host.answer', requestId: message.requestId, failure: null })
        return
      case 'badge':
    }
  })

  function answerVault({ requestId, action }: Extract<FromCore, { kind: 'vault.request' }>): void {
    if (action.do === 'write') {
      onKeep('before')
      // Killed before: the word never reached the keychain.
      if (struck) return
      secrets.set(action.name, action.value)
      onKeep('after')
    } else if (action.do === 'erase') secrets.delete(action.name)
    const value = action.do === 'read' ? (secrets.get(action.name) ?? null) : null
    post({ kind: 'vault.answer', requestId, value })
  }

  const client = connect<Contract>(
    {
      post: (message) => post({ kind: 'port.message', portId, message }),
      listen: (handler) => {
        receive = handler
      },
      close: () => {},
    },
    () => {},
    () => {},
  )

  const gone = new Promise<{ killed: boolean; code: number | null }>((resolve) => {
    child.once('close', (code) => {
      client.close()
      settle(false)
      resolve({ killed, code })
    })
  })
  child.once('spawn', () => post({ kind: 'boot', workspace }))

  return {
    pid: child.pid ?? 0,
    call: (method, input) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => onSilence(method), silentAtMostMs)
        client
          .call(method, input)
          .then(resolve, reject)
          .finally(() => clearTimeout(timer))
      }),
    ready,
    kill() {
      struck = true
      killed = true
      child.kill('SIGKILL')
    },
    async close() {
      killed = true
      post({ kind: 'close' })
      await gone
    },
    gone,
  }
}
