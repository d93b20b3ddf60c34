/**
 * @file The product's own way to core, a utility process with a port of its own, in the real Electron: with a stand-in
 * core, so that it runs where the database cannot be loaded too.
 */
import { z } from 'zod'
import { coreFlags } from '../../src/shared/core-flags.ts'
import { callCore, hearStates, invoke, stateOf } from './bridge.ts'
import { expect, test } from './launch.ts'
import { Facts, standInCore } from './stand-in.ts'

/** Nothing listens there: a stand-in core calls nobody. */
const origin = 'http://127.0.0.1:9'

const started = async (): Promise<Record<string, string>> => ({
  SWITCHBOARD_CORE: await standInCore(),
  SWITCHBOARD_X_API: origin,
  SWITCHBOARD_A_SECRET: 'never to be seen in core',
})

test('core is forked as a utility process, scrubbed, and the window has a port straight to it', async ({
  launchSwitchboard,
}) => {
  const { app, window: page, pid } = await launchSwitchboard({ env: await started() })
  await expect.poll(() => stateOf(page)).toBe('open')
  const facts = Facts.parse(await callCore(page, 'stand-in.facts'))
  expect(facts.pid).not.toBe(pid)
  const metrics = await app.evaluate(({ app: main }) =>
    main.getAppMetrics().map(({ pid, type, name }) => ({ pid, type, name })),
  )
  expect(metrics).toContainEqual(expect.objectContaining({ pid: facts.pid, type: 'Utility' }))
  expect(facts.workspace).toMatchObject({ kind: 'loopback', stamp: origin, secretsKept: 'keychain' })
  expect(facts.keyLength).toBe(64)
  expect(facts.execArgv).toEqual(coreFlags)
  expect(facts.argv).toHaveLength(2)
  expect(Object.values(facts.env)).not.toContain('never to be seen in core')
  expect(
    Object.keys(facts.env).filter((name) => /switchboard|token|secret|npm|node_options/i.test(name)),
  ).toEqual([])
})

test('fifty rows cross the port unharmed, and two ports of one window do not mix', async ({
  launchSwitchboard,
}) => {
  const { window: page } = await launchSwitchboard({ env: await started() })
  await expect.poll(() => stateOf(page)).toBe('open')
  const rows = (word: string) => ({
    rows: Array.from({ length: 50 }, (_, row) => `${word} ${row} 🧳 \u202e`),
  })
  const [left, right] = await Promise.all([
    callCore(page, 'stand-in.echo', rows('left')),
    callCore(page, 'stand-in.echo', rows('right')),
  ])
  expect(left).toEqual(rows('left'))
  expect(right).toEqual(rows('right'))
})

test('a crash is told to the window, core comes back, and the secrets of this run are still there', async ({
  launchSwitchboard,
}) => {
  const { window: page } = await launchSwitchboard({ env: await started() })
  await expect.poll(() => stateOf(page)).toBe('open')
  const before = Facts.parse(await callCore(page, 'stand-in.facts'))
  await callCore(page, 'stand-in.secret', { do: 'write', name: 'handle/a/access', value: 'kept' })

  const told = await hearStates(page)
  process.kill(before.pid, 'SIGKILL')
  expect((await told('open')).map(({ state }) => state)).toEqual(['restarting', 'open'])

  const after = Facts.parse(await callCore(page, 'stand-in.facts'))
  expect(after.pid).not.toBe(before.pid)
  expect(await callCore(page, 'stand-in.secret', { do: 'read', name: 'handle/a/access' })).toEqual({
    value: 'kept',
  })
})

test('core waits longer after each crash, and starts at once when a person asks', async ({
  launchSwitchboard,
}) => {
  const { window: page } = await launchSwitchboard({ env: await started() })
  const waits: number[] = []
  for (let crash = 0; crash < 3; crash += 1) {
    await expect.poll(() => stateOf(page), { timeout: 30_000 }).toBe('open')
    const { pid } = Facts.parse(await callCore(page, 'stand-in.facts'))
    const told = await hearStates(page)
    const killedAt = Date.now()
    process.kill(pid, 'SIGKILL')
    const state = (await told('restarting')).at(-1)
    if (state?.state === 'restarting') waits.push(state.at - killedAt)
  }
  expect(waits).toHaveLength(3)
  expect(waits[0]).toBeLessThan(1_000)
  expect(waits[1]).toBeGreaterThan(500)
  expect(waits[2]).toBeGreaterThan(3_000)
  expect(await invoke(page, 'workspace.retry')).toEqual({ ok: true, result: {} })
  expect(await stateOf(page)).toBe('open')
})

test('core opens only what main allows, and never reads the database key', async ({ launchSwitchboard }) => {
  const { app, window: page } = await launchSwitchboard({ env: await started() })
  await app.evaluate(({ shell }) => {
    const opened: string[] = []
    Object.assign(globalThis, { opened })
    shell.openExternal = async (url) => {
      opened.push(url)
    }
  })
  await expect.poll(() => stateOf(page)).toBe('open')
  await callCore(page, 'stand-in.open', { url: 'https://x.com/northwindair/status/1' })
  await callCore(page, 'stand-in.open', { url: `${origin}/i/oauth2/authorize?state=1` })
  for (const url of [
    'http://x.com/',
    'file:///etc/passwd',
    'http://127.0.0.1:10/',
    'https://me:secret@x.com/',
    'javascript:1',
    'x',
  ]) {
    await expect(callCore(page, 'stand-in.open', { url })).rejects.toThrow('input.invalid')
  }
  const opened = z.array(z.string()).parse(await app.evaluate(() => Reflect.get(globalThis, 'opened')))
  expect(opened).toEqual(['https://x.com/northwindair/status/1', `${origin}/i/oauth2/authorize?state=1`])
  for (const name of ['database', 'origin']) {
    await expect(callCore(page, 'stand-in.secret', { do: 'read', name })).rejects.toThrow('input.invalid')
  }
})

test('core ends with the app', async ({ launchSwitchboard }) => {
  const running = await launchSwitchboard({ env: await started() })
  await expect.poll(() => stateOf(running.window)).toBe('open')
  const { pid } = Facts.parse(await callCore(running.window, 'stand-in.facts'))
  await running.close()
  expect(() => process.kill(pid, 0)).toThrow('ESRCH')
})
