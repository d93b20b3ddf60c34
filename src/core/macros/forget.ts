/** @file Takes one person out of the macros: of those that are kept, of removed ones, and of their history. */
import { z } from 'zod'
import { MacroActions } from '../../shared/domain/macro.ts'
import { isOf, linesWithout, tellsOf, type Named } from '../answers/named.ts'
import { emptyLines } from '../audit/forget.ts'
import type { Tx } from '../db/database.ts'
import { macroEvents, macroIn } from './history.ts'

const Drafted = z.object({ macro: z.string().optional() })
type Told = { name: string; shortcut: string | null; text: string; actions: MacroActions }
type MacroRow = Omit<Told, 'actions'> & { id: string; brandId: string; actions: string }

const isTold = ({ name, shortcut, text, actions }: Told, person: Named): boolean =>
  tellsOf(text, person) || [name, shortcut ?? '', ...actions.tags].some((field) => isOf(field, person))

/**
 * Macros lose each line, label and shortcut that names them; one that is called after them, or of which nothing is left,
 * goes, and with it what it would still do to a ticket. Their history keeps that something was done, without the words:
 * undo does not reach for it any more.
 * @param brandIds whose macros: a name that means this person to one client means nobody, or somebody else, to another
 */
export function forgetInMacros(tx: Tx, person: Named, brandIds: ReadonlySet<string>): void {
  const macros = tx.raw<MacroRow>(
    'SELECT id, brand_id AS "brandId", name, shortcut, text, actions FROM macros',
  )
  for (const { id, brandId, ...row } of macros.all()) {
    if (!brandIds.has(brandId)) continue
    const macro = { ...row, actions: MacroActions.parse(JSON.parse(row.actions)) }
    if (!isTold(macro, person)) continue
    tx.touch.brand(brandId)
    const text = linesWithout(macro.text, person)
    if (text === '' || isOf(macro.name, person)) {
      const uses = tx.raw<{ ticketId: string }>(
        'SELECT ticket_id AS "ticketId" FROM macro_uses WHERE macro_id = ?',
      )
      for (const { ticketId } of uses.all(id)) tx.touch.ticket(ticketId)
      tx.raw('DELETE FROM macros WHERE id = ?').run(id)
      continue
    }
    const tags = macro.actions.tags.filter((label) => !isOf(label, person))
    tx.raw('UPDATE macros SET shortcut = ?, text = ?, actions = ? WHERE id = ?').run(
      isOf(macro.shortcut ?? '', person) ? null : macro.shortcut,
      text,
      JSON.stringify({ ...macro.actions, tags }),
      id,
    )
  }
  emptyLines(tx, { events: macroEvents, brandIds }, (side) => {
    const { macro } = macroIn(side)
    return macro !== null && isTold(macro, person)
  })
  // Lines of rules once held the name of the macro in place of its id.
  emptyLines(tx, { events: ['ticket.drafted'], brandIds }, (side) => {
    const { macro } = Drafted.parse(JSON.parse(side))
    return macro !== undefined && isOf(macro, person)
  })
}
