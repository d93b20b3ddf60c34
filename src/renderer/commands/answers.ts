/** @file Commands over what was answered before: setting it in, keeping it as a macro or a page, the pages of a brand. */
import type { Console } from '../state/console.ts'
import { isFor } from '../state/answered.ts'
import { t } from '../words.ts'
import { channelOf, targetTicket } from './context.ts'
import { isWrittenElsewhere } from './go.ts'
import { brandInView } from './post.ts'
import type { Runtime } from './runtime.ts'

/** Sets an answer of the strip into the composer of the open ticket. @param n which of them, from 0 */
export function wantAnswer(c: Console, n: number): void {
  const { openTicketId, similar, channel } = c.session.getState()
  const { detail } = c.rows.getState()
  if (openTicketId === null || similar?.ticketId !== openTicketId) return
  if (detail?.card.ticketId !== openTicketId) return c.say(t('said.not-read'))
  if (isWrittenElsewhere(c, openTicketId)) return
  if (!isFor(similar, detail)) return c.say(t('said.answer.older'))
  const into = channelOf(detail.routes, channel)
  if (into === 'note') return c.say(t('said.answer.no-note'))
  if (into === 'public' && detail.routes.public.open === 'no') return c.say(t('said.answer.no-reply'))
  c.session.setState({ answerWanted: n })
}

/** The next one in place of the one that was set in last, else the best. */
function insertNext(c: Console): void {
  const { similar, insertedAnswer, openTicketId, channel } = c.session.getState()
  const { detail } = c.rows.getState()
  if (!similar || openTicketId === null || !detail) return
  const text = c.drafts.text(openTicketId, channelOf(detail.routes, channel))
  const isThere = insertedAnswer !== null && text.includes(insertedAnswer.text)
  wantAnswer(c, isThere ? (insertedAnswer.n + 1) % similar.answers.length : 0)
}

/**
 * Opens the form of a macro or a page with an answer of a ticket in it.
 * @param of `at` null: the newest answer
 */
export function keepAs(
  c: Console,
  what: 'macro' | 'page',
  of: { ticketId: string; at: number | null },
): void {
  c.attempt(async () => {
    const { brandId, answer, macro, isOfNobody } = await c.call('answer.draft', of)
    if (!isOfNobody) c.say(t('said.answer.personal'))
    c.session.setState({
      overlay:
        what === 'macro' ? { kind: 'macros', brandId, text: macro } : { kind: 'answers', brandId, answer },
    })
  })
}

const keepNewest =
  (what: 'macro' | 'page') =>
  (c: Console): void => {
    const ticketId = targetTicket(c.rows.getState(), c.session.getState())
    if (ticketId !== null) keepAs(c, what, { ticketId, at: null })
  }

export const answersCommands = {
  'answer.insert': {
    when: (x) => x.ticketOpen && x.hasSimilar && !x.isNote && !x.elsewhere,
    run: insertNext,
  },
  'answer.fold': {
    when: (x) => x.ticketOpen,
    run: (c) => c.session.setState(({ answersFolded }) => ({ answersFolded: !answersFolded })),
  },
  'answer.keep-macro': { when: (x) => x.ticketChosen && !x.manyChosen, run: keepNewest('macro') },
  'answer.keep-page': { when: (x) => x.ticketChosen && !x.manyChosen, run: keepNewest('page') },
  'answer.pages': {
    when: (x) => x.workspaceOpen && x.hasColumn,
    run: (c) => c.session.setState({ overlay: { kind: 'answers', brandId: brandInView(c) } }),
  },
} as const satisfies Record<string, Runtime>
