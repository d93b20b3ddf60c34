/** @file Stories of a world that is kept, of its control side, and of the process that runs it. */
import { fork, spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { FromPractice, type ToPractice } from '../../src/shared/practice-protocol.ts'
import { fakeClock } from '../fake-clock.ts'
import { noon, people, stage } from './stage.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'practice-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const soon = { type: 'post', by: 'mara', text: '@northair are you there?', after: '3m' }

test('a world goes on where it stopped: time, posts, tokens, and what was still to come', async () => {
  const worldFile = join(folder, 'world.json')
  const first = await stage(
    [{ type: 'world', now: '2026-11-17T10:07:00' }, ...people, soon].map((l) => JSON.stringify(l)).join('\n'),
    { worldFile },
  )
  const openedAt = first.x.world.now()
  expect(new Date(openedAt).getHours()).toBe(10)
  await first.clock.advance(60_000)
  await first.call('northair', 'POST', '/2/tweets', { text: 'before' })
  const { accessToken } = first.handle('northair')
  await first.close()

  // A day passes while it is closed.
  const second = await stage('', { worldFile, clock: fakeClock(noon + 86_400_000) })
  expect(second.x.world.now()).toBe(openedAt + 60_000)
  expect(second.x.world.offsetMs()).toBe(openedAt + 60_000 - noon - 86_400_000)
  const posts = await second.call(
    { authorization: `Bearer ${accessToken}` },
    'GET',
    `/2/users/${second.id('northair')}/tweets`,
  )
  expect(posts.list.map((post) => post.text)).toEqual(['before'])
  await second.clock.advance(2 * 60_000)
  expect(second.x.world.postsNaming(second.id('northair')).map((post) => post.createdAt)).toEqual([
    openedAt + 180_000,
  ])
  await second.close()
})

test.each([
  ['half a file', '{"version":1,'],
  ['another shape', '{"version":1}'],
])('%s is refused with its name, and left as it is', async (_name, text) => {
  const worldFile = join(folder, 'world.json')
  writeFileSync(worldFile, text)
  await expect(stage([], { worldFile })).rejects.toThrow(/world\.json cannot be read/)
  expect(readFileSync(worldFile, 'utf8')).toBe(text)
})

test('the control side needs its token, names what is wrong, and knows every secret', async () => {
  const s = await stage()
  for (const authorization of ['', 'Bearer wrong', `Bearer ${s.handle('northair').accessToken}`])
    expect((await s.call({ authorization }, 'POST', '/control/state', {})).status).toBe(401)
  await expect(s.control.post({ by: 'nobody', text: 'x' })).rejects.toThrow(/nobody is called @nobody/)
  await expect(s.control.post({ by: 'mara', text: 'x', replyTo: 'y' })).rejects.toThrow(
    /no post with key or id/,
  )
  await expect(s.control.scenario({ text: '{"type":"user"}' })).rejects.toThrow(/line 1: username/)
  const { issued } = await s.control.tokens()
  const { apps, handles } = s.x.grants
  expect(issued).toEqual(
    expect.arrayContaining(handles.flatMap((h) => [h.accessToken, h.refreshToken, h.oauth1.tokenSecret])),
  )
  expect(issued).toEqual(expect.arrayContaining(apps.flatMap((app) => [app.bearer, app.consumerSecret])))
  await s.control.revoke({ username: 'northair' })
  expect((await s.call('northair', 'GET', '/2/users/me')).status).toBe(401)
  expect((await s.call('lumen', 'GET', '/2/users/me')).status).toBe(200)
  await s.close()
})

test('a foreign Host header is turned away', async () => {
  const s = await stage()
  const port = Number(new URL(s.x.baseUrl).port)
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const headers = { host: 'evil.example', authorization: `Bearer ${s.handle('northair').accessToken}` }
    request({ host: '127.0.0.1', port, path: '/2/users/me', headers }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
      .on('error', reject)
      .end()
  })
  expect(status).toBe(403)
  await s.close()
})

/** A child that runs the practice X as main does. */
function child(): { process: ChildProcess; ask(order: ToPractice): Promise<FromPractice> } {
  const started = fork('src/practice/index.ts', [], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  return {
    process: started,
    ask: (order) =>
      new Promise((resolve) => {
        started.once('message', (message) => resolve(FromPractice.parse(message)))
        started.send(order)
      }),
  }
}
const ended = (process: ChildProcess) =>
  new Promise<number | null>((resolve) => process.once('exit', resolve))

test('as a child it listens when told to, keeps its world when closed, and ends when its parent is gone', async () => {
  const worldFile = join(folder, 'world.json')
  const start = {
    type: 'start',
    worldFile,
    scenarioFile: 'resources/scenarios/practice.jsonl',
    port: 0,
  } as const
  const one = child()
  const listening = await one.ask(start)
  if (listening.type !== 'listening') throw new Error(JSON.stringify(listening))
  expect(listening.grants.handles.map((handle) => handle.brand)).toContain('Northwind Air')
  expect(new Date(Date.now() + listening.clockOffsetMs).getMinutes()).toBe(7)
  const [handle] = listening.grants.handles
  const me = await fetch(`${listening.baseUrl}/2/users/me`, {
    headers: { authorization: `Bearer ${handle?.accessToken}` },
  })
  expect(me.status).toBe(200)
  const end = ended(one.process)
  expect(await one.ask({ type: 'close' })).toEqual({ type: 'closed' })
  expect(await end).toBe(0)

  const two = child()
  expect((await two.ask({ ...start, scenarioFile: 'no-longer-there.jsonl' })).type).toBe('listening')
  const gone = ended(two.process)
  two.process.disconnect()
  expect(await gone).toBe(0)

  writeFileSync(worldFile, 'rubbish')
  const three = child()
  expect(await three.ask(start)).toMatchObject({ type: 'failed', code: 'world.corrupt' })
  const end3 = ended(three.process)
  three.process.disconnect()
  await end3
})

test.each([
  [['--port', 'x'], 2, /--port x: not a port/],
  [['--nonsense'], 2, /nonsense/],
  [['--scenario', 'missing.jsonl'], 2, /missing\.jsonl/],
  [['--scenario', 'WRONG'], 2, /wrong\.jsonl, line 2: by: /],
])('as a command with %j it ends with %i and says why', async (args, code, words) => {
  const wrong = join(folder, 'wrong.jsonl')
  writeFileSync(
    wrong,
    '{"type":"user","username":"a","name":"A"}\n{"type":"post","text":"no author","at":"09:00"}\n',
  )
  const given = args.map((arg) => (arg === 'WRONG' ? wrong : arg))
  const started = spawn(process.execPath, ['src/practice/index.ts', ...given], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  started.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  expect(await ended(started)).toBe(code)
  expect(said).toMatch(words)
})
