/**
 * @file A workspace of the first schema, full of work, opens on the newest one: everything can be read, nothing is sent
 * or read twice.
 */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { openConnection, type Connection } from '../../src/core/db/connection.ts'
import { openDatabase } from '../../src/core/db/database.ts'
import { migrations } from '../../src/core/db/migrations.ts'
import { newId } from '../../src/core/db/uuid.ts'
import { laneOf } from '../../src/core/outbox/kinds/kinds.ts'
import { databaseFileName } from '../../src/shared/host-protocol.ts'
import { must } from '../../src/shared/must.ts'
import { longThread, silentLog } from '../database.ts'
import { noon } from '../practice-x/stage.ts'
import { flow, type Flow } from './harness.ts'

let f: Flow
afterEach(() => f.end())

const hour = 3_600_000
const ago = (hours: number): string => new Date(noon - hours * hour).toISOString()
const file = (): string => join(f.workspace.folder, databaseFileName)

function on<T>(mode: 'read' | 'write', work: (connection: Connection) => T): T {
  const connection = openConnection(file(), f.workspace.databaseKey, mode, () => {})
  try {
    return work(connection)
  } finally {
    connection.close()
  }
}
type Row = Record<string, unknown>
const rowsOf = ({ prepare }: Connection, table: string): Row[] => prepare<Row>(`SELECT * FROM ${table}`).all()
const columnsOf = ({ prepare }: Connection, table: string): string[] =>
  prepare<{ name: string }>(`SELECT name FROM pragma_table_info('${table}')`)
    .all()
    .map(({ name }) => name)
const tablesOf = ({ prepare }: Connection): string[] =>
  prepare<{ name: string }>(
    "SELECT name FROM pragma_table_list WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
  )
    .all()
    .map(({ name }) => name)

/** Writes the workspace's file anew as the first version of the program would have left it. */
async function asFirstVersion(): Promise<void> {
  const known = on('read', (now) => new Map(tablesOf(now).map((table) => [table, rowsOf(now, table)])))
  for (const end of ['', '-wal', '-shm']) rmSync(file() + end, { force: true })
  await openDatabase({
    file: file(),
    key: f.workspace.databaseKey,
    workspaceId: f.workspace.id,
    xOrigin: f.workspace.stamp,
    clock: f.clock,
    log: silentLog,
    longThread,
    onCommit: () => {},
    migrations: migrations.slice(0, 1),
  }).close()
  on('write', (first) => {
    first.sqlite.pragma('foreign_keys=OFF')
    for (const table of tablesOf(first)) {
      const columns = columnsOf(first, table)
      const insert = first.prepare(
        `INSERT OR REPLACE INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
      )
      for (const row of known.get(table) ?? [])
        if (table !== 'sources' || ['mentions', 'posts', 'dms'].includes(String(row['source'])))
          insert.run(...columns.map((column) => row[column] ?? null))
    }
    for (const [words, table] of [
      ['post_words', 'posts'],
      ['dm_words', 'dm_events'],
    ])
      first.sqlite.exec(`INSERT INTO ${words} (rowid, text) SELECT n, text FROM ${table}`)
    leaveJobs(first)
  })
}

const states = [
  'held',
  'queued',
  'sending',
  'sent',
  'refused',
  'unsure',
  'missed',
  'recalled',
  'dropped',
] as const

/** A reply in every state that the first version knew, and a post that it still looked for. */
function leaveJobs({ prepare }: Connection): void {
  const ticket = must(
    prepare<{ id: string; brand: string; handle: string; post: string }>(
      `SELECT id, brand_id AS brand, handle_id AS handle, newest_customer_item AS post FROM tickets
       WHERE channel = 'public' ORDER BY opened_at LIMIT 1`,
    ).get(),
    'a ticket',
  )
  const insert = prepare(
    `INSERT INTO jobs (id, kind, lane, ticket_id, brand_id, handle_id, payload, solves, state, created_at, release_at,
       sending_at, failure, sent_item_id, settled_at)
     VALUES (?, 'reply', ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const now = f.clock.now()
  for (const state of states) {
    const text = `It is ${state}.`
    const isOver = state === 'sent' || state === 'recalled' || state === 'dropped'
    insert.run(
      newId(now - 60_000),
      laneOf(ticket.brand, 'reply'),
      ticket.id,
      ticket.brand,
      ticket.handle,
      JSON.stringify({ text, targetPostId: ticket.post }),
      state,
      now - 60_000,
      state === 'held' ? now + 5_000 : now - 50_000,
      state === 'sending' || state === 'unsure' || state === 'sent' ? now - 40_000 : null,
      state === 'refused'
        ? JSON.stringify({ code: 'x.refused', data: { reason: 'duplicate', detail: '' } })
        : null,
      state === 'sent' ? '99' : null,
      isOver ? now - 30_000 : null,
    )
  }
  prepare('INSERT INTO wanted_posts (post_id, handle_id, tries, next_try_at) VALUES (?, ?, 1, ?)').run(
    '1234',
    ticket.handle,
    now + hour,
  )
}

test('a workspace of the first version opens with all its work; nothing is sent or read twice', async () => {
  f = await flow({
    handles: ['northair'],
    lines: [
      { type: 'post', by: 'mara', text: '@northair where is my bag?', at: ago(14) },
      { type: 'post', by: 'paulo', text: '@northair and mine?', at: ago(2) },
      { type: 'post', by: 'northair', text: 'Snow in Boston', at: ago(1) },
      { type: 'dm', from: 'bex', to: 'northair', text: 'can you check my booking?', at: ago(1) },
    ],
  })
  await f.clock.advance(60_000)
  const cards = async () =>
    [...(await f.column('mentions')), ...(await f.column('dms'))].map(({ card }) => ({
      number: card.number,
      customer: card.customer.name,
      runs: card.runs,
    }))
  const before = await cards()
  const cursors = (): Row[] =>
    on('read', ({ prepare }) =>
      prepare<Row>("SELECT source, since_id FROM sources WHERE source IN ('mentions', 'posts', 'dms')").all(),
    )
  const read = cursors()
  await f.control.requests({ clear: true })
  await f.restart(asFirstVersion)

  expect(await cards()).toEqual(before)
  expect(cursors()).toEqual(read)
  await f.clock.advance(60_000)
  const { requests } = await f.control.requests({})
  const paths = (route: string): string[] =>
    requests.filter((one) => one.method === 'GET' && one.route === route).map(({ path }) => path)
  for (const path of paths('/2/users/:id/mentions')) expect(path).toContain('since_id=')
  expect(paths('/2/tweets')).toEqual([])
  const found = on('read', (now) => ({
    jobs: rowsOf(now, 'jobs').map(({ payload, state }) => ({ text: String(payload), state })),
    wanted: rowsOf(now, 'wanted_posts').map((row) => row['post_id']),
  }))
  expect(found.wanted).toContain('1234')
  const became = (state: string): unknown =>
    found.jobs.find(({ text }) => text.includes(`is ${state}.`))?.state
  expect(states.map((state) => [state, became(state)])).toEqual([
    ['held', 'sent'],
    ['queued', 'sent'],
    ['sending', 'unsure'],
    ['sent', 'sent'],
    ['refused', 'refused'],
    ['unsure', 'unsure'],
    ['missed', 'missed'],
    ['recalled', 'recalled'],
    ['dropped', 'dropped'],
  ])
  await f.clock.advance(hour)
  const { posts } = await f.control.sent({})
  expect(posts.map(({ text }) => text).sort()).toEqual(['@mara It is held.', '@mara It is queued.'])
})
