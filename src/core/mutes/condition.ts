/**
 * @file What mutes leave out of columns, as conditions over a row. What breaks through is shown whatever is muted: nothing
 * inbound is lost to a mute (decision 28).
 */
import { sql, type RawBuilder } from 'kysely'
import { expressionOf } from '../search/expression.ts'
import { matchesAtMost } from '../search/filters.ts'
import type { MuteKind } from '../../shared/domain/mute.ts'

/** `what`: words as typed, X's id of a person, or an id of listening. */
export type Mute = { kind: MuteKind; what: string }

const named = (mutes: readonly Mute[], kind: MuteKind): string[] =>
  mutes.filter((mute) => mute.kind === kind).map(({ what }) => what)

/** What the full-text index is asked for, one question for each muted word or phrase. */
export const mutedExpressions = (mutes: readonly Mute[]): string[] =>
  named(mutes, 'word').flatMap((text) => expressionOf([{ text, kind: 'phrase', not: false }]) ?? [])

/** The newest that say any of it: a common word takes nothing from a rare one. */
const matches = (index: 'post_words' | 'dm_words', expressions: readonly string[]): RawBuilder<unknown> =>
  sql.join(
    expressions.map(
      (expression, n) => sql`
        SELECT rowid FROM (SELECT rowid FROM ${sql.table(index)} WHERE ${sql.table(index)} MATCH ${expression}
          ORDER BY rowid DESC LIMIT ${matchesAtMost}) ${sql.raw(`m${n}`)}`,
    ),
    sql` UNION ALL `,
  )

/** Whether an instant of a ticket has come. One that there is none of has not: it must not make the answer unknown. */
const isBy = (column: 'warn_at' | 'due_at' | 'resolve_warn_at', now: number): RawBuilder<unknown> =>
  sql`(t.${sql.ref(column)} IS NOT NULL AND t.${sql.ref(column)} <= ${now})`

/**
 * A ticket `t` that is shown all the same: its deadline warns or is missed, somebody called it urgent, it is a matter of
 * security, or it breaks through quiet hours.
 */
const breaksThrough = (now: number): RawBuilder<unknown> => sql`(
  (t.needs_reply = 1 AND (${isBy('warn_at', now)} OR ${isBy('due_at', now)} OR t.priority = 'urgent'))
  OR (t.status NOT IN ('solved', 'closed') AND ${isBy('resolve_warn_at', now)})
  OR EXISTS (SELECT 1 FROM ticket_triage mt WHERE mt.ticket_id = t.id AND (mt.loud = 1 OR mt.category = 'security')))`

/**
 * The tickets `t` that mutes leave out: by their customer, and by the newest message of the customer. Null: none, since
 * what comes from a source alone has no ticket, or one that somebody asked for.
 * @param now epoch ms
 */
export function mutedTicket(mutes: readonly Mute[], now: number): RawBuilder<unknown> | null {
  const people = named(mutes, 'person')
  const expressions = mutedExpressions(mutes)
  const any = [
    ...(people.length === 0 ? [] : [sql`t.customer_id IN (${sql.join(people)})`]),
    ...(expressions.length === 0
      ? []
      : [
          sql`(t.newest_customer_kind = 'post' AND t.newest_customer_item IN (
            SELECT mp.id FROM posts mp WHERE mp.n IN (${matches('post_words', expressions)})))`,
          sql`(t.newest_customer_kind = 'dm' AND t.newest_customer_item IN (
            SELECT md.id FROM dm_events md WHERE md.n IN (${matches('dm_words', expressions)})))`,
        ]),
  ]
  if (any.length === 0) return null
  return sql`((${sql.join(any, sql` OR `)}) AND NOT ${breaksThrough(now)})`
}

/**
 * The posts `p` that mutes leave out; null: none. One whose ticket breaks through is shown.
 * @param now epoch ms
 */
export function mutedPost(mutes: readonly Mute[], now: number): RawBuilder<unknown> | null {
  const people = named(mutes, 'person')
  const sources = named(mutes, 'source')
  const expressions = mutedExpressions(mutes)
  const any = [
    ...(people.length === 0 ? [] : [sql`p.author_id IN (${sql.join(people)})`]),
    ...(expressions.length === 0 ? [] : [sql`p.n IN (${matches('post_words', expressions)})`]),
    ...(sources.length === 0
      ? []
      : [
          sql`EXISTS (SELECT 1 FROM listening_posts ml
            WHERE ml.post_id = p.id AND ml.listening_id IN (${sql.join(sources)}))`,
        ]),
  ]
  if (any.length === 0) return null
  return sql`((${sql.join(any, sql` OR `)}) AND NOT EXISTS (
    SELECT 1 FROM ticket_items mi JOIN tickets t ON t.id = mi.ticket_id
    WHERE mi.kind = 'post' AND mi.item_id = p.id AND ${breaksThrough(now)}))`
}
