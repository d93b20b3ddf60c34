/**
 * @file Makes or checks a workspace file and brings it to the newest schema, before anybody else sees it. Whose file it
 * is stands in it from birth.
 */
import { existsSync, rmSync } from 'node:fs'
import { z } from 'zod'
import { Failure } from '../../shared/errors.ts'
import { indexedText } from '../posts/indexed-text.ts'
import { openConnection, type Connection, type SlowStatement } from './connection.ts'
import type { DatabaseOptions } from './database.ts'
import { translateSqlite } from './failures.ts'
import type { Migration } from './migrations.ts'

type Parts = Pick<DatabaseOptions, 'file' | 'key' | 'workspaceId' | 'xOrigin' | 'clock' | 'log'> & {
  migrations: readonly Migration[]
  onSlow: SlowStatement
}

/** @returns the writer's connection. @throws Failure as `openDatabase` tells */
export function prepareFile(parts: Parts): Connection {
  const { file, key, migrations, onSlow } = parts
  const existed = existsSync(file)
  let connection: Connection | null = null
  try {
    connection = openConnection(file, key, 'write', onSlow)
    const found = versionOf(connection)
    const known = migrations.at(-1)?.number ?? 0
    if (found > known) throw new Failure('workspace.newer', { found, known })
    if (found > 0) checkStamp(connection, parts)
    setUp(connection)
    if (existed && found > 0 && found < known) backUp(connection, `${file}.before-${known}`)
    // A table that others refer to can only be rebuilt while nothing follows the references, and no transaction can
    // turn that off: what a migration leaves is checked as a whole instead.
    connection.sqlite.pragma('foreign_keys=OFF')
    connection.sqlite.function('indexed_text', { deterministic: true }, (text) => indexedText(String(text)))
    for (const migration of migrations) if (migration.number > found) migrate(connection, migration, parts)
    connection.sqlite.pragma('foreign_keys=ON')
    return connection
  } catch (error) {
    connection?.close()
    const failure = translateSqlite(error)
    // What another key has encrypted, or what never was a database, looks like noise to SQLite.
    const isNoise =
      failure instanceof Failure && failure.is('disk.failed') && failure.data.what === 'SQLITE_NOTADB'
    throw isNoise ? new Failure('workspace.unreadable', { path: file }) : failure
  }
}

/** The schema's number; 0 for a new file. */
const versionOf = ({ sqlite }: Connection): number => Number(sqlite.pragma('user_version', { simple: true }))

function checkStamp(connection: Connection, { file, workspaceId, xOrigin }: Parts): void {
  const stamp = connection
    .prepare<{ id: string; x_origin: string }>('SELECT id, x_origin FROM workspace')
    .get()
  if (!stamp) throw new Failure('workspace.unreadable', { path: file }, 'no stamp')
  if (stamp.x_origin !== xOrigin) {
    throw new Failure('workspace.other-origin', { expected: xOrigin, found: stamp.x_origin })
  }
  if (stamp.id !== workspaceId)
    throw new Failure('workspace.unreadable', { path: file }, `belongs to ${stamp.id}`)
}

function setUp({ sqlite }: Connection): void {
  // Readers go on while a page of posts is written.
  sqlite.pragma('journal_mode=WAL')
  // With WAL a power cut loses whole newest commits, never half ones: rows and their cursor fall back together.
  sqlite.pragma('synchronous=NORMAL')
  // What belongs to a brand goes with it.
  sqlite.pragma('foreign_keys=ON')
  // Forgotten words are overwritten, not only unlinked.
  sqlite.pragma('secure_delete=ON')
}

/** A whole, still encrypted copy beside the file, kept until the next migration. */
function backUp({ sqlite }: Connection, copy: string): void {
  rmSync(copy, { force: true })
  sqlite.prepare('VACUUM INTO ?').run(copy)
}

/** @throws Error naming the table: a migration that lost a row's parent must not be committed */
function checkReferences(sqlite: Connection['sqlite'], number: number): void {
  const [broken] = z.array(z.object({ table: z.string() })).parse(sqlite.pragma('foreign_key_check'))
  if (broken) throw new Error(`migration ${number} leaves rows of ${broken.table} without what they refer to`)
}

function migrate({ sqlite, prepare }: Connection, { number, sql }: Migration, parts: Parts): void {
  sqlite.exec('BEGIN IMMEDIATE')
  try {
    sqlite.exec(sql)
    if (number === 1) {
      prepare('INSERT INTO workspace (one, id, x_origin, created_at) VALUES (1, ?, ?, ?)').run(
        parts.workspaceId,
        parts.xOrigin,
        parts.clock.now(),
      )
    }
    checkReferences(sqlite, number)
    sqlite.pragma(`user_version=${number}`)
    sqlite.exec('COMMIT')
    parts.log.info('database.migrated', { number })
  } catch (error) {
    if (sqlite.inTransaction) sqlite.exec('ROLLBACK')
    throw error
  }
}
