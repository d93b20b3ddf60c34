/** @file Main as a landlord: one console per profile, a core that comes back, settings that are put aside, practice anew. */
import { spawn } from 'node:child_process'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { callCore, hearStates, infoOf, invoke, stateOf } from './bridge.ts'
import { row, skipWhoIsHere, waitForTickets } from './console.ts'
import { expect, test } from './launch.ts'
import { inAllLooks } from './looks.ts'
import { processesBelow } from './processes.ts'

const Session = z.object({ agent: z.object({ name: z.string() }).nullable() })

test('core is killed, comes back, and has everything it had', async ({ launchSwitchboard }) => {
  test.skip(process.platform !== 'linux', '/proc is Linux’s')
  const { window, pid } = await launchSwitchboard()
  await expect.poll(() => stateOf(window)).toBe('open')
  await callCore(window, 'agent.sit', { name: 'Ada', initials: 'AD' })
  const cores = () => processesBelow(pid).filter(({ argv }) => argv.join(' ').includes('out/core/index.js'))
  const [before] = cores()
  test.skip(before === undefined, 'core is a utility process here: utility-process.e2e.ts kills it')
  const told = await hearStates(window)
  process.kill(before?.pid ?? 0, 'SIGKILL')
  expect((await told('open')).map(({ state }) => state)).toEqual(['restarting', 'open'])
  expect(cores().map((core) => core.pid)).not.toContain(before?.pid)
  expect(Session.parse(await callCore(window, 'session.get')).agent?.name).toBe('Ada')
})

test('a second start of the same profile ends at once and leaves the first alone', async ({
  launchSwitchboard,
  electron,
}) => {
  const { window, profile } = await launchSwitchboard()
  await expect.poll(() => stateOf(window)).toBe('open')
  const second = spawn(electron.executable, electron.args, {
    env: { ...process.env, SWITCHBOARD_PROFILE: profile, SWITCHBOARD_NODE: electron.node },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  let said = ''
  second.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const code = await new Promise((done) => second.once('exit', done))
  expect(code).toBe(0)
  expect(said).toContain('running already')
  expect(await stateOf(window)).toBe('open')
})

test('an unreadable settings file is put aside and said', async ({ launchSwitchboard }, info) => {
  const profile = info.outputPath('profile')
  await mkdir(profile, { recursive: true })
  await writeFile(join(profile, 'settings.json'), '{ cut')
  const { window } = await launchSwitchboard({ profile })
  const { settingsKeptAs } = await infoOf(window)
  expect(settingsKeptAs).toMatch(/^settings\.corrupt-.*\.json$/)
  expect(await readFile(join(profile, String(settingsKeptAs)), 'utf8')).toBe('{ cut')
})

test('practice begun anew has forgotten who sat there', async ({ launchSwitchboard }) => {
  const { window, profile } = await launchSwitchboard()
  await expect.poll(() => stateOf(window)).toBe('open')
  await callCore(window, 'agent.sit', { name: 'Ada', initials: 'AD' })
  expect(await invoke(window, 'practice.reset', { scenario: 'practice' })).toEqual({ ok: true, result: {} })
  await expect.poll(() => stateOf(window)).toBe('open')
  expect(Session.parse(await callCore(window, 'session.get')).agent).toBeNull()
  expect(await readdir(join(profile, 'workspaces', 'practice'))).toContain('world.json')
})

test('on a runtime without security updates the live workspace stays shut, and says why', async ({
  launchSwitchboard,
  electron,
}) => {
  test.skip(electron.kind !== 'fallback', 'this runtime is fit for real workspaces')
  const { window, profile } = await launchSwitchboard()
  await expect.poll(() => stateOf(window)).toBe('open')
  expect(await invoke(window, 'workspace.open', { kind: 'live' })).toEqual({
    ok: false,
    failure: { code: 'workspace.runtime-unfit', data: { electron: electron.version } },
  })
  expect(await readdir(join(profile, 'workspaces'))).toEqual(['practice'])
})

test('a scenario world that is damaged is told with its reason, and left as it is', async ({
  launchSwitchboard,
}, info) => {
  const profile = info.outputPath('profile')
  const world = join(profile, 'workspaces', 'practice', 'world.json')
  await mkdir(join(profile, 'workspaces', 'practice'), { recursive: true })
  await writeFile(world, '{ cut')
  const { window, app } = await launchSwitchboard({ profile })
  await expect.poll(() => stateOf(window)).toBe('failed: practice.failed')
  await inAllLooks({ app, window, info }, 'failed')
  expect(await readFile(world, 'utf8')).toBe('{ cut')
  expect(await invoke(window, 'practice.reset', { scenario: 'practice' })).toEqual({ ok: true, result: {} })
  await expect.poll(() => stateOf(window)).toBe('open')
})

test('another world to practise in is chosen from the palette, and is there', async ({
  launchSwitchboard,
}, info) => {
  const running = await launchSwitchboard()
  const { window } = running
  await expect.poll(() => stateOf(window)).toBe('open')
  await skipWhoIsHere(window)
  await waitForTickets(window, 19)
  await window.keyboard.press('Control+k')
  await window.keyboard.type('practise')
  await window.keyboard.press('Enter')
  const dialog = window.getByRole('dialog', { name: 'Practise something else' })
  await expect(dialog.getByRole('button', { name: /^A Tuesday morning/ })).toBeFocused()
  await inAllLooks({ ...running, info }, 'scenarios')
  await window.keyboard.press('ArrowDown')
  await window.keyboard.press('Enter')
  await expect(row(window, 'Noor Abdi').first()).toBeVisible({ timeout: 20_000 })
  await expect(row(window, 'Mara Holt')).toHaveCount(0)
})
