/**
 * @file The lock that one core holds for life: an open exclusive transaction on a file of its own. The operating system
 * lets it go with the process, however that ends; no stale lock can remain.
 */
import { join } from 'node:path'
/// <reference path="./sqlite.d.ts" />
import Sqlite from 'better-sqlite3-multiple-ciphers'
import { Failure } from '../../shared/errors.ts'
import { translateSqlite } from './failures.ts'

/** Held until released, or until the process ends. */
export type Lock = { release(): void }

/**
 * Takes the lock of a workspace folder. Holds no data, so it needs no key.
 * @throws Failure `workspace.in-use` when another core has it; `disk.failed`, `disk.full`
 */
export function holdLock(folder: string): Lock {
  let sqlite: Sqlite.Database | null = null
  try {
    sqlite = new Sqlite(join(folder, 'core.lock.db'), { timeout: 0 })
    sqlite.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    sqlite?.close()
    if (error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY')) {
      throw new Failure('workspace.in-use', {})
    }
    throw translateSqlite(error)
  }
  const held = sqlite
  return { release: () => void held.close() }
}
