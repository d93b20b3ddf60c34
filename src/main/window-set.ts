/**
 * @file The windows of one workspace: the main one, and those beside it that show one deck or one ticket. Owns what each
 * shows, which has the composer of which ticket, and who is told what; how a window is made is `window.ts`.
 */
import type { BrowserWindow, WebContents } from 'electron'
import type { Clock } from '../shared/clock.ts'
import { Failure } from '../shared/errors.ts'
import type { OtherWindows, WindowEvent, WindowView } from '../shared/window-protocol.ts'
import { holders } from './holders.ts'

/** The channel on which main tells windows things; the preload script knows the same word. */
const eventChannel = 'window.event'

/** A window that does not say for so long that it hides what it was told to hide is not trusted to. */
const hideMs = 2_000

/** What a window beside the main one shows. */
export type BesideView = Exclude<WindowView, { kind: 'main' | 'paper' }>

export type WindowSet = {
  main(): BrowserWindow | null
  /** The main one first. */
  all(): readonly BrowserWindow[]
  /** @throws Failure `core.gone` for a window that is closing, or is none of these */
  find(contents: WebContents): BrowserWindow
  has(contents: WebContents): boolean
  openMain(): BrowserWindow
  /** A window for a deck; for a ticket as well, unless another window than `asker` has its composer: that comes to the front. */
  openBeside(view: BesideView, asker: WebContents): void
  /** A window that nobody sees, with a page for paper: none of `all`, and told nothing. It goes with the main one. */
  openPaper(reportId: string): BrowserWindow
  closeBeside(): void
  /** The page of a window begins, also anew: what it had taken is free again. @returns what it shows, and what of the others counts */
  begins(contents: WebContents): { view: WindowView; others: OtherWindows }
  isMain(contents: WebContents): boolean
  take(contents: WebContents, ticketId: string): { taken: boolean; alone: boolean }
  release(contents: WebContents, ticketId: string): void
  /** Brings the window beside the main one to the front that has a ticket's composer; false when there is none. */
  goToTicket(ticketId: string): boolean
  tell(event: WindowEvent, window?: BrowserWindow | null): void
  tellAll(event: WindowEvent): void
  /** Tells all but the window that says so. */
  tellOthers(contents: WebContents, event: WindowEvent): void
  /** Tells the others to show one brand alone; resolves once they do, or are closed. */
  showOnly(contents: WebContents, brandId: string | null): Promise<void>
  /** A window shows what it was told to. */
  shows(contents: WebContents, brandId: string | null): void
}

export function front(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

/** @param show makes a window */
export function windowSet(show: (view: WindowView) => BrowserWindow, clock: Pick<Clock, 'after'>): WindowSet {
  let main: BrowserWindow | null = null
  const beside = new Map<BrowserWindow, BesideView>()
  const papers = new Map<BrowserWindow, WindowView>()
  const tickets = holders<BrowserWindow>()
  /** Windows whose page asked what it shows: they may have something on screen. */
  const begun = new Set<BrowserWindow>()
  /** Windows that were told to hide what is not of one brand, and have not said that they do. */
  const hiding = new Map<BrowserWindow, { brandId: string; done: (hides: boolean) => void }>()

  const all = (): BrowserWindow[] =>
    [main, ...beside.keys()].flatMap((window) => (window === null || window.isDestroyed() ? [] : [window]))
  const known = (contents: WebContents): BrowserWindow | undefined =>
    [...all(), ...papers.keys()].find((window) => !window.isDestroyed() && window.webContents === contents)

  function find(contents: WebContents): BrowserWindow {
    const window = known(contents)
    if (!window) throw new Failure('core.gone', {})
    return window
  }

  function tell(event: WindowEvent, window: BrowserWindow | null = main): void {
    if (window && !window.isDestroyed()) window.webContents.send(eventChannel, event)
  }

  const othersOf = (window: BrowserWindow): OtherWindows => ({
    alone: all().length < 2,
    elsewhere: tickets.elsewhere(window),
  })
  /** @param but the window that did it: for itself nothing changed */
  const tellHeld = (but: BrowserWindow | null = null): void => {
    for (const window of all()) if (window !== but) tell({ kind: 'others', others: othersOf(window) }, window)
  }

  function left(window: BrowserWindow): void {
    tickets.leave(window)
    begun.delete(window)
    hiding.get(window)?.done(true)
    tellHeld()
  }

  /** @returns whether the window hides it, or is gone */
  const hides = (window: BrowserWindow, brandId: string): Promise<boolean> =>
    new Promise((resolve) => {
      hiding.get(window)?.done(true)
      const cancel = clock.after(hideMs, () => done(false))
      const done = (does: boolean): void => {
        cancel()
        hiding.delete(window)
        resolve(does)
      }
      hiding.set(window, { brandId, done })
    })

  const closeBeside = (): void => {
    for (const window of beside.keys()) if (!window.isDestroyed()) window.close()
  }

  return {
    main: () => main,
    all,
    find,
    has: (contents) => known(contents) !== undefined,
    openMain() {
      const window = show({ kind: 'main' })
      main = window
      window.once('closed', () => {
        main = null
        left(window)
        closeBeside()
        for (const paper of papers.keys()) if (!paper.isDestroyed()) paper.destroy()
        // One that hangs would stay, and hold up the end.
        clock.after(hideMs, () => {
          for (const one of beside.keys()) if (!one.isDestroyed()) one.destroy()
        })
      })
      return window
    },
    openBeside(view, asker) {
      const from = find(asker)
      if (view.kind === 'ticket') {
        const has = tickets.of(view.ticketId)
        if (has !== null && (has !== from || beside.get(has)?.kind === 'ticket')) return front(has)
      }
      const window = show(view)
      beside.set(window, view)
      window.once('closed', () => {
        beside.delete(window)
        left(window)
      })
      if (view.kind === 'ticket') {
        // Whoever asks has kept what was typed there.
        tickets.release(from, view.ticketId)
        tickets.take(window, view.ticketId)
      }
      tellHeld()
    },
    openPaper(reportId) {
      const view = { kind: 'paper' as const, reportId }
      const window = show(view)
      papers.set(window, view)
      window.once('closed', () => papers.delete(window))
      return window
    },
    closeBeside,
    begins(contents) {
      const window = find(contents)
      const paper = papers.get(window)
      if (paper) return { view: paper, others: { alone: true, elsewhere: [] } }
      const view = beside.get(window) ?? { kind: 'main' as const }
      tickets.leave(window, view.kind === 'ticket' ? view.ticketId : undefined)
      begun.add(window)
      tellHeld(window)
      return { view, others: othersOf(window) }
    },
    isMain: (contents) => find(contents) === main,
    take(contents, ticketId) {
      const window = find(contents)
      const taken = tickets.take(window, ticketId)
      // A window of one ticket may go on to another, and comes back there when it is loaded anew.
      if (taken && beside.get(window)?.kind === 'ticket') beside.set(window, { kind: 'ticket', ticketId })
      if (taken) tellHeld(window)
      return { taken, alone: all().length < 2 }
    },
    release(contents, ticketId) {
      const window = find(contents)
      tickets.release(window, ticketId)
      tellHeld(window)
    },
    goToTicket(ticketId) {
      const has = tickets.of(ticketId)
      if (has === null || has === main) return false
      front(has)
      return true
    },
    tell,
    tellAll(event) {
      for (const window of all()) tell(event, window)
    },
    tellOthers(contents, event) {
      for (const window of all()) if (window.webContents !== contents) tell(event, window)
    },
    async showOnly(contents, brandId) {
      const others = all().filter((window) => window.webContents !== contents && begun.has(window))
      const answers = others.map(async (window) => {
        tell({ kind: 'client-safe', brandId }, window)
        if (brandId === null) hiding.get(window)?.done(true)
        if (brandId === null || (await hides(window, brandId)) || window.isDestroyed()) return
        // It may hang with another brand on screen: it is ended, and comes back as after any other end.
        if (window === main) window.webContents.forcefullyCrashRenderer()
        else window.destroy()
      })
      await Promise.all(answers)
    },
    shows(contents, brandId) {
      const asked = hiding.get(find(contents))
      if (asked?.brandId === brandId) asked.done(true)
    },
  }
}
