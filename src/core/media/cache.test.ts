/**
 * @file The disk cache against a small server: what is shown, to whom, what is refused, and what goes first.
 */
import { createServer, type RequestListener } from 'node:http'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { addHandle, silentLog, testDatabase, type TestDatabase } from '../../../tests/database.ts'
import { must } from '../../shared/must.ts'
import { buryPost } from '../posts/bury.ts'
import type { MediaRecord, PostRecord } from '../posts/records.ts'
import { ingestDms, ingestPosts } from '../sync/ingest.ts'
import { mediaCache, type MediaCache } from './cache.ts'
import { readSealed } from './sealed-file.ts'

const png = Buffer.from(`\x89PNG\r\n\x1a\n${'picture '.repeat(200)}`, 'latin1')
const mp4 = Buffer.from(`\0\0\0\x20ftypisom${'film '.repeat(400)}`, 'latin1')
const endings: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end()
})

async function setUp(serve: RequestListener, capacity?: number) {
  const server = createServer(serve)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
  const test_: TestDatabase = testDatabase()
  const handle = await addHandle(test_.database, 'northair', '7')
  const dmAsked: unknown[] = []
  const cache: MediaCache = mediaCache({
    folder: test_.folder,
    xOrigin: origin,
    database: test_.database,
    x: {
      dmMedia: async (...asked) => {
        dmAsked.push(asked)
        return png
      },
    },
    clock: test_.clock,
    log: silentLog,
    ...(capacity === undefined ? {} : { capacity }),
  })
  endings.push(async () => {
    await cache.stop()
    await test_.end()
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  })
  const idsOf = async (): Promise<{ id: string; preview_id: string | null }[]> =>
    test_.database.read.selectFrom('media').select(['id', 'preview_id']).orderBy('x_key').execute()
  const first = async () => must((await idsOf())[0], 'a picture')
  return { ...test_, handle, origin, cache, dmAsked, idsOf, first }
}

const record = (key: string, url: string, more: Partial<MediaRecord> = {}): MediaRecord => ({
  key,
  kind: 'photo',
  url,
  previewUrl: null,
  width: 4,
  height: 3,
  alt: null,
  durationMs: null,
  ...more,
})

let posts = 100
const post = (media: MediaRecord[], more: Partial<PostRecord> = {}): PostRecord => ({
  id: String(++posts),
  latestId: String(posts),
  version: 1,
  authorId: '9',
  conversationId: String(posts),
  inReplyToPostId: null,
  inReplyToUserId: null,
  quotedPostId: null,
  repostedPostId: null,
  text: 'hello @northair',
  entities: null,
  lang: null,
  mediaCount: media.length,
  media,
  likes: 0,
  reposts: 0,
  createdAt: 1_000,
  ...more,
})

const take = (s: Awaited<ReturnType<typeof setUp>>, ...items: PostRecord[]) =>
  s.database.write((tx) =>
    ingestPosts(tx, { handle: s.handle, via: 'mentions', posts: items, included: [], people: [] }),
  )

const files = (folder: string): string[] =>
  existsSync(join(folder, 'media')) ? readdirSync(join(folder, 'media')) : []

test('a picture is fetched once, sealed, and found again without asking', async () => {
  let asked = 0
  const s = await setUp((_request, response) => {
    asked += 1
    response.end(png)
  })
  await take(s, post([record('3_1', `${s.origin}/media/1`)]))
  const { id } = await s.first()
  const [first, second] = await Promise.all([s.cache.find(id), s.cache.find(id)])
  expect(first).toMatchObject({ folder: 'media', name: id, type: 'image/png', bytes: png.length })
  expect(second).toEqual(first)
  expect(await s.cache.find(id)).toEqual(first)
  expect(asked).toBe(1)
  const path = join(s.folder, 'media', id)
  expect(await readSealed(path, must(first, 'a file').key, 0, png.length + 1)).toEqual(png)
})

test('a film has a name of its own beside its still', async () => {
  const s = await setUp((request, response) => response.end(request.url === '/film' ? mp4 : png))
  await take(s, post([record('7_1', `${s.origin}/film`, { kind: 'video', previewUrl: `${s.origin}/still` })]))
  const { id, preview_id } = await s.first()
  expect(await s.cache.find(id)).toMatchObject({ type: 'video/mp4' })
  expect(await s.cache.find(preview_id ?? '')).toMatchObject({ type: 'image/png' })
})

test('an unknown name, an unseen item and a removed handle get nothing', async () => {
  const s = await setUp((_request, response) => response.end(png))
  await take(s, post([record('3_1', `${s.origin}/media/1`)]))
  const { id } = await s.first()
  expect(await s.cache.find('0'.repeat(32))).toBeNull()
  await s.database.write((tx) => {
    tx.raw("UPDATE handles SET state = 'removed'").run()
  })
  expect(await s.cache.find(id)).toBeNull()
  await s.database.write((tx) => {
    tx.raw("UPDATE handles SET state = 'connected'").run()
  })
  expect(await s.cache.find(id)).not.toBeNull()
  await s.database.write((tx) => {
    tx.raw('DELETE FROM visible_to').run()
  })
  // Its file lies here, and is shown to nobody all the same.
  expect(await s.cache.find(id)).toBeNull()
})

test.each<[string, RequestListener]>([
  ['an SVG', (_request, response) => response.end('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  [
    'HTML that says it is a picture',
    (_request, response) => {
      response.setHeader('content-type', 'image/png')
      response.end('<!DOCTYPE html><script>1</script>')
    },
  ],
  ['a film where a picture should be', (_request, response) => response.end(mp4)],
  [
    'more than a picture may have, told',
    (_request, response) => {
      response.setHeader('content-length', String(16 * 1_048_576))
      response.end()
    },
  ],
  [
    'more than a picture may have, untold',
    (_request, response) => {
      response.write(png)
      for (let n = 0; n < 16; n += 1) response.write(Buffer.alloc(1_048_576))
      response.end()
    },
  ],
  [
    'a redirect to another host',
    (_request, response) => response.writeHead(302, { location: 'http://192.0.2.1/a.png' }).end(),
  ],
  [
    'a redirect to a file',
    (_request, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  ],
  ['redirects without end', (_request, response) => response.writeHead(302, { location: '/again' }).end()],
  ['nothing there', (_request, response) => response.writeHead(404).end()],
  ['nothing at all', (_request, response) => response.end()],
  [
    'half a picture',
    (_request, response) => {
      response.setHeader('content-length', String(png.length))
      response.write(png.subarray(0, 100), () => response.destroy())
    },
  ],
])('%s is not shown, and nothing of it stays', async (_what, serve) => {
  const s = await setUp(serve)
  await take(s, post([record('3_1', `${s.origin}/media/1`)]))
  const { id } = await s.first()
  expect(await s.cache.find(id)).toBeNull()
  expect(files(s.folder)).toEqual([])
})

test('a redirect within the list is followed', async () => {
  const s = await setUp((request, response) => {
    if (request.url === '/media/1') response.writeHead(301, { location: '/moved' }).end()
    else response.end(png)
  })
  await take(s, post([record('3_1', `${s.origin}/media/1`)]))
  const { id } = await s.first()
  expect(await s.cache.find(id)).toMatchObject({ type: 'image/png' })
})

test('what could not be had is asked for again after a while, not at once', async () => {
  let asked = 0
  const s = await setUp((_request, response) => {
    asked += 1
    if (asked === 1) response.writeHead(503).end()
    else response.end(png)
  })
  await take(s, post([record('3_1', `${s.origin}/media/1`)]))
  const { id } = await s.first()
  expect(await s.cache.find(id)).toBeNull()
  expect(await s.cache.find(id)).toBeNull()
  expect(asked).toBe(1)
  await s.clock.advance(20_000)
  expect(await s.cache.find(id)).not.toBeNull()
})

test('when the cache is full, what was looked at longest ago goes first', async () => {
  const s = await setUp((_request, response) => response.end(png), png.length * 3)
  await take(s, post(['1', '2', '3', '4'].map((n) => record(`3_${n}`, `${s.origin}/media/${n}`))))
  const ids = (await s.idsOf()).map((row) => row.id)
  const [one = '', two = '', three = '', four = ''] = ids
  for (const id of [one, two, three]) {
    await s.cache.find(id)
    await s.clock.advance(1_000_000)
  }
  await s.cache.find(one)
  await s.clock.advance(1_000_000)
  await s.cache.find(four)
  expect(new Set(files(s.folder))).toEqual(new Set([one, four]))
})

test('a deleted post takes its pictures along; shared ones stay with the other', async () => {
  const s = await setUp((_request, response) => response.end(png))
  const own = post([record('3_1', `${s.origin}/media/1`), record('3_2', `${s.origin}/media/2`)])
  await take(s, own, post([record('3_2', `${s.origin}/media/2`)]))
  const before = await s.idsOf()
  for (const { id } of before) await s.cache.find(id)
  await s.database.write((tx) => buryPost(tx, own.id, 'deleted'))
  const after = await s.idsOf()
  expect(after.map((row) => row.id)).toEqual([before[1]?.id])
  const rows = await s.database.read.selectFrom('media_files').select('id').execute()
  expect(rows.map((row) => row.id)).toEqual([before[1]?.id])
  await s.cache.sweep()
  expect(files(s.folder)).toEqual([before[1]?.id])
})

test('a crash’s leftovers are swept away', async () => {
  const s = await setUp((_request, response) => response.end(png))
  await s.cache.sweep()
  writeFileSync(join(s.folder, 'media', 'ab'.repeat(16)), 'left behind')
  await s.cache.sweep()
  expect(files(s.folder)).toEqual([])
})

test('an edit shows other pictures; a version without any shows none', async () => {
  const s = await setUp((_request, response) => response.end(png))
  const first = post([record('3_1', `${s.origin}/1`)])
  await take(s, first)
  await take(s, { ...first, latestId: '900', version: 2, media: [record('3_2', `${s.origin}/2`)] })
  expect(await s.database.read.selectFrom('media').select('x_key').execute()).toEqual([{ x_key: '3_2' }])
  const { media: _none, ...bare } = first
  await take(s, { ...bare, latestId: '901', version: 3, mediaCount: 0 })
  expect(await s.idsOf()).toEqual([])
})

test('an answer that tells nothing of pictures takes none away', async () => {
  const s = await setUp((_request, response) => response.end(png))
  const first = post([record('3_1', `${s.origin}/1`)])
  await take(s, first)
  const { media: _none, ...bare } = first
  await take(s, bare)
  expect(await s.idsOf()).toHaveLength(1)
})

test('a picture of a direct message is fetched with the sign-in of a handle that may see it', async () => {
  const s = await setUp((_request, response) => response.writeHead(401).end())
  const url = `${s.origin}/1.1/ton/data/dm/55/66/abc.jpg`
  await s.database.write((tx) =>
    ingestDms(tx, {
      handle: s.handle,
      people: [],
      events: [
        {
          id: '55',
          conversationId: '7-9',
          senderId: '9',
          text: '',
          entities: null,
          mediaCount: 1,
          media: [record('3_66', url)],
          createdAt: 1_000,
        },
      ],
    }),
  )
  const { id } = await s.first()
  expect(await s.cache.find(id)).toMatchObject({ type: 'image/png' })
  expect(s.dmAsked).toEqual([[s.handle.id, { dmId: '55', mediaId: '66', resourceId: 'abc.jpg' }]])
})

test('a new profile picture has a new name, the stand-in of X none', async () => {
  const s = await setUp((_request, response) => response.end(png))
  const person = { xUserId: '9', name: 'Mara', username: 'mara', followers: 1, verified: false }
  const seen = async (avatarUrl: string | null) => {
    await s.clock.advance(1_000)
    await s.database.write((tx) =>
      ingestPosts(tx, {
        handle: s.handle,
        via: 'mentions',
        posts: [],
        included: [],
        people: [{ ...person, avatarUrl }],
      }),
    )
    return (await s.database.read.selectFrom('people').select('avatar_id').executeTakeFirstOrThrow())
      .avatar_id
  }
  const first = await seen(`${s.origin}/a_normal.png`)
  expect(await s.cache.find(must(first, 'a name'))).toMatchObject({ type: 'image/png' })
  expect(await seen(`${s.origin}/a_normal.png`)).toBe(first)
  expect(await seen(null)).toBe(first)
  const second = await seen(`${s.origin}/b_normal.png`)
  expect(second).not.toBe(first)
  expect(await s.cache.find(must(first, 'a name'))).toBeNull()
  expect(await s.database.read.selectFrom('media_files').select('id').execute()).toEqual([])
  expect(
    await seen('https://abs.twimg.com/sticky/default_profile_images/default_profile_normal.png'),
  ).toBeNull()
})
