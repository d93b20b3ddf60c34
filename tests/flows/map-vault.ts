/** @file A vault in memory that outlives a core and can fail as a keychain does. */
import type { Vault } from '../../src/core/vault/vault-client.ts'
import { Failure } from '../../src/shared/errors.ts'

export type MapVault = Vault & {
  entries: Map<string, string>
  /** Every name that was written, in order. */
  written: string[]
  /** How it fails from now on; null: it works. */
  failing: 'vault.locked' | 'vault.unreachable' | null
}

export function mapVault(): MapVault {
  const guard = (): void => {
    if (vault.failing) throw new Failure(vault.failing, {})
  }
  const vault: MapVault = {
    entries: new Map(),
    written: [],
    failing: null,
    async read(name) {
      guard()
      return vault.entries.get(name) ?? null
    },
    async write(name, value) {
      guard()
      vault.written.push(name)
      vault.entries.set(name, value)
    },
    async erase(name) {
      guard()
      vault.entries.delete(name)
    },
  }
  return vault
}
