/**
 * @file The full-text index of posts and direct messages: what goes in, what comes out. The one place that knows FTS5.
 */
import type { Tx } from '../db/database.ts'
import { unescapeText } from './text.ts'

/** Writes the words of rows into one index. `n` is the row's number in its table. */
export type Words = { add(n: number, text: string): void; forget(n: number, text: string): void }

const into = (tx: Tx, table: 'post_words' | 'dm_words'): Words => {
  const add = tx.raw(`INSERT INTO ${table} (rowid, text) VALUES (?, ?)`)
  return {
    add: (n, text) => void add.run(n, unescapeText(text)),
    // A contentless index forgets by being told the old words.
    forget: (n, text) =>
      void tx
        .raw(`INSERT INTO ${table} (${table}, rowid, text) VALUES ('delete', ?, ?)`)
        .run(n, unescapeText(text)),
  }
}

export const postWords = (tx: Tx): Words => into(tx, 'post_words')
export const dmWords = (tx: Tx): Words => into(tx, 'dm_words')
