/**
 * @file One connection to the database file: its pragmas, its prepared statements, and Kysely on top. Knows neither
 * tables nor transactions.
 */
/// <reference path="./sqlite.d.ts" />
import Sqlite from 'better-sqlite3-multiple-ciphers'
import type { CompiledQuery, Kysely, QueryResult } from 'kysely'
import { kyselyOver } from './kysely-over.ts'
import type { Schema } from './schema.ts'

/** A prepared statement; `Row` is what the caller says its columns are. */
export type Statement<Row = unknown> = Sqlite.Statement<Row>

export type Connection = {
  readonly sqlite: Sqlite.Database
  /** Prepared once per text. */
  prepare<Row>(sql: string): Statement<Row>
  /** A Kysely on this connection. `guard` runs before every statement and may throw. */
  kysely(guard: () => void): Kysely<Schema>
  close(): void
}

/** Statements are few; lists of changing length could make many. */
const statementsAtMost = 500

/** What is told of a statement that took long: its text, which holds no value, and the time, ms. */
export type SlowStatement = (sql: string, ms: number) => void
const slowAfterMs = 200

/**
 * A bare variable as a limit is one that SQLite plans by: each new binding has it prepare the statement anew, which costs
 * a page of cards as much as reading it. A sum it does not look into. Source: `sqlite3ExprIsInteger` in SQLite's expr.c.
 */
const boundLimit = /\blimit \?/giu

/**
 * Opens the file under its key.
 * @param key 64 hex digits
 * @throws SqliteError SQLITE_NOTADB under another key, here or at the first statement
 */
export function openConnection(
  file: string,
  key: string,
  mode: 'write' | 'read',
  onSlow: SlowStatement,
): Connection {
  const sqlite = new Sqlite(file, { readonly: mode === 'read' })
  // ChaCha20-Poly1305: authenticated pages, and twice as fast as AES with HMAC-SHA-512 where a machine has no AES unit.
  sqlite.pragma("cipher='chacha20'")
  // `raw`: the key is random already, so stretching it would only cost time at every opening.
  sqlite.pragma(`key='raw:${key}'`)
  // The other connection may hold the file for a checkpoint; a bug must not hang the program.
  sqlite.pragma('busy_timeout=5000')
  // Sorting and VACUUM would otherwise spill customers' words into files that are not encrypted.
  sqlite.pragma('temp_store=MEMORY')
  // A file that was tampered with cannot run functions through its schema.
  sqlite.pragma('trusted_schema=OFF')
  // Decrypting a page costs more than keeping it: 64 MiB for the writer, 32 for the reader.
  sqlite.pragma(mode === 'write' ? 'cache_size=-65536' : 'cache_size=-32768')

  const statements = new Map<string, Statement>()
  function prepare<Row>(sql: string): Statement<Row> {
    const known = statements.get(sql)
    if (known) return known as Statement<Row>
    const made = sqlite.prepare<Row>(sql.replace(boundLimit, '$& + 0'))
    const [oldest] = statements.keys()
    if (statements.size >= statementsAtMost && oldest !== undefined) statements.delete(oldest)
    statements.set(sql, made)
    return made
  }

  return {
    sqlite,
    prepare,
    kysely: (guard) => kyselyOver(executor(prepare, guard, onSlow)),
    close: () => {
      statements.clear()
      sqlite.close()
    },
  }
}

function executor(prepare: (sql: string) => Statement, guard: () => void, onSlow: SlowStatement) {
  return async <R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> => {
    guard()
    const statement = prepare(sql)
    const startedAt = performance.now()
    try {
      if (statement.reader) return { rows: statement.all(...parameters) as R[] }
      const { changes, lastInsertRowid } = statement.run(...parameters)
      return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) }
    } finally {
      const ms = performance.now() - startedAt
      if (ms > slowAfterMs) onSlow(sql, ms)
    }
  }
}
