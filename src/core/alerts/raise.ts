/** @file Tells somebody what they have to know. */
import type { AlertReason } from '../../shared/domain/alert.ts'
import type { Tx } from '../db/database.ts'
import { newId } from '../db/uuid.ts'

export type NewAlert = {
  brandId: string
  ticketId: string | null
  reason: AlertReason
  /** Our own words; never a customer's. */
  words: string
}

/** Writes an alert in the transaction of what it tells of. @returns its id */
export function raiseAlert(tx: Tx, { brandId, ticketId, reason, words }: NewAlert): string {
  const id = newId(tx.at)
  tx.raw(insert).run(id, tx.at, brandId, ticketId, reason, words)
  tx.touch.brand(brandId)
  return id
}

const insert = 'INSERT INTO alerts (id, at, brand_id, ticket_id, reason, words) VALUES (?, ?, ?, ?, ?, ?)'
