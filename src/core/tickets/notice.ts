/** @file Notices what we promise while our messages come in. At once, in the middle of intake. */
import type { Tx } from '../db/database.ts'
import { newId } from '../db/uuid.ts'
import { policyNow } from '../deadlines/policy.ts'
import { unescapeText } from '../posts/text.ts'
import { promiseIn } from './promise-words.ts'

/** What we wrote longer ago than this is history: nobody is asked about it any more. */
const noticedForMs = 24 * 60 * 60_000

/** Notes down what a message of ours promises, for an agent to confirm. At once, as messages come in. */
export function noticePromise(
  tx: Tx,
  { ticketId, brandId, itemId, at }: { ticketId: string; brandId: string; itemId: string; at: number },
): void {
  if (at < tx.at - noticedForMs) return
  const item = tx.raw<{ kind: string; text: string }>(textOf).get(ticketId, itemId)
  const found = item && promiseIn(unescapeText(item.text), at, policyNow(tx, brandId).zone)
  if (!item || !found || found.dueAt <= tx.at) return
  tx.raw(notice).run(newId(tx.at), ticketId, brandId, item.kind, itemId, found.words, at, found.dueAt)
}

const textOf = `
  SELECT i.kind, coalesce(p.text, d.text, '') AS text FROM ticket_items i
  LEFT JOIN posts p ON i.kind = 'post' AND p.id = i.item_id
  LEFT JOIN dm_events d ON i.kind = 'dm' AND d.id = i.item_id
  WHERE i.ticket_id = ? AND i.item_id = ? AND i.role = 'ours'`

const notice = `
  INSERT OR IGNORE INTO promises (id, ticket_id, brand_id, item_kind, item_id, words, made_at, due_at, state)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'noticed')`
