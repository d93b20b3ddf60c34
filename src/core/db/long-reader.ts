/**
 * @file The worker thread of long reads: one read-only connection of its own, so that a report, a ranked search or a
 * backup never holds up core's event loop. Runs what long-reads.ts sends; decides nothing.
 */
/// <reference path="./sqlite.d.ts" />
import { parentPort, workerData } from 'node:worker_threads'
import Sqlite from 'better-sqlite3-multiple-ciphers'
import { z } from 'zod'
import { openConnection } from './connection.ts'
import { LongAsk, type LongAnswer } from './long-protocol.ts'

/** So many rows travel at once: unpacking a message holds up the thread that receives it. */
const rowsAtOnce = 250

const { file, key } = z.object({ file: z.string(), key: z.string() }).parse(workerData)
const port = parentPort
if (!port) throw new Error('a long reader is a worker thread')
const connection = openConnection(file, key, 'read', () => {})
const post = (answer: LongAnswer): void => port.postMessage(answer)

port.on('message', (message: unknown) => {
  const ask = LongAsk.parse(message)
  try {
    if (ask.do === 'back-up') connection.sqlite.prepare('VACUUM INTO ?').run(ask.to)
    else sendRows(ask)
    post({ id: ask.id, kind: 'end' })
  } catch (error) {
    // The words of an error may quote values; its code tells what can be told.
    const code = error instanceof Sqlite.SqliteError ? error.code : null
    post({ id: ask.id, kind: 'failed', code, name: error instanceof Error ? error.name : typeof error })
  }
})

function sendRows({ id, sql, parameters }: Extract<LongAsk, { do: 'read' }>): void {
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
}
