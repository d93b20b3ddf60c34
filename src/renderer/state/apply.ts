/**
 * @file The only writer of rows that core owns. Events carry ids, never content: what is on screen and stale is read
 * again, at a bearable pace. Which row stands in which column is never decided here.
 */
import type { Clock } from '../../shared/clock.ts'
import type { CommandId } from '../../shared/commands.ts'
import { usedOnce } from '../../shared/domain/palette.ts'
import type { ChangeEvent } from '../../shared/contract/contract.ts'
import type { ColumnPage, ColumnRow, DeckView } from '../../shared/domain/deck.ts'
import type { Place } from '../../shared/domain/place.ts'
import { Failure, toWire } from '../../shared/errors.ts'
import type { Keymap } from '../../shared/keymap.ts'
import type { Core } from './core.ts'
import { surviving } from './cursor.ts'
import type { Drafts } from './drafts.ts'
import { paced } from './paced.ts'
import { placeIn } from './place.ts'
import { deckOf, noRows, type ColumnWindow, type RowsStore } from './rows.ts'
import type { SessionStore } from './session.ts'
import { aged, idsOf, lightened, needed, placed, type Stretch, type View } from './stretches.ts'

export type Apply = {
  changed(event: ChangeEvent): void
  /** Reads everything that is on screen anew. */
  reload(): void
  /** Forgets all rows: the workspace is gone. */
  clear(): void
  /** Reads the columns of the deck that came on screen. */
  deckShown(): void
  /** Reads the next page of a column. */
  more(columnId: string): void
  /** Other rows of a column came on screen. */
  seen(columnId: string, view: View): void
  /** Reads the ticket that came into the pane. */
  ticketShown(): void
  /** Keeps an eye on a sign-in, and reads it now. */
  follow(sessionId: string): void
  apps(): void
  /** Reads what the spending panel shows, when it came on screen. */
  spendingShown(): void
  backfills(): void
  /** Reads X's limits on sending: time alone gives them room. */
  limits(): void
  /** Remembers what was chosen in the palette. @param key of the entry · @param now as the workspace has it, epoch ms */
  chosenInPalette(key: string, now: number): void
  /** Remembers that the key of a command was shown. */
  taught(id: CommandId): void
  /** Works with these keys from the next press on. Resolves when they are kept. */
  keysChosen(keymap: Keymap): Promise<unknown>
}

const pageSize = 60
const largestPage = 200
/** Nobody is put back further down a column than this; who goes on below gets larger pages. */
const deepest = 1_000
/** A column holds the rows of so many, and of what is looked at. */
const heldAtMost = 2_000
const gapMs = 100

const noWindow: ColumnWindow = { ids: [], stretches: [], next: null, total: 0, looking: false, failure: null }

type Parts = {
  clock: Clock
  core: Pick<Core, 'call'>
  rows: RowsStore
  session: SessionStore
  drafts: Drafts
  failed: (error: unknown) => void
}

/** Builds the writer; nothing is read before it is asked. */
export function applier({ clock, core, rows, session, drafts, failed }: Parts): Apply {
  // A core that went away is shown by the workspace's state; its open calls need no words of their own. Nor does what
  // was asked for just before its brand was hidden.
  const told = (error: unknown) => {
    if (!(error instanceof Failure && (error.is('core.gone') || error.is('brand.hidden')))) failed(error)
  }
  const pace = paced(clock, gapMs, told)

  const windowOf = (columnId: string): ColumnWindow => rows.getState().columns.get(columnId) ?? noWindow
  const shown = () => deckOf(rows.getState(), session.getState().deckId)?.columns ?? []

  function putColumn(
    columnId: string,
    read: Pick<ColumnWindow, 'stretches' | 'next' | 'total' | 'looking'>,
    come: readonly ColumnRow[],
  ): void {
    const state = rows.getState()
    const before = windowOf(columnId).ids
    const ids = idsOf(read.stretches)
    const columns = new Map(state.columns)
    columns.set(columnId, { ...read, ids, failure: null })
    const all = new Map(state.rows)
    for (const row of come) all.set(row.id, row)
    const held = [...columns.values()].flatMap(({ stretches }) =>
      stretches.flatMap((stretch) => (stretch.state === 'gone' ? [] : stretch.ids)),
    )
    const kept = new Set(held)
    for (const id of all.keys()) if (!kept.has(id)) all.delete(id)
    rows.setState({ columns, rows: all })

    const { cursors, expected, dealtWith } = session.getState()
    const isDealtWith = (id: string) => dealtWith.includes(id)
    if (before.some(isDealtWith) && !ids.some(isDealtWith)) session.setState({ dealtWith: [] })
    const returned = expected !== null && ids.includes(expected) && !before.includes(expected)
    if (returned) session.setState({ expected: null })
    // Keys came here before there was a row to stand on.
    const isAwaited = before.length === 0 && session.getState().columnId === columnId
    const known = cursors[columnId] ?? (isAwaited ? (ids[0] ?? null) : null)
    const cursor = returned ? expected : surviving(before, ids, known)
    if (cursor !== (cursors[columnId] ?? null)) {
      const { [columnId]: _left, ...others } = cursors
      session.setState({ cursors: cursor === null ? others : { ...others, [columnId]: cursor } })
    }
  }

  function columnFailed(columnId: string, failure: Failure): void {
    const columns = new Map(rows.getState().columns)
    columns.set(columnId, { ...windowOf(columnId), looking: false, failure })
    rows.setState({ columns })
  }

  /** How many rows the first read of a column takes, to reach where its cursor was. */
  const depths = new Map<string, number>()
  /** Columns whose next page is asked for. */
  const wanting = new Set<string>()
  const views = new Map<string, View>()
  /** The ticket that was open before the restart. */
  let restored: string | null = null

  const neededOf = (columnId: string): ReadonlySet<Stretch> =>
    needed(
      windowOf(columnId).stretches,
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
    const read: Stretch[] = []
    const come: ColumnRow[] = []
    const put = (page: ColumnPage, looking: boolean): void => {
      const { stretches, next } = windowOf(columnId)
      const whole = placed(stretches, after, read.length === 0 ? [{ after, ids: [], state: 'read' }] : read)
      // What ends at a place that was known leaves the bottom where it is.
      const bottom = until === null ? page.next : next
      putColumn(columnId, { stretches: whole, next: bottom, total: page.total, looking }, come)
    }
    for (let from = after; ;) {
      const limit = until === null ? Math.min(want - come.length, largestPage) : largestPage
      const page: ColumnPage = await core.call('column.page', { columnId, after: from, until, limit })
      const last = read.at(-1)
      const ids = page.rows.map((row) => row.id)
      come.push(...page.rows)
      if (last && last.ids.length + ids.length <= largestPage)
        read[read.length - 1] = { ...last, ids: [...last.ids, ...ids] }
      else if (ids.length > 0 || last === undefined) read.push({ after: from, ids, state: 'read' })
      if (page.next === null || (until === null && come.length >= want)) return put(page, false)
      if (ids.length < limit && come.length > loaded(columnId)) put(page, true)
      from = page.next
    }
  }

  const loaded = (columnId: string): number => windowOf(columnId).ids.length

  /** Reads what somebody needs of a column and is not as core has it, and the next page where that is asked for. */
  async function readColumn(columnId: string): Promise<void> {
    const isFirst = windowOf(columnId).stretches.length === 0
    const want = isFirst
      ? Math.max(pageSize, depths.get(columnId) ?? 0)
      : loaded(columnId) < deepest
        ? pageSize
        : largestPage
    depths.delete(columnId)
    try {
      if (isFirst) return await readStretch(columnId, { after: null, until: null, want })
      for (const stretch of neededOf(columnId)) {
        const { stretches, next } = windowOf(columnId)
        const at = stretches.indexOf(stretch)
        if (at === -1 || stretch.state === 'read') continue
        const until = stretches[at + 1]?.after ?? next
        await readStretch(columnId, {
          after: stretch.after,
          until,
          want: Math.min(Math.max(pageSize, stretch.ids.length), largestPage),
        })
      }
      const { next } = windowOf(columnId)
      if (wanting.delete(columnId) && next !== null)
        await readStretch(columnId, { after: next, until: null, want })
      lighten(columnId)
    } catch (error) {
      if (error instanceof Failure && !error.is('core.gone')) columnFailed(columnId, error)
      throw error
    }
  }

  /** Lets go of rows far from where somebody looks. */
  function lighten(columnId: string): void {
    const known = windowOf(columnId)
    const stretches = lightened(known.stretches, neededOf(columnId), heldAtMost)
    if (stretches !== known.stretches) putColumn(columnId, { ...known, stretches }, [])
  }

  const askColumn = (columnId: string) => pace.ask(`column ${columnId}`, () => readColumn(columnId))
  /** Something changed: nothing that was read counts any more. */
  function askColumns(): void {
    const columns = new Map(rows.getState().columns)
    for (const [id, known] of columns) columns.set(id, { ...known, stretches: aged(known.stretches) })
    rows.setState({ columns })
    for (const { id } of shown()) askColumn(id)
  }
  /** With nothing on screen yet, the first column waits for nothing: everything else comes after it. */
  function askFirstColumn(): void {
    const [first, ...others] = shown()
    if (!first) return askBeside()
    pace.ask(`column ${first.id}`, async () => {
      try {
        await readColumn(first.id)
      } finally {
        for (const column of others) askColumn(column.id)
        askBeside()
      }
    })
  }

  async function readTicket(): Promise<void> {
    const ticketId = session.getState().openTicketId
    if (ticketId === null) return
    try {
      const detail = await core.call('ticket.get', { ticketId })
      if (session.getState().openTicketId !== ticketId) return
      drafts.restored(ticketId, detail.drafts)
      rows.setState({ detail, detailFailure: null })
    } catch (error) {
      if (session.getState().openTicketId !== ticketId) return
      const wasThere = rows.getState().detail !== null || ticketId === restored
      if (error instanceof Failure && error.is('ticket.missing') && wasThere) {
        // It was there a moment ago, or before the restart: its brand or its person was removed.
        rows.setState({ detail: null, detailFailure: null })
        session.setState({ openTicketId: null, channel: null, composerWanted: null })
        return
      }
      if (error instanceof Failure && !error.is('core.gone')) {
        rows.setState({ detail: null, detailFailure: error })
        session.setState({ composerWanted: null })
      }
      throw error
    }
  }
  const askTicket = () => pace.ask('ticket', readTicket)

  async function readBrands(): Promise<void> {
    rows.setState({ brands: await core.call('brand.list', {}) })
  }
  const isEmpty = () => rows.getState().columns.size === 0
  /** Goes to where the console was before it was closed, unless somebody moved already. */
  function restore(place: Place | null, decks: readonly DeckView[]): void {
    const { begun, onlyBrandId } = session.getState()
    const there = begun || onlyBrandId !== null || place === null ? null : placeIn(place, decks)
    if (there === null || place === null) return
    for (const [columnId, { at }] of Object.entries(place.cursors))
      depths.set(columnId, Math.min(at + pageSize / 2, deepest))
    session.setState(there)
    restored = place.openTicketId
    askTicket()
  }
  /** A column in another order, or with another filter, begins anew: its places mean nothing any more. */
  function forgetReordered(decks: readonly DeckView[]): void {
    const before = new Map(
      rows.getState().decks.flatMap((deck) => deck.columns.map((column) => [column.id, column])),
    )
    const columns = new Map(rows.getState().columns)
    for (const { id, order, filter } of decks.flatMap((deck) => deck.columns)) {
      const known = before.get(id)
      const window = columns.get(id)
      if (!window || !known || (known.order === order && known.filter.text === filter.text)) continue
      const stretches: Stretch[] = [{ after: null, ids: window.ids, state: 'old' }]
      columns.set(id, { ...window, stretches, next: null })
    }
    rows.setState({ columns })
  }
  async function readDecks(): Promise<void> {
    try {
      const [decks, place] = await Promise.all([
        core.call('deck.list', {}),
        isEmpty() ? core.call('place.get', {}) : null,
      ])
      if (isEmpty()) restore(place, decks)
      forgetReordered(decks)
      rows.setState({ decks })
    } catch (error) {
      askBeside()
      throw error
    }
    if (isEmpty()) askFirstColumn()
    else askColumns()
  }
  async function readSession(): Promise<void> {
    rows.setState({ session: await core.call('session.get', {}) })
  }
  async function readHeld(): Promise<void> {
    rows.setState({ held: await core.call('outbox.held', {}) })
  }
  async function readLimits(): Promise<void> {
    rows.setState({ limits: await core.call('outbox.limits', {}) })
  }
  async function readPaletteUses(): Promise<void> {
    rows.setState({ paletteUses: await core.call('palette.uses', {}) })
  }
  async function readApps(): Promise<void> {
    rows.setState({ apps: await core.call('app.list', {}) })
  }
  async function readBackfills(): Promise<void> {
    rows.setState({ backfills: await core.call('backfill.list', {}) })
  }
  async function readSpend(): Promise<void> {
    if (session.getState().overlay?.kind !== 'money') {
      rows.setState({ spend: await core.call('money.today', {}) })
      return
    }
    const spending = await core.call('money.show', {})
    rows.setState({ spending, spend: spending.today })
  }
  async function readConnect(sessionId: string): Promise<void> {
    const known = rows.getState().connects.get(sessionId)
    const view = await core.call('connect.get', { sessionId }).catch((error: unknown) => {
      if (!known || !(error instanceof Failure) || !error.is('connect.expired')) throw error
      return { ...known, state: 'failed' as const, failure: toWire(error) }
    })
    rows.setState({ connects: new Map(rows.getState().connects).set(sessionId, view) })
  }

  const askOutbox = () => {
    pace.ask('held', readHeld)
    pace.ask('limits', readLimits)
  }
  /** What stands around the columns. */
  const askBeside = () => {
    pace.ask('brands', readBrands)
    pace.ask('apps', readApps)
    pace.ask('backfills', readBackfills)
    pace.ask('spend', readSpend)
    pace.ask('palette', readPaletteUses)
    askOutbox()
  }
  const askWorkspace = () => {
    pace.ask('decks', readDecks)
    pace.ask('session', readSession)
    if (!isEmpty()) askBeside()
  }

  return {
    changed(event) {
      const moved = event.ticketIds.length + event.jobIds.length + event.brandIds.length > 0
      if (event.session) askWorkspace()
      else if (moved) pace.ask('brands', readBrands)
      if (event.money && !event.session) pace.ask('spend', readSpend)
      if (event.brandIds.length > 0 && !event.session) {
        pace.ask('decks', readDecks)
        pace.ask('backfills', readBackfills)
      }
      if (moved) askColumns()
      if (event.jobIds.length > 0 && !event.session) {
        askOutbox()
        // How many are held by Stop is said there.
        if (rows.getState().session?.stopped) pace.ask('session', readSession)
      } else if (event.ticketIds.length > 0 && rows.getState().held.some(({ jobs }) => jobs.length > 0)) {
        // A message that waits for a decision tells what changed around it since.
        pace.ask('held', readHeld)
      }
      const open = session.getState().openTicketId
      if (open !== null && (event.ticketIds.includes(open) || event.jobIds.length > 0 || event.session))
        askTicket()
      for (const id of event.connectIds) if (rows.getState().connects.has(id)) this.follow(id)
    },
    reload() {
      askWorkspace()
      askTicket()
      // Core forgets sign-ins when it ends; those that were over by then have nothing more to tell.
      for (const [id, view] of rows.getState().connects)
        if (view.state === 'waiting' || view.state === 'verifying') this.follow(id)
    },
    clear() {
      pace.stop()
      rows.setState(noRows)
    },
    deckShown: askColumns,
    more(columnId) {
      wanting.add(columnId)
      askColumn(columnId)
    },
    seen(columnId, view) {
      views.set(columnId, view)
      if ([...neededOf(columnId)].some(({ state }) => state !== 'read')) askColumn(columnId)
    },
    ticketShown() {
      const { detail } = rows.getState()
      if (detail && detail.card.ticketId !== session.getState().openTicketId) {
        rows.setState({ detail: null, detailFailure: null })
      } else rows.setState({ detailFailure: null })
      askTicket()
    },
    follow: (sessionId) => pace.ask(`connect ${sessionId}`, () => readConnect(sessionId)),
    apps: () => pace.ask('apps', readApps),
    spendingShown: () => pace.ask('spend', readSpend),
    backfills: () => pace.ask('backfills', readBackfills),
    limits: () => pace.ask('limits', readLimits),
    taught(id) {
      const known = rows.getState().session
      if (known) rows.setState({ session: { ...known, trained: [...known.trained, id] } })
      core.call('keymap.taught', { command: id }).catch(told)
    },
    keysChosen(keymap) {
      const known = rows.getState().session
      if (known) rows.setState({ session: { ...known, keymap } })
      return core.call('keymap.set', { keymap })
    },
    chosenInPalette(key, now) {
      rows.setState({ paletteUses: usedOnce(rows.getState().paletteUses, key, now) })
      core.call('palette.use', { key }).catch(told)
    },
  }
}
