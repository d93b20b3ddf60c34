/** @file What windows get of a sealed file: its bytes in any range, with headers that keep it a picture. */
import { createCipheriv } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import type { MediaFile } from '../shared/host-protocol.ts'
import { mediaResponse } from './media-response.ts'

const folder = mkdtempSync(join(tmpdir(), 'switchboard-media-'))
afterAll(() => rmSync(folder, { recursive: true }))
mkdirSync(join(folder, 'media'))

const plain = Buffer.from(Array.from({ length: 5_000 }, (_, at) => (at * 7) % 251))
const key = 'c3'.repeat(32)
const file: MediaFile = {
  folder: 'media',
  name: 'ab'.repeat(16),
  type: 'video/mp4',
  bytes: plain.length,
  key,
}
const cipher = createCipheriv('aes-256-ctr', Buffer.from(key, 'hex'), Buffer.alloc(16))
writeFileSync(join(folder, 'media', file.name), cipher.update(plain))

const asked = (range?: string, method = 'GET') =>
  mediaResponse(
    new Request('http://media/x', { method, ...(range ? { headers: { range } } : {}) }),
    file,
    folder,
  )

test('the whole file, and nothing that would make it a page', async () => {
  const response = await asked()
  expect(response.status).toBe(200)
  expect(Buffer.from(await response.arrayBuffer())).toEqual(plain)
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'video/mp4',
    'content-length': '5000',
    'accept-ranges': 'bytes',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
  })
})

test('any range is the bytes of that range', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(4_999), fc.nat(5_100), async (first, length) => {
      const last = first + length
      const response = await asked(`bytes=${first}-${last}`)
      expect(response.status).toBe(206)
      expect(Buffer.from(await response.arrayBuffer())).toEqual(plain.subarray(first, last + 1))
    }),
    { numRuns: 50 },
  )
})

test('beyond the end, by another method, cut short or gone: told, and nothing is sent', async () => {
  expect((await asked('bytes=5000-')).status).toBe(416)
  expect((await asked(undefined, 'POST')).status).toBe(405)
  const head = await asked(undefined, 'HEAD')
  expect([head.status, await head.text(), head.headers.get('content-length')]).toEqual([200, '', '5000'])
  const request = new Request('http://media/x')
  expect((await mediaResponse(request, { ...file, bytes: 5_001 }, folder)).status).toBe(404)
  expect((await mediaResponse(request, { ...file, name: 'cd'.repeat(16) }, folder)).status).toBe(404)
})
