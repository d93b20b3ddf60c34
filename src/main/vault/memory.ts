/** @file Secrets for this run only, where there is no keychain: they end with main, and never touch the disk. */
import type { Vault } from './vault.ts'

/** An empty one. It outlives core's restarts, not main's. */
export function memoryVault(): Vault {
  const secrets = new Map<string, string>()
  return {
    kept: 'passphrase-and-memory',
    read: async (name) => secrets.get(name) ?? null,
    write: async (name, value) => void secrets.set(name, value),
    erase: async (name) => void secrets.delete(name),
    wipe: async () => secrets.clear(),
  }
}
