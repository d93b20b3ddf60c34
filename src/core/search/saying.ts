/** @file Which tickets hold a message with some words. */
import { sql, type RawBuilder } from 'kysely'
import { isVisible } from '../posts/visible.ts'
import { matchesAtMost } from './filters.ts'

const tables = {
  post: { index: 'post_words', table: 'posts' },
  dm: { index: 'dm_words', table: 'dm_events' },
} as const

const inMessages = (kind: 'post' | 'dm', expression: string): RawBuilder<unknown> => {
  const index = sql.table(tables[kind].index)
  return sql`SELECT i.ticket_id FROM ${sql.table(tables[kind].table)} m
    JOIN ticket_items i ON i.item_id = m.id AND i.kind = ${sql.lit(kind)}
    JOIN tickets st ON st.id = i.ticket_id
    WHERE m.n IN (SELECT rowid FROM ${index} WHERE ${index} MATCH ${expression} ORDER BY rowid DESC LIMIT ${matchesAtMost})
      AND ${isVisible(kind, 'm.id', 'st.brand_id')}`
}

/** Their ids, of the newest messages that match. @param expression in FTS5's language */
export const ticketsSaying = (expression: string): RawBuilder<unknown> =>
  sql`${inMessages('post', expression)} UNION ${inMessages('dm', expression)}`
