/** @file Tells somebody what they have to know: here, and by every way of that brand that leads elsewhere. */
import type { AlertReason, Spike } from '../../shared/domain/alert.ts'
import type { Tx } from '../db/database.ts'
import { newId } from '../db/uuid.ts'

export type NewAlert = {
  brandId: string
  ticketId: string | null
  reason: AlertReason
  /** Our own words; never a customer's. */
  words: string
  spike?: Spike
}

/** Writes an alert in the transaction of what it tells of. @returns its id */
export function raiseAlert(tx: Tx, { brandId, ticketId, reason, words, spike }: NewAlert): string {
  const id = newId(tx.at)
  tx.raw(insert).run(
    id,
    tx.at,
    brandId,
    ticketId,
    reason,
    words,
    spike?.count ?? 1,
    spike ? JSON.stringify(spike) : null,
  )
  ring(tx, { brandId, ticketId, reason })
  tx.touch.brand(brandId)
  return id
}

/**
 * The same for what comes in numbers: joins the alert of this brand and reason that nobody has looked at, so that a bad
 * night is one line.
 */
export function raiseOneMore(
  tx: Tx,
  alert: Pick<NewAlert, 'brandId' | 'reason'> & { ticketId: string },
): void {
  const { changes } = tx.raw(oneMore).run(tx.at, alert.brandId, alert.reason)
  if (changes === 0) {
    raiseAlert(tx, { ...alert, words: '' })
    return
  }
  ring(tx, alert)
  tx.touch.brand(alert.brandId)
}

const ring = (tx: Tx, { brandId, ticketId, reason }: Pick<NewAlert, 'brandId' | 'ticketId' | 'reason'>) =>
  tx.raw(queue).run(reason, ticketId, tx.at, brandId, reason)

const insert = `
  INSERT INTO alerts (id, at, brand_id, ticket_id, reason, words, count, spike) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`

const oneMore = `
  UPDATE alerts SET count = count + 1, at = ?, ticket_id = NULL
  WHERE id = (SELECT max(id) FROM alerts WHERE brand_id = ? AND reason = ? AND seen_at IS NULL)`

// Who is on duty, and for what, is asked when the message is made.
// What does not work does not tell that it does not.
const queue = `
  INSERT INTO webhook_queue (webhook_id, reason, ticket_id, at)
  SELECT id, ?, ?, ? FROM webhooks WHERE brand_id = ? AND is_on = 1 AND (? <> 'unheard' OR failure IS NULL)`
