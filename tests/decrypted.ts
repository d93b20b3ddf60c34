/** @file The bytes of a workspace database without its encryption: what somebody with the key could dig out. */
import { copyFileSync, existsSync, readFileSync, rmSync } from 'node:fs'
import Sqlite from 'better-sqlite3-multiple-ciphers'

/** Every page of the file, free ones and what stands in its write-ahead log included. @param key 64 hex digits */
export function decryptedBytes(file: string, key: string): Buffer {
  const copy = `${file}.plain`
  copyFileSync(file, copy)
  if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${copy}-wal`)
  const database = new Sqlite(copy)
  database.pragma("cipher='chacha20'")
  database.pragma(`key='raw:${key}'`)
  // A key cannot be taken off in WAL.
  database.pragma('journal_mode=DELETE')
  database.pragma("rekey=''")
  database.close()
  const bytes = readFileSync(copy)
  for (const name of [copy, `${copy}-wal`, `${copy}-shm`]) rmSync(name, { force: true })
  return bytes
}
