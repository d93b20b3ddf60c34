/**
 * @file The only writer of rows that core owns. Events carry ids, never content: what is on screen and stale is read
 * again, at a bearable pace. Which row stands in which column is never decided here.
 */
import type { Clock } from '../../shared/clock.ts'
import type { CommandId } from '../../shared/commands.ts'
import { usedOnce } from '../../shared/domain/palette.ts'
import type { ChangeEvent } from '../../shared/contract/contract.ts'
import type { DeckView } from '../../shared/domain/deck.ts'
import type { Place } from '../../shared/domain/place.ts'
import { Failure, toWire } from '../../shared/errors.ts'
import type { Keymap } from '../../shared/keymap.ts'
import { columnReader, pageSize } from './column-reader.ts'
import type { Core } from './core.ts'
import type { Drafts } from './drafts.ts'
import { earlierReader } from './earlier-reader.ts'
import { paced, type Pace } from './paced.ts'
import { placeIn } from './place.ts'
import { deckOf, noRows, type Rows, type RowsStore } from './rows.ts'
import { asBefore } from './same.ts'
import type { SessionStore } from './session.ts'
import type { View } from './stretches.ts'

export type Apply = {
  changed(event: ChangeEvent): void
  /** Reads everything that is on screen anew. */
  reload(): void
  /** Forgets all rows: the workspace is gone. */
  clear(): void
  /** Reads the columns of the deck that came on screen. */
  deckShown(): void
  /** What is muted or folded in a column is shown from now on, or is not any more. */
  columnTurned(columnId: string): void
  /** Reads the next page of a column. */
  more(columnId: string): void
  /** A column was scrolled into sight, or out of it. */
  inSight(columnId: string, isIn: boolean): void
  /** Other rows of a column came on screen. */
  seen(columnId: string, view: View): void
  /** Reads the ticket that came into the pane. */
  ticketShown(): void
  /** What was said in other tickets is wanted above the open one's messages, or no more. */
  earlierShown(): void
  /** Reads the page before what is loaded of that. */
  earlierMore(): void
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

const gapMs = 100
/** Columns that are scrolled out of sight follow at this pace. */
const awayGapMs = 2_000

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

  const columns = columnReader({ core, rows, session })
  /** What is as before stays the same object, and is not drawn again. */
  const put = (read: Partial<Rows>): void => rows.setState(asBefore<Partial<Rows>>(rows.getState(), read))
  function counted(what: keyof Rows['reads']): void {
    const { reads } = rows.getState()
    rows.setState({ reads: { ...reads, [what]: reads[what] + 1 } })
  }
  const shown = () => deckOf(rows.getState(), session.getState().deckId)?.columns ?? []

  /** The ticket that was open before the restart. */
  let restored: string | null = null

  /** Columns of the deck that are out of sight. */
  const away = new Set<string>()
  const askColumn = (columnId: string, how?: Pace) =>
    pace.ask(`column ${columnId}`, () => columns.read(columnId), how)
  /** Something changed: nothing that was read counts any more. @param urgent somebody did it, and waits to see it */
  function askColumns(urgent = false): void {
    columns.age()
    for (const { id } of shown()) askColumn(id, away.has(id) ? { gap: awayGapMs } : { urgent })
  }
  /** With nothing on screen yet, the first column waits for nothing: everything else comes after it. */
  function askFirstColumn(): void {
    const [first, ...others] = shown()
    if (!first) return askBeside()
    pace.ask(`column ${first.id}`, async () => {
      try {
        await columns.read(first.id)
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
      const asked = drafts.moment(ticketId)
      const detail = await core.call('ticket.get', { ticketId })
      if (session.getState().openTicketId !== ticketId) return
      drafts.restored(ticketId, detail.drafts, asked)
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
  const earlier = earlierReader({ core, rows, session })
  const askEarlier = (how?: Pace) => pace.ask('earlier', earlier.read, how)

  async function readBrands(): Promise<void> {
    put({ brands: await core.call('brand.list', {}) })
    counted('brands')
  }
  const isEmpty = () => rows.getState().columns.size === 0
  /** Goes to where the console was before it was closed, unless somebody moved already. */
  function restore(place: Place | null, decks: readonly DeckView[]): void {
    const { begun, onlyBrandId } = session.getState()
    const there = begun || onlyBrandId !== null || place === null ? null : placeIn(place, decks)
    if (there === null || place === null) return
    for (const [columnId, { at }] of Object.entries(place.cursors)) columns.reach(columnId, at + pageSize / 2)
    session.setState(there)
    restored = place.openTicketId
    askTicket()
  }
  async function readDecks(): Promise<void> {
    const { kind } = session.getState().view
    // A window of one ticket has none.
    if (kind === 'ticket') return askBeside()
    try {
      const [decks, place] = await Promise.all([
        core.call('deck.list', {}),
        isEmpty() && kind === 'main' ? core.call('place.get', {}) : null,
      ])
      if (isEmpty()) restore(place, decks)
      columns.reordered(rows.getState().decks, decks)
      rows.setState({ decks: asBefore(rows.getState().decks, decks) })
    } catch (error) {
      askBeside()
      throw error
    }
    if (isEmpty()) askFirstColumn()
    else askColumns()
  }
  async function readSession(): Promise<void> {
    put({ session: await core.call('session.get', {}) })
    counted('session')
  }
  async function readHeld(): Promise<void> {
    put({ held: await core.call('outbox.held', {}) })
  }
  async function readLimits(): Promise<void> {
    put({ limits: await core.call('outbox.limits', {}) })
  }
  async function readPaletteUses(): Promise<void> {
    put({ paletteUses: await core.call('palette.uses', {}) })
  }
  async function readApps(): Promise<void> {
    put({ apps: await core.call('app.list', {}) })
  }
  async function readBackfills(): Promise<void> {
    put({ backfills: await core.call('backfill.list', {}) })
  }
  async function readSpend(): Promise<void> {
    if (session.getState().overlay?.kind !== 'money') {
      put({ spend: await core.call('money.today', {}) })
      return
    }
    const spending = await core.call('money.show', {})
    put({ spending, spend: spending.today })
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

  /** The ticket in the pane, and those that were dealt with last. */
  const isAtHand = (ticketId: string): boolean => {
    const { openTicketId, dealtWith } = session.getState()
    return ticketId === openTicketId || dealtWith.includes(ticketId)
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
      if (moved) askColumns(event.jobIds.length > 0 || event.ticketIds.some(isAtHand))
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
      if (earlier.shows(event.ticketIds) || event.session) askEarlier()
      for (const id of event.connectIds) if (rows.getState().connects.has(id)) this.follow(id)
    },
    reload() {
      askWorkspace()
      askTicket()
      askEarlier()
      // Core forgets sign-ins when it ends; those that were over by then have nothing more to tell.
      for (const [id, view] of rows.getState().connects)
        if (view.state === 'waiting' || view.state === 'verifying') this.follow(id)
    },
    clear() {
      pace.stop()
      columns.clear()
      rows.setState(noRows)
    },
    deckShown: () => askColumns(true),
    columnTurned(columnId) {
      columns.age(columnId)
      askColumn(columnId, { urgent: true })
    },
    more(columnId) {
      columns.want(columnId)
      askColumn(columnId, { urgent: true })
    },
    inSight(columnId, isIn) {
      if (!isIn) return void away.add(columnId)
      if (away.delete(columnId) && columns.isOld(columnId)) askColumn(columnId, { urgent: true })
    },
    seen(columnId, view) {
      columns.seen(columnId, view)
      if (columns.isOld(columnId)) askColumn(columnId, { urgent: true })
    },
    ticketShown() {
      const { detail } = rows.getState()
      if (detail && detail.card.ticketId !== session.getState().openTicketId) {
        rows.setState({ detail: null, detailFailure: null })
      } else rows.setState({ detailFailure: null })
      askTicket()
    },
    earlierShown: () => askEarlier({ urgent: true }),
    earlierMore: () => pace.ask('earlier more', earlier.more, { urgent: true }),
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
