/** @file Which tickets are chosen to be worked on together: pure steps from one selection to the next. */

/** Chosen tickets by id, in the order in which they were chosen. Never empty. */
export type Selection = readonly string[]

const orNull = (ids: readonly string[]): Selection | null => (ids.length === 0 ? null : ids)

const sets = new WeakMap<Selection, ReadonlySet<string>>()

/** Whether a ticket is chosen; quick for every row of a screen, however many are. */
export function isChosen(selection: Selection | null, ticketId: string): boolean {
  if (selection === null) return false
  const known = sets.get(selection)
  if (known) return known.has(ticketId)
  const made = new Set(selection)
  sets.set(selection, made)
  return made.has(ticketId)
}

/** Chooses a ticket, or lets it go. */
export const toggled = (selection: Selection | null, ticketId: string): Selection | null =>
  selection?.includes(ticketId)
    ? orNull(selection.filter((id) => id !== ticketId))
    : [...(selection ?? []), ticketId]

/** Chooses more, beside what is chosen. */
export const joined = (selection: Selection | null, ticketIds: readonly string[]): Selection | null =>
  orNull([...new Set([...(selection ?? []), ...ticketIds])])

/**
 * A step from one ticket to its neighbour that takes it along; a step back into what is chosen lets go of the one that
 * is left.
 */
export function stepped(
  selection: Selection | null,
  from: string | null,
  to: string | null,
): Selection | null {
  const both = [from, to].filter((id) => id !== null)
  const goesBack = from !== null && to !== null && from !== to && both.every((id) => selection?.includes(id))
  return goesBack ? orNull((selection ?? []).filter((id) => id !== from)) : joined(selection, both)
}

/** From one ticket of a column to another, both with all between; only the second when the first is not there. */
export function between(ids: readonly string[], from: string | null, to: string): readonly string[] {
  const [a, b] = [from === null ? -1 : ids.indexOf(from), ids.indexOf(to)]
  return a === -1 || b === -1 ? [to] : ids.slice(Math.min(a, b), Math.max(a, b) + 1)
}
