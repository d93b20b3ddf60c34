/** @file Sets the answer that a command wants into the composer that is open. */
import { useEffect, useState, type RefObject } from 'react'
import type { TicketDetail } from '../../../shared/domain/ticket.ts'
import type { DraftChannel } from '../../state/session.ts'
import { useConsole } from '../console-context.ts'
import { typeInto } from '../replying/type-into.ts'
import { answerSetter } from './inserting.ts'

export function useInserting(
  { card: { ticketId } }: TicketDetail,
  channel: DraftChannel,
  field: RefObject<HTMLTextAreaElement | null>,
): void {
  const c = useConsole()
  const [insert] = useState(() =>
    answerSetter({
      session: c.session,
      say: c.say,
      detail: () => c.rows.getState().detail,
      insertMacro: (use) => c.call('macro.insert', use),
      dropMacro: (useId) => c.call('macro.drop', { useId }),
      type: typeInto,
    }),
  )
  useEffect(
    () =>
      c.session.subscribe(({ answerWanted }) => {
        if (answerWanted === null || !field.current) return
        c.session.setState({ answerWanted: null })
        c.attempt(() => insert(answerWanted, { ticketId, channel, field: () => field.current }))
      }),
    [c, ticketId, channel, field, insert],
  )
}
