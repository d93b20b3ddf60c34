/**
 * @file Where a workspace's database key comes from, and with it where its secrets are kept. `decideKey` is pure and
 * says why; `openVault` does it. An unreachable keychain never makes a second, empty database.
 */
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { WorkspaceKind } from '../../shared/domain/session.ts'
import { Failure } from '../../shared/errors.ts'
import { databaseFileName } from '../../shared/host-protocol.ts'
import { besideFileName, besideVault } from './beside.ts'
import { keychainVault } from './keychain.ts'
import { memoryVault } from './memory.ts'
import { passphraseFileName } from './passphrase.ts'
import { ownNames, type Vault } from './vault.ts'

/** What the keychain said about main's own two entries, or why it said nothing. */
export type Probe = { stamp: string | null; key: string | null } | { failure: Failure }

/** What lies in the workspace's folder. */
export type FolderFacts = { database: boolean; beside: boolean; passphrase: boolean }

/** `passphrase`: ask the person; `first` for a new one. `failure` says why the keychain does not serve. */
export type KeyDecision =
  | { use: 'keychain'; key: string | null }
  | { use: 'beside' }
  | { use: 'passphrase'; first: boolean; failure: Failure }
  | { use: 'none'; failure: Failure }

/** Decides from what is there. `path` is the database's, for the message. */
export function decideKey(
  kind: WorkspaceKind,
  stamp: string,
  path: string,
  facts: FolderFacts,
  probe: Probe,
): KeyDecision {
  if (kind === 'practice' && facts.beside) return { use: 'beside' }
  if (facts.passphrase && facts.database) {
    const failure =
      'failure' in probe ? probe.failure : new Failure('vault.absent', { name: ownNames.databaseKey })
    return { use: 'passphrase', first: false, failure }
  }
  if ('failure' in probe) {
    // The key of that database is in the keychain: nothing else opens it.
    if (facts.database) return { use: 'none', failure: probe.failure }
    return kind === 'practice'
      ? { use: 'beside' }
      : { use: 'passphrase', first: true, failure: probe.failure }
  }
  if (probe.stamp !== null && probe.stamp !== stamp) {
    const failure = new Failure('workspace.other-origin', { expected: stamp, found: probe.stamp })
    return { use: 'none', failure }
  }
  if (probe.key === null && facts.database) {
    return { use: 'none', failure: new Failure('workspace.key-missing', { path }) }
  }
  return { use: 'keychain', key: probe.key }
}

/** A vault with its database key, or what stands in the way. */
export type OpenedVault =
  | { state: 'open'; vault: Vault; databaseKey: string }
  | { state: 'passphrase'; first: boolean; failure: Failure }
  | { state: 'shut'; failure: Failure }

/** What `openVault` must know of the workspace. */
export type VaultPlace = { id: string; kind: WorkspaceKind; folder: string; stamp: string }

/** Finds or makes the database key. A new one is stored, with the stamp, before it is handed out. */
export async function openVault({ id, kind, folder, stamp }: VaultPlace): Promise<OpenedVault> {
  const keychain = keychainOf({ id, folder })
  const path = join(folder, databaseFileName)
  const facts: FolderFacts = {
    database: existsSync(path),
    beside: existsSync(join(folder, besideFileName)),
    passphrase: existsSync(join(folder, passphraseFileName)),
  }
  try {
    const decision = decideKey(kind, stamp, path, facts, await probe(keychain))
    if (decision.use === 'keychain') {
      const databaseKey = decision.key ?? (await bearKey(keychain, stamp))
      // Left over from a passphrase that never came to a database.
      await rm(join(folder, passphraseFileName), { force: true })
      return { state: 'open', vault: keychain, databaseKey }
    }
    return await otherwise(decision)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    if (!error.is('vault.unreachable') && !error.is('vault.locked')) return { state: 'shut', failure: error }
    // It could be read, but not written: there may be a service without any collection.
    return otherwise(decideKey(kind, stamp, path, facts, { failure: error }))
  }

  async function otherwise(decision: KeyDecision): Promise<OpenedVault> {
    switch (decision.use) {
      case 'beside': {
        const vault = besideVault(join(folder, besideFileName))
        const kept = await vault.read(ownNames.databaseKey)
        if (kept === null && facts.database) {
          return { state: 'shut', failure: new Failure('workspace.key-missing', { path }) }
        }
        const databaseKey = kept ?? (await bearKey(vault, stamp))
        return { state: 'open', vault, databaseKey }
      }
      case 'passphrase':
        return { state: 'passphrase', first: decision.first, failure: decision.failure }
      case 'none':
        return { state: 'shut', failure: decision.failure }
      case 'keychain':
        throw new Error('a keychain that failed cannot be chosen')
    }
  }
}

/** The keychain entries of that workspace, whether or not it uses them. */
export function keychainOf({ id, folder }: Pick<VaultPlace, 'id' | 'folder'>): Vault {
  return keychainVault(id, join(folder, 'keychain-names.json'))
}

/** The vault for a workspace that a passphrase opened. */
export const vaultForThisRun = memoryVault

async function probe(keychain: Vault): Promise<Probe> {
  try {
    return { stamp: await keychain.read(ownNames.stamp), key: await keychain.read(ownNames.databaseKey) }
  } catch (error) {
    if (error instanceof Failure) return { failure: error }
    throw error
  }
}

async function bearKey(vault: Vault, stamp: string): Promise<string> {
  const key = randomBytes(32).toString('hex')
  await vault.write(ownNames.stamp, stamp)
  await vault.write(ownNames.databaseKey, key)
  return key
}
