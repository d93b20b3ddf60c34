/**
 * @file Calls and events over anything that can post and listen: a MessagePort, a relay through main, a pair of test
 * ports. Owns the wire format, ids and the `seq` of events; knows no method by name.
 *
 * [Note: One small rpc] Looked at first: oRPC's message-port adapter. It ships a router, contexts, interceptors and a
 * peer protocol with blobs and iterators; ours needs calls and one numbered event, over a relay that can only clone
 * plain data. docs/decisions/0002-rpc.md weighs both.
 */
import { z } from 'zod'
import { Failure, fromWire, toWire, WireFailure } from './errors.ts'

/** The least that both sides need of a connection. Messages are structured-clone data. */
export type RpcPort = {
  post(message: unknown): void
  listen(receive: (message: unknown) => void): void
  close(): void
}

/** A method's promise: what goes in, what comes out. */
export type Method = { input: z.ZodType; output: z.ZodType }
export type Methods = Record<string, Method>

export type Input<M extends Method> = z.input<M['input']>
export type Output<M extends Method> = z.infer<M['output']>

/** One handler per method of the contract; adding a method without a handler does not compile. */
export type Handlers<T extends Methods, Context> = {
  [K in keyof T]: (input: z.infer<T[K]['input']>, context: Context) => Promise<Output<T[K]>> | Output<T[K]>
}

/** What the calling side holds: `call('ticket.get', { ticketId })`. */
export type Client<T extends Methods> = {
  /** @throws Failure as the handler threw it; `core.gone` when the connection ended first. */
  call<K extends keyof T & string>(method: K, input: Input<T[K]>): Promise<Output<T[K]>>
  close(): void
}

const Request = z.object({ kind: z.literal('call'), id: z.number(), method: z.string(), input: z.unknown() })
const Answer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('answer'), id: z.number(), result: z.unknown() }),
  z.object({ kind: z.literal('refusal'), id: z.number(), failure: WireFailure }),
  z.object({ kind: z.literal('event'), seq: z.number(), event: z.unknown() }),
  z.object({ kind: z.literal('end') }),
])

/**
 * Serves `handlers` on `port`. Input is parsed on every call; an unknown method or bad input is answered with
 * `input.invalid`, a foreign error goes to `translate` first. What `admit` throws answers the call instead of its
 * handler.
 * @returns `emit` numbers each event of this connection, rising by one from 1.
 */
export function serve<T extends Methods, Context>(
  port: RpcPort,
  methods: T,
  handlers: Handlers<T, Context>,
  context: Context,
  {
    translate,
    admit = async () => {},
  }: {
    translate: (error: unknown, method: string) => Failure
    admit?: (method: string, input: unknown) => Promise<void>
  },
): { emit(event: unknown): void; end(): void } {
  let seq = 0
  port.listen((message) => {
    const request = Request.safeParse(message)
    if (!request.success) return
    const { id, method, input } = request.data
    answer(method, input).then(
      (result) => port.post({ kind: 'answer', id, result }),
      (error: unknown) =>
        port.post({
          kind: 'refusal',
          id,
          failure: toWire(error instanceof Failure ? error : translate(error, method)),
        }),
    )
  })

  async function answer(name: string, input: unknown): Promise<unknown> {
    const method = Object.hasOwn(methods, name) ? methods[name] : undefined
    const handler = handlers[name as keyof T]
    if (!method) throw new Failure('input.invalid', { method: name, issues: ['no such method'] })
    const parsed = method.input.safeParse(input)
    if (!parsed.success) {
      const issues = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
      throw new Failure('input.invalid', { method: name, issues })
    }
    await admit(name, parsed.data)
    return handler(parsed.data as never, context)
  }

  return {
    emit: (event) => port.post({ kind: 'event', seq: ++seq, event }),
    end: () => {
      port.post({ kind: 'end' })
      port.close()
    },
  }
}

/**
 * The calling side. `onEvent` gets each event in order; `onGap` is called when a number was skipped or the other side
 * ended: what is on screen must then be read anew.
 * @param receive what the caller gets of an answer; a Failure that it throws is the answer then
 */
export function connect<T extends Methods>(
  port: RpcPort,
  onEvent: (event: unknown) => void,
  onGap: () => void,
  receive: (method: string, answer: unknown) => unknown = (_method, answer) => answer,
): Client<T> {
  let nextId = 0
  let seq = 0
  let open = true
  const waiting = new Map<
    number,
    { method: string; resolve: (value: never) => void; reject: (error: unknown) => void }
  >()

  function end(): void {
    if (!open) return
    open = false
    for (const call of waiting.values()) call.reject(new Failure('core.gone', {}))
    waiting.clear()
  }

  port.listen((message) => {
    const parsed = Answer.safeParse(message)
    if (!parsed.success) return
    const data = parsed.data
    switch (data.kind) {
      case 'answer':
      case 'refusal': {
        const call = waiting.get(data.id)
        waiting.delete(data.id)
        if (!call) return
        if (data.kind === 'refusal') return call.reject(fromWire(data.failure))
        try {
          call.resolve(receive(call.method, data.result) as never)
        } catch (error) {
          call.reject(error)
        }
        return
      }
      case 'event':
        if (data.seq !== seq + 1) onGap()
        seq = data.seq
        onEvent(data.event)
        return
      case 'end':
        end()
        onGap()
    }
  })

  return {
    call(method, input) {
      return new Promise((resolve, reject) => {
        if (!open) {
          reject(new Failure('core.gone', {}))
          return
        }
        const id = ++nextId
        waiting.set(id, { method, resolve, reject })
        port.post({ kind: 'call', id, method, input })
      })
    },
    close() {
      end()
      port.close()
    },
  }
}
