/**
 * @file Where a workspace's secrets are kept, as main sees it: one secret per entry. Owns the shape all three kinds
 * share; which kind a workspace gets is decided in `database-key.ts`.
 */
import type { SecretsKept } from '../../shared/domain/session.ts'

/** Secrets of one workspace. */
export type Vault = {
  kept: SecretsKept
  /**
   * @returns null for an entry that is not there
   * @throws Failure `vault.unreachable`, `vault.locked`
   */
  read(name: string): Promise<string | null>
  /** @throws Failure `vault.unreachable`, `vault.locked`; the old value then still stands */
  write(name: string, value: string): Promise<void>
  /** Fine for an absent entry. @throws Failure `vault.unreachable`, `vault.locked` */
  erase(name: string): Promise<void>
  /** Erases every entry but `ownNames`. @throws as `erase` */
  wipe(): Promise<void>
}

/** Entries that are main's own: core neither reads nor writes them. */
export const ownNames = { databaseKey: 'database', stamp: 'origin' } as const

/** Whether core may name this entry. */
export function isCoresName(name: string): boolean {
  return !Object.values<string>(ownNames).includes(name)
}
