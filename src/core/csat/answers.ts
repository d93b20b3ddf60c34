/**
 * @file Reads answers to "how did we do?" once they are here: after the commit that brought them, never within it. What
 * a crash leaves is read at the next change.
 */
import type { Clock } from '../../shared/clock.ts'
import { mayMove } from '../../shared/domain/transitions.ts'
import { recordNow } from '../audit/audit.ts'
import type { Database, Tx } from '../db/database.ts'
import { newId } from '../db/uuid.ts'
import { setWish } from '../guards/wishes.ts'
import { lane } from '../lane.ts'
import type { Log } from '../log/log.ts'
import { unescapeText } from '../posts/text.ts'
import { refreshTicket } from '../tickets/refresh.ts'
import { readCsat } from './reader.ts'
import { messagesAfter, openQuestions, type Question } from './rows.ts'
import { answerWithinMs, isBad } from './rules.ts'

/** The tag of a ticket whose customer was not content. */
export const badTag = 'unhappy'

/** A question that was sent late is still waited for. */
const lookBackMs = 2 * answerWithinMs

export type CsatReader = {
  /** Tickets changed: an answer may be among what came. */
  told(ticketIds: readonly string[]): void
  idle(): Promise<void>
  stop(): Promise<void>
}

export function csatReader({
  database,
  clock,
  log,
}: {
  database: Database
  clock: Clock
  log: Log
}): CsatReader {
  async function look(): Promise<number> {
    for (const question of await openQuestions(database.read, clock.now() - lookBackMs)) await read(question)
    return Infinity
  }

  async function read(question: Question): Promise<void> {
    for (const message of await messagesAfter(database.read, question, answerWithinMs)) {
      const answer = readCsat(unescapeText(message.text))
      if (answer === null) continue
      await database.write((tx) => settle(tx, question, message, answer))
      return
    }
  }

  const reader = lane(look, { clock, log, failed: 'csat.read' })
  return {
    told(ticketIds) {
      if (ticketIds.length > 0) reader.wake()
    },
    idle: reader.idle,
    stop: reader.stop,
  }
}

async function settle(
  tx: Tx,
  question: Question,
  message: { id: string; at: number },
  answer: { score: number } | 'stop',
): Promise<void> {
  const { ticketId, brandId, xUserId } = question
  const { numUpdatedRows } = await tx.db
    .updateTable('csat_asks')
    .set({ answered_at: message.at, item_id: message.id, score: answer === 'stop' ? null : answer.score })
    .where('id', '=', question.id)
    .where('answered_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return
  if (answer === 'stop') await setWish(tx, { brandId, xUserId }, 'no-survey', true, null)
  recordNow(tx, 'x', {
    event: answer === 'stop' ? 'csat.stopped' : `csat.answered-${answer.score}`,
    actionId: newId(tx.at),
    ticketId,
    brandId,
    undoable: false,
  })
  if (answer !== 'stop' && isBad(answer.score)) await bringBack(tx, ticketId)
  else if (question.wasSolved) await closeAgain(tx, ticketId, message)
  tx.touch.ticket(ticketId)
}

/** A bad answer is a person to call back: the ticket is open, and says why. */
async function bringBack(tx: Tx, ticketId: string): Promise<void> {
  const ticket = await tx.db
    .selectFrom('tickets')
    .select('status')
    .where('id', '=', ticketId)
    .executeTakeFirstOrThrow()
  if (mayMove(ticket.status, 'open', 'customer'))
    await tx.db
      .updateTable('tickets')
      .set({ status: 'open', solved_at: null, solved_how: null })
      .where('id', '=', ticketId)
      .execute()
  await tx.db
    .insertInto('ticket_tags')
    .values({ ticket_id: ticketId, tag: badTag })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await refreshTicket(tx, ticketId)
}

/** The answer opened what was over, and asks for nothing: it is over again, as long as nothing else came. */
async function closeAgain(tx: Tx, ticketId: string, { id }: { id: string }): Promise<void> {
  const ticket = await tx.db
    .selectFrom('tickets')
    .select(['status', 'newest_customer_item'])
    .where('id', '=', ticketId)
    .executeTakeFirstOrThrow()
  if (ticket.status !== 'open' || ticket.newest_customer_item !== id) return
  await tx.db
    .updateTable('tickets')
    .set({ status: 'solved', solved_at: tx.at, solved_how: 'answered' })
    .where('id', '=', ticketId)
    .execute()
  await refreshTicket(tx, ticketId)
}
