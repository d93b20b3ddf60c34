/** @file Asks the customer of a ticket how it went. Core decides whether they may be asked. */
import { nameInSentence } from '../overrides.ts'
import type { Console } from '../state/console.ts'
import { secondsLeft } from '../time.ts'
import { t } from '../words.ts'
import { cardOf, targetTicket } from './context.ts'
import type { Runtime } from './runtime.ts'

function ask(c: Console): void {
  const rows = c.rows.getState()
  const card = cardOf(rows, targetTicket(rows, c.session.getState()))
  if (!card) return
  const { ticketId } = card
  c.attempt(async () => {
    const job = await c.call('csat.ask', { ticketId })
    const name = nameInSentence(card.customer.name)
    const leaves = job.releaseAt === null ? null : { name, at: job.releaseAt, jobId: job.id, ticketId }
    const seconds = leaves ? secondsLeft(c.now(), leaves.at) : 0
    c.say(leaves ? t('said.leaves', { name, seconds }) : t('said.left', { name }), { leaves, undoable: true })
  })
}

export const csatCommands = {
  'csat.ask': { when: (x) => x.ticketChosen, run: ask },
} as const satisfies Record<string, Runtime>
