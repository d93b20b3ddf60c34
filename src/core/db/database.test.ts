import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { sql } from 'kysely'
import {
  longThread,
  silentLog,
  testDatabase,
  testKey,
  testStart,
  type TestDatabase,
} from '../../../tests/database.ts'
import { fakeClock } from '../../../tests/fake-clock.ts'
import { Failure } from '../../shared/errors.ts'
import { openDatabase, type Database, type DatabaseOptions, type Tx } from './database.ts'
import { holdLock } from './lock.ts'
import { migrations } from './migrations.ts'
import { newId } from './uuid.ts'

const newest = migrations.at(-1)?.number ?? 0
const open: TestDatabase[] = []
function workspace(options: Partial<DatabaseOptions> = {}): TestDatabase {
  const made = testDatabase(options)
  open.push(made)
  return made
}
afterEach(async () => {
  for (const made of open.splice(0)) await made.end()
})

const reopen = ({ file }: TestDatabase, options: Partial<DatabaseOptions> = {}): Database =>
  openDatabase({
    file,
    key: testKey,
    workspaceId: 'test',
    xOrigin: 'http://127.0.0.1:1',
    clock: fakeClock(testStart),
    log: silentLog,
    longThread,
    onCommit: () => {},
    ...options,
  })

const failureOf = (work: () => unknown): Failure => {
  try {
    work()
  } catch (error) {
    if (error instanceof Failure) return error
    throw error
  }
  throw new Error('expected a failure')
}

const addAgent = (tx: Tx, name: string) =>
  tx.db
    .insertInto('agents')
    .values({ id: newId(tx.at), name, initials: 'XX', created_at: tx.at })
    .execute()
/** One brand with one ticket and something of each kind that hangs on a ticket, by the columns of the first schema. */
const firstSchemaRows = [
  "INSERT INTO clients VALUES ('c', 'Client', 1)",
  "INSERT INTO brands (id, client_id, name, initials, fill, position, created_at, removed_at) VALUES ('b', 'c', 'Brand', 'B', 0, 0, 1, NULL)",
  "INSERT INTO apps (id, name, created_at) VALUES ('a', 'App', 1)",
  "INSERT INTO handles VALUES ('h', 'b', 'a', '100', 'brand', 'oauth2', 'connected', 1)",
  `INSERT INTO tickets (id, number, brand_id, handle_id, customer_id, channel, conversation_id, status, opened_at,
     newest_customer_at, newest_customer_item, due_at, needs_reply)
   VALUES ('t', 7, 'b', 'h', '11', 'public', '1', 'solved', 1, 1, '1', 5, 0)`,
  "INSERT INTO ticket_items VALUES ('t', 'post', '1', 'customer', 1)",
  "INSERT INTO notes VALUES ('n', 't', NULL, 'asked Boston', 1, NULL)",
  "INSERT INTO drafts VALUES ('t', 'public', 'Hello', 1, 1)",
  `INSERT INTO jobs (id, kind, lane, ticket_id, brand_id, handle_id, payload, solves, state, created_at, release_at)
   VALUES ('j', 'reply', 'l', 't', 'b', 'h', '{}', 0, 'dropped', 1, 1)`,
]

const names = async (database: Database): Promise<string[]> =>
  (await database.read.selectFrom('agents').select('name').orderBy('name').execute()).map((row) => row.name)

test('a read beside an open write sees the old rows, then the new ones', async () => {
  const { database } = workspace()
  await database.write((tx) => addAgent(tx, 'Ada'))
  let seenBeside: string[] = []
  const letGo = Promise.withResolvers<void>()
  const written = Promise.withResolvers<void>()
  const write = database.write(async (tx) => {
    await addAgent(tx, 'Ben')
    written.resolve()
    await letGo.promise
  })
  await written.promise
  seenBeside = await names(database)
  letGo.resolve()
  await write
  expect(seenBeside).toEqual(['Ada'])
  expect(await names(database)).toEqual(['Ada', 'Ben'])
})

test('a read inside a write returns, with the old rows; the write itself sees its own', async () => {
  const { database } = workspace()
  const seen = await database.write(async (tx) => {
    await addAgent(tx, 'Ada')
    return {
      reader: await names(database),
      tx: await tx.db.selectFrom('agents').select('name').execute(),
      raw: tx.raw<{ name: string }>('SELECT name FROM agents').all(),
    }
  })
  expect(seen).toEqual({ reader: [], tx: [{ name: 'Ada' }], raw: [{ name: 'Ada' }] })
})

test('the reader cannot write, whatever is asked of it', async () => {
  const { database } = workspace()
  const insert = sql`INSERT INTO settings VALUES ('a', '1')`.execute(database.read)
  await expect(insert).rejects.toThrow(/readonly/u)
})

test('a write inside a write is refused at once, and one that follows is not', async () => {
  const { database } = workspace()
  const inner = await database.write(async () => {
    const nested = database.write(() => {})
    await expect(nested).rejects.toThrow(/inside a write/u)
    return Promise.resolve().then(() => 'outer')
  })
  expect(inner).toBe('outer')
  await database.write((tx) => addAgent(tx, 'Ada'))
  expect(await names(database)).toEqual(['Ada'])
})

test('writes run one after the other, in order', async () => {
  const { database } = workspace()
  const story: string[] = []
  await Promise.all(
    ['a', 'b', 'c'].map((name) =>
      database.write(async (tx) => {
        story.push(`${name} begins`)
        await addAgent(tx, name)
        story.push(`${name} ends`)
      }),
    ),
  )
  expect(story).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends'])
})

test('one event tells what a commit touched; a write that throws tells nothing and leaves nothing', async () => {
  const { database, events } = workspace()
  await database.write(async (tx) => {
    tx.touch.ticket('t1')
    tx.touch.ticket('t1')
    tx.touch.brand('b1')
    tx.touch.session()
  })
  await database.write((tx) => addAgent(tx, 'quiet'))
  const failed = database.write(async (tx) => {
    await addAgent(tx, 'Ada')
    tx.touch.ticket('t2')
    throw new Error('no')
  })
  await expect(failed).rejects.toThrow('no')
  expect(events).toEqual([
    {
      kind: 'changed',
      ticketIds: ['t1'],
      brandIds: ['b1'],
      jobIds: [],
      connectIds: [],
      money: false,
      session: true,
    },
  ])
  expect(await names(database)).toEqual(['quiet'])
})

test('a Tx is dead after its write', async () => {
  const { database } = workspace()
  const kept = await database.write((tx) => Promise.resolve({ tx, db: tx.db }))
  expect(() => kept.tx.raw('SELECT 1')).toThrow(/while its write runs/u)
  await expect(kept.db.selectFrom('agents').selectAll().execute()).rejects.toThrow(/while its write runs/u)
})

test('a durable write commits like any other and the next one is quick again', async () => {
  const { database } = workspace()
  const level = (tx: Tx): unknown => tx.raw('PRAGMA synchronous').get()
  expect(await database.write(level, { durable: true })).toEqual({ synchronous: 2 })
  expect(await database.write(level)).toEqual({ synchronous: 1 })
})

test('nothing that was written can be read in any file of the workspace', async () => {
  const { database, folder } = workspace()
  await database.write((tx) => addAgent(tx, 'zanzibarfish'))
  const files = readdirSync(folder)
  expect(files).toContain('workspace.db-wal')
  for (const file of files) {
    const bytes = readFileSync(join(folder, file))
    expect(bytes.includes('zanzibarfish')).toBe(false)
    expect(bytes.includes('CREATE TABLE')).toBe(false)
  }
})

test('another key, another X, another workspace, a newer schema: each is refused by name', async () => {
  const made = workspace()
  await made.database.write((tx) => addAgent(tx, 'Ada'))
  expect(failureOf(() => reopen(made, { key: '00'.repeat(32) })).code).toBe('workspace.unreadable')
  expect(failureOf(() => reopen(made, { workspaceId: 'other' })).code).toBe('workspace.unreadable')
  expect(failureOf(() => reopen(made, { xOrigin: 'https://api.x.com' }))).toMatchObject({
    code: 'workspace.other-origin',
    data: { expected: 'https://api.x.com', found: 'http://127.0.0.1:1' },
  })
  const newer = [...migrations, { number: newest + 1, sql: 'CREATE TABLE later (id TEXT) STRICT' }]
  await reopen(made, { migrations: newer }).close()
  expect(failureOf(() => reopen(made))).toMatchObject({
    code: 'workspace.newer',
    data: { found: newest + 1, known: newest },
  })
})

test('a migration is whole or not at all, and an encrypted backup lies beside the file', async () => {
  const made = workspace()
  await made.database.write((tx) => addAgent(tx, 'Ada'))
  await made.database.write((tx) => {
    tx.raw(`INSERT INTO settings VALUES ('word', '"zanzibarfish"')`).run()
  })
  const broken = [
    ...migrations,
    { number: newest + 1, sql: 'CREATE TABLE later (id TEXT) STRICT; SELECT nonsense' },
  ]
  expect(() => reopen(made, { migrations: broken })).toThrow(/nonsense/u)
  const again = reopen(made)
  expect(await names(again)).toEqual(['Ada'])
  await again.close()

  const backup = readdirSync(made.folder).find((file) => file.includes(`.before-${newest + 1}`))
  const path = join(made.folder, backup ?? 'none')
  expect(readFileSync(path).includes('zanzibarfish')).toBe(false)
  const copy = reopen({ ...made, file: path })
  expect(await names(copy)).toEqual(['Ada'])
  await copy.close()
})

test('a migration that loses what rows refer to is not committed, and names the table', async () => {
  const made = workspace()
  await made.database.write((tx) => {
    tx.raw("INSERT INTO clients VALUES ('c', 'Client', 1)").run()
    tx.raw(
      "INSERT INTO brands (id, client_id, name, initials, fill, position, created_at, removed_at) VALUES ('b', 'c', 'Brand', 'B', 0, 0, 1, NULL)",
    ).run()
  })
  const losing = [...migrations, { number: newest + 1, sql: 'DELETE FROM clients' }]
  expect(() => reopen(made, { migrations: losing })).toThrow(/brands without what they refer to/u)
  const again = reopen(made)
  expect(await again.read.selectFrom('clients').select('name').execute()).toHaveLength(1)
  const orphan = again.write((tx) => {
    tx.raw(
      "INSERT INTO brands (id, client_id, name, initials, fill, position, created_at, removed_at) VALUES ('d', 'nobody', 'Brand', 'D', 0, 0, 1, NULL)",
    ).run()
  })
  await expect(orphan).rejects.toThrow()
  await again.close()
})

test('a workspace of the first schema keeps its tickets and all that hangs on them', async () => {
  const made = workspace({ migrations: migrations.slice(0, 1) })
  await made.database.write((tx) => {
    for (const statement of firstSchemaRows) tx.raw(statement).run()
  })
  const again = reopen(made)
  expect(await again.read.selectFrom('tickets').selectAll().execute()).toMatchObject([
    { id: 't', number: 7, status: 'solved', due_at: 5, needs_reply: 0, clock_from: 0, imported_at: null },
  ])
  for (const table of ['ticket_items', 'notes', 'drafts', 'jobs'] as const)
    expect(await again.read.selectFrom(table).select('ticket_id').execute()).toEqual([{ ticket_id: 't' }])
  expect(await again.read.selectFrom('handles').select('connected_at').execute()).toEqual([
    { connected_at: 0 },
  ])
  await again.write((tx) => tx.db.updateTable('tickets').set({ status: 'closed' }).execute())
  await again.write((tx) => tx.db.deleteFrom('brands').execute())
  expect(await again.read.selectFrom('notes').selectAll().execute()).toEqual([])
  await again.close()
})

test('a full disk is said, and everything before it stays', async () => {
  const { database } = workspace()
  await database.write((tx) => addAgent(tx, 'Ada'))
  const fill = database.write(async (tx) => {
    const { page_count: pages } = tx.raw<{ page_count: number }>('PRAGMA page_count').get() ?? {
      page_count: 0,
    }
    tx.raw(`PRAGMA max_page_count=${pages + 2}`).get()
    await addAgent(tx, 'Ben')
    for (let row = 0; row < 100; row++) {
      tx.raw('INSERT INTO settings VALUES (?, ?)').run(`row ${row}`, 'x'.repeat(4_000))
    }
  })
  await expect(fill).rejects.toMatchObject({ code: 'disk.full' })
  expect(await names(database)).toEqual(['Ada'])
  await database.write((tx) => {
    tx.raw('PRAGMA max_page_count=1000000').get()
  })
  await database.write((tx) => addAgent(tx, 'Cem'))
  expect(await names(database)).toEqual(['Ada', 'Cem'])
})

test('one core at a time holds a workspace folder', () => {
  const { folder } = workspace()
  const lock = holdLock(folder)
  expect(failureOf(() => holdLock(folder)).code).toBe('workspace.in-use')
  lock.release()
  holdLock(folder).release()
})

test('ids of ours rise, within a millisecond and when the clock goes back', () => {
  const ids = [5_000, 5_000, 5_000, 4_000, 6_000].map((at) => newId(at + testStart))
  expect([...ids].sort()).toEqual(ids)
  expect(new Set(ids).size).toBe(ids.length)
})
