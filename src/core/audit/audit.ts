/**
 * @file Writes the history: who did what to which row, with our own columns before and after. Never text of X's. Undo
 * and reports read the same rows.
 */
import type { Tx } from '../db/database.ts'
import { newId } from '../db/uuid.ts'
import { flag, toJson } from '../db/values.ts'
import { currentAgent } from '../agents/repo.ts'

/** One line of history. Events are in the past tense: `ticket.solved`. */
export type AuditEntry = {
  event: string
  /** Shared by every row of one action; undo takes it back whole. */
  actionId: string
  ticketId?: string | null
  brandId?: string | null
  jobId?: string | null
  before?: AuditColumns | null
  after?: AuditColumns | null
  undoable: boolean
}

/** Columns of our own tables by name; one that is undefined is left out. */
export type AuditColumns = Readonly<Record<string, string | number | null | undefined>>

/** Who did it: an agent's id, `core` by itself, `x` for what arrived, or `rule:` with the id of a rule. */
export type Actor = string

/** A rule, as the history names it. */
export const ruleActor = (ruleId: string): Actor => `rule:${ruleId}`

/**
 * Lines by which nobody here took a ticket in hand, as a condition for SQL: what X, time and rules do. Time's by its
 * events: whoever gave no name is `core` as well.
 */
export const byNobodyHere = `(actor = 'x' OR actor LIKE 'rule:%' OR event IN ('deadline.warned', 'deadline.missed',
  'guard.held-back', 'ticket.snooze-ended', 'ticket.wait-ended', 'ticket.follow-up-due', 'ticket.promise-due',
  'ticket.promise-kept', 'ticket.promise-broken'))`

/**
 * Writes one line; the actor is who sits at the keyboard, or `core` when nobody was named.
 * @returns the line's id
 */
export async function record(tx: Tx, entry: AuditEntry): Promise<string> {
  const agent = await currentAgent(tx.db)
  return recordNow(tx, agent?.id ?? 'core', entry)
}

/** Writes one line for a known actor, at once. @returns the line's id */
export function recordNow(tx: Tx, actor: Actor, entry: AuditEntry): string {
  const id = newId(tx.at)
  tx.raw(insert).run(
    id,
    tx.at,
    actor,
    entry.event,
    entry.actionId,
    entry.ticketId ?? null,
    entry.brandId ?? null,
    entry.jobId ?? null,
    toJson(entry.before),
    toJson(entry.after),
    flag(entry.undoable),
  )
  return id
}

/** Undo does not reach for what a job did any more. */
export async function retireUndo(tx: Tx, jobId: string): Promise<void> {
  await tx.db.updateTable('audit').set({ undoable: 0 }).where('job_id', '=', jobId).execute()
}

const insert = `
  INSERT INTO audit (id, at, actor, event, action_id, ticket_id, brand_id, job_id, before, after, undoable)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
