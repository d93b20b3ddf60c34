/**
 * @file Sets an answer that was given before into a text, as if it had been typed: one at a time, and only where it was
 * meant to go. Pressed again, the next one takes the place of the one that nobody changed since. Sends nothing.
 */
import type { SimilarAnswer } from '../../../shared/domain/answers.ts'
import { channelOf } from '../../commands/context.ts'
import { isFor } from '../../state/answered.ts'
import type { TicketDetail } from '../../../shared/domain/ticket.ts'
import type { Console } from '../../state/console.ts'
import type { DraftChannel } from '../../state/session.ts'
import { t } from '../../words.ts'

type Field = Pick<HTMLTextAreaElement, 'value' | 'selectionStart' | 'selectionEnd'>
type Parts<F extends Field> = Pick<Console, 'session' | 'say'> & {
  /** The open ticket as it was last read. */
  detail: () => (Pick<TicketDetail, 'routes' | 'timeline'> & { card: TicketMoment }) | null
  /** What a macro says here, and under which id it waits with the draft. */
  insertMacro: (use: {
    macroId: string
    ticketId: string
    channel: 'public' | 'dm'
  }) => Promise<{ text: string; useId: string }>
  dropMacro: (useId: string) => Promise<unknown>
  /** Puts words where `from` to `to` stands. */
  type: (field: F, from: number, to: number, words: string) => void
}
type TicketMoment = { ticketId: string; messageAt: number }

/** The composer that an answer is meant for. `field` is asked when the words are there: null when it is gone. */
export type Meant<F extends Field> = { ticketId: string; channel: DraftChannel; field: () => F | null }

/** @returns sets one answer of the strip in, `n` from 0; while one is on its way, another one is not begun */
export function answerSetter<F extends Field>({
  session,
  say,
  detail,
  insertMacro,
  dropMacro,
  type,
}: Parts<F>): (n: number, meant: Meant<F>) => Promise<void> {
  let isBusy = false

  /** The words, and under which id a macro stands in the draft with them. */
  async function wordsOf(
    answer: SimilarAnswer,
    ticketId: string,
    channel: 'public' | 'dm',
  ): Promise<{ text: string; useId: string | null }> {
    if (answer.kind !== 'macro') return { text: answer.text, useId: null }
    return insertMacro({ macroId: answer.macroId, ticketId, channel })
  }

  /** What the answers were looked up for is still to be answered, here. */
  function isStillMeant({ ticketId, channel }: Meant<F>): boolean {
    const { openTicketId, similar, channel: chosen } = session.getState()
    const now = detail()
    return (
      openTicketId === ticketId &&
      similar?.ticketId === ticketId &&
      now?.card.ticketId === ticketId &&
      channelOf(now.routes, chosen) === channel &&
      isFor(similar, now)
    )
  }

  /** What the words of a macro that are not there would do is not wanted. */
  const drop = async (useId: string | null): Promise<void> => {
    if (useId !== null) await dropMacro(useId)
  }

  async function insert(n: number, meant: Meant<F>): Promise<void> {
    const { ticketId, channel } = meant
    const { similar } = session.getState()
    const answer = similar?.answers[n]
    if (!similar || !answer || channel === 'note' || !isStillMeant(meant)) return
    const { text, useId } = await wordsOf(answer, ticketId, channel)
    const area = meant.field()
    if (!area || !isStillMeant(meant)) return drop(useId)
    const { insertedAnswer: before } = session.getState()
    const at = before?.channel === channel ? area.value.indexOf(before.text) : -1
    if (before !== null && at >= 0) type(area, at, at + before.text.length, text)
    else type(area, area.selectionStart, area.selectionEnd, text)
    session.setState({ insertedAnswer: { n, text, channel, useId } })
    if (before !== null && at >= 0) await drop(before.useId)
    say(t('said.answer.inserted', { n: n + 1, count: similar.answers.length }))
  }

  return async (n, meant) => {
    if (isBusy) return
    isBusy = true
    try {
      await insert(n, meant)
    } finally {
      isBusy = false
    }
  }
}
