/** @file Opens the page of what nobody saw. */
import type { Console } from '../../state/console.ts'
import { mayOpen, openIfDue } from '../handover/by-itself.ts'

/** The page for whoever comes tells it as well, and goes first where it opens. Nothing opens if nothing came. */
export async function showAbsence(c: Console): Promise<void> {
  if (mayOpen(c.session.getState()) && (await openIfDue(c, null)) === 'opened') return
  const absence = await c.call('absence.get', {})
  if (absence === null || absence.brands.length === 0 || c.session.getState().overlay !== null) return
  c.session.setState({ overlay: { kind: 'absence' } })
}
