/** @file A look into core's database with its key: beside a running core, or at what a killed one left behind. */
/// <reference path="../../src/core/db/sqlite.d.ts" />
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3-multiple-ciphers'
import type { z } from 'zod'
import { openConnection } from '../../src/core/db/connection.ts'
import { databaseFileName } from '../../src/shared/host-protocol.ts'

export const databaseKey = 'ab'.repeat(32)

/** Rows of a statement, checked. */
export type Query = <T>(row: z.ZodType<T>, sql: string) => T[]

function withFile<T>(file: string, mode: 'read' | 'write', work: (query: Query) => T): T {
  const connection = openConnection(file, databaseKey, mode, () => {})
  try {
    return work((row, sql) =>
      connection.sqlite
        .prepare(sql)
        .all()
        .map((one) => row.parse(one)),
    )
  } finally {
    connection.close()
  }
}

/** Reads beside a running core, without keeping anything open. Null: core has ended or is opening just now. */
export function besideCore<T>(folder: string, work: (query: Query) => T): T | null {
  try {
    return withFile(join(folder, databaseFileName), 'read', work)
  } catch (error) {
    if (error instanceof Sqlite.SqliteError && passing.has(error.code)) return null
    throw error
  }
}

/** What a reader meets where the last writer has just gone or the next one is recovering. */
const passing: ReadonlySet<string> = new Set(['SQLITE_CANTOPEN', 'SQLITE_BUSY', 'SQLITE_BUSY_RECOVERY'])

/** Reads a copy, so that recovering what a killed core left stays the next core's task. Null: there is nothing yet. */
export function afterDeath<T>(folder: string, work: (query: Query) => T): T | null {
  const file = join(folder, databaseFileName)
  if (!existsSync(file)) return null
  const copies = mkdtempSync(join(folder, 'copy-'))
  try {
    for (const part of ['', '-wal'])
      if (existsSync(file + part)) copyFileSync(file + part, join(copies, databaseFileName + part))
    return withFile(join(copies, databaseFileName), 'write', work)
  } finally {
    rmSync(copies, { recursive: true })
  }
}
