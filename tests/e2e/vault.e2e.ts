/**
 * @file Secrets with a real Secret Service: there, locked, absent, and no session bus at all. A stand-in core asks for
 * them as core does; each test has an origin, and so a workspace and keychain entries, of its own.
 */
import { AsyncEntry } from '@napi-rs/keyring'
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { databaseFileName } from '../../src/shared/host-protocol.ts'
import { callCore, infoOf, invoke, stateOf } from './bridge.ts'
import { lockedKeyring, noBus } from './keyring.ts'
import { expect, test, type Running } from './launch.ts'
import { Facts, standInCore } from './stand-in.ts'

const secret = 'zebra-token-4711'
const access = 'handle/019a/access'

/** The environment for a workspace of its own at `port`, where nothing listens. */
const at = async (port: number, more: Record<string, string> = {}): Promise<Record<string, string>> => ({
  SWITCHBOARD_CORE: await standInCore(),
  SWITCHBOARD_X_API: `http://127.0.0.1:${port}`,
  ...more,
})

const keptIn = async ({ window }: Running): Promise<string> =>
  Facts.parse(await callCore(window, 'stand-in.facts')).workspace.secretsKept

const write = ({ window }: Running, value: string) =>
  callCore(window, 'stand-in.secret', { do: 'write', name: access, value })
const read = ({ window }: Running) => callCore(window, 'stand-in.secret', { do: 'read', name: access })

/** Puts a file where the database would be, before the app has ever run there. */
async function withDatabase(profile: string, id: string): Promise<string> {
  const folder = join(profile, 'workspaces', id)
  await mkdir(folder, { recursive: true })
  const file = join(folder, databaseFileName)
  await writeFile(file, 'somebody’s only copy')
  return file
}

/** The id that the workspace at `port` has. */
async function idAt(
  port: number,
  launch: (env: Record<string, string>) => Promise<Running>,
): Promise<string> {
  const running = await launch(await at(port))
  const { workspaceId } = await infoOf(running.window)
  await running.close()
  return workspaceId
}

test('with a keychain, secrets outlive a restart, are nowhere on disk, and belong to one workspace', async ({
  launchSwitchboard,
}) => {
  const first = await launchSwitchboard({ env: await at(21) })
  await expect.poll(() => stateOf(first.window)).toBe('open')
  expect(await keptIn(first)).toBe('keychain')
  expect(await read(first)).toEqual({ value: null })
  await write(first, secret)
  const { workspaceId } = await infoOf(first.window)
  const { profile } = first
  await first.close()

  const files = (await readdir(profile, { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  )
  for (const file of files) {
    expect(await readFile(join(file.parentPath, file.name), 'latin1')).not.toContain(secret)
  }
  const entry = new AsyncEntry(`switchboard/${workspaceId}`, access, { linux: { store: 'secret-service' } })
  expect(await entry.getPassword()).toBe(secret)

  const again = await launchSwitchboard({ profile, env: await at(21) })
  await expect.poll(() => stateOf(again.window)).toBe('open')
  expect(await read(again)).toEqual({ value: secret })
  await callCore(again.window, 'stand-in.secret', { do: 'erase', name: access })
  expect(await read(again)).toEqual({ value: null })
  await write(again, secret)
  await again.close()

  const other = await launchSwitchboard({ profile, env: await at(22) })
  await expect.poll(() => stateOf(other.window)).toBe('open')
  expect(await read(other)).toEqual({ value: null })
})

test('without a session bus a passphrase is asked for, and secrets are for this run only', async ({
  launchSwitchboard,
}) => {
  const running = await launchSwitchboard({ env: await at(23, noBus) })
  await expect.poll(() => stateOf(running.window)).toBe('passphrase: vault.unreachable')
  expect((await infoOf(running.window)).state).toMatchObject({ first: true })
  await invoke(running.window, 'workspace.passphrase', { passphrase: 'correct horse' })
  await expect.poll(() => stateOf(running.window)).toBe('open')
  expect(await keptIn(running)).toBe('passphrase-and-memory')
  await write(running, secret)
  expect(await read(running)).toEqual({ value: secret })
  await running.close()

  const again = await launchSwitchboard({ profile: running.profile, env: await at(23, noBus) })
  await expect.poll(() => stateOf(again.window)).toBe('passphrase: vault.unreachable')
  await invoke(again.window, 'workspace.passphrase', { passphrase: 'correct horse' })
  await expect.poll(() => stateOf(again.window)).toBe('open')
  expect(await read(again)).toEqual({ value: null })
})

test('a locked keychain is told apart from none', async ({ launchSwitchboard }, info) => {
  const locked = await lockedKeyring(info.outputPath('bus'))
  try {
    const { window, close } = await launchSwitchboard({ env: await at(24, locked.env) })
    await expect.poll(() => stateOf(window)).toBe('passphrase: vault.locked')
    await close()
  } finally {
    await locked.end()
  }
})

test('a database whose key is out of reach is never replaced by an empty one', async ({
  launchSwitchboard,
}, info) => {
  const profile = info.outputPath('profile')
  const launch = (env: Record<string, string>) => launchSwitchboard({ profile, env })
  const id = await idAt(25, launch)
  const file = await withDatabase(profile, id)
  const service = `switchboard/${id}`
  const locked = await lockedKeyring(info.outputPath('bus'), [
    { service, name: 'origin', value: 'http://127.0.0.1:25' },
    { service, name: 'database', value: '0'.repeat(64) },
  ])
  try {
    const without = await launch(await at(25, noBus))
    await expect.poll(() => stateOf(without.window)).toBe('failed: vault.unreachable')
    await invoke(without.window, 'workspace.retry')
    expect(await stateOf(without.window)).toBe('failed: vault.unreachable')
    await without.close()
    const shut = await launch(await at(25, locked.env))
    await expect.poll(() => stateOf(shut.window)).toBe('failed: vault.locked')
    await shut.close()
  } finally {
    await locked.end()
  }
  expect(await readFile(file, 'utf8')).toBe('somebody’s only copy')
  const back = await launch(await at(25))
  await expect.poll(() => stateOf(back.window)).toBe('open')
})

test('a key that is gone from the keychain, and a stamp of another origin, are said by name', async ({
  launchSwitchboard,
}, info) => {
  const profile = info.outputPath('profile')
  const launch = (env: Record<string, string>) => launchSwitchboard({ profile, env })
  const id = await idAt(26, launch)
  await withDatabase(profile, id)
  const entry = (name: string) =>
    new AsyncEntry(`switchboard/${id}`, name, { linux: { store: 'secret-service' } })
  expect(await entry('origin').getPassword()).toBe('http://127.0.0.1:26')

  await entry('database').deletePassword()
  const missing = await launch(await at(26))
  await expect.poll(() => stateOf(missing.window)).toBe('failed: workspace.key-missing')
  await missing.close()

  await entry('origin').setPassword('https://api.x.com')
  const foreign = await launch(await at(26))
  await expect.poll(() => stateOf(foreign.window)).toBe('failed: workspace.other-origin')
})

test('practice needs no keychain: its made-up secrets lie beside its database', async ({
  launchSwitchboard,
}) => {
  const env = { SWITCHBOARD_CORE: await standInCore(), ...noBus }
  const running = await launchSwitchboard({ env })
  await expect.poll(() => stateOf(running.window)).toBe('open')
  expect((await infoOf(running.window)).kind).toBe('practice')
  expect(await keptIn(running)).toBe('beside')
  await write(running, 'made up')
  const file = join(running.profile, 'workspaces', 'practice', 'secrets.json')
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  await running.close()
  const again = await launchSwitchboard({ profile: running.profile, env })
  await expect.poll(() => stateOf(again.window)).toBe('open')
  expect(await read(again)).toEqual({ value: 'made up' })
  expect(await invoke(again.window, 'practice.reset', { scenario: 'practice' })).toEqual({
    ok: true,
    result: {},
  })
  await expect.poll(() => stateOf(again.window)).toBe('open')
  expect(await read(again)).toEqual({ value: null })
})

test('a wrong passphrase is told and changes nothing; the right one opens the same database', async ({
  launchSwitchboard,
}) => {
  // The real core this time: only a real database can tell the one from the other.
  const env = { SWITCHBOARD_X_API: 'http://127.0.0.1:27', ...noBus }
  const first = await launchSwitchboard({ env })
  await expect.poll(() => stateOf(first.window)).toBe('passphrase: vault.unreachable')
  await invoke(first.window, 'workspace.passphrase', { passphrase: 'the right one' })
  await expect.poll(() => stateOf(first.window)).toBe('open')
  await callCore(first.window, 'agent.sit', { name: 'Ada', initials: 'AD' })
  await first.close()

  const again = await launchSwitchboard({ profile: first.profile, env })
  await expect.poll(() => stateOf(again.window)).toBe('passphrase: vault.unreachable')
  await invoke(again.window, 'workspace.passphrase', { passphrase: 'the wrong one' })
  await expect.poll(() => stateOf(again.window)).toBe('passphrase: vault.absent, wrong')
  await invoke(again.window, 'workspace.passphrase', { passphrase: 'the right one' })
  await expect.poll(() => stateOf(again.window)).toBe('open')
  expect(await callCore(again.window, 'session.get')).toMatchObject({
    agent: { name: 'Ada' },
    secretsKept: 'passphrase-and-memory',
  })
})
