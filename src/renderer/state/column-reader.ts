/**
 * @file Reads columns: what of each somebody needs is as core has it, what is far from where they look is let go of.
 * When something is read is decided elsewhere; which row stands in which column, by core alone.
 */
import {
  isGrouped,
  type ColumnPage,
  type ColumnRow,
  type DeckView,
  type RowGroup,
} from '../../shared/domain/deck.ts'
import { Failure } from '../../shared/errors.ts'
import type { Core } from './core.ts'
import { followRows } from './follow-rows.ts'
import { groupsOf } from './groups.ts'
import { deckOf, noWindow, reorderedIn, withRows, type ColumnWindow, type RowsStore } from './rows.ts'
import { asBefore } from './same.ts'
import type { SessionStore } from './session.ts'
import { aged, idsOf, lightened, needed, placed, type Stretch, type View } from './stretches.ts'

export const pageSize = 60
const largestPage = 200
/** Beyond so many rows ids come first, by the thousand: rows are read where somebody stays. */
const rowsFirst = 240
const placesAtOnce = 10_000
const someMore = 20
/** Well over a page: one that grows is cut into two that both have room, never into a page and a single row. */
const longestStretch = 90
/** Nobody is put back further down a column than this. */
export const deepest = 1_000
/** A column holds the rows of so many, and of what is looked at. */
const heldAtMost = 2_000

export type ColumnReader = {
  /** Reads what somebody needs of a column and is not as core has it, and the next page where that was asked for. */
  read(columnId: string): Promise<void>
  /** Something changed: nothing that was read counts any more, of one column or of all. */
  age(only?: string): void
  /** The next read brings the next page as well. */
  want(columnId: string): void
  /** The first read reaches so far down. */
  reach(columnId: string, rows: number): void
  /** These rows are on screen. */
  seen(columnId: string, view: View): void
  /** Whether somebody needs something of it that is not as core has it. */
  isOld(columnId: string): boolean
  /** A column in another order, or with another filter, begins anew: its places mean nothing any more. */
  reordered(before: readonly DeckView[], now: readonly DeckView[]): void
  /** Forgets all columns. */
  clear(): void
}

type More = Pick<ColumnWindow, 'next' | 'total' | 'muted' | 'grouped' | 'looking'>

export function columnReader({
  core,
  rows,
  session,
}: {
  core: Pick<Core, 'call'>
  rows: RowsStore
  session: SessionStore
}): ColumnReader {
  const stretches = new Map<string, readonly Stretch[]>()
  /** How many rows the first read of a column takes, to reach where its cursor was. */
  const depths = new Map<string, number>()
  /** Columns whose next page is asked for. */
  const wanting = new Set<string>()
  const views = new Map<string, View>()
  /** Columns that were grouped when they were read last. */
  const grouped = new Set<string>()
  /** Columns that began anew and show still what stood there before. */
  const fresh = new Set<string>()
  /** Counts changes: what was asked for before one is old when it comes. */
  let changes = 0

  const stretchesOf = (columnId: string): readonly Stretch[] => stretches.get(columnId) ?? []
  const windowOf = (columnId: string): ColumnWindow => rows.getState().columns.get(columnId) ?? noWindow
  const loaded = (columnId: string): number => windowOf(columnId).ids.length

  /** The ids whose rows a column holds. */
  function* heldOf(columnId: string): Iterable<string> {
    for (const { ids, state } of stretchesOf(columnId)) if (state !== 'gone') yield* ids
  }

  /** Puts the stretches of a column, and the rows that came, on screen; what is as before stays the same object. */
  function put(columnId: string, whole: readonly Stretch[], more: More, come: readonly ColumnRow[]): void {
    const state = rows.getState()
    const known = windowOf(columnId)
    const left = new Set(heldOf(columnId))
    stretches.set(columnId, whole)
    const window = asBefore(known, { ...more, ids: idsOf(whole), failure: null })
    for (const id of heldOf(columnId)) left.delete(id)
    if (left.size > 0)
      for (const other of stretches.keys())
        if (other !== columnId) for (const id of heldOf(other)) left.delete(id)
    const changed = come.flatMap((row) => {
      const before = state.rows.get(row.id)
      const now = asBefore(before, row)
      return now === before ? [] : [now]
    })
    const columns =
      state.columns.get(columnId) === window ? state.columns : new Map(state.columns).set(columnId, window)
    rows.setState({ columns, rows: withRows(state.rows, changed, left) })
    if (window.ids === known.ids) return
    followRows(session, columnId, {
      before: known.ids,
      ids: window.ids,
      grouped: window.grouped !== null,
      held: (id) => rows.getState().rows.get(id) ?? state.rows.get(id),
    })
  }

  function setWindow(columnId: string, more: Partial<ColumnWindow>): void {
    const columns = new Map(rows.getState().columns)
    rows.setState({ columns: columns.set(columnId, { ...windowOf(columnId), ...more }) })
  }

  /** Nothing that was read of a column stands where it stood. */
  function anew(columnId: string): void {
    const { ids } = windowOf(columnId)
    if (ids.length === 0) return
    stretches.set(columnId, [{ after: null, ids, state: 'old' }])
    fresh.add(columnId)
    setWindow(columnId, { next: null })
  }

  /** The same column may be grouped in one deck and not in another. */
  function lookAtGrouping(columnId: string): void {
    const { columns } = deckOf(rows.getState(), session.getState().deckId) ?? { columns: [] }
    const column = columns.find(({ id }) => id === columnId)
    if (!column || isGrouped(column) === grouped.has(columnId)) return
    if (grouped.delete(columnId)) {
      const { [columnId]: _left, ...customersUnfolded } = session.getState().customersUnfolded
      session.setState({ customersUnfolded })
    } else grouped.add(columnId)
    anew(columnId)
  }

  const neededOf = (columnId: string): ReadonlySet<Stretch> =>
    needed(
      stretchesOf(columnId),
      views.get(columnId) ?? { first: 0, last: 0 },
      session.getState().cursors[columnId] ?? null,
    )

  /**
   * Reads from `after` on, until `until` or until there are `want` rows, and puts them in the place of what begins there.
   * A filter gives less than was asked for and goes on: what it has found by now is worth showing.
   */
  async function readStretch(
    columnId: string,
    { after, until, want }: { after: string | null; until: string | null; want: number },
  ): Promise<void> {
    const since = changes
    const { mutedShown, customersUnfolded } = session.getState()
    const how = {
      muted: mutedShown.includes(columnId),
      ...(grouped.has(columnId) ? { grouped: { unfolded: [...(customersUnfolded[columnId] ?? [])] } } : {}),
    }
    const groups: Record<string, RowGroup> = {}
    const read: { after: string | null; ids: string[] }[] = []
    const come: ColumnRow[] = []
    let counts: { total: number | null; tickets: number | null } | null = null
    const putRead = (page: ColumnPage, looking: boolean): void => {
      const state = changes === since ? 'read' : 'old'
      const parts = read.map((part): Stretch => ({ ...part, state }))
      // What ends at a place that was known leaves the bottom where it is.
      const known = windowOf(columnId)
      const next = until === null ? page.next : known.next
      const whole = placed(stretchesOf(columnId), after, parts)
      // Of a grouped column only the top is counted.
      const { total, tickets } = counts ?? { total: known.total, tickets: known.grouped?.tickets ?? null }
      const stand = page.grouped && {
        tickets,
        rows: groupsOf(idsOf(whole), {
          before: known.grouped?.rows ?? {},
          read: new Set(come.map(({ id }) => id)),
          come: groups,
        }),
      }
      if (after === null) fresh.delete(columnId)
      put(columnId, whole, { next, total, muted: page.muted, grouped: stand ?? null, looking }, come)
    }
    /** What a filter or a group has found by now, unless that is less than stands there and may be there still. */
    const putShort = (page: ColumnPage): void => {
      const isFresh = after === null && changes === since && fresh.has(columnId)
      const cursor = session.getState().cursors[columnId]
      const isSafe = come.length > 0 && (cursor === undefined || come.some(({ id }) => id === cursor))
      if (come.length > loaded(columnId) || (isFresh && isSafe)) putRead(page, true)
      else if (isFresh) setWindow(columnId, { looking: true })
    }
    for (let from = after; ;) {
      const left = want - come.length
      // What is read anew comes in small pages: a key may come meanwhile.
      const limit = until === null ? Math.min(left, largestPage) : pageSize
      const page: ColumnPage = await core.call('column.page', {
        columnId,
        after: from,
        until,
        limit,
        ...how,
      })
      Object.assign(groups, page.grouped?.rows)
      if (from === null || !page.grouped)
        counts = { total: page.total, tickets: page.grouped?.tickets ?? null }
      const ids = page.rows.map((row) => row.id)
      const last = read.at(-1)
      come.push(...page.rows)
      if (last && last.ids.length + ids.length <= longestStretch) last.ids.push(...ids)
      else read.push({ after: from, ids })
      if (page.next === null || (until === null && come.length >= want)) return putRead(page, false)
      if (ids.length < limit) putShort(page)
      from = page.next
    }
  }

  async function readNeeded(columnId: string): Promise<void> {
    const tried = new Set<string | null>()
    for (;;) {
      // Whoever looks may have moved on meanwhile.
      const stretch = [...neededOf(columnId)].find((one) => one.state !== 'read' && !tried.has(one.after))
      if (stretch === undefined) return
      tried.add(stretch.after)
      const now = stretchesOf(columnId)
      const at = now.indexOf(stretch)
      await readStretch(columnId, {
        after: stretch.after,
        until: now[at + 1]?.after ?? windowOf(columnId).next,
        // Room for what came at the bottom since; where a column stands in another order, far down is read when asked for.
        want: Math.max(pageSize, Math.min(stretch.ids.length, deepest) + someMore),
      })
    }
  }

  /** What comes behind the bottom: rows, or far down their ids, where core gives those. */
  async function readFurther(columnId: string, after: string): Promise<void> {
    if (loaded(columnId) >= rowsFirst && !grouped.has(columnId)) {
      const { stretches: come, next } = await core.call('column.places', {
        columnId,
        after,
        limit: placesAtOnce,
        muted: session.getState().mutedShown.includes(columnId),
      })
      if (come.length > 0) {
        const parts = come.map((one): Stretch => ({ ...one, state: 'gone' }))
        const more: More = { ...windowOf(columnId), next, looking: false }
        return put(columnId, placed(stretchesOf(columnId), after, parts), more, [])
      }
    }
    await readStretch(columnId, { after, until: null, want: pageSize })
  }

  /** Lets go of rows far from where somebody looks. */
  function lighten(columnId: string): void {
    const before = stretchesOf(columnId)
    const light = lightened(before, neededOf(columnId), heldAtMost)
    if (light !== before) put(columnId, light, windowOf(columnId), [])
  }

  return {
    async read(columnId) {
      try {
        lookAtGrouping(columnId)
        if (stretchesOf(columnId).length === 0) {
          const want = Math.max(pageSize, depths.get(columnId) ?? 0)
          depths.delete(columnId)
          return await readStretch(columnId, { after: null, until: null, want })
        }
        await readNeeded(columnId)
        const { next } = windowOf(columnId)
        if (wanting.delete(columnId) && next !== null) await readFurther(columnId, next)
        lighten(columnId)
      } catch (error) {
        if (error instanceof Failure && !error.is('core.gone'))
          setWindow(columnId, { looking: false, failure: error })
        throw error
      }
    },
    age(only) {
      changes += 1
      for (const [columnId, each] of stretches)
        if (only === undefined || only === columnId) stretches.set(columnId, aged(each))
    },
    want: (columnId) => void wanting.add(columnId),
    reach: (columnId, wanted) => void depths.set(columnId, Math.min(wanted, deepest)),
    seen: (columnId, view) => void views.set(columnId, view),
    isOld: (columnId) => [...neededOf(columnId)].some(({ state }) => state !== 'read'),
    reordered(before, now) {
      for (const id of reorderedIn(before, now)) anew(id)
    },
    clear() {
      stretches.clear()
      grouped.clear()
      fresh.clear()
    },
  }
}
