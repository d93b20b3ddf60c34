/** @file Shows the key of a command, once, to whoever reached for the mouse. */
import type { CommandId } from '../../shared/commands.ts'
import type { Console } from '../state/console.ts'
import { keymapOf } from '../state/rows.ts'
import { keysOf } from './key-label.ts'

/** After a command was run by the mouse: its key is shown, unless this person saw it before. */
export function teach(c: Console, id: CommandId): void {
  const rows = c.rows.getState()
  if (rows.session === null || rows.session.trained.includes(id)) return
  if (keysOf(keymapOf(rows), id).length === 0) return
  c.session.setState({ lesson: id })
  c.apply.taught(id)
}
