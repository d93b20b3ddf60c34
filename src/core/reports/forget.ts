/**
 * @file Takes a person out of what was delivered: numbers stay, words that may name them go. Called before their tickets
 * are deleted.
 */
import { z } from 'zod'
import { Report, TicketLine } from '../../shared/domain/report.ts'
import type { Reads, Tx } from '../db/database.ts'
import { mentionsOf } from '../people/mentioned.ts'

/** The newest receipt of a forgetting: another one means that somebody was forgotten since. Null: nobody ever was. */
export async function newestForgetting(db: Reads): Promise<string | null> {
  const { id } = await db
    .selectFrom('receipts')
    .select(({ fn }) => fn.max('id').as('id'))
    .executeTakeFirstOrThrow()
  return id
}

/** What each ticket was counted as, as far as labels go. */
const Counted = z.looseObject({ as: z.array(z.unknown()) })

/** @param ticketIds all tickets of this person */
export function forgetDelivered(tx: Tx, xUserId: string, ticketIds: readonly string[]): void {
  const ids = JSON.stringify(ticketIds)
  const labels = new Set([
    ...tx
      .raw<{ tag: string }>(ownLabels)
      .all(ids, xUserId)
      .map(({ tag }) => tag),
    ...tx
      .raw<{ tag: string }>(frozenLabels)
      .all({ ids, xUserId })
      .map(({ tag }) => tag),
  ])
  if (labels.size > 0) {
    for (const { id, report } of tx.raw<{ id: string; report: string }>(reportsOf).all(ids)) {
      const kept = withoutLabels(Report.parse(JSON.parse(report)), labels)
      if (kept === null) tx.raw('DELETE FROM delivered_reports WHERE id = ?').run(id)
      else tx.raw('UPDATE delivered_reports SET report = ? WHERE id = ?').run(JSON.stringify(kept), id)
    }
    for (const { reportId, ticketId, counted } of tx.raw<Line>(linesOf).all(ids))
      tx.raw('UPDATE delivered_tickets SET counted = ? WHERE report_id = ? AND ticket_id = ?').run(
        countedWithout(counted, labels),
        reportId,
        ticketId,
      )
    for (const { id, lines } of tx.raw<{ id: string; lines: string | null }>(reportsOf).all(ids))
      if (lines !== null)
        tx.raw('UPDATE delivered_reports SET lines = ? WHERE id = ?').run(linesWithout(lines, labels), id)
  }
  forgetParagraphs(tx, xUserId)
}

type Line = { reportId: string; ticketId: string; counted: string }

/** A report without rows of these labels; null for one that was asked for by such a label. */
function withoutLabels(report: Report, labels: ReadonlySet<string>): Report | null {
  if (labels.has(report.asked.scope.tag ?? '')) return null
  const tag = report.rowsBy.tag.filter(({ key }) => !labels.has(key ?? ''))
  return { ...report, rowsBy: { ...report.rowsBy, tag } }
}

function countedWithout(json: string, labels: ReadonlySet<string>): string {
  const counted = Counted.parse(JSON.parse(json))
  const as = counted.as.map((part) =>
    Array.isArray(part) ? part.filter((label) => !labels.has(String(label))) : part,
  )
  return JSON.stringify({ ...counted, as })
}

const linesWithout = (json: string, labels: ReadonlySet<string>): string =>
  JSON.stringify(
    z
      .array(TicketLine)
      .parse(JSON.parse(json))
      .map((line) => ({ ...line, tags: line.tags.filter((tag) => !labels.has(tag)) })),
  )

/** A paragraph for a client that names them goes whole. */
function forgetParagraphs(tx: Tx, xUserId: string): void {
  const isAbout = mentionsOf(tx, xUserId)
  for (const { id, words } of tx
    .raw<{ id: string; words: string }>("SELECT id, words FROM delivered_reports WHERE words <> ''")
    .all())
    if (isAbout(words)) tx.raw("UPDATE delivered_reports SET words = '' WHERE id = ?").run(id)
  for (const { id, words } of tx
    .raw<{ id: string; words: string }>(
      "SELECT client_id AS id, words FROM report_schedules WHERE words <> ''",
    )
    .all())
    if (isAbout(words)) tx.raw("UPDATE report_schedules SET words = '' WHERE client_id = ?").run(id)
}

// A label that nobody else has may name the person.
const ownLabels = `
  SELECT DISTINCT g.tag FROM ticket_tags g WHERE g.ticket_id IN (SELECT value FROM json_each(?))
    AND NOT EXISTS (SELECT 1 FROM ticket_tags o JOIN tickets t ON t.id = o.ticket_id
      WHERE o.tag = g.tag AND t.customer_id <> ?)`

// The same of labels that their tickets had when a report was frozen, and may not have any more. Many thousand rows stand
// in each: SQLite goes through them.
const frozenLabels = `
  WITH own AS MATERIALIZED (SELECT value AS id FROM json_each(@ids)),
    frozen AS MATERIALIZED (
      SELECT line.value ->> 'ticketId' AS ticketId, tag.value AS tag
      FROM delivered_reports r, json_each(r.lines) line, json_each(line.value, '$.tags') tag
      WHERE r.id IN (SELECT report_id FROM delivered_tickets WHERE ticket_id IN (SELECT id FROM own)))
  SELECT DISTINCT tag FROM frozen WHERE ticketId IN (SELECT id FROM own)
    AND tag NOT IN (SELECT tag FROM frozen WHERE ticketId NOT IN (SELECT id FROM own))
    AND NOT EXISTS (SELECT 1 FROM ticket_tags o JOIN tickets t ON t.id = o.ticket_id
      WHERE o.tag = frozen.tag AND t.customer_id <> @xUserId)`

const reportsOf = `
  SELECT id, report, lines FROM delivered_reports WHERE id IN (
    SELECT report_id FROM delivered_tickets WHERE ticket_id IN (SELECT value FROM json_each(?)))`

const linesOf = `
  SELECT report_id AS reportId, ticket_id AS ticketId, counted FROM delivered_tickets
  WHERE ticket_id IN (SELECT value FROM json_each(?))`
