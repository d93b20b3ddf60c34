/** @file The running numbers by which people call tickets. */
import type { Tx } from '../db/database.ts'

export type TicketNumbers = { next(): number; keep(): void }

/** Hands out ticket numbers; the row behind them is written once. */
export function ticketNumbers(tx: Tx): TicketNumbers {
  let first: number | null = null
  let next = 0
  return {
    next() {
      if (first === null) {
        first = tx.raw<{ next: number }>('SELECT next_ticket_number AS next FROM workspace').get()?.next ?? 1
        next = first
      }
      return next++
    },
    keep() {
      if (first !== null && next !== first) tx.raw('UPDATE workspace SET next_ticket_number = ?').run(next)
      first = null
    },
  }
}
