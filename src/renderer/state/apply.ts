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
/** Nobody is put back further down a column than this. */
const deepest = 1_000
const gapMs = 100

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

  const shown = () => deckOf(rows.getState(), session.getState().deckId)?.columns ?? []

  function putColumn(
    columnId: string,
    read: readonly ColumnRow[],
    page: Pick<ColumnPage, 'next' | 'total'>,
    looking: boolean,
  ): void {
    const state = rows.getState()
    const before = state.columns.get(columnId)?.ids ?? []
    const ids = read.map((row) => row.id)
    const columns = new Map(state.columns)
    columns.set(columnId, { ids, next: page.next, total: page.total, looking, failure: null })
    const all = new Map(state.rows)
    for (const row of read) all.set(row.id, row)
    const kept = new Set([...columns.values()].flatMap((column) => column.ids))
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
    const known: ColumnWindow = columns.get(columnId) ?? {
      ids: [],
      next: null,
      total: 0,
      looking: false,
      failure: null,
    }
    columns.set(columnId, { ...known, looking: false, failure })
    rows.setState({ columns })
  }

  /** How many rows the first read of a column takes, to reach where its cursor was. */
  const depths = new Map<string, number>()
  /** The ticket that was open before the restart. */
  let restored: string | null = null

  const loaded = (columnId: string): number => rows.getState().columns.get(columnId)?.ids.length ?? 0

  /** Reads a run from the top that is at least as long as what is loaded, plus `extra` rows. */
  async function readColumn(columnId: string, extra: number): Promise<void> {
    const want = Math.max(pageSize, loaded(columnId) + extra, depths.get(columnId) ?? 0)
    depths.delete(columnId)
    const read: ColumnRow[] = []
    const seen = new Set<string>()
    let after: string | null = null
    try {
      for (;;) {
        const limit = Math.min(want - read.length, largestPage)
        const page: ColumnPage = await core.call('column.page', { columnId, after, limit })
        for (const row of page.rows) {
          // A row that moved down between two pages comes twice.
          if (!seen.has(row.id)) read.push(row)
          seen.add(row.id)
        }
        after = page.next
        if (after === null || read.length >= want) {
          putColumn(columnId, read, page, false)
          return
        }
        // Only a filter gives less than was asked for and goes on: what it has found by now is worth showing.
        if (page.rows.length < limit && read.length > loaded(columnId)) putColumn(columnId, read, page, true)
      }
    } catch (error) {
      if (error instanceof Failure && !error.is('core.gone')) columnFailed(columnId, error)
      throw error
    }
  }

  const askColumn = (columnId: string, extra = 0) =>
    pace.ask(`column ${columnId}`, () => readColumn(columnId, extra))
  const askColumns = () => shown().forEach((column) => askColumn(column.id))
  /** With nothing on screen yet, the first column waits for nothing: everything else comes after it. */
  function askFirstColumn(): void {
    const [first, ...others] = shown()
    if (!first) return askBeside()
    pace.ask(`column ${first.id}`, async () => {
      try {
        await readColumn(first.id, 0)
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
  async function readDecks(): Promise<void> {
    try {
      const [decks, place] = await Promise.all([
        core.call('deck.list', {}),
        isEmpty() ? core.call('place.get', {}) : null,
      ])
      if (isEmpty()) restore(place, decks)
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
    more: (columnId) => askColumn(columnId, pageSize),
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
