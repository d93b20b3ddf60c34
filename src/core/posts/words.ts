/**
 * @file The full-text index of posts and direct messages: what goes in, what comes out. The one place that knows FTS5.
 */
import { sql } from 'kysely'
import { compiled } from '../db/compiled.ts'
import type { Reads, Tx } from '../db/database.ts'
import { indexedText } from './indexed-text.ts'

/** Writes the words of rows into one index. `n` is the row's number in its table. */
export type Words = { add(n: number, text: string): void; forget(n: number, text: string): void }

const into = (tx: Tx, table: 'post_words' | 'dm_words'): Words => {
  const add = tx.raw(`INSERT INTO ${table} (rowid, text) VALUES (?, ?)`)
  return {
    add: (n, text) => void add.run(n, indexedText(text)),
    // A contentless index forgets by being told the old words.
    forget: (n, text) =>
      void tx
        .raw(`INSERT INTO ${table} (${table}, rowid, text) VALUES ('delete', ?, ?)`)
        .run(n, indexedText(text)),
  }
}

export const postWords = (tx: Tx): Words => into(tx, 'post_words')
export const dmWords = (tx: Tx): Words => into(tx, 'dm_words')

const naming = compiled<'phrase' | 'author', { n: number }>(
  (value) => sql`
  SELECT count(*) AS n FROM post_words JOIN posts p ON p.n = post_words.rowid
  WHERE post_words MATCH ${value('phrase')} AND p.author_id <> ${value('author')}
    AND p.author_id NOT IN (SELECT x_user_id FROM handles)`,
)

/** How many posts hold this name that are neither by `authorId` nor ours. @param username as X allows it, without the @ */
export async function postsNaming(read: Reads, username: string, authorId: string): Promise<number> {
  const [row] = await naming(read, { phrase: `"${username}"`, author: authorId })
  return row?.n ?? 0
}
