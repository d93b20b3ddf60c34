/**
 * @file Core's side of long reads: a Kysely whose statements run in a worker thread, backups, and work that is done whole
 * in such a thread. A thread starts with the first of them and ends with the database.
 */
import { Worker } from 'node:worker_threads'
import type { CompiledQuery, QueryResult } from 'kysely'
import { Failure, fromWire } from '../../shared/errors.ts'
import { isDiskTrouble } from './failures.ts'
import { kyselyOver } from './kysely-over.ts'
import { LongAnswer, type LongAsk } from './long-protocol.ts'
import type { Reads } from './database.ts'

export type LongReads = {
  /** What is committed, read beside everything else: an answer may take seconds and nothing waits for it. */
  readonly reads: Reads
  /** Writes a whole, encrypted copy. @throws Failure `disk.*`, also when a file stands there already */
  backUp(to: string): Promise<void>
  /** Has one of the thread's works done. @throws Failure that the work throws */
  work: RunWork
  /** Ends the thread; what it was asked for is refused with `core.gone`. */
  close(): Promise<void>
}

/**
 * What a thread can do whole, by name: work of a subject of its own, over reads of the thread. Input and result are values
 * that can be copied from thread to thread.
 */
export type Works = Readonly<Record<string, (reads: Reads, input: never) => Promise<unknown>>>

export type RunWork = (name: string, input: unknown) => Promise<unknown>

/** Calls works by name, with their own types: both sides are of one build. */
export const callerOf =
  <W extends Works>(run: RunWork) =>
  <Name extends keyof W & string>(name: Name, input: Parameters<W[Name]>[1]): ReturnType<W[Name]> =>
    run(name, input) as ReturnType<W[Name]>

type Waiting = { rows: unknown[]; resolve: (made: unknown) => void; reject: (error: unknown) => void }
type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never

/** @param script the built `long-thread`; `file` and `key` as for `openConnection` */
export function longReads(script: string | URL, file: string, key: string): LongReads {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | null = null
  let closed = false
  let nextId = 0

  function start(): Worker {
    const started = new Worker(script, { workerData: { file, key }, execArgv: [] })
    // An idle thread must not keep a process alive that has nothing else to do.
    started.unref()
    started.on('message', (message: unknown) => receive(LongAnswer.parse(message)))
    started.on('error', (error) => end(error))
    started.on('exit', () => end(new Failure('core.gone', {})))
    return started
  }

  function end(error: unknown): void {
    worker = null
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }

  function receive(answer: LongAnswer): void {
    const call = waiting.get(answer.id)
    if (!call) return
    if (answer.kind === 'rows') {
      const { columns } = answer
      for (const values of answer.rows) {
        const row: Record<string, unknown> = {}
        for (const [index, name] of columns.entries()) row[name] = values[index]
        call.rows.push(row)
      }
      return
    }
    waiting.delete(answer.id)
    if (waiting.size === 0) worker?.unref()
    switch (answer.kind) {
      case 'end':
        return call.resolve(call.rows)
      case 'made':
        return call.resolve(answer.value)
      case 'refused':
        return call.reject(fromWire(answer.failure))
      case 'failed':
        return call.reject(failureOf(answer))
    }
  }

  function ask(message: WithoutId<LongAsk>): Promise<unknown> {
    if (closed) return Promise.reject(new Failure('core.gone', {}))
    worker ??= start()
    worker.ref()
    const to = worker
    return new Promise((resolve, reject) => {
      const id = ++nextId
      waiting.set(id, { rows: [], resolve, reject })
      to.postMessage({ ...message, id })
    })
  }

  return {
    reads: kyselyOver(async <R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> => ({
      rows: (await ask({ do: 'read', sql, parameters: [...parameters] as never })) as R[],
    })),
    async backUp(to) {
      await ask({ do: 'back-up', to })
    },
    work: (name, input) => ask({ do: 'work', name, input }),
    async close() {
      closed = true
      await worker?.terminate()
    },
  }
}

const failureOf = ({ code, name, frames }: Extract<LongAnswer, { kind: 'failed' }>): Error => {
  if (code === 'SQLITE_FULL') return new Failure('disk.full', {})
  if (code !== null && isDiskTrouble(code)) return new Failure('disk.failed', { what: code })
  const failed = new Error(`a long read failed: ${code ?? name}`)
  failed.stack = `${failed.message}\n${frames}`
  return failed
}
