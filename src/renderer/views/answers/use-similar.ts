/** @file Reads what was answered before to what a ticket asks, once the cursor rests on it; none of it while nobody looks. */
import { useEffect, useSyncExternalStore } from 'react'
import type { TicketDetail } from '../../../shared/domain/ticket.ts'
import { answeredAt, forgetGone } from '../../state/answered.ts'
import { useConsole, useRows, useSession } from '../console-context.ts'

/** Whoever goes on through tickets asks nothing, ms. */
const restMs = 200
/** What was answered meanwhile comes in once nothing has moved for so long, ms. */
const quietMs = 4_000

const onLook = (changed: () => void): (() => void) => {
  document.addEventListener('visibilitychange', changed)
  return () => document.removeEventListener('visibilitychange', changed)
}

/** Into the session, where the commands find it. @param wanted false: the strip is folded */
export function useSimilar(detail: TicketDetail, wanted: boolean): void {
  const c = useConsole()
  const { ticketId, brandId } = detail.card
  const { at, oursAt } = answeredAt(detail)
  const onlyBrand = useSession((session) => session.onlyBrandId !== null)
  const isSeen = useSyncExternalStore(onLook, () => !document.hidden)
  // What lies above the pane may keep a macro or a page, which may be the better answer once it is gone.
  const isCovered = useSession((session) => session.overlay !== null)
  const moved = useRows((rows) => rows.reads.brands)
  // Nothing changes under a finger that goes through them.
  const isUsed = useSession((session) => session.insertedAnswer !== null)
  const asks = wanted && isSeen && !isCovered && !isUsed
  useEffect(() => {
    if (!asks) return
    let gone = false
    const { similar } = c.session.getState()
    const isRead =
      similar?.ticketId === ticketId &&
      similar.at === at &&
      similar.oursAt === oursAt &&
      similar.onlyBrand === onlyBrand
    const cancel = c.clock.after(isRead ? quietMs : restMs, () =>
      c.attempt(async () => {
        const answers = await c.call('answer.similar', { ticketId, onlyBrand })
        if (!gone) c.session.setState({ similar: { ticketId, at, oursAt, onlyBrand, answers } })
      }),
    )
    return () => {
      gone = true
      cancel()
    }
  }, [c, ticketId, brandId, at, oursAt, onlyBrand, moved, asks])
  // Whoever writes next, it is something else that is to be answered.
  useEffect(() => () => c.session.setState({ insertedAnswer: null }), [c, ticketId, at, oursAt])
  useEffect(() => c.drafts.store.subscribe(() => forgetGone(c, ticketId)), [c, ticketId])
  useEffect(
    () => () => c.session.setState({ similar: null, answerWanted: null, insertedAnswer: null }),
    [c, ticketId],
  )
}
