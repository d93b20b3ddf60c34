/** @file Commands over what is on its way out: stop it all, see what is held, take the newest back. */
import { Failure } from '../../shared/errors.ts'
import type { Console } from '../state/console.ts'
import { deckOf } from '../state/rows.ts'
import { t } from '../words.ts'
import { cardOf, cursorRow, ticketsMeant } from './context.ts'
import { enterColumn } from './go.ts'
import { isUnapproved } from './job.ts'
import { always, type Runtime } from './runtime.ts'
import { showDeck } from './deck.ts'

function stop(c: Console): void {
  c.attempt(async () => {
    const { reached } = await c.host.invoke('outbox.stop', {})
    c.say(t(reached ? 'said.stopped' : 'said.stopped.later'))
  })
}

/** The outbox of the deck on screen; a deck without one gives way to the first that has it. */
function showOutbox(c: Console): void {
  const rows = c.rows.getState()
  const shown = deckOf(rows, c.session.getState().deckId)
  const has = [shown, ...rows.decks].find((deck) => deck?.columns.some((column) => column.kind === 'outbox'))
  const column = has?.columns.find((one) => one.kind === 'outbox')
  if (!has || !column) return
  if (has !== shown) showDeck(c, has.id)
  enterColumn(c, column.id)
}

/** Takes back what left last, wherever the agent is by now: nothing on screen moves. */
function recallNewest(c: Console): void {
  c.attempt(async () => {
    await c.drafts.flush()
    try {
      await c.call('outbox.recall-newest', {})
    } catch (error) {
      if (error instanceof Failure && error.is('undo.nothing')) return c.say(t('said.nothing-held'))
      throw error
    }
    c.say(t('said.undone.recalled'))
  })
}

/** The message under the cursor if it waits for somebody's word, else the oldest that does. */
function approve(c: Console): void {
  const rows = c.rows.getState()
  const [ticketId] = ticketsMeant(rows, c.session.getState())
  const row = cursorRow(rows, c.session.getState())
  const here = cardOf(rows, ticketId ?? null)?.job ?? (row?.kind === 'job' ? row.job : null)
  const waits = rows.held.some(({ jobs }) => jobs.some(({ job }) => isUnapproved(job)))
  if (!waits && !(here && isUnapproved(here))) return c.say(t('approve.nothing'))
  c.attempt(() => c.drafts.flush())
  c.session.setState({ overlay: { kind: 'approve', jobId: here && isUnapproved(here) ? here.id : null } })
}

export const outboxCommands = {
  'outbox.approve': { when: (x) => x.workspaceOpen, run: approve },
  'outbox.stop': { when: always, run: stop },
  'outbox.show': { when: (x) => x.hasColumn, run: showOutbox },
  'outbox.release-list': {
    when: (x) => x.workspaceOpen,
    run(c) {
      c.attempt(() => c.drafts.flush())
      c.session.setState({ overlay: { kind: 'release-list' } })
    },
  },
  'reply.recall-newest': { when: (x) => x.workspaceOpen, run: recallNewest },
} as const satisfies Record<string, Runtime>
