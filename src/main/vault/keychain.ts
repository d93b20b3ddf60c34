/**
 * @file The operating system's keychain. [Note: One store, named] On Linux the store is pinned to the Secret Service:
 * the library's default falls back to the kernel's keyring, which is gone at reboot, and an outage would read as "no
 * credential". So unreachable and locked are failures here, and only a real absence is null.
 */
import { readFile, rm } from 'node:fs/promises'
import { AsyncEntry } from '@napi-rs/keyring'
import writeFileAtomic from 'write-file-atomic'
import { z } from 'zod'
import { Failure } from '../../shared/errors.ts'
import { hasCode } from '../system-errors.ts'
import { inTurns } from '../turns.ts'
import { ownNames, type Vault } from './vault.ts'

/** What the library says when a person, or nobody, answered the question to unlock. */
const lockedWords = /prompt was dismissed|locked|interaction is not allowed|user cancel/i

/** Says which of the two failures an error of the library means. */
export function keychainFailure(error: unknown): Failure {
  const words = error instanceof Error ? error.message : String(error)
  return lockedWords.test(words)
    ? new Failure('vault.locked', {}, words)
    : new Failure('vault.unreachable', {}, words)
}

const Names = z.array(z.string())

/**
 * The keychain entries of one workspace, under the service `switchboard/<workspace id>`.
 * @param namesFile keeps which names were written (never values): no keychain can list them alike everywhere
 */
export function keychainVault(workspaceId: string, namesFile: string): Vault {
  const service = `switchboard/${workspaceId}`
  const turn = inTurns()
  let names: Set<string> | null = null

  async function ask<T>(name: string, what: (entry: AsyncEntry) => Promise<T>): Promise<T> {
    try {
      return await what(new AsyncEntry(service, name, { linux: { store: 'secret-service' } }))
    } catch (error) {
      throw keychainFailure(error)
    }
  }

  /** Changes the list of names and gives it back. */
  function note(change: (names: Set<string>) => void): Promise<Set<string>> {
    return turn(async () => {
      const before = names ?? (await readNames(namesFile))
      const after = new Set(before)
      change(after)
      if (after.size !== before.size) await keepNames(namesFile, after)
      names = after
      return after
    })
  }

  return {
    kept: 'keychain',
    read: (name) => ask(name, (entry) => entry.getPassword()),
    async write(name, value) {
      // Noted first: a name without a value is erased for nothing, a value without a name would stay for ever.
      await note((known) => known.add(name))
      await ask(name, (entry) => entry.setPassword(value))
    },
    async erase(name) {
      await ask(name, (entry) => entry.deletePassword())
      await note((known) => known.delete(name))
    },
    async wipe() {
      const known = await note(() => {})
      const mains = new Set<string>(Object.values(ownNames))
      for (const name of known) if (!mains.has(name)) await this.erase(name)
    },
  }
}

async function readNames(file: string): Promise<Set<string>> {
  try {
    return new Set(Names.parse(JSON.parse(await readFile(file, 'utf8'))))
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return new Set()
    // An unreadable list only means that a wipe may miss old entries; the entries themselves are unharmed.
    if (error instanceof SyntaxError || error instanceof z.ZodError) {
      await rm(file, { force: true })
      return new Set()
    }
    throw new Failure('disk.failed', { what: file })
  }
}

async function keepNames(file: string, names: Set<string>): Promise<void> {
  try {
    await writeFileAtomic(file, JSON.stringify([...names]), { mode: 0o600 })
  } catch (error) {
    throw hasCode(error, 'ENOSPC') ? new Failure('disk.full', {}) : new Failure('disk.failed', { what: file })
  }
}
