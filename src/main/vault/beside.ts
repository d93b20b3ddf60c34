/**
 * @file Made-up secrets of the practice workspace, beside its database, on a machine without a keychain. Never for a
 * real handle's: the caller may only ask for it in the practice workspace.
 */
import { readFile } from 'node:fs/promises'
import writeFileAtomic from 'write-file-atomic'
import { z } from 'zod'
import { Failure } from '../../shared/errors.ts'
import { hasCode } from '../system-errors.ts'
import { inTurns } from '../turns.ts'
import { ownNames, type Vault } from './vault.ts'

/** The file's name in the practice folder. */
export const besideFileName = 'secrets.json'

const Secrets = z.record(z.string(), z.string())

/** @throws Failure (each method) `workspace.unreadable` for a file that is no such file, `disk.full`, `disk.failed` */
export function besideVault(file: string): Vault {
  let secrets: Promise<Map<string, string>> | null = null
  const turn = inTurns()

  const known = () => (secrets ??= readSecrets(file))

  function change(what: (secrets: Map<string, string>) => void): Promise<void> {
    return turn(async () => {
      const after = new Map(await known())
      what(after)
      await keep(file, after)
      secrets = Promise.resolve(after)
    })
  }

  return {
    kept: 'beside',
    read: async (name) => (await known()).get(name) ?? null,
    write: (name, value) => change((all) => all.set(name, value)),
    erase: (name) => change((all) => all.delete(name)),
    wipe: () =>
      change((all) => {
        const mains = new Set<string>(Object.values(ownNames))
        for (const name of all.keys()) if (!mains.has(name)) all.delete(name)
      }),
  }
}

async function readSecrets(file: string): Promise<Map<string, string>> {
  try {
    return new Map(Object.entries(Secrets.parse(JSON.parse(await readFile(file, 'utf8')))))
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return new Map()
    throw new Failure('workspace.unreadable', { path: file })
  }
}

async function keep(file: string, secrets: Map<string, string>): Promise<void> {
  try {
    await writeFileAtomic(file, JSON.stringify(Object.fromEntries(secrets)), { mode: 0o600 })
  } catch (error) {
    throw hasCode(error, 'ENOSPC') ? new Failure('disk.full', {}) : new Failure('disk.failed', { what: file })
  }
}
