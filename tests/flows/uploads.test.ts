/**
 * @file Stories of files on their way to X: three steps, whatever gets lost, whenever core dies, and never more than one
 * segment in memory.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { attachedTo } from '../../src/core/media/attachments.ts'
import { attachmentService, outgoingFiles } from '../../src/core/media/service.ts'
import { uploads } from '../../src/core/media/uploads.ts'
import { chunkBytes, type AttachmentView } from '../../src/shared/domain/media.ts'
import { Failure } from '../../src/shared/errors.ts'
import { must } from '../../src/shared/must.ts'
import { silentLog } from '../database.ts'
import { xSide, type XSide } from './x-side.ts'

const pngHead = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
const mp4Head = Buffer.from('\0\0\0\x20ftypisom', 'latin1')
const file = (head: Buffer, size: number): Buffer =>
  Buffer.concat([head, Buffer.alloc(size - head.length, 7)])

let s: XSide
let folder: string
let ticketId: string
let handleId: string
let parts: ReturnType<typeof set>

function set() {
  const files = outgoingFiles(folder, s.core.database)
  const upload = uploads({
    database: s.core.database,
    files,
    x: s.core.x.client,
    clock: s.clock,
    log: silentLog,
  })
  const service = attachmentService({
    database: s.core.database,
    files,
    onRemoved: (id) => upload.cancel(id),
  })
  return { files, upload, service }
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'switchboard-outgoing-'))
  s = await xSide({ lines: [{ type: 'post', by: 'mara', text: '@northair where is my bag', at: '11:50' }] })
  await s.begin()
  handleId = await s.handle('northair')
  ticketId = (await s.core.database.read.selectFrom('tickets').select('id').executeTakeFirstOrThrow()).id
  parts = set()
  await parts.files.sweep()
  await s.asked()
})
afterEach(async () => {
  await s.end()
  rmSync(folder, { recursive: true })
})

const context = { connectionId: 'window' }

/** Attaches as a window does, piece by piece. */
async function attach(
  bytes: Buffer,
  name = 'picture.png',
  channel: 'public' | 'dm' = 'public',
): Promise<AttachmentView> {
  const { service } = parts
  let view = await service['attachment.add'](
    {
      to: { kind: 'ticket', ticketId, channel },
      name,
      bytes: bytes.length,
      head: bytes.subarray(0, chunkBytes),
      print: null,
    },
    context,
  )
  for (let at = chunkBytes; at < bytes.length; at += chunkBytes)
    view = await service['attachment.append'](
      { attachmentId: view.id, at, bytes: bytes.subarray(at, at + chunkBytes) },
      context,
    )
  return view
}

/** Waits for an outcome; whatever waits for its time gets it. */
async function outcome<T>(work: Promise<T>): Promise<T | Failure> {
  let settled = false
  const done = work
    .catch((error: unknown) => {
      if (error instanceof Failure) return error
      throw error
    })
    .finally(() => {
      settled = true
    })
  while (!settled) {
    await new Promise((turn) => setImmediate(turn))
    await s.clock.advance(50)
  }
  return done
}

const prepare = (...attachments: AttachmentView[]) =>
  outcome(
    parts.upload.prepare(
      handleId,
      attachments.map((one) => one.id),
    ),
  )

const uploaded = (mediaId: unknown): Buffer =>
  Buffer.concat(s.s.x.world.mediaBytes.get(String(mediaId)) ?? [])
const atX = (mediaId: unknown) => s.s.x.world.data.media.find((one) => one.id === mediaId)
const steps = async (): Promise<string[]> =>
  (await s.asked()).flatMap(({ path }) => /\/2\/media\/(?:upload\/)?(?:\d+\/)?([a-z]+)/.exec(path)?.[1] ?? [])
const view = async (): Promise<AttachmentView | undefined> =>
  (
    await parts.service['attachment.list']({ to: { kind: 'ticket', ticketId, channel: 'public' } }, context)
  )[0]

test('a photo goes up whole, with its words, once', async () => {
  const bytes = file(pngHead, 300_000)
  const attached = await attach(bytes)
  expect(attached).toMatchObject({ state: 'ready', kind: 'photo', progress: 1 })
  await parts.service['attachment.describe']({ attachmentId: attached.id, alt: 'a map' }, context)
  // Until its message leaves X knows nothing of it.
  expect(await steps()).toEqual([])
  const ids = await prepare(attached)
  const [mediaId] = ids as string[]
  expect(uploaded(mediaId).equals(bytes)).toBe(true)
  expect(atX(mediaId)).toMatchObject({ state: 'ready', alt: 'a map', category: 'tweet_image' })
  expect(await steps()).toEqual(['initialize', 'append', 'finalize', 'metadata'])
  expect(await prepare(attached)).toEqual(ids)
  expect(await steps()).toEqual([])
  await parts.service['attachment.describe']({ attachmentId: attached.id, alt: 'a better map' }, context)
  expect(await prepare(attached)).toEqual(ids)
  expect([await steps(), atX(mediaId)?.alt]).toEqual([['metadata'], 'a better map'])
})

test('a film goes up in segments and is waited for', async () => {
  const bytes = file(mp4Head, 2 * chunkBytes + 17)
  const ids = await prepare(await attach(bytes, 'film.mp4'))
  expect(uploaded((ids as string[])[0]).equals(bytes)).toBe(true)
  expect(await view()).toMatchObject({ state: 'uploaded', kind: 'video' })
  const asked = await steps()
  expect(asked.filter((step) => step === 'append')).toHaveLength(3)
  expect(asked.at(-1)).not.toBe('finalize')
})

test('core dies in the middle: the next run goes on where X stopped', async () => {
  const bytes = file(mp4Head, 4 * chunkBytes)
  const attached = await attach(bytes, 'film.mp4')
  await s.control.fault({ match: { path: '/append' }, kind: 'slow', delayMs: 1, times: 2 })
  await s.control.fault({ match: { path: '/append' }, kind: 'drop-connection', times: 'forever' })
  expect(await prepare(attached)).toMatchObject({ code: 'x.timeout' })
  expect(await view()).toMatchObject({ state: 'uploading', progress: 0.5, failure: { code: 'x.timeout' } })
  parts.upload.stop()
  await s.control['faults.clear']({})
  await s.asked()
  parts = set()
  const ids = await prepare(attached)
  expect(uploaded((ids as string[])[0]).equals(bytes)).toBe(true)
  const asked = await steps()
  expect(asked.filter((step) => step === 'initialize')).toHaveLength(0)
  expect(asked.filter((step) => step === 'append')).toHaveLength(2)
})

test.each(['/initialize', '/append', '/finalize', 'command=STATUS'])(
  'a lost answer to %s costs a question, never a file',
  async (path) => {
    await s.control.fault({ match: { path }, kind: 'lost-answer' })
    const bytes = file(mp4Head, chunkBytes + 5)
    const ids = await prepare(await attach(bytes, 'film.mp4'))
    expect(ids).toHaveLength(1)
    expect(uploaded((ids as string[])[0]).equals(bytes)).toBe(true)
    expect(atX((ids as string[])[0])?.state).toBe('ready')
  },
)

test('what X forgot after a day is brought anew', async () => {
  const attached = await attach(file(pngHead, 1_000))
  const [first] = (await prepare(attached)) as string[]
  await s.core.sync.stop()
  await s.clock.advance(24 * 3_600_000)
  const [second] = (await prepare(attached)) as string[]
  expect(second).not.toBe(first)
  expect(atX(second)?.state).toBe('ready')
})

test('an upload that X knows no more begins from the start', async () => {
  const attached = await attach(file(mp4Head, 2 * chunkBytes), 'film.mp4')
  await s.control.fault({ match: { path: '/append' }, kind: 'slow', delayMs: 1, times: 1 })
  await s.control.fault({ match: { path: '/append' }, kind: 'drop-connection', times: 3 })
  expect(await prepare(attached)).toMatchObject({ code: 'x.timeout' })
  s.s.x.world.data.media.length = 0
  const [mediaId] = (await prepare(attached)) as string[]
  expect(uploaded(mediaId)).toHaveLength(2 * chunkBytes)
})

test('a film that X does not take is told with X’s words, and a new one begins anew', async () => {
  await s.control.fault({
    match: { path: '/finalize' },
    kind: 'status',
    status: 200,
    body: {
      data: { id: '1', processing_info: { state: 'failed', error: { message: 'unsupported codec' } } },
    },
  })
  const attached = await attach(file(mp4Head, 1_000), 'film.mp4')
  expect(await prepare(attached)).toMatchObject({
    code: 'attachment.failed',
    data: { name: 'film.mp4', detail: 'unsupported codec' },
  })
  expect(await view()).toMatchObject({ state: 'failed', failure: { code: 'attachment.failed' } })
  expect(await prepare(attached)).toHaveLength(1)
})

test('another handle uploads for itself; a direct message has a category of its own', async () => {
  const attached = await attach(file(pngHead, 1_000), 'picture.png', 'dm')
  const [first] = (await prepare(attached)) as string[]
  expect(atX(first)).toMatchObject({ category: 'dm_image', ownerId: s.s.id('northair') })
  const other = await s.handle('lumen')
  const [second] = (await outcome(parts.upload.prepare(other, [attached.id]))) as string[]
  expect(atX(second)).toMatchObject({ ownerId: s.s.id('lumen') })
})

test('taken off while it goes up: it ends, and its file is gone', async () => {
  const attached = await attach(file(mp4Head, 3 * chunkBytes), 'film.mp4')
  await s.control.fault({ match: { path: '/append' }, kind: 'drop-connection', times: 'forever' })
  const work = prepare(attached)
  await parts.service['attachment.remove']({ attachmentId: attached.id }, context)
  expect(await work).toMatchObject({ code: 'attachment.missing' })
  expect(readdirSync(join(folder, 'outgoing'))).toEqual([])
})

test('what waits for X says so: out of reach, rate limited', async () => {
  const attached = await attach(file(pngHead, 1_000))
  await s.control.fault({ match: { path: '/initialize' }, kind: 'status', status: 429 })
  expect(await prepare(attached)).toMatchObject({ code: 'x.rate-limited' })
  await s.clock.advance(120_000)
  expect(await prepare(attached)).toHaveLength(1)
})

test('files are told by their bytes, and X’s limits hold before anything is read', async () => {
  const add = (name: string, head: Buffer, bytes = head.length) =>
    outcome(
      Promise.resolve(
        parts.service['attachment.add'](
          { to: { kind: 'ticket', ticketId, channel: 'public' }, name, bytes, head, print: null },
          context,
        ),
      ),
    )
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"></svg>')
  expect(await add('picture.png', svg)).toMatchObject({
    code: 'attachment.type',
    data: { name: 'picture.png' },
  })
  expect(await add('big.png', file(pngHead, 100), 6_000_000)).toMatchObject({
    code: 'attachment.too-large',
    data: { megabytes: 5 },
  })
  for (const n of [1, 2, 3, 4])
    expect(await add(`${n}.png`, file(pngHead, 100))).toMatchObject({ state: 'ready' })
  expect(await add('5.png', file(pngHead, 100))).toMatchObject({ code: 'attachment.too-many' })
  expect(await add('film.mp4', file(mp4Head, 100))).toMatchObject({ code: 'attachment.too-many' })
})

test('a piece that comes twice changes nothing; one out of place is refused; a half one is not sent', async () => {
  const bytes = file(mp4Head, 3 * chunkBytes)
  const { service } = parts
  const attached = await service['attachment.add'](
    {
      to: { kind: 'ticket', ticketId, channel: 'public' },
      name: 'film.mp4',
      bytes: bytes.length,
      head: bytes.subarray(0, chunkBytes),
      print: null,
    },
    context,
  )
  const piece = (n: number) =>
    outcome(
      Promise.resolve(
        service['attachment.append'](
          {
            attachmentId: attached.id,
            at: n * chunkBytes,
            bytes: bytes.subarray(n * chunkBytes, (n + 1) * chunkBytes),
          },
          context,
        ),
      ),
    )
  expect(await piece(2)).toMatchObject({ code: 'attachment.changed' })
  expect(await piece(1)).toMatchObject({ state: 'arriving' })
  expect(await piece(1)).toMatchObject({ state: 'arriving' })
  expect(await prepare(attached)).toMatchObject({ code: 'attachment.arriving' })
  expect(await parts.files.find(attached.media)).toBeNull()
  expect(await piece(2)).toMatchObject({ state: 'ready' })
  expect(await parts.files.find(attached.media)).toMatchObject({ folder: 'outgoing', bytes: bytes.length })
  expect(uploaded(((await prepare(attached)) as string[])[0]).equals(bytes)).toBe(true)
})

test('on the disk lies nothing readable, and what is not needed any more goes', async () => {
  const attached = await attach(Buffer.concat([pngHead, Buffer.from('zanzibarfish '.repeat(50))]))
  const stored = readFileSync(join(folder, 'outgoing', attached.media))
  expect(stored.includes('zanzibarfish')).toBe(false)
  await parts.files.sweep()
  expect(readdirSync(join(folder, 'outgoing'))).toEqual([attached.media])
  await s.core.database.write((tx) => {
    tx.raw('DELETE FROM tickets WHERE id = ?').run(ticketId)
  })
  await parts.files.sweep()
  expect(readdirSync(join(folder, 'outgoing'))).toEqual([])
})

test('a file that a message carries is no longer the draft’s, until the message is taken back', async () => {
  const attached = await attach(file(pngHead, 100))
  const { database } = s.core
  const ticket = await database.read
    .selectFrom('tickets')
    .select(['brand_id', 'handle_id'])
    .executeTakeFirstOrThrow()
  const payload = JSON.stringify({ text: 'look', targetPostId: '1', attachmentIds: [attached.id] })
  await database.write(async (tx) => {
    await tx.db
      .insertInto('jobs')
      .values({
        id: attached.id,
        kind: 'reply',
        lane: 'lane',
        ticket_id: ticketId,
        ...ticket,
        agent_id: null,
        payload,
        solves: 0,
        state: 'held',
        created_at: tx.at,
        release_at: tx.at,
      })
      .execute()
  })
  const draft = () => attachedTo(database.read, { kind: 'ticket', ticketId, channel: 'public' })
  expect(await draft()).toEqual([])
  await database.write((tx) => {
    tx.raw("UPDATE jobs SET state = 'recalled'").run()
  })
  expect((await draft()).map((row) => must(row, 'a row').id)).toEqual([attached.id])
})
