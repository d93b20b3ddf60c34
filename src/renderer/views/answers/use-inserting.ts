/**
 * @file Sets an answer that was given before into the text of the composer, as if it had been typed. Pressed again, the
 * next one takes the place of the one that nobody changed since. Sends nothing.
 */
import { useEffect, type RefObject } from 'react'
import type { SimilarAnswer } from '../../../shared/domain/answers.ts'
import type { TicketDetail } from '../../../shared/domain/ticket.ts'
import type { Console } from '../../state/console.ts'
import type { DraftChannel } from '../../state/session.ts'
import { t } from '../../words.ts'
import { useConsole } from '../console-context.ts'
import { typeInto } from '../replying/type-into.ts'

/** What the words of another answer displaced does nothing any more. */
async function dropMacro(c: Console, ticketId: string, name: string): Promise<void> {
  for (const { useId, name: waiting } of await c.call('macro.waiting', { ticketId }))
    if (waiting === name) await c.call('macro.drop', { useId })
}

export function useInserting(
  { card: { ticketId } }: TicketDetail,
  channel: DraftChannel,
  field: RefObject<HTMLTextAreaElement | null>,
): void {
  const c = useConsole()
  useEffect(() => {
    async function textOf(answer: SimilarAnswer): Promise<string> {
      if (answer.kind !== 'macro' || channel === 'note') return answer.text
      const { macroId } = answer
      return (await c.call('macro.insert', { macroId, ticketId, channel })).text
    }

    async function insert(n: number): Promise<void> {
      const { similar, insertedAnswer: before } = c.session.getState()
      const answer = similar?.ticketId === ticketId ? similar.answers[n] : undefined
      if (!similar || !answer || channel === 'note') return
      const text = await textOf(answer)
      const area = field.current
      if (!area) return
      const at = before === null ? -1 : area.value.indexOf(before.text)
      const displaced = before !== null && at >= 0 ? similar.answers[before.n] : undefined
      if (before !== null && at >= 0) typeInto(area, at, at + before.text.length, text)
      else typeInto(area, area.selectionStart, area.selectionEnd, text)
      c.session.setState({ insertedAnswer: { n, text } })
      if (displaced?.kind === 'macro' && displaced !== answer) await dropMacro(c, ticketId, displaced.name)
      c.say(t('said.answer.inserted', { n: n + 1, count: similar.answers.length }))
    }

    return c.session.subscribe(({ answerWanted }) => {
      if (answerWanted === null || !field.current) return
      c.session.setState({ answerWanted: null })
      c.attempt(() => insert(answerWanted))
    })
  }, [c, ticketId, channel, field])
}
