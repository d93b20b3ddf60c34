/** @file The kept columns of a ticket's deadlines, and the stretches that its clocks leave out. */
import type { TicketStatus } from '../../shared/domain/ticket.ts'
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
  /** When the status moved, and what moved it: a message, by X's clock, or somebody here, by this computer's. */
  moved: { at: number; by: 'customer' | 'ours' | 'here' }
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
  { at: movedAt, by }: Moved['moved'],
  pauses: readonly Pause[],
): readonly Pause[] {
  const running = pauses.find(({ until }) => until === null)
  if (running ? running.status === status : !isPaused(status)) return pauses
  // X's clock may be ahead of this computer's: what is done here comes after all that is known.
  const at = by === 'here' ? Math.max(movedAt, ...pauses.map(({ from, until }) => until ?? from)) : movedAt
  if (running) {
    // Of several messages that came together the first ended it.
    const first = by === 'customer' && oldestUnansweredAt !== null && oldestUnansweredAt > running.from
    const until = first ? Math.min(at, oldestUnansweredAt) : at
    // What is told late about X's past cannot end a pause before it began.
    if (until > running.from || by === 'here') tx.raw(endPause).run(until, ticketId)
    else tx.raw(dropRunning).run(ticketId)
  }
  if (!isPaused(status)) return pausesOf(tx, ticketId)
  const isTaken = by === 'here' && pauses.some((pause) => pause.status === status && pause.from === at)
  const from = isTaken ? at + 1 : at
  tx.raw(insertPause).run(ticketId, from, status)
  const isNext = !running && pauses.every((pause) => pause.from < from)
  return isNext ? [...pauses, { status, from, until: null }] : pausesOf(tx, ticketId)
}

const endPause = 'UPDATE ticket_pauses SET until_at = ? WHERE ticket_id = ? AND until_at IS NULL'

const insertPause = `
  INSERT INTO ticket_pauses (ticket_id, from_at, status) VALUES (?, ?, ?)
  ON CONFLICT (ticket_id, from_at, status) DO UPDATE SET until_at = NULL`

const dropRunning = 'DELETE FROM ticket_pauses WHERE ticket_id = ? AND until_at IS NULL'

/** A move of an agent that is taken back. */
export type MovedBack = { from: TicketStatus; to: TicketStatus }

/** The pauses of a ticket without what a move of an agent did to them, as `moveBackPauses` leaves them. */
export function movedBack(pauses: readonly Pause[], { from, to }: MovedBack): readonly Pause[] {
  if (from === to) return pauses
  const left = isPaused(from) ? pauses.filter(({ until }) => until !== null) : pauses
  const ended = left
    .filter(({ status, until }) => status === to && until !== null)
    .toSorted((one, other) => (one.until ?? 0) - (other.until ?? 0) || one.from - other.from)
    .at(-1)
  return left.map((pause) => (pause === ended ? { ...pause, until: null } : pause))
}

/**
 * Takes what a move of an agent did to the pauses of tickets back: the one that it began goes, the one that it ended
 * lasts again. No time has a say, since X's clock and this computer's differ.
 * @param ticketIds JSON
 */
export function moveBackPauses(tx: Tx, ticketIds: string, { from, to }: MovedBack): void {
  if (from === to) return
  if (isPaused(from)) tx.raw(dropRunningOfMany).run(ticketIds)
  if (isPaused(to)) tx.raw(lastAgain).run(to, to, ticketIds)
}

const dropRunningOfMany = `
  DELETE FROM ticket_pauses WHERE ticket_id IN (SELECT value FROM json_each(?)) AND until_at IS NULL`

const lastAgain = `
  UPDATE ticket_pauses SET until_at = NULL
  WHERE status = ? AND (ticket_id, from_at) IN (
    SELECT asked.value, (SELECT last.from_at FROM ticket_pauses last WHERE last.ticket_id = asked.value AND last.status = ?
      ORDER BY last.until_at DESC, last.from_at DESC LIMIT 1)
    FROM json_each(?) asked)`
