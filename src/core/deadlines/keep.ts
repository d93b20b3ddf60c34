/** @file The kept columns of a ticket's deadlines, and the stretches that its clocks leave out. */
import type { Tx } from '../db/database.ts'
import { policyNow } from './policy.ts'
import { deadlinesOf, isPaused, tellings, type Deadlines, type Pause, type TicketFacts } from './rules.ts'

/** What a ticket row keeps of its deadlines. */
export type KeptDeadlines = Deadlines & {
  /** When something is next to be told about them; null: nothing any more. */
  tellAt: number | null
}

/** What a ticket's row said before, to see whether something is to be told anew. */
export type Before = KeptDeadlines & { needsReply: boolean }

/** The deadlines of a ticket that is just opened. */
export function firstDeadlines(
  tx: Tx,
  brandId: string,
  facts: Omit<TicketFacts, 'pauses'>,
  needsReply: boolean,
): KeptDeadlines {
  const deadlines = deadlinesOf({ ...facts, pauses: [] }, policyNow(tx, brandId))
  return { ...deadlines, tellAt: tellings(deadlines, needsReply)[0]?.at ?? null }
}

/** What a ticket's deadlines are after its status, priority or messages moved. */
export type Moved = {
  ticketId: string
  brandId: string
  facts: Omit<TicketFacts, 'pauses'>
  needsReply: boolean
  before: Before
  /** When the status moved, a message's time by X's clock, and whether it was a customer's that moved it. */
  moved: { at: number; byCustomer: boolean }
}

/**
 * Brings the pauses up to the ticket's status and reckons its deadlines by them.
 * @param known its pauses, where they were read already
 */
export function nextDeadlines(
  tx: Tx,
  { ticketId, brandId, facts, needsReply, before, moved }: Moved,
  known?: readonly Pause[],
): KeptDeadlines {
  const pauses = keepPauses(tx, ticketId, facts, moved, known ?? pausesOf(tx, ticketId))
  const deadlines = deadlinesOf({ ...facts, pauses }, policyNow(tx, brandId))
  const isSame =
    needsReply === before.needsReply &&
    deadlines.dueAt === before.dueAt &&
    deadlines.warnAt === before.warnAt &&
    deadlines.resolveDueAt === before.resolveDueAt &&
    deadlines.resolveWarnAt === before.resolveWarnAt
  return { ...deadlines, tellAt: isSame ? before.tellAt : (tellings(deadlines, needsReply)[0]?.at ?? null) }
}

/** The pauses of a ticket, oldest first. */
export const pausesOf = (tx: Tx, ticketId: string): Pause[] =>
  tx
    .raw<Pause>(
      'SELECT status, from_at AS "from", until_at AS until FROM ticket_pauses WHERE ticket_id = ? ORDER BY from_at',
    )
    .all(ticketId)

/** The same of many tickets in one statement, by ticket. @param ticketIds JSON */
export function pausesOfMany(tx: Tx, ticketIds: string): Map<string, Pause[]> {
  const all = new Map<string, Pause[]>()
  for (const { ticketId, ...pause } of tx.raw<Pause & { ticketId: string }>(pausesByTicket).all(ticketIds)) {
    const own = all.get(ticketId)
    if (own) own.push(pause)
    else all.set(ticketId, [pause])
  }
  return all
}

const pausesByTicket = `
  SELECT p.ticket_id AS "ticketId", p.status, p.from_at AS "from", p.until_at AS until
  FROM json_each(?) AS asked JOIN ticket_pauses p ON p.ticket_id = asked.value ORDER BY p.ticket_id, p.from_at`

/** A ticket that was over before it came here stood still from its first message on. */
export function beginClosed(tx: Tx, ticketId: string, openedAt: number): void {
  tx.raw(insertPause).run(ticketId, openedAt, 'closed')
}

/** Ends the pause of another status and begins that of this one. @returns the pauses as they stand then */
function keepPauses(
  tx: Tx,
  ticketId: string,
  { status, oldestUnansweredAt }: Moved['facts'],
  { at, byCustomer }: Moved['moved'],
  pauses: readonly Pause[],
): readonly Pause[] {
  const running = pauses.find(({ until }) => until === null)
  if (running ? running.status === status : !isPaused(status)) return pauses
  if (running) {
    // Of several messages that came together the first ended it.
    const first = byCustomer && oldestUnansweredAt !== null && oldestUnansweredAt > running.from
    const until = first ? Math.min(at, oldestUnansweredAt) : at
    // What is told late about X's past cannot end a pause before it began.
    if (until > running.from) tx.raw(endPause).run(until, ticketId)
    else tx.raw('DELETE FROM ticket_pauses WHERE ticket_id = ? AND until_at IS NULL').run(ticketId)
  }
  if (!isPaused(status)) return pausesOf(tx, ticketId)
  tx.raw(insertPause).run(ticketId, at, status)
  const isNext = !running && pauses.every(({ from }) => from < at)
  return isNext ? [...pauses, { status, from: at, until: null }] : pausesOf(tx, ticketId)
}

const endPause = 'UPDATE ticket_pauses SET until_at = ? WHERE ticket_id = ? AND until_at IS NULL'

const insertPause = `
  INSERT INTO ticket_pauses (ticket_id, from_at, status) VALUES (?, ?, ?)
  ON CONFLICT (ticket_id, from_at, status) DO UPDATE SET until_at = NULL`

/** The same of pauses that were read already. */
export const rewound = (pauses: readonly Pause[], actedAt: number): Pause[] =>
  pauses
    .filter(({ from }) => from < actedAt)
    .map((pause) => (pause.until !== null && pause.until >= actedAt ? { ...pause, until: null } : pause))

/** As `rewindPauses`, for many tickets in one action. @param ticketIds JSON */
export function rewindPausesOfMany(tx: Tx, ticketIds: string, actedAt: number): void {
  const of = 'ticket_id IN (SELECT value FROM json_each(?))'
  tx.raw(`DELETE FROM ticket_pauses WHERE ${of} AND from_at >= ?`).run(ticketIds, actedAt)
  tx.raw(`UPDATE ticket_pauses SET until_at = NULL WHERE ${of} AND until_at >= ?`).run(ticketIds, actedAt)
}

/** Forgets what the clocks left out since an action that is undone now, as if it had never been. */
export function rewindPauses(tx: Tx, ticketId: string, actedAt: number): void {
  tx.raw('DELETE FROM ticket_pauses WHERE ticket_id = ? AND from_at >= ?').run(ticketId, actedAt)
  tx.raw('UPDATE ticket_pauses SET until_at = NULL WHERE ticket_id = ? AND until_at >= ?').run(
    ticketId,
    actedAt,
  )
}
