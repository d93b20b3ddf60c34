/**
 * @file Which tickets direct messages belong to: a customer's to the one that belongs.ts names, ours to the ticket that
 * holds what they answer. What arrives late is decided again.
 */
import type { Tx } from '../db/database.ts'
import type { DmRecord } from '../posts/records.ts'
import { placeDm } from './belongs.ts'
import type { HandleRef } from './hearing.ts'
import type { Item } from './opening.ts'
import type { Known, Placing } from './placing.ts'
import { isQuietThanks } from './quiet-thanks.ts'
import type { Moment } from './rules.ts'

type Told = Moment & { senderId: string }

/** X names a conversation of two by both of them. */
const ofTwo = /^([0-9]+)-([0-9]+)$/

export function dmIntake(
  tx: Tx,
  handle: HandleRef,
  rows: Placing,
  clockFrom: number,
): { customers(event: DmRecord): void; ours(event: DmRecord): void } {
  const { brandId } = handle

  /** Whoever writes there and is not us. */
  function customersOf(conversationId: string, ownId: string): string[] {
    const two = ofTwo.exec(conversationId)
    if (two) return two.slice(1).filter((id) => id !== ownId)
    return tx
      .raw<{ senderId: string }>(senders)
      .all(conversationId, brandId)
      .map(({ senderId }) => senderId)
  }

  /** A message of ours answers what each customer wrote last before it; before their first, that one. */
  function place(own: Item, conversationId: string, ownId: string): void {
    const answered = customersOf(conversationId, ownId).flatMap((customerId) => {
      const told =
        tx.raw<Moment>(newestBefore).get(conversationId, customerId, own.at, own.itemId) ??
        tx.raw<Moment>(first).get(conversationId, customerId)
      const ticketId = told ? rows.holding('dm', told.itemId, brandId) : null
      return ticketId === null ? [] : [ticketId]
    })
    if (answered.length > 0) rows.answer(own, answered, brandId)
  }

  /** What we wrote right after a message that just became known, or before the first, stands with it. */
  function follow(told: Item, conversationId: string, customerId: string): void {
    const isFirst = tx.raw(newestBefore).get(conversationId, customerId, told.at, told.itemId) === undefined
    const next = tx.raw<Moment>(nextAfter).get(conversationId, customerId, told.at, told.itemId)
    const from = isFirst ? 0 : told.at
    for (const one of tx.raw<Told>(oursBetween).all(conversationId, brandId, from, next?.at ?? Infinity))
      place({ kind: 'dm', itemId: one.itemId, at: one.at }, conversationId, one.senderId)
  }

  return {
    customers({ id, conversationId, senderId, createdAt, text, mediaCount }) {
      const item: Item = { kind: 'dm', itemId: id, at: createdAt }
      const role = mediaCount === 0 && isQuietThanks(text) ? 'thanks' : 'customer'
      const held = rows.holding('dm', id, brandId)
      if (held !== null) return rows.join(held, item, role)
      const all = rows.ofCustomer(brandId, senderId)
      const holdsTalk = (ticket: Known): boolean =>
        ticket.channel === 'dm' ? ticket.conversationId === conversationId : ticket.hasDm
      const found = placeDm(
        all,
        holdsTalk,
        { at: createdAt, isThanks: role === 'thanks' },
        rows.reopenMs(brandId, all),
      )
      if (found.kind === 'joins') {
        rows.beganEarlier(found.id, createdAt)
        rows.join(found.id, item, role)
      } else {
        const { previousId } = found
        rows.open(
          {
            brandId,
            handleId: handle.id,
            customerId: senderId,
            channel: 'dm',
            conversationId,
            previousId,
            clockFrom,
          },
          item,
        )
      }
      follow(item, conversationId, senderId)
    },
    ours({ id, conversationId, senderId, createdAt }) {
      place({ kind: 'dm', itemId: id, at: createdAt }, conversationId, senderId)
    },
  }
}

const senders = `
  SELECT DISTINCT sender_id AS senderId FROM dm_events
  WHERE conversation_id = ? AND sender_id NOT IN (SELECT x_user_id FROM handles WHERE brand_id = ?)`

const newestBefore = `
  SELECT id AS itemId, created_at AS at FROM dm_events
  WHERE conversation_id = ? AND sender_id = ? AND (created_at, id) < (?, ?)
  ORDER BY created_at DESC, id DESC LIMIT 1`

const first = `
  SELECT id AS itemId, created_at AS at FROM dm_events WHERE conversation_id = ? AND sender_id = ?
  ORDER BY created_at, id LIMIT 1`

const nextAfter = `
  SELECT id AS itemId, created_at AS at FROM dm_events
  WHERE conversation_id = ? AND sender_id = ? AND (created_at, id) > (?, ?)
  ORDER BY created_at, id LIMIT 1`

const oursBetween = `
  SELECT id AS itemId, created_at AS at, sender_id AS senderId FROM dm_events
  WHERE conversation_id = ? AND sender_id IN (SELECT x_user_id FROM handles WHERE brand_id = ?)
    AND created_at BETWEEN ? AND ?
  ORDER BY created_at, id`
