/**
 * @file A core without a database, for runtimes that cannot load one: it speaks the real host protocol and the real
 * rpc, so that fork, port, vault, crash and restart are main's own. It keeps nothing and knows no ticket.
 */
import { z } from 'zod'
import { Failure } from '../../src/shared/errors.ts'
import { FromCore, ToCore } from '../../src/shared/host-protocol.ts'
import { serve } from '../../src/shared/rpc.ts'

type Port = {
  postMessage(message: unknown): void
  on(event: 'message', receive: (event: { data: unknown }) => void): void
  start(): void
  close(): void
}
type ParentPort = {
  postMessage(message: unknown): void
  on(event: 'message', receive: (event: { data: unknown; ports: Port[] }) => void): void
}

const parent = z.custom<ParentPort>((value) => value !== undefined).parse(Reflect.get(process, 'parentPort'))
const post = (message: z.infer<typeof FromCore>): void => parent.postMessage(message)

const nothing = z.object({})
const methods = {
  /** What this process was given. */
  'stand-in.facts': {
    input: nothing,
    output: z.object({
      pid: z.number(),
      argv: z.array(z.string()),
      execArgv: z.array(z.string()),
      env: z.record(z.string(), z.string()),
      workspace: z.object({ id: z.string(), kind: z.string(), stamp: z.string(), secretsKept: z.string() }),
      keyLength: z.number(),
    }),
  },
  'stand-in.echo': {
    input: z.object({ rows: z.array(z.string()) }),
    output: z.object({ rows: z.array(z.string()) }),
  },
  /** Dies as a crash does: at once, without a word. */
  'stand-in.crash': { input: nothing, output: nothing },
  'stand-in.secret': {
    input: z.object({
      do: z.enum(['read', 'write', 'erase']),
      name: z.string(),
      value: z.string().optional(),
    }),
    output: z.object({ value: z.string().nullable() }),
  },
  'stand-in.open': { input: z.object({ url: z.string() }), output: nothing },
} satisfies Record<string, { input: z.ZodType; output: z.ZodType }>

type Waiting = { resolve: (value: string | null) => void; reject: (failure: Failure) => void }
const waiting = new Map<number, Waiting>()
let requests = 0
let workspace: Extract<ToCore, { kind: 'boot' }>['workspace'] | null = null

function askMain(ask: (requestId: number) => z.infer<typeof FromCore>): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const requestId = ++requests
    waiting.set(requestId, { resolve, reject })
    post(ask(requestId))
  })
}

function answered(requestId: number, outcome: { value: string | null } | { code: string }): void {
  const call = waiting.get(requestId)
  waiting.delete(requestId)
  if ('value' in outcome) call?.resolve(outcome.value)
  else call?.reject(new Failure('internal', { id: outcome.code }))
}

function connect(port: Port): void {
  const over = {
    post: (message: unknown) => port.postMessage(message),
    listen: (receive: (message: unknown) => void) => {
      port.on('message', (event) => receive(event.data))
      port.start()
    },
    close: () => port.close(),
  }
  serve(
    over,
    methods,
    {
      'stand-in.facts': () => {
        const booted = workspace ?? failBecause('not booted')
        const { id, kind, stamp, secretsKept, databaseKey } = booted
        const env = Object.fromEntries(
          Object.entries(process.env).map(([name, value]) => [name, value ?? '']),
        )
        return {
          pid: process.pid,
          argv: process.argv,
          execArgv: process.execArgv,
          env,
          workspace: { id, kind, stamp, secretsKept },
          keyLength: databaseKey.length,
        }
      },
      'stand-in.echo': ({ rows }) => ({ rows }),
      'stand-in.crash': () => {
        process.kill(process.pid, 'SIGKILL')
        return {}
      },
      'stand-in.secret': async ({ do: what, name, value }) => {
        const action = what === 'write' ? { do: what, name, value: value ?? '' } : { do: what, name }
        const request = (requestId: number) => FromCore.parse({ kind: 'vault.request', requestId, action })
        return { value: await askMain(request) }
      },
      'stand-in.open': async ({ url }) => {
        await askMain((requestId) => ({ kind: 'host.open', requestId, url }))
        return {}
      },
    },
    null,
    {
      translate: (error) =>
        new Failure('internal', { id: error instanceof Error ? error.message : 'unknown' }),
    },
  )
}

function failBecause(why: string): never {
  throw new Error(why)
}

parent.on('message', ({ data, ports }) => {
  const message = ToCore.parse(data)
  switch (message.kind) {
    case 'boot':
      workspace = message.workspace
      console.error(`stand-in core of ${workspace.id}, process ${process.pid}`)
      post({ kind: 'ready', brands: 4 })
      return
    case 'port.open': {
      const port = ports[0] ?? failBecause('a port travels with port.open')
      connect(port)
      return
    }
    case 'vault.answer':
      answered(message.requestId, { value: message.value })
      return
    case 'vault.refusal':
      answered(message.requestId, { code: message.failure.code })
      return
    case 'host.answer':
      answered(message.requestId, message.failure ? { code: message.failure.code } : { value: null })
      return
    case 'close':
      process.exit(0)
  }
})
