/**
 * @file Which post an id names: by the first id of its history, or by the newest. The index of newest ids holds only those
 * that are not the first as well, and SQLite takes it only where the statement says so: without that it looks through
 * every post.
 */
import { sql, type RawBuilder } from 'kysely'

/** @param table the name that the posts have in the statement · @param ids at least one */
export function isCalled(table: string, ids: readonly string[]): RawBuilder<boolean> {
  const [first, newest] = [sql.ref(`${table}.id`), sql.ref(`${table}.latest_id`)]
  const named = sql.join([...ids])
  return sql<boolean>`(${first} IN (${named}) OR (${newest} IN (${named}) AND ${newest} <> ${first}))`
}

/** The same for one id in a statement of text; the id is given twice. */
export const isCalledOne = '(id = ? OR (latest_id = ? AND latest_id <> id))'
