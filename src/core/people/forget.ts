/**
 * @file Forgets one person: whatever they wrote, whatever was written to them or about them in their tickets. What stays
 * is a hash that keeps it from coming back, our history by our own ids, what is counted, and what others wrote.
 */
import { forgetInPages } from '../answers/forget.ts'
import type { Named } from '../answers/named.ts'
import { recordNow } from '../audit/audit.ts'
import type { Tx } from '../db/database.ts'
import { newId } from '../db/uuid.ts'
import { resourceOf } from '../money/dedup.ts'
import { buryDm, buryPost } from '../posts/bury.ts'
import { forgetColumns } from '../decks/repo.ts'
import { forgetInMacros } from '../macros/forget.ts'
import { forgetMutes } from '../mutes/repo.ts'
import { markForgotten } from './forgotten.ts'
import { mentionsOf } from './mentioned.ts'
import { keepErased } from '../reports/erased.ts'
import { forgetDelivered } from '../reports/forget.ts'
import type { Traces } from './traces.ts'

/** Removes these traces, and notes that the person was forgotten. Whether that may be is asked before: `mayForget`. */
export function forgetPerson(
  tx: Tx,
  xUserId: string,
  { tickets, postIds, dmIds, jobs, brandIds }: Traces,
  { actor, receiptId }: { actor: string; receiptId: string },
): void {
  const ticketIds = tickets.map(({ id }) => id)
  forgetDelivered(tx, xUserId, ticketIds)
  keepErased(tx, ticketIds)
  for (const id of postIds) buryPost(tx, id, 'forgotten')
  for (const id of dmIds) buryDm(tx, id, 'forgotten')
  const dropJob = tx.raw('DELETE FROM jobs WHERE id = ?')
  for (const { id } of jobs) {
    dropJob.run(id)
    tx.touch.job(id)
  }
  for (const { id, brandId } of tickets) {
    tx.touch.ticket(id)
    tx.touch.brand(brandId)
    // An undo would look for a ticket that is gone.
    tx.raw('UPDATE audit SET undoable = 0 WHERE ticket_id = ?').run(id)
    // Its items, notes and drafts go with it.
    tx.raw('DELETE FROM tickets WHERE id = ?').run(id)
  }
  forgetWords(tx, xUserId)
  const person = tx.raw<Named>('SELECT name, username FROM people WHERE x_user_id = ?').get(xUserId)
  if (person) {
    const met = new Set(brandIds)
    forgetInPages(tx, person, met)
    forgetInMacros(tx, person, met)
  }
  tx.raw('DELETE FROM people WHERE x_user_id = ?').run(xUserId)
  tx.raw('DELETE FROM dm_conversations WHERE participant_id = ?').run(xUserId)
  tx.raw('DELETE FROM impostors WHERE x_user_id = ?').run(xUserId)
  tx.raw('DELETE FROM person_wishes WHERE x_user_id = ?').run(xUserId)
  tx.raw('DELETE FROM csat_asks WHERE x_user_id = ?').run(xUserId)
  forgetColumns(tx, xUserId)
  forgetMutes(tx, xUserId)
  // Their words may be among what was copied; nobody can tell by the text.
  tx.raw('DELETE FROM copied_texts').run()
  const unmark = tx.raw('DELETE FROM marks WHERE item_id = ?')
  for (const id of [xUserId, ...postIds]) unmark.run(id)
  // Who was paid for, and whose deleted posts X told of, would otherwise stand there by id for another day.
  tx.raw('DELETE FROM spend_seen WHERE resource = ?').run(resourceOf('person', xUserId))
  tx.raw("DELETE FROM stream_events WHERE event LIKE '% ' || ?").run(xUserId)
  markForgotten(tx, xUserId)
  recordNow(tx, actor, {
    event: 'person.forgotten',
    actionId: newId(tx.at),
    after: { receipt_id: receiptId },
    undoable: false,
  })
}

/** What agents left to each other may be about them: what nobody needs any more goes, and what names them. */
function forgetWords(tx: Tx, xUserId: string): void {
  tx.raw('DELETE FROM handover_words WHERE taken_at IS NOT NULL').run()
  const isAbout = mentionsOf(tx, xUserId)
  const drop = tx.raw('DELETE FROM handover_words WHERE id = ?')
  for (const { id, text } of tx
    .raw<{ id: string; text: string }>('SELECT id, text FROM handover_words')
    .all())
    if (isAbout(text)) drop.run(id)
}
