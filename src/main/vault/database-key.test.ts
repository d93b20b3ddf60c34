/** @file Where a database key comes from: never a second, empty database because a keychain is out of reach. */
import { describe, expect, test } from 'vitest'
import { Failure } from '../../shared/errors.ts'
import { decideKey, type FolderFacts, type Probe } from './database-key.ts'

const path = '/data/workspaces/live/switchboard.db'
const stamp = 'https://api.x.com'
const key = 'a'.repeat(64)
const facts = (given: Partial<FolderFacts> = {}): FolderFacts => ({
  database: false,
  beside: false,
  passphrase: false,
  ...given,
})
const unreachable: Probe = { failure: new Failure('vault.unreachable', {}) }
const locked: Probe = { failure: new Failure('vault.locked', {}) }
const empty: Probe = { stamp: null, key: null }
const live = (given: FolderFacts, probe: Probe) => decideKey('live', stamp, path, given, probe)
const practice = (given: FolderFacts, probe: Probe) => decideKey('practice', 'practice', path, given, probe)

describe('with a keychain', () => {
  test('a new workspace gets a new key, an old one its own', () => {
    expect(live(facts(), empty)).toEqual({ use: 'keychain', key: null })
    expect(live(facts({ database: true }), { stamp, key })).toEqual({ use: 'keychain', key })
  })

  test('a database without its key is said, not replaced', () => {
    expect(live(facts({ database: true }), { stamp, key: null })).toMatchObject({
      use: 'none',
      failure: { code: 'workspace.key-missing', data: { path } },
    })
  })

  test('entries of another origin are refused by name', () => {
    expect(live(facts(), { stamp: 'http://127.0.0.1:1', key })).toMatchObject({
      use: 'none',
      failure: { code: 'workspace.other-origin', data: { expected: stamp, found: 'http://127.0.0.1:1' } },
    })
  })

  test('a database that a passphrase locks stays with its passphrase', () => {
    expect(live(facts({ database: true, passphrase: true }), empty)).toMatchObject({
      use: 'passphrase',
      first: false,
      failure: { code: 'vault.absent' },
    })
    expect(live(facts({ passphrase: true }), empty)).toEqual({ use: 'keychain', key: null })
  })
})

describe.each([
  ['unreachable', unreachable, 'vault.unreachable'],
  ['locked', locked, 'vault.locked'],
])('with a keychain that is %s', (_name, probe, code) => {
  test('a new live workspace asks for a passphrase; practice keeps its secrets beside', () => {
    expect(live(facts(), probe)).toMatchObject({ use: 'passphrase', first: true, failure: { code } })
    expect(practice(facts(), probe)).toEqual({ use: 'beside' })
  })

  test('a database whose key is in that keychain stays shut, practice too', () => {
    expect(live(facts({ database: true }), probe)).toMatchObject({ use: 'none', failure: { code } })
    expect(practice(facts({ database: true }), probe)).toMatchObject({ use: 'none', failure: { code } })
  })
})

test('practice stays beside once it is, and no other workspace ever goes there', () => {
  expect(practice(facts({ beside: true, database: true }), { stamp: 'practice', key })).toEqual({
    use: 'beside',
  })
  expect(live(facts({ beside: true }), unreachable)).toMatchObject({ use: 'passphrase' })
})
