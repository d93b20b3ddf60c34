/**
 * @file What a worker thread of long reads does: one read-only connection of its own, so that a report, a ranked search
 * or a backup never holds up core's event loop. Runs what long-reads.ts sends; decides nothing.
 */
/// <reference path="./sqlite.d.ts" />
import { parentPort, workerData } from 'node:worker_threads'
import Sqlite from 'better-sqlite3-multiple-ciphers'
import { z } from 'zod'
import { Failure, toWire } from '../../shared/errors.ts'
import { must } from '../../shared/must.ts'
import { openConnection, type Connection } from './connection.ts'
import { LongAsk, type LongAnswer } from './long-protocol.ts'
import type { Works } from './long-reads.ts'

/** So many rows travel at once: unpacking a message holds up the thread that receives it. */
const rowsAtOnce = 250

type Post = (answer: LongAnswer) => void

/** Serves whoever made this thread. @param loadWorks what else it can do, read when it is first asked for */
export function serveLongReads(loadWorks: () => Promise<Works>): void {
  const { file, key } = z.object({ file: z.string(), key: z.string() }).parse(workerData)
  const port = must(parentPort, 'a long reader is a worker thread')
  const connection = openConnection(file, key, 'read', () => {})
  const reads = connection.kysely(() => {})
  const post: Post = (answer) => port.postMessage(answer)

  async function work({ id, name, input }: Extract<LongAsk, { do: 'work' }>): Promise<void> {
    const works = await loadWorks()
    const run = must(works[name] ?? null, `this thread knows ${name}`)
    post({ id, kind: 'made', value: await run(reads, input as never) })
  }

  async function answer(ask: LongAsk): Promise<void> {
    try {
      if (ask.do === 'work') return await work(ask)
      if (ask.do === 'back-up') connection.sqlite.prepare('VACUUM INTO ?').run(ask.to)
      else sendRows(connection, post, ask)
      post({ id: ask.id, kind: 'end' })
    } catch (error) {
      if (error instanceof Failure) return post({ id: ask.id, kind: 'refused', failure: toWire(error) })
      // The words of an error may quote values; its code tells what can be told.
      const code = error instanceof Sqlite.SqliteError ? error.code : null
      const name = error instanceof Error ? error.name : typeof error
      post({ id: ask.id, kind: 'failed', code, name, frames: framesOf(error) })
    }
  }

  port.on('message', (message: unknown) => void answer(LongAsk.parse(message)))
}

const framesOf = (error: unknown): string =>
  error instanceof Error ? (error.stack?.match(/^ {4}at .*$/gm) ?? []).join('\n') : ''

function sendRows(
  connection: Connection,
  post: Post,
  { id, sql, parameters }: Extract<LongAsk, { do: 'read' }>,
): void {
  const statement = connection.prepare(sql).raw(true)
  const columns = statement.columns().map(({ name }) => name)
  let rows: unknown[][] = []
  for (const row of statement.iterate(...parameters)) {
    rows.push(row)
    if (rows.length < rowsAtOnce) continue
    post({ id, kind: 'rows', columns, rows })
    rows = []
  }
  if (rows.length > 0) post({ id, kind: 'rows', columns, rows })
  // A work may ask the same.
  statement.raw(false)
}
