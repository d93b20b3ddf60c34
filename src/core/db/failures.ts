/** @file SQLite's errors in our words, translated once. */
/// <reference path="./sqlite.d.ts" />
import Sqlite from 'better-sqlite3-multiple-ciphers'
import { Failure } from '../../shared/errors.ts'

/**
 * The failure that a person can do something about; anything else (a broken constraint, wrong SQL) is a bug and comes
 * back as it is.
 */
export function translateSqlite(error: unknown): unknown {
  if (!(error instanceof Sqlite.SqliteError)) return error
  const { code } = error
  if (code === 'SQLITE_FULL') return new Failure('disk.full', {})
  return isDiskTrouble(code) ? new Failure('disk.failed', { what: code }) : error
}

const disk = ['SQLITE_IOERR', 'SQLITE_CANTOPEN', 'SQLITE_READONLY', 'SQLITE_CORRUPT', 'SQLITE_NOTADB']

/** Whether a code of SQLite's means that the file or its disk is in trouble. */
export const isDiskTrouble = (code: string): boolean => disk.some((prefix) => code.startsWith(prefix))
