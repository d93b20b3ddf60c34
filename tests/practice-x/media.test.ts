/** @file Stories of pictures and films as X serves them: what is told of them, where their bytes are, who gets them. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { stage, type Stage } from './stage.ts'

let s: Stage
beforeEach(async () => {
  s = await stage()
})
afterEach(() => s.close())

const fields = 'alt_text,duration_ms,height,preview_image_url,type,url,variants,width'
const bytesAt = async (address: unknown, headers: Record<string, string> = {}) => {
  const response = await fetch(String(address), { headers })
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    bytes: await response.bytes(),
  }
}

test('a photo is told with its size and alternative text, and lies at its address', async () => {
  await s.control.post({
    by: 'mara',
    text: '@northair look',
    media: [{ show: 'suitcase', alt: 'a grey case' }],
  })
  const page = await s.call(
    'northair',
    'GET',
    `/2/users/${s.id('northair')}/mentions?expansions=attachments.media_keys&media.fields=${fields}`,
  )
  const [photo] = page.includes['media'] ?? []
  expect(photo).toMatchObject({ type: 'photo', width: 480, height: 320, alt_text: 'a grey case' })
  const { status, type, bytes } = await bytesAt(photo?.['url'])
  expect([status, type, ...bytes.subarray(0, 3)]).toEqual([200, 'image/jpeg', 0xff, 0xd8, 0xff])
})

test('a film has a still and variants; a GIF is a film as well', async () => {
  await s.control.post({ by: 'mara', text: '@northair', media: [{ show: 'board' }, { show: 'lamps' }] })
  const page = await s.call(
    'northair',
    'GET',
    `/2/users/${s.id('northair')}/mentions?expansions=attachments.media_keys&media.fields=${fields}`,
  )
  const media = page.includes['media'] ?? []
  expect(media.map((one) => one['type'])).toEqual(['video', 'animated_gif'])
  for (const film of media) {
    expect((await bytesAt(film['preview_image_url'])).type).toBe('image/jpeg')
    const [variant] = film['variants'] as { url: string }[]
    const { type, bytes } = await bytesAt(variant?.url)
    expect([type, Buffer.from(bytes.subarray(4, 8)).toString()]).toEqual(['video/mp4', 'ftyp'])
  }
})

test('pictures of messages are for those who talk there, and for OAuth 2.0 alone', async () => {
  await s.control.dm({ from: 'mara', to: 'northair', text: 'look', media: [{ show: 'router' }] })
  const page = await s.call(
    'northair',
    'GET',
    `/2/dm_events?dm_event.fields=attachments&expansions=attachments.media_keys&media.fields=${fields}`,
  )
  const [photo] = page.includes['media'] ?? []
  const [, rest] = String(photo?.['url']).split('/1.1/ton/data/dm/')
  expect((await bytesAt(photo?.['url'])).status).toBe(401)
  expect((await bytesAt(`${s.x.baseUrl}/media/${String(rest).split('/')[1]}`)).status).toBe(404)
  const address = `${s.x.baseUrl}/2/dm_conversations/media/${rest}`
  const as = (who: string) => ({ authorization: `Bearer ${s.handle(who).accessToken}` })
  const own = await bytesAt(address, as('northair'))
  expect([own.status, Buffer.from(own.bytes.subarray(1, 4)).toString()]).toEqual([200, 'PNG'])
  expect((await bytesAt(address, as('lumen'))).status).toBe(404)
})

test('an upload can be described, and the description costs half a cent', async () => {
  const start = { media_type: 'image/png', media_category: 'tweet_image', total_bytes: 4 }
  const { one } = await s.call('northair', 'POST', '/2/media/upload/initialize', start)
  const described = await s.call('northair', 'POST', '/2/media/metadata', {
    id: one.id,
    metadata: { alt_text: { text: 'a map' } },
  })
  expect(described.status).toBe(200)
  const { apps } = await s.control.meter()
  expect(apps['Agency']?.kinds['content.manage']).toMatchObject({ count: 1, dollars: 0.005 })
  const foreign = await s.call('lumen', 'POST', '/2/media/metadata', { id: one.id, metadata: {} })
  expect(foreign.status).toBe(400)
})

test('customers have faces, most of them; brands have X’s stand-in', async () => {
  const { list } = await s.call(
    'northair',
    'GET',
    `/2/users?ids=${['mara', 'paulo', 'bex', 'northair'].map((name) => s.id(name)).join(',')}&user.fields=profile_image_url`,
  )
  const faces = list.map((user) => String(user['profile_image_url']))
  expect(faces.at(-1)).toContain('default_profile')
  const own = faces.find((face) => face.startsWith(s.x.baseUrl))
  expect((await bytesAt(own)).type).toBe('image/png')
  expect((await bytesAt(`${s.x.baseUrl}/avatars/9_normal.png`)).status).toBe(404)
})
