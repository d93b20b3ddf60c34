/**
 * @file Every open workspace and its windows. A workspace lives as long as its main window; the app ends with the last
 * one. Owns who is told what; what happens inside a workspace is `workspace.ts`, among its windows `window-set.ts`.
 */
import type { BaseWindow, BrowserWindow, WebContents } from 'electron'
import type { Clock } from '../shared/clock.ts'
import type { CommandId } from '../shared/commands.ts'
import { Failure } from '../shared/errors.ts'
import type { Outgoing } from '../shared/host-protocol.ts'
import type { WindowEvent, WindowView } from '../shared/window-protocol.ts'
import type { Badge } from './core-process.ts'
import type { FindMedia } from './protocol.ts'
import { front, windowSet, type WindowSet } from './window-set.ts'
import type { Workspace, WorkspacePlace } from './workspace.ts'

/** A window shows "opening" when its workspace takes longer than this: a keychain may be asking its person. */
const patienceMs = 1_000

/** How workspaces and windows are made. */
export type WorkspacesParts = {
  make(place: WorkspacePlace, hear: WorkspaceHear): Workspace
  show(place: WorkspacePlace, view: WindowView): BrowserWindow
  /** @throws Failure for a place that may not be opened here */
  allow(place: WorkspacePlace): void
  setBadge(count: number): void
  /** What has not left, over all workspaces, is another number than before. */
  onOutgoing(all: Outgoing): void
  /** Whether closing a workspace on this is worth a question. */
  leavesBehind(outgoing: Outgoing): boolean
  /** Asks whether a workspace may close that leaves `outgoing` behind; its window is in front. */
  mayLeave(outgoing: Outgoing, window: BrowserWindow | null): Promise<boolean>
  clock: Clock
}

/** What a workspace tells of itself. */
export type WorkspaceHear = {
  /** Tells the main window. */
  tell(event: WindowEvent): void
  /** Tells all windows of the workspace. */
  tellAll(event: WindowEvent): void
  onBadge(badge: Badge): void
  onOutgoing(outgoing: Outgoing): void
}

/** The open workspaces. */
export type Workspaces = {
  /** Starts of a workspace what needs no window, while Electron gets ready. @throws Failure as `allow` */
  prepare(place: WorkspacePlace): void
  /** Opens a workspace with its window, or brings that window to the front. @throws Failure as `allow` */
  enter(place: WorkspacePlace): void
  /** Opens `place` to look how many brands it has: with none, `otherwise` is entered instead. */
  enterUnlessEmpty(place: WorkspacePlace, otherwise: WorkspacePlace): Promise<void>
  /** The workspace that a window shows. @throws Failure `core.gone` for a window that is closing */
  of(window: WebContents): Workspace
  /** The windows of that workspace. @throws Failure `core.gone` likewise */
  windowsOf(window: WebContents): WindowSet
  /** Tells a command of the menu to `window`, or to the newest one when none is in front. */
  command(command: CommandId, window: BaseWindow | undefined): void
  tellAll(event: WindowEvent): void
  /** Brings a window beside the main one to the front that has the composer of a ticket; false when there is none. */
  goToTicket(ticketId: string): boolean
  /** Tells the main windows. */
  tellMain(event: WindowEvent): void
  /** Loads every window anew; each comes back to where it was. */
  reloadAll(): void
  /** What a media address stands for in an open workspace; null in one that is not open. */
  media(placeId: string, id: string): ReturnType<FindMedia>
  /** A window with a page for paper, in an open workspace. @throws Failure `core.gone` where it is not open */
  openPaper(placeId: string, reportId: string): BrowserWindow
  power(state: 'suspend' | 'resume'): void
  /** Freezes everything outgoing of all of them. @returns those whose core was there to do it at once */
  stop(): readonly Workspace[]
  /** Asks once, for all of them, whether the app may go. From a yes on no window asks again. */
  mayQuit(): Promise<boolean>
  /** Whether `mayQuit` would have to ask. */
  leavesBehind(): boolean
  /** The computer is going down: nobody is asked any more. */
  goWithoutAsking(): void
  /** Whether the main window of a workspace is the one that somebody works in. */
  isInFront(placeId: string): boolean
  /** Whether it has a window. */
  isShown(placeId: string): boolean
  /** Brings the newest window to the front; false when there is none. */
  focus(): boolean
  /** Asks every workspace to close; each has its own limit. */
  closeAll(): Promise<void>
}

type Entry = {
  workspace: Workspace
  windows: WindowSet
  outgoing: Outgoing
  /** Whether its window may close on messages that have not left. */
  mayClose: 'ask' | 'asking' | 'yes'
}

const nothing: Outgoing = { waiting: 0, scheduled: 0, nextScheduledAt: null, stopped: false }

const earlier = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? (one ?? other) : Math.min(one, other)

/** What has not left of several workspaces. */
const sum = (all: readonly Outgoing[]): Outgoing =>
  all.reduce(
    (one, other) => ({
      waiting: one.waiting + other.waiting,
      scheduled: one.scheduled + other.scheduled,
      nextScheduledAt: earlier(one.nextScheduledAt, other.nextScheduledAt),
      stopped: one.stopped || other.stopped,
    }),
    nothing,
  )

/** None open yet. */
export function workspaces(parts: WorkspacesParts): Workspaces {
  const { make, show, allow, setBadge, onOutgoing, leavesBehind, mayLeave, clock } = parts
  const open = new Map<string, Entry>()
  const badges = new Map<string, number>()
  let closing: Promise<unknown> = Promise.resolve()
  let going = false
  let prepared: Entry | null = null

  const outgoing = (): Outgoing => sum([...open.values()].map((entry) => entry.outgoing))

  const mains = (): BrowserWindow[] => [...open.values()].flatMap(({ windows }) => windows.main() ?? [])

  function entryOf(contents: WebContents): Entry {
    for (const entry of open.values()) if (entry.windows.has(contents)) return entry
    throw new Failure('core.gone', {})
  }

  function begin(place: WorkspacePlace): Entry {
    allow(place)
    const windows = windowSet((view) => show(place, view), clock)
    const entry: Entry = {
      windows,
      outgoing: nothing,
      mayClose: 'ask',
      workspace: make(place, {
        tell: (event) => windows.tell(event),
        tellAll: (event) => windows.tellAll(event),
        onBadge(badge) {
          badges.set(place.id, badge.needsReply)
          setBadge([...badges.values()].reduce((total, each) => total + each, 0))
        },
        onOutgoing(what) {
          entry.outgoing = what
          onOutgoing(outgoing())
        },
      }),
    }
    open.set(place.id, entry)
    return entry
  }

  /** The entry that was prepared for a place, once; else a new one. */
  function taken(place: WorkspacePlace): Entry {
    const entry = prepared?.workspace.place.id === place.id ? prepared : begin(place)
    prepared = null
    return entry
  }

  function showWindow(entry: Entry): void {
    if (entry.windows.main()) return
    const { place } = entry.workspace
    const window = entry.windows.openMain()
    window.on('close', (event) => {
      // Those beside it hand what was typed to core while core is there.
      if (going || entry.mayClose === 'yes' || !leavesBehind(entry.outgoing))
        return entry.windows.closeBeside()
      event.preventDefault()
      void askToClose(entry, window)
    })
    window.once('closed', () => void leave(place.id))
  }

  async function askToClose(entry: Entry, window: BrowserWindow): Promise<void> {
    if (entry.mayClose === 'asking') return
    entry.mayClose = 'asking'
    entry.mayClose = (await mayLeave(entry.outgoing, window)) ? 'yes' : 'ask'
    if (entry.mayClose === 'yes' && !window.isDestroyed()) window.close()
  }

  async function leave(id: string): Promise<void> {
    const entry = open.get(id)
    if (!entry) return
    open.delete(id)
    badges.delete(id)
    onOutgoing(outgoing())
    const ended = entry.workspace.close()
    closing = Promise.all([closing, ended])
    await ended
  }

  return {
    prepare(place) {
      const entry = begin(place)
      prepared = entry
      entry.workspace.prepare()
    },
    enter(place) {
      const there = open.get(place.id)?.windows.main()
      if (there) return front(there)
      const entry = taken(place)
      // A workspace that was just left must have let go of its lock. Its processes start before the window is made,
      // which keeps main busy for a while.
      void closing.then(() => {
        if (open.get(place.id) !== entry) return
        void entry.workspace.open()
        showWindow(entry)
      })
    },
    async enterUnlessEmpty(place, otherwise) {
      const entry = taken(place)
      const enough = clock.after(patienceMs, () => showWindow(entry))
      const brands = await entry.workspace.open()
      enough()
      if (brands !== 0) return showWindow(entry)
      this.enter(otherwise)
      const shown = entry.windows.main()
      if (shown) shown.close()
      else await leave(place.id)
    },
    of: (window) => entryOf(window).workspace,
    windowsOf: (window) => entryOf(window).windows,
    command(command, window) {
      for (const { windows } of open.values()) {
        const inFront = windows.all().find((each) => each === window)
        if (inFront) return windows.tell({ kind: 'command', command }, inFront)
      }
      const newest = [...open.values()].findLast(({ windows }) => windows.main() !== null)
      newest?.windows.tell({ kind: 'command', command })
    },
    tellAll(event) {
      for (const { windows } of open.values()) windows.tellAll(event)
    },
    goToTicket: (ticketId) => [...open.values()].some(({ windows }) => windows.goToTicket(ticketId)),
    tellMain(event) {
      for (const { windows } of open.values()) windows.tell(event)
    },
    reloadAll() {
      for (const { windows } of open.values()) for (const window of windows.all()) window.webContents.reload()
    },
    async media(placeId, id) {
      const workspace = open.get(placeId)?.workspace
      const file = (await workspace?.media(id)) ?? null
      return workspace && file ? { file, folder: workspace.place.folder } : null
    },
    openPaper(placeId, reportId) {
      const entry = open.get(placeId)
      if (!entry) throw new Failure('core.gone', {})
      return entry.windows.openPaper(reportId)
    },
    power(state) {
      for (const { workspace } of open.values()) workspace.power(state)
    },
    stop: () => [...open.values()].map(({ workspace }) => workspace).filter((workspace) => workspace.stop()),
    leavesBehind: () => !going && leavesBehind(outgoing()),
    async mayQuit() {
      if (await mayLeave(outgoing(), mains().at(-1) ?? null)) going = true
      return going
    },
    goWithoutAsking() {
      going = true
    },
    isInFront: (placeId) => open.get(placeId)?.windows.main()?.isFocused() ?? false,
    isShown: (placeId) => (open.get(placeId)?.windows.main() ?? null) !== null,
    focus() {
      const window = mains().at(-1)
      if (window) front(window)
      return window !== undefined
    },
    async closeAll() {
      await Promise.all([...open.keys()].map(leave))
      await closing
    },
  }
}
