import { afterEach, expect, test } from 'vitest'
import { longThread, silentLog, testDatabase, testKey, type TestDatabase } from '../../../tests/database.ts'
import { Failure } from '../../shared/errors.ts'
import { JobState } from '../../shared/domain/outbox.ts'
import { openDatabase, type Database } from '../db/database.ts'
import { migrations } from '../db/migrations.ts'
import type { XGateway } from '../x/gateway.ts'
import { outboxEngine } from './engine.ts'
import { jobViews } from './repo.ts'
import { noUploads } from './uploads.ts'

const id = (n: number): string => `01890000-0000-7000-8000-00000000000${n}`

let first: TestDatabase
let database: Database
afterEach(async () => {
  await database.close()
  await first.end()
})

/** A ticket with jobs as the first schema held them, in states that still move and in one that does not. */
async function storedByFirstSchema(): Promise<void> {
  first = testDatabase({ migrations: migrations.slice(0, 1) })
  const now = first.clock.now()
  const reply = { kind: 'reply', payload: { text: 'On it.', targetPostId: '1000' } }
  const dm = { kind: 'dm', payload: { text: 'Hello.', participantId: '900' } }
  const job = (n: number, { kind, payload }: typeof reply | typeof dm, state: string): string =>
    `INSERT INTO jobs (id, kind, lane, ticket_id, brand_id, handle_id, payload, solves, state, created_at, release_at,
       sending_at)
     VALUES ('${id(n)}', '${kind}', '${id(1)}/${kind}s', '${id(4)}', '${id(1)}', '${id(3)}',
       '${JSON.stringify(payload)}', 0, '${state}', ${now}, ${now}, ${state === 'sending' ? now : 'NULL'})`
  await first.database.write((tx) => {
    for (const statement of [
      `INSERT INTO clients VALUES ('${id(0)}', 'Client', 1)`,
      `INSERT INTO brands (id, client_id, name, initials, fill, position, created_at)
       VALUES ('${id(1)}', '${id(0)}', 'Brand', 'B', 0, 0, 1)`,
      `INSERT INTO apps (id, name, created_at) VALUES ('${id(2)}', 'App', 1)`,
      `INSERT INTO handles VALUES ('${id(3)}', '${id(1)}', '${id(2)}', '100', 'brand', 'oauth2', 'connected', 1)`,
      `INSERT INTO tickets (id, number, brand_id, handle_id, customer_id, channel, conversation_id, status, opened_at,
         newest_customer_at, newest_customer_item, due_at, needs_reply)
       VALUES ('${id(4)}', 7, '${id(1)}', '${id(3)}', '900', 'public', '1000', 'open', 1, 1, '1000', 5, 0)`,
      `INSERT INTO ticket_items VALUES ('${id(4)}', 'post', '1000', 'customer', 1)`,
      job(5, reply, 'held'),
      job(6, dm, 'queued'),
      job(7, reply, 'sending'),
      job(8, dm, 'missed'),
      job(9, reply, 'recalled'),
    ])
      tx.raw(statement).run()
  })
}

/** X that takes replies and messages, and shows nothing. */
function openX() {
  const unasked = (): never => {
    throw new Error('the outbox does not ask this')
  }
  const page = async () => ({ items: [], included: [], people: [], nextToken: null, unreadable: 0 })
  const sent: string[] = []
  const x: XGateway = {
    me: unasked,
    mentions: unasked,
    search: unasked,
    list: unasked,
    dms: unasked,
    posts: unasked,
    people: unasked,
    post: unasked,
    deletePost: unasked,
    hide: unasked,
    repost: unasked,
    bookmark: unasked,
    mute: unasked,
    dateOffsetMs: () => 0,
    ownPosts: page,
    dmsWith: page,
    async reply(_handleId, { text }) {
      sent.push(text)
      return { postId: String(5_000 + sent.length), text }
    },
    async dm(_handleId, { text }) {
      sent.push(text)
      return { eventId: String(5_000 + sent.length), conversationId: '100-900' }
    },
  }
  return { x, sent }
}

test('jobs that the first schema held can be shown, leave once, and what was on its way is in doubt', async () => {
  await storedByFirstSchema()
  const { clock } = first
  database = openDatabase({
    file: first.file,
    key: testKey,
    workspaceId: 'test',
    xOrigin: 'http://127.0.0.1:1',
    clock,
    log: silentLog,
    longThread,
    onCommit: () => {},
  })
  const shown = async () =>
    Object.fromEntries(
      (await jobViews(database.read, JobState.options)).map(({ id: jobId, state, text, attachmentIds }) => [
        jobId,
        { state, text, attachmentIds },
      ]),
    )
  expect((await shown())[id(5)]).toEqual({ state: 'held', text: 'On it.', attachmentIds: [] })
  const { x, sent } = openX()
  const engine = outboxEngine({
    database,
    x,
    uploads: noUploads,
    clock,
    log: silentLog,
    translate: (error) => new Failure('internal', { id: String(error) }),
  })
  await engine.start()
  for (let second = 0; second < 10; second++) {
    await clock.advance(1_000)
    await engine.idle()
  }
  const now = await shown()
  expect([5, 6, 7, 8, 9].map((n) => now[id(n)]?.state)).toEqual([
    'sent',
    'sent',
    'unsure',
    'missed',
    'recalled',
  ])
  expect(sent.toSorted()).toEqual(['Hello.', 'On it.'])
  await engine.stop()
})
