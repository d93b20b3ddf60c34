/** @file The vaults that need no keychain, and how the keychain's own words are understood. */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { besideVault } from './beside.ts'
import { keychainFailure } from './keychain.ts'
import { memoryVault } from './memory.ts'
import { keyFromPassphrase } from './passphrase.ts'
import type { Vault } from './vault.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'switchboard-vault-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe.each<[string, () => Vault]>([
  ['beside', () => besideVault(join(folder, 'secrets.json'))],
  ['memory', memoryVault],
])('the vault %s', (_name, open) => {
  test('keeps, replaces, erases, and wipes all but main’s own entries', async () => {
    const vault = open()
    expect(await vault.read('handle/1/access')).toBeNull()
    await vault.write('handle/1/access', 'one')
    await vault.write('handle/1/access', 'two')
    await Promise.all([vault.write('handle/2/access', 'b'), vault.write('database', 'key')])
    expect(await vault.read('handle/1/access')).toBe('two')
    await vault.erase('handle/1/access')
    await vault.erase('handle/1/access')
    expect(await vault.read('handle/1/access')).toBeNull()
    if (vault.kept === 'beside') {
      await vault.wipe()
      expect(await vault.read('database')).toBe('key')
    } else await vault.wipe()
    expect(await vault.read('handle/2/access')).toBeNull()
  })
})

describe('beside', () => {
  test('the file is the person’s alone, and another run reads it', async () => {
    const file = join(folder, 'secrets.json')
    await besideVault(file).write('handle/1/access', 'one')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(await besideVault(file).read('handle/1/access')).toBe('one')
  })

  test('a file that is no such file is named and left as it is', async () => {
    const file = join(folder, 'secrets.json')
    writeFileSync(file, '{"a":')
    await expect(besideVault(file).read('a')).rejects.toMatchObject({
      code: 'workspace.unreadable',
      data: { path: file },
    })
    await expect(besideVault(file).write('a', 'b')).rejects.toMatchObject({ code: 'workspace.unreadable' })
    expect(readFileSync(file, 'utf8')).toBe('{"a":')
  })

  test('a write that the disk refuses is said, and the next one goes through', async () => {
    const place = join(folder, 'gone')
    const vault = besideVault(join(place, 'secrets.json'))
    await expect(vault.write('a', 'b')).rejects.toMatchObject({ code: 'disk.failed' })
    expect(await vault.read('a')).toBeNull()
  })
})

describe('a passphrase', () => {
  test('gives the same key again, another one gives another, and none is on disk', async () => {
    const file = join(folder, 'passphrase.json')
    const key = await keyFromPassphrase(file, 'Caf\u00e9 au lait')
    expect(key).toMatch(/^[0-9a-f]{64}$/)
    expect(await keyFromPassphrase(file, 'Cafe\u0301 au lait')).toBe(key)
    expect(await keyFromPassphrase(file, 'cafe au lait')).not.toBe(key)
    const kept = readFileSync(file, 'utf8')
    expect(kept).not.toContain(key)
    expect(kept).not.toContain('lait')
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  test('a salt file that is none is named and kept: a new salt would shut the database for ever', async () => {
    const file = join(folder, 'passphrase.json')
    writeFileSync(file, '{"salt":"short"}')
    await expect(keyFromPassphrase(file, 'x')).rejects.toMatchObject({ code: 'workspace.unreadable' })
    expect(readFileSync(file, 'utf8')).toBe('{"salt":"short"}')
  })
})

test.each([
  ["Couldn't access platform storage: Secret Service: unlock prompt was dismissed", 'vault.locked'],
  ["Couldn't access platform storage: object is locked", 'vault.locked'],
  ['User interaction is not allowed.', 'vault.locked'],
  ['Platform failure: DBus error: Using X11 for dbus-daemon autolaunch was disabled', 'vault.unreachable'],
  ["Couldn't access platform storage: Secret Service: no result found", 'vault.unreachable'],
])('%s means %s', (words, code) => {
  expect(keychainFailure(new Error(words)).code).toBe(code)
})
