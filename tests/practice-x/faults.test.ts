/** @file Stories of trouble: every kind of fault, and who it hits. */
import { afterEach, expect, test } from 'vitest'
import { stage, type Stage } from './stage.ts'

let s: Stage
afterEach(() => s.close())

const mentions = (who = 'northair') => s.call(who, 'GET', `/2/users/${s.id(who)}/mentions`)
const publish = (text: string) => s.call('northair', 'POST', '/2/tweets', { text })
const published = () => s.x.world.postsBy(s.id('northair')).map((post) => post.text)
const write = { method: 'POST', path: '/2/tweets' } as const

test('a status hits as often as asked, on that route and handle alone', async () => {
  s = await stage()
  await s.control.fault({
    match: { path: '/2/users/:id/mentions', handle: 'northair' },
    times: 2,
    kind: 'status',
    status: 503,
  })
  expect((await mentions('lumen')).status).toBe(200)
  expect((await mentions()).status).toBe(503)
  expect(await mentions()).toMatchObject({ status: 503, detail: 'Service Unavailable' })
  expect((await mentions()).status).toBe(200)
  const { requests } = await s.control.requests()
  expect(requests.map((r) => [r.handle, r.route, r.status, r.fault])).toEqual([
    ['lumen', '/2/users/:id/mentions', 200, null],
    ['northair', '/2/users/:id/mentions', 503, 'status'],
    ['northair', '/2/users/:id/mentions', 503, 'status'],
    ['northair', '/2/users/:id/mentions', 200, null],
  ])
})

test('a status can bring its own body and headers', async () => {
  s = await stage()
  const headers = { 'x-rate-limit-limit': '300', 'x-rate-limit-remaining': '0', 'x-rate-limit-reset': '1' }
  await s.control.fault({
    match: { path: '/mentions' },
    kind: 'status',
    status: 429,
    body: { errors: [{ code: 88 }] },
    headers,
  })
  const hit = await mentions()
  expect([hit.status, hit.body, hit.headers.get('x-rate-limit-reset')]).toEqual([
    429,
    { errors: [{ code: 88 }] },
    '1',
  ])
})

test('HTML instead of JSON, cut JSON, and a body that breaks off', async () => {
  s = await stage()
  await s.control.post({ by: 'mara', text: '@northair hello' })
  const hit = async (kind: 'html' | 'broken-json' | 'truncate') => {
    await s.control.fault({ match: { path: '/mentions' }, kind })
    return mentions()
  }
  expect((await hit('html')).body).toMatch(/^<!DOCTYPE html>/)
  const broken = await hit('broken-json')
  expect([broken.status, broken.body]).toEqual([200, expect.stringMatching(/^\{"data":\[\{"id":"\d+"/)])
  await expect(hit('truncate')).rejects.toThrow()
  expect((await mentions()).list).toHaveLength(1)
})

test('a slow answer comes when its time has passed; a hung one never', async () => {
  s = await stage()
  await s.control.fault({ match: { path: '/mentions' }, kind: 'slow', delayMs: 8_000 })
  let answered = false
  const slow = mentions().then((reply) => ((answered = true), reply))
  await logged(1)
  await s.clock.advance(7_999)
  expect(answered).toBe(false)
  await s.clock.advance(1)
  expect((await slow).status).toBe(200)
  await s.control.fault({ match: { path: '/2/users' }, kind: 'hang' })
  const abort = new AbortController()
  const hung = fetch(`${s.x.baseUrl}/2/users/me`, { signal: abort.signal })
  await logged(2)
  abort.abort()
  await expect(hung).rejects.toThrow()
})

/** Waits until the practice X has seen so many calls. */
async function logged(count: number): Promise<void> {
  while ((await s.control.requests()).requests.length < count)
    await new Promise((resolve) => setImmediate(resolve))
}

test('a dropped connection does nothing; a lost answer has taken effect', async () => {
  s = await stage()
  await s.control.fault({ match: write, kind: 'drop-connection' })
  await expect(publish('never')).rejects.toThrow()
  expect(published()).toEqual([])
  await s.control.fault({ match: write, kind: 'lost-answer' })
  await expect(publish('once')).rejects.toThrow()
  expect(published()).toEqual(['once'])
  expect((await publish('once')).detail).toContain('duplicate')
})

test('a write can take effect long after its answer was lost', async () => {
  s = await stage()
  await s.control.fault({ match: write, kind: 'late-write', delayMs: 90_000 })
  await expect(publish('late')).rejects.toThrow()
  await s.clock.advance(89_999)
  expect(published()).toEqual([])
  await s.clock.advance(1)
  expect(published()).toEqual(['late'])
})

test('standing faults end when they are cleared', async () => {
  s = await stage()
  const { id } = await s.control.fault({
    match: { path: '/2/' },
    times: 'forever',
    kind: 'status',
    status: 500,
  })
  expect((await mentions()).status).toBe(500)
  expect((await mentions()).status).toBe(500)
  expect((await s.control.faults()).faults).toEqual([{ id, kind: 'status', hits: 2 }])
  await s.control['faults.clear']({ id })
  expect((await mentions()).status).toBe(200)
})
