/**
 * @file The loaded part of a column as stretches: runs of rows from its top without a hole, each of which can be read
 * anew by itself. So a change costs what is looked at, however far down somebody is. Pure.
 */

/**
 * `read`: as core has it. `old`: something changed since. `gone`: its rows were let go of, only their ids are kept.
 * `after`: where it begins, which is the place at which the one before it ends; null at the top.
 */
export type Stretch = {
  after: string | null
  ids: readonly string[]
  state: 'read' | 'old' | 'gone'
}

/** Which rows of a column are on screen, by index; both ends count. */
export type View = { first: number; last: number }

/** So many rows beside those on screen are kept ready. */
export const readyRows = 60

/** All ids in their order. */
export const idsOf = (stretches: readonly Stretch[]): readonly string[] => {
  const [only, ...others] = stretches
  if (only === undefined) return []
  return others.length === 0 ? only.ids : stretches.flatMap(({ ids }) => ids)
}

/** Something changed: each has to be read anew before it counts again. */
export const aged = (stretches: readonly Stretch[]): Stretch[] =>
  stretches.map((stretch) => (stretch.state === 'read' ? { ...stretch, state: 'old' } : stretch))

/** The stretches that somebody needs: the first, what is on screen with some rows beside, and that of the cursor. */
export function needed(
  stretches: readonly Stretch[],
  view: View,
  cursor: string | null,
): ReadonlySet<Stretch> {
  const kept = new Set<Stretch>()
  const ofCursor = cursor === null ? -1 : stretches.findIndex(({ ids }) => ids.includes(cursor))
  let from = 0
  for (const [at, stretch] of stretches.entries()) {
    const until = from + stretch.ids.length
    const isSeen = until > view.first - readyRows && from <= view.last + readyRows
    if (at === 0 || isSeen || at === ofCursor) kept.add(stretch)
    from = until
  }
  return kept
}

/**
 * Puts what was read in the place of the stretch that begins at `after`; a row that came from elsewhere leaves its old
 * place. One without rows is none, except the first: those around it meet where it was.
 */
export function placed(
  stretches: readonly Stretch[],
  after: string | null,
  read: readonly Stretch[],
): readonly Stretch[] {
  const at = stretches.findIndex((stretch) => stretch.after === after)
  const before = new Set(stretches[at]?.ids)
  const come = new Set(read.flatMap(({ ids }) => ids).filter((id) => !before.has(id)))
  const others = (list: readonly Stretch[]): readonly Stretch[] =>
    come.size === 0
      ? list
      : list.map((stretch) =>
          stretch.ids.some((id) => come.has(id))
            ? { ...stretch, ids: stretch.ids.filter((id) => !come.has(id)) }
            : stretch,
        )
  const whole =
    at === -1
      ? [...others(stretches), ...read]
      : [...others(stretches.slice(0, at)), ...read, ...others(stretches.slice(at + 1))]
  return whole.filter(({ ids }, n) => n === 0 || ids.length > 0)
}

/** Lets go of the rows of all but `kept`, once more than `atMost` rows are held. */
export function lightened(
  stretches: readonly Stretch[],
  kept: ReadonlySet<Stretch>,
  atMost: number,
): readonly Stretch[] {
  const held = stretches.reduce((sum, { ids, state }) => sum + (state === 'gone' ? 0 : ids.length), 0)
  if (held <= atMost) return stretches
  return stretches.map((stretch) =>
    kept.has(stretch) || stretch.state === 'gone' ? stretch : { ...stretch, state: 'gone' },
  )
}
