/** @file Takes one person out of the macros: of those that are kept, of removed ones, and of their history. */
import { MacroActions } from '../../shared/domain/macro.ts'
import { linesWithout, tellsOf, type Named } from '../answers/named.ts'
import { emptyLines } from '../audit/forget.ts'
import type { Tx } from '../db/database.ts'
import { macroEvents, macroIn } from './history.ts'

type Told = { name: string; shortcut: string | null; text: string; actions: MacroActions }
type MacroRow = Omit<Told, 'actions'> & { id: string; brandId: string; actions: string }

const isTold = ({ name, shortcut, text, actions }: Told, person: Named): boolean =>
  [name, shortcut ?? '', text, ...actions.tags].some((words) => tellsOf(words, person))

/**
 * Macros lose each line, label and shortcut that names them; one that is called after them, or of which nothing is left,
 * goes, and with it what it would still do to a ticket. Their history keeps that something was done, without the words:
 * undo does not reach for it any more.
 */
export function forgetInMacros(tx: Tx, person: Named): void {
  const macros = tx.raw<MacroRow>(
    'SELECT id, brand_id AS "brandId", name, shortcut, text, actions FROM macros',
  )
  for (const { id, brandId, ...row } of macros.all()) {
    const macro = { ...row, actions: MacroActions.parse(JSON.parse(row.actions)) }
    if (!isTold(macro, person)) continue
    tx.touch.brand(brandId)
    const text = linesWithout(macro.text, person)
    if (text === '' || tellsOf(macro.name, person)) {
      const uses = tx.raw<{ ticketId: string }>(
        'SELECT ticket_id AS "ticketId" FROM macro_uses WHERE macro_id = ?',
      )
      for (const { ticketId } of uses.all(id)) tx.touch.ticket(ticketId)
      tx.raw('DELETE FROM macros WHERE id = ?').run(id)
      continue
    }
    const tags = macro.actions.tags.filter((label) => !tellsOf(label, person))
    tx.raw('UPDATE macros SET shortcut = ?, text = ?, actions = ? WHERE id = ?').run(
      tellsOf(macro.shortcut ?? '', person) ? null : macro.shortcut,
      text,
      JSON.stringify({ ...macro.actions, tags }),
      id,
    )
  }
  emptyLines(tx, macroEvents, (side) => {
    const { macro } = macroIn(side)
    return macro !== null && isTold(macro, person)
  })
}
