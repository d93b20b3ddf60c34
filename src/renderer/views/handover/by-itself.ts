/** @file Opens the page for whoever comes by itself, if there is something to tell and nothing is in its way. */
import { beginStay } from '../../commands/handover.ts'
import type { Console } from '../../state/console.ts'
import type { Session } from '../../state/session.ts'

/** Whether this window asks if there is something to tell: never over anything else, in a drill, nor in front of a client. */
export const mayAsk = (session: Session): boolean =>
  session.overlay === null &&
  session.painted &&
  session.onlyBrandId === null &&
  session.view.kind === 'main' &&
  session.workspace.state === 'open' &&
  !session.drillBegins &&
  (session.drill === null || session.drill.endedAt !== null)

/** Whether the page may open: nor does it while something is typed. */
export const mayOpen = (session: Session): boolean => mayAsk(session) && session.area !== 'composer'

/**
 * Opens it if there is something to tell and, once that is known, it still may: to who sat here when it was asked.
 * @param hereUntil as `beginStay` takes it
 * @returns `later`: it is due, and something is in its way
 */
export async function openIfDue(
  c: Console,
  hereUntil: number | null,
): Promise<'opened' | 'later' | 'nothing'> {
  const seat = (): string | undefined => c.rows.getState().session?.agent?.id
  const asked = seat()
  if (!(await beginStay(c, hereUntil))) return 'nothing'
  if (seat() !== asked || !mayOpen(c.session.getState())) return 'later'
  c.session.setState({ overlay: { kind: 'handover' } })
  return 'opened'
}
