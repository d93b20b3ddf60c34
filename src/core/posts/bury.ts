/**
 * @file Takes items out of the mirror when X no longer shows them: rows, words, versions, and who saw them. What stays
 * is a line that tells why. A deleted or forgotten item never comes back; one that was withdrawn from a handle comes
 * back once X shows it to that handle again. The one place that removes content of X's; must not ask X anything.
 */
import type { Tx } from '../db/database.ts'
import { isCalledOne } from './called.ts'
import { dmWords, postWords } from './words.ts'

/** Why an item is gone for good. */
export type Burial = 'deleted' | 'forgotten'

/** Why X does not show an item to a handle at present. */
export type Withdrawal = {
  why: 'protected' | 'suspended' | 'withheld' | 'unavailable'
  /** Where it is withheld, two letters each; X's XX and XY mean everywhere and by copyright. */
  countries?: readonly string[]
}

type Kind = 'post' | 'dm'
type Place = { conversationId: string; createdAt: number }
type Stored = Place & { n: number; id: string; text: string }

/**
 * Removes a post for good, with every plain repost of it. Whatever stands in a ticket keeps its place there.
 * @param id any id of its edit history. An unknown one is remembered, so that a late page does not bring it.
 * @returns its first id, where it was here
 */
export function buryPost(tx: Tx, id: string, why: Burial): string | null {
  const post = storedPost(tx, id)
  if (!post) {
    buryUnseen(tx, 'post', id, why)
    return null
  }
  for (const { id: repostId } of tx.raw<{ id: string }>(repostsOf).all(post.id, post.id, post.id))
    buryPost(tx, repostId, why)
  bury(tx, 'post', post, why)
  tx.raw('DELETE FROM wanted_posts WHERE post_id = ?').run(post.id)
  return post.id
}

/** Removes a direct message for good; an unknown one is remembered. */
export function buryDm(tx: Tx, id: string, why: Burial): void {
  const dm = storedDm(tx, id)
  if (dm) bury(tx, 'dm', dm, why)
  else buryUnseen(tx, 'dm', id, why)
}

/**
 * A post that X no longer shows to this handle. Its words go once no handle is left that sees it. Of one that is
 * withdrawn already it is kept that X was asked again; an unknown post is left unknown.
 * @param id any id of its edit history
 */
export function withdrawPost(tx: Tx, handleId: string, id: string, withdrawal: Withdrawal): void {
  tx.raw(lookedAgain).run(tx.at, 'post', id, handleId)
  const post = storedPost(tx, id)
  if (!post) return
  for (const { id: repostId } of tx.raw<{ id: string }>(repostsOf).all(post.id, post.id, post.id))
    withdrawPost(tx, handleId, repostId, withdrawal)
  withdraw(tx, handleId, 'post', post, withdrawal)
}

/** A direct message that X no longer shows to this handle. */
export function withdrawDm(tx: Tx, handleId: string, id: string, withdrawal: Withdrawal): void {
  const dm = storedDm(tx, id)
  if (dm) withdraw(tx, handleId, 'dm', dm, withdrawal)
}

/** One whose words are not here: withdrawn before, or never seen. */
function buryUnseen(tx: Tx, kind: Kind, id: string, why: Burial): void {
  const place = tx.raw<Place>(placeOfWithdrawn).get(kind, id) ?? null
  if (place) touchTickets(tx, kind, { ...place, id })
  tx.raw('DELETE FROM withdrawn WHERE kind = ? AND item_id = ?').run(kind, id)
  entomb(tx, kind, id, why, place)
}

function bury(tx: Tx, kind: Kind, item: Stored, why: Burial): void {
  touchTickets(tx, kind, item)
  erase(tx, kind, item)
  tx.raw('DELETE FROM visible_to WHERE kind = ? AND item_id = ?').run(kind, item.id)
  tx.raw('DELETE FROM withdrawn WHERE kind = ? AND item_id = ?').run(kind, item.id)
  entomb(tx, kind, item.id, why, item)
}

/** The conversation of a forgotten person names that person: their tombstones hold nothing but the item's id. */
function entomb(tx: Tx, kind: Kind, id: string, why: Burial, item: Place | null): void {
  const place = why === 'forgotten' ? null : item
  tx.raw(insertTombstone).run(kind, id, why, tx.at, place?.conversationId ?? null, place?.createdAt ?? null)
}

function withdraw(tx: Tx, handleId: string, kind: Kind, item: Stored, { why, countries }: Withdrawal): void {
  const { changes } = tx
    .raw('DELETE FROM visible_to WHERE kind = ? AND item_id = ? AND handle_id = ?')
    .run(kind, item.id, handleId)
  if (changes === 0) return
  touchTickets(tx, kind, item)
  tx.raw(insertWithdrawn).run(
    kind,
    item.id,
    handleId,
    why,
    countries?.join(' ') ?? null,
    item.conversationId,
    item.createdAt,
    tx.at,
    tx.at,
  )
  const seen = tx.raw('SELECT 1 FROM visible_to WHERE kind = ? AND item_id = ?').get(kind, item.id)
  if (!seen) erase(tx, kind, item)
}

/** The content itself: the row, its words, and with the row its versions. */
function erase(tx: Tx, kind: Kind, { n, id, text }: Stored): void {
  const words = kind === 'post' ? postWords(tx) : dmWords(tx)
  words.forget(n, text)
  for (const table of ['triage_items', 'triage_corrections'])
    tx.raw(`DELETE FROM ${table} WHERE kind = ? AND item_id = ?`).run(kind, id)
  tx.raw(kind === 'post' ? 'DELETE FROM posts WHERE n = ?' : 'DELETE FROM dm_events WHERE n = ?').run(n)
}

function touchTickets(tx: Tx, kind: Kind, { id, conversationId }: Place & { id: string }): void {
  for (const ticket of tx.raw<{ id: string }>(ticketsShowing).all(id, kind, conversationId))
    tx.touch.ticket(ticket.id)
}

const storedPost = (tx: Tx, id: string): Stored | undefined => tx.raw<Stored>(anyPost).get(id, id, id)
const storedDm = (tx: Tx, id: string): Stored | undefined => tx.raw<Stored>(oneDm).get(id)

const anyPost = `
  SELECT n, id, text, conversation_id AS conversationId, created_at AS createdAt FROM posts
  WHERE ${isCalledOne}
    OR id IN (SELECT post_id FROM post_versions WHERE x_id = ?)`

const oneDm = `
  SELECT n, id, text, conversation_id AS conversationId, created_at AS createdAt FROM dm_events WHERE id = ?`

// A repost names the version that it passed on.
const repostsOf = `
  SELECT id FROM posts
  WHERE reposted_post_id = ? OR reposted_post_id IN (SELECT latest_id FROM posts WHERE id = ?)
    OR reposted_post_id IN (SELECT x_id FROM post_versions WHERE post_id = ?)`

const ticketsShowing = `
  SELECT ticket_id AS id FROM ticket_items WHERE item_id = ? AND kind = ?
  UNION SELECT id FROM tickets WHERE conversation_id = ?`

const insertTombstone = `
  INSERT INTO tombstones (kind, item_id, why, at, conversation_id, written_at) VALUES (?, ?, ?, ?, ?, ?)
  ON CONFLICT (kind, item_id) DO UPDATE SET
    why = iif(why = 'forgotten', why, excluded.why),
    conversation_id = iif(excluded.why = 'forgotten', NULL, coalesce(conversation_id, excluded.conversation_id)),
    written_at = iif(excluded.why = 'forgotten', NULL, coalesce(written_at, excluded.written_at))`

const insertWithdrawn = `
  INSERT INTO withdrawn (kind, item_id, handle_id, why, countries, conversation_id, written_at, at, looked_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (kind, item_id, handle_id) DO UPDATE SET
    why = excluded.why, countries = excluded.countries, at = excluded.at, looked_at = excluded.looked_at`

const lookedAgain = 'UPDATE withdrawn SET looked_at = ? WHERE kind = ? AND item_id = ? AND handle_id = ?'

const placeOfWithdrawn = `
  SELECT conversation_id AS conversationId, written_at AS createdAt FROM withdrawn WHERE kind = ? AND item_id = ?`
