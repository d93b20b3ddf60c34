import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  addHandle,
  silentLog,
  testDatabase,
  testStart,
  type TestDatabase,
  type TestHandle,
} from '../../../tests/database.ts'
import { Failure } from '../../shared/errors.ts'
import { sit } from '../agents/repo.ts'
import { undoLast } from '../audit/undo.ts'
import type { PostRecord } from '../posts/records.ts'
import { ingestPosts } from '../sync/ingest.ts'
import type { Page, XGateway } from '../x/gateway.ts'
import { outboxEngine, type OutboxEngine } from './engine.ts'
import { undoHeld } from './decide.ts'
import { outboxService } from './service.ts'
import { noUploads } from './uploads.ts'

const xWebOrigin = 'http://127.0.0.1:1'
const emptyPage: Page<never> = { items: [], included: [], people: [], nextToken: null, unreadable: 0 }
const customer = '900'

/** X as this test wants it: what it has, and how it answers the next replies. */
type ScriptedX = XGateway & {
  posted: { text: string; targetPostId: string }[]
  answers: (() => void)[]
  timeline: PostRecord[]
  looks: number
}

function scriptedX(now: () => number, us: () => string): ScriptedX {
  const unasked = (): never => {
    throw new Error('the outbox does not ask this')
  }
  const x: ScriptedX = {
    posted: [],
    answers: [],
    timeline: [],
    looks: 0,
    me: unasked,
    mentions: unasked,
    search: unasked,
    list: unasked,
    dms: unasked,
    posts: unasked,
    people: unasked,
    dm: unasked,
    dmsWith: unasked,
    post: unasked,
    deletePost: unasked,
    hide: unasked,
    repost: unasked,
    bookmark: unasked,
    mute: unasked,
    dateOffsetMs: () => 0,
    async reply(_handleId, { text, targetPostId }) {
      const message = { text, targetPostId }
      x.posted.push(message)
      const postId = String(5_000 + x.posted.length)
      x.answers.shift()?.()
      return { postId, text: message.text }
    },
    async ownPosts() {
      x.looks++
      return {
        ...emptyPage,
        items: x.timeline.map((post) => ({ ...post, authorId: us(), createdAt: now() - 60_000 })),
      }
    },
  }
  return x
}

const customerPost = (id: string, more: Partial<PostRecord> = {}): PostRecord => ({
  id,
  latestId: id,
  version: 1,
  authorId: customer,
  conversationId: '1000',
  inReplyToPostId: null,
  inReplyToUserId: null,
  quotedPostId: null,
  repostedPostId: null,
  text: '@northwindair where is my bag?',
  entities: null,
  lang: 'en',
  mediaCount: 0,
  likes: 0,
  reposts: 0,
  createdAt: testStart - 5 * 60_000,
  ...more,
})

let t: TestDatabase
let handle: TestHandle
let x: ScriptedX
let engine: OutboxEngine
let ticketId: string

const newEngine = (database = t.database): OutboxEngine =>
  outboxEngine({
    database,
    x,
    uploads: noUploads,
    clock: t.clock,
    log: silentLog,
    translate: () => new Failure('internal', { id: 'test' }),
  })
const service = () =>
  outboxService({
    database: t.database,
    x,
    clock: t.clock,
    xWebOrigin,
    pausedUntil: () => null,
  })
const context = { connectionId: 'w1' }
const send = (more: { solves?: boolean } = {}) =>
  service()['reply.send'](
    {
      ticketId,
      channel: 'public',
      text: 'Boston has it, Mara. A courier comes tonight.',
      targetPostId: '1000',
      solves: false,
      ...more,
    },
    context,
  )
const jobState = async (): Promise<string> =>
  (await t.database.read.selectFrom('jobs').select('state').orderBy('id', 'desc').executeTakeFirstOrThrow())
    .state
const ticket = () =>
  t.database.read.selectFrom('tickets').selectAll().where('id', '=', ticketId).executeTakeFirstOrThrow()
/** Lets time pass a second at a time: after each the engine finishes what it began. */
const pass = async (ms: number): Promise<void> => {
  for (let left = ms; left > 0; left -= 1_000) {
    await t.clock.advance(Math.min(left, 1_000))
    await engine.idle()
  }
}

beforeEach(async () => {
  t = testDatabase()
  handle = await addHandle(t.database, 'northwindair', '100')
  x = scriptedX(
    () => t.clock.now(),
    () => handle.xUserId,
  )
  await t.database.write((tx) =>
    ingestPosts(tx, { handle, via: 'mentions', posts: [customerPost('1000')], included: [], people: [] }),
  )
  ticketId = (await t.database.read.selectFrom('tickets').select('id').executeTakeFirstOrThrow()).id
  engine = newEngine()
  await engine.start()
})
afterEach(async () => {
  await engine.stop()
  await t.end()
})

test('a reply is held ten seconds, leaves once, and the ticket waits for the customer', async () => {
  await send()
  engine.wake()
  expect((await ticket()).needs_reply).toBe(0)
  await pass(9_000)
  expect(x.posted).toEqual([])
  await pass(1_500)
  expect(x.posted).toEqual([{ text: 'Boston has it, Mara. A courier comes tonight.', targetPostId: '1000' }])
  expect(await jobState()).toBe('sent')
  expect(await ticket()).toMatchObject({ status: 'pending', needs_reply: 0, answered_elsewhere: 0 })
  await pass(3_600_000)
  expect(x.posted).toHaveLength(1)
})

test('undone while held: a draft again, nothing went out, the ticket needs a reply', async () => {
  await send()
  engine.wake()
  await pass(4_000)
  const result = await undoLast(t.database, { 'reply.held': undoHeld })
  expect(result).toMatchObject({ reach: 'recalled', channel: 'public', ticketIds: [ticketId] })
  await pass(60_000)
  expect(x.posted).toEqual([])
  expect((await ticket()).needs_reply).toBe(1)
  const draft = await t.database.read.selectFrom('drafts').select('text').executeTakeFirstOrThrow()
  expect(draft.text).toBe('Boston has it, Mara. A courier comes tonight.')
})

test('undone after X took it: the ticket comes back, the reply stays', async () => {
  await send({ solves: true })
  engine.wake()
  await pass(11_000)
  expect((await ticket()).status).toBe('solved')
  const result = await undoLast(t.database, { 'reply.held': undoHeld })
  expect(result).toMatchObject({ event: 'reply.sent', reach: 'reply-stays' })
  expect((await ticket()).status).toBe('open')
  expect(x.posted).toHaveLength(1)
})

test('a lost answer is looked for, found, and never sent again', async () => {
  x.answers = [
    () => {
      x.timeline = [
        customerPost('5001', {
          text: '@maraholt Boston has it, Mara. A courier comes tonight.',
          inReplyToPostId: '1000',
        }),
      ]
      throw new Failure('x.timeout', {})
    },
  ]
  await send()
  engine.wake()
  await pass(11_000)
  expect(await jobState()).toBe('unsure')
  expect((await ticket()).needs_reply).toBe(1)
  await pass(45_000)
  expect(x.looks).toBe(0)
  await pass(20_000)
  expect(x.looks).toBe(1)
  expect(await jobState()).toBe('sent')
  expect(x.posted).toHaveLength(1)
  expect(await ticket()).toMatchObject({ status: 'pending', needs_reply: 0, answered_elsewhere: 0 })
})

test('what two looks do not show is the agent’s to decide; nothing leaves by itself', async () => {
  x.answers = [
    () => {
      throw new Failure('x.server', { status: 503 })
    },
  ]
  await send()
  engine.wake()
  await pass(3_600_000)
  expect(x.looks).toBe(2)
  expect(await jobState()).toBe('unsure')
  expect(x.posted).toHaveLength(1)
  const { id: jobId } = await t.database.read.selectFrom('jobs').select('id').executeTakeFirstOrThrow()
  await service()['reply.settle']({ jobId, decision: 'send-again' }, context)
  engine.wake()
  await pass(1_000)
  expect(x.posted).toHaveLength(2)
  expect(await jobState()).toBe('sent')
})

test('a refusal reopens the ticket with a reason, and closes that way', async () => {
  x.answers = [
    () => {
      throw new Failure('x.refused', {
        reason: 'not-summoned',
        detail: 'Reply to this conversation is not allowed',
      })
    },
  ]
  await send({ solves: true })
  engine.wake()
  await pass(11_000)
  expect(await jobState()).toBe('refused')
  expect(await ticket()).toMatchObject({ status: 'open', needs_reply: 1 })
  await expect(send()).rejects.toMatchObject({ code: 'reply.no-route', data: { reason: 'refused-before' } })
})

test('a rate limit pauses the lane until X opens it again', async () => {
  x.answers = [
    () => {
      throw new Failure('x.rate-limited', { resetAt: testStart + 600_000 })
    },
  ]
  await send()
  engine.wake()
  await pass(300_000)
  expect(x.posted).toHaveLength(1)
  await pass(301_000)
  expect(x.posted).toHaveLength(2)
  expect(await jobState()).toBe('sent')
})

test('offline: nothing left, so it is tried again until it leaves', async () => {
  const offline = () => {
    throw new Failure('x.offline', {})
  }
  x.answers = [offline, offline, offline]
  await send()
  engine.wake()
  await pass(120_000)
  expect(x.posted).toHaveLength(4)
  expect(await jobState()).toBe('sent')
})

test('a console that ended while sending looks before it does anything', async () => {
  await send()
  await engine.stop()
  await t.database.write(async (tx) => {
    await tx.db.updateTable('jobs').set({ state: 'sending', sending_at: tx.at }).execute()
  })
  engine = newEngine()
  await engine.start()
  await pass(30_000)
  expect(x.posted).toEqual([])
  expect(await jobState()).toBe('unsure')
  x.timeline = [
    customerPost('5001', {
      text: '@maraholt Boston has it, Mara. A courier comes tonight.',
      inReplyToPostId: '1000',
    }),
  ]
  await pass(60_000)
  expect(await jobState()).toBe('sent')
  expect(x.posted).toEqual([])
})

test('a message whose time passed long ago while nothing ran does not leave by itself', async () => {
  await send()
  await engine.stop()
  t.clock.jump(11 * 60_000)
  engine = newEngine()
  await engine.start()
  await pass(60_000)
  expect(x.posted).toEqual([])
  expect(await jobState()).toBe('missed')
  expect((await ticket()).needs_reply).toBe(1)
})

test('a clock that is set back neither hastens nor stalls a held message', async () => {
  await send()
  engine.wake()
  await pass(1_000)
  t.clock.jump(-3_600_000)
  await pass(10_000)
  expect(x.posted).toHaveLength(1)
})

test('a second message of one ticket waits until the first is out', async () => {
  await send()
  await expect(send()).rejects.toMatchObject({ code: 'reply.already-out' })
})

test('a text that X would cut, or none, is refused before anything is written', async () => {
  const reply = service()['reply.send']
  const base = { ticketId, channel: 'public' as const, targetPostId: '1000', solves: false }
  await expect(reply({ ...base, text: '  ' }, context)).rejects.toMatchObject({ code: 'reply.empty' })
  await expect(reply({ ...base, text: 'あ'.repeat(141) }, context)).rejects.toMatchObject({
    code: 'reply.too-long',
    data: { length: 282, limit: 280 },
  })
  expect(await t.database.read.selectFrom('jobs').select('id').execute()).toEqual([])
})

test('sent again by hand at the moment it shows up: recognised, not doubled', async () => {
  await send()
  await engine.stop()
  await t.database.write(async (tx) => {
    await tx.db.updateTable('jobs').set({ state: 'unsure', sending_at: tx.at, looks: 2 }).execute()
    ingestPosts(tx, {
      handle,
      via: 'posts',
      posts: [
        customerPost('5001', {
          authorId: handle.xUserId,
          text: '@maraholt Boston has it, Mara. A courier comes tonight.',
          inReplyToPostId: '1000',
          inReplyToUserId: customer,
          createdAt: tx.at,
        }),
      ],
      included: [],
      people: [],
    })
  })
  const { id: jobId } = await t.database.read.selectFrom('jobs').select('id').executeTakeFirstOrThrow()
  await service()['reply.settle']({ jobId, decision: 'send-again' }, context)
  expect(await jobState()).toBe('sent')
  expect(await ticket()).toMatchObject({ status: 'pending', needs_reply: 0, answered_elsewhere: 0 })
})

test('a look that fails is no look: it comes again a minute later, not at once', async () => {
  x.answers = [
    () => {
      throw new Failure('x.timeout', {})
    },
  ]
  let asked = 0
  const { ownPosts } = x
  x.ownPosts = () => {
    // So many at once would never end: the test is to fail, not to hang.
    if (++asked > 50) return ownPosts('', { max: 5 })
    return Promise.reject(new Failure('x.offline', {}))
  }
  await send()
  engine.wake()
  await pass(80_000)
  expect(asked).toBe(1)
  x.ownPosts = ownPosts
  x.timeline = [
    customerPost('5001', {
      text: '@maraholt Boston has it, Mara. A courier comes tonight.',
      inReplyToPostId: '1000',
    }),
  ]
  await pass(60_000)
  expect(await jobState()).toBe('sent')
})

test('a customer who wrote again before the doubt was settled still needs a reply', async () => {
  x.answers = [
    () => {
      throw new Failure('x.timeout', {})
    },
  ]
  await send({ solves: true })
  engine.wake()
  await pass(20_000)
  await t.database.write((tx) =>
    ingestPosts(tx, {
      handle,
      via: 'mentions',
      posts: [customerPost('1200', { text: '@northwindair hello?', createdAt: tx.at })],
      included: [],
      people: [],
    }),
  )
  const sendingAt = testStart + 10_000
  x.ownPosts = async () => ({
    ...emptyPage,
    items: [
      customerPost('1100', {
        authorId: handle.xUserId,
        text: '@maraholt Boston has it, Mara. A courier comes tonight.',
        inReplyToPostId: '1000',
        createdAt: sendingAt,
      }),
    ],
  })
  await pass(60_000)
  expect(await jobState()).toBe('sent')
  expect(await ticket()).toMatchObject({ status: 'open', needs_reply: 1 })
})

test('a machine whose clock runs ahead does not take the next question for an answered one', async () => {
  const behindMs = 300_000
  x.dateOffsetMs = () => -behindMs
  await send()
  engine.wake()
  await pass(12_000)
  expect((await ticket()).status).toBe('pending')
  await t.database.write((tx) =>
    ingestPosts(tx, {
      handle,
      via: 'mentions',
      posts: [customerPost('9000', { text: '@northwindair when?', createdAt: tx.at + 60_000 - behindMs })],
      included: [],
      people: [],
    }),
  )
  expect(await ticket()).toMatchObject({ status: 'open', needs_reply: 1 })
})

test('a message that should have left while the computer slept is the agent’s to decide', async () => {
  x.answers = [
    () => {
      throw new Failure('x.offline', {})
    },
  ]
  await send()
  engine.wake()
  await pass(11_000)
  t.clock.jump(8 * 3_600_000)
  engine.wake()
  await pass(60_000)
  expect(x.posted).toHaveLength(1)
  expect(await jobState()).toBe('missed')
})

test('in doubt, nothing claims that it did not go out, and it is not sent again before X was asked twice', async () => {
  x.answers = [
    () => {
      throw new Failure('x.timeout', {})
    },
  ]
  await send()
  engine.wake()
  await pass(12_000)
  const { id: jobId } = await t.database.read.selectFrom('jobs').select('id').executeTakeFirstOrThrow()
  await expect(undoLast(t.database, { 'reply.held': undoHeld })).rejects.toMatchObject({ code: 'job.left' })
  await expect(service()['reply.recall']({ jobId }, context)).rejects.toMatchObject({ code: 'job.left' })
  for (const decision of ['send-again', 'to-draft'] as const)
    await expect(service()['reply.settle']({ jobId, decision }, context)).rejects.toMatchObject({
      code: 'job.looking',
      data: { decideAt: testStart + 10_000 + 120_000 },
    })
  expect(await jobState()).toBe('unsure')
  await pass(120_000)
  expect(x.looks).toBe(2)
  await service()['reply.settle']({ jobId, decision: 'to-draft' }, context)
  expect(await jobState()).toBe('recalled')
  await expect(undoLast(t.database, { 'reply.held': undoHeld })).rejects.toMatchObject({
    code: 'undo.nothing',
  })
})

/** The same database, on a disk that is full whenever `isFull` says so; counts the writes that it refused. */
function fullDisk(isFull: () => boolean) {
  const refused = { count: 0 }
  const database: typeof t.database = {
    ...t.database,
    write(work, options) {
      if (!isFull()) return t.database.write(work, options)
      // So many at once would never end: the test is to fail, not to hang.
      if (++refused.count > 200) return t.database.write(work, options)
      return Promise.reject(new Failure('disk.full', {}))
    },
  }
  return { database, refused }
}

test('a full disk: a message that cannot be noted as leaving stays, and is tried again every few seconds', async () => {
  await engine.stop()
  let isFull = false
  const { database, refused } = fullDisk(() => isFull)
  engine = newEngine(database)
  await engine.start()
  await send()
  await t.database.write((tx) => tx.db.updateTable('jobs').set({ state: 'queued' }).execute())
  isFull = true
  engine.wake()
  await pass(20_000)
  expect(x.posted).toEqual([])
  expect(refused.count).toBeLessThan(10)
  isFull = false
  await pass(10_000)
  expect(x.posted).toHaveLength(1)
})

test('a full disk: what a look found is not looked for at once again, for money', async () => {
  await engine.stop()
  let isFull = false
  const { database } = fullDisk(() => isFull)
  engine = newEngine(database)
  x.answers = [
    () => {
      throw new Failure('x.timeout', {})
    },
  ]
  await send()
  await engine.start()
  await pass(20_000)
  expect(await jobState()).toBe('unsure')
  isFull = true
  await pass(120_000)
  expect(x.looks).toBeLessThanOrEqual(3)
})

test('an agent who decides while the console takes up what an earlier run left behind is heard', async () => {
  await send()
  await engine.stop()
  t.clock.jump(11 * 60_000)
  const { id: jobId } = await t.database.read.selectFrom('jobs').select('id').executeTakeFirstOrThrow()
  engine = newEngine()
  const [started] = await Promise.allSettled([engine.start(), service()['reply.recall']({ jobId }, context)])
  expect(started.status).toBe('fulfilled')
  await pass(60_000)
  expect(x.posted).toEqual([])
})

test('of a chain in doubt that was sent by the agent’s word, the rest becomes a draft, and the ticket waits', async () => {
  await service()['reply.send'](
    {
      ticketId,
      channel: 'public',
      text: 'One.',
      parts: ['One.', 'Two.', 'Three.'],
      targetPostId: '1000',
      solves: true,
    },
    context,
  )
  x.answers = [
    () => undefined,
    () => {
      throw new Failure('x.timeout', {})
    },
  ]
  engine.wake()
  await pass(300_000)
  expect(await jobState()).toBe('unsure')
  const { id: jobId } = await t.database.read.selectFrom('jobs').select('id').executeTakeFirstOrThrow()
  await service()['outbox.settle']({ jobId, decision: 'was-sent' }, context)
  expect(await t.database.read.selectFrom('drafts').select('text').executeTakeFirst()).toEqual({
    text: 'Three.',
  })
  expect((await ticket()).status).toBe('open')
  await pass(60_000)
  expect(x.posted).toHaveLength(2)
})

test('a message on its way is settled by nobody but X', async () => {
  await send()
  await engine.stop()
  await t.database.write((tx) => tx.db.updateTable('jobs').set({ state: 'sending' }).execute())
  const { id: jobId } = await t.database.read.selectFrom('jobs').select('id').executeTakeFirstOrThrow()
  for (const decision of ['was-sent', 'send-again', 'to-draft', 'drop'] as const)
    await expect(service()['outbox.settle']({ jobId, decision }, context)).rejects.toMatchObject({
      code: 'job.left',
    })
  expect(await jobState()).toBe('sending')
})

test('taking back the newest reaches for what the agent who sits here wrote, and for nobody else’s', async () => {
  await t.database.write((tx) => sit(tx, 'Ada', 'AD'))
  await send()
  await t.database.write((tx) => sit(tx, 'Ben', 'BE'))
  await expect(service()['outbox.recall-newest']({}, context)).rejects.toMatchObject({ code: 'undo.nothing' })
  engine.wake()
  await pass(12_000)
  // Ada wrote it, though Ben sits here by now.
  const ada = await t.database.read
    .selectFrom('agents')
    .select('id')
    .where('name', '=', 'Ada')
    .executeTakeFirst()
  expect(
    await t.database.read
      .selectFrom('audit')
      .select('actor as id')
      .where('event', '=', 'reply.sent')
      .executeTakeFirst(),
  ).toEqual(ada)
})
