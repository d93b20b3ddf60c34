/**
 * @file Every open workspace and its window: one window each. A workspace lives as long as its window; the app ends
 * with the last one. Owns who is told what; what happens inside a workspace is `workspace.ts`.
 */
import type { BaseWindow, BrowserWindow, WebContents } from 'electron'
import type { Clock } from '../shared/clock.ts'
import type { CommandId } from '../shared/commands.ts'
import { Failure } from '../shared/errors.ts'
import type { WindowEvent } from '../shared/window-protocol.ts'
import type { Badge } from './core-process.ts'
import type { Workspace, WorkspacePlace } from './workspace.ts'

/** The channel on which main tells windows things; the preload script knows the same word. */
const eventChannel = 'window.event'

/** A window shows "opening" when its workspace takes longer than this: a keychain may be asking its person. */
const patienceMs = 1_000

/** How workspaces and windows are made; `show` is called by `enter` alone. */
export type WorkspacesParts = {
  make(place: WorkspacePlace, tell: (event: WindowEvent) => void, onBadge: (badge: Badge) => void): Workspace
  show(place: WorkspacePlace): BrowserWindow
  /** @throws Failure for a place that may not be opened here */
  allow(place: WorkspacePlace): void
  setBadge(count: number): void
  clock: Clock
}

/** The open workspaces. */
export type Workspaces = {
  /** Opens a workspace with its window, or brings that window to the front. @throws Failure as `allow` */
  enter(place: WorkspacePlace): void
  /** Opens `place` to look how many brands it has: with none, `otherwise` is entered instead. */
  enterUnlessEmpty(place: WorkspacePlace, otherwise: WorkspacePlace): Promise<void>
  /** The workspace that a window shows. @throws Failure `core.gone` for a window that is closing */
  of(window: WebContents): Workspace
  /** Tells a command of the menu to `window`, or to the newest one when none is in front. */
  command(command: CommandId, window: BaseWindow | undefined): void
  tellAll(event: WindowEvent): void
  power(state: 'suspend' | 'resume'): void
  /** Brings the newest window to the front; false when there is none. */
  focus(): boolean
  /** Asks every workspace to close; each has its own limit. */
  closeAll(): Promise<void>
}

type Entry = { workspace: Workspace; window: BrowserWindow | null }

/** None open yet. */
export function workspaces({ make, show, allow, setBadge, clock }: WorkspacesParts): Workspaces {
  const open = new Map<string, Entry>()
  const badges = new Map<string, number>()
  let closing: Promise<unknown> = Promise.resolve()

  function tell(window: BrowserWindow | null, event: WindowEvent): void {
    if (window && !window.isDestroyed()) window.webContents.send(eventChannel, event)
  }

  function begin(place: WorkspacePlace): Entry {
    allow(place)
    const entry: Entry = {
      window: null,
      workspace: make(
        place,
        (event) => tell(entry.window, event),
        (badge) => {
          badges.set(place.id, badge.needsReply)
          setBadge([...badges.values()].reduce((sum, each) => sum + each, 0))
        },
      ),
    }
    open.set(place.id, entry)
    return entry
  }

  function showWindow(entry: Entry): void {
    if (entry.window) return
    const { place } = entry.workspace
    entry.window = show(place)
    entry.window.once('closed', () => {
      entry.window = null
      void leave(place.id)
    })
  }

  async function leave(id: string): Promise<void> {
    const entry = open.get(id)
    if (!entry) return
    open.delete(id)
    badges.delete(id)
    const ended = entry.workspace.close()
    closing = Promise.all([closing, ended])
    await ended
  }

  function front(window: BrowserWindow): void {
    if (window.isMinimized()) window.restore()
    window.show()
    window.focus()
  }

  return {
    enter(place) {
      const there = open.get(place.id)
      if (there?.window) return front(there.window)
      const entry = begin(place)
      // A workspace that was just left must have let go of its lock. Its processes start before the window is made,
      // which keeps main busy for a while.
      void closing.then(() => {
        if (open.get(place.id) !== entry) return
        void entry.workspace.open()
        showWindow(entry)
      })
    },
    async enterUnlessEmpty(place, otherwise) {
      const entry = begin(place)
      const enough = clock.after(patienceMs, () => showWindow(entry))
      const brands = await entry.workspace.open()
      enough()
      if (brands !== 0) return showWindow(entry)
      this.enter(otherwise)
      if (entry.window) entry.window.close()
      else await leave(place.id)
    },
    of(window) {
      for (const { workspace, window: own } of open.values()) {
        if (own && !own.isDestroyed() && own.webContents === window) return workspace
      }
      throw new Failure('core.gone', {})
    },
    command(command, window) {
      const windows = [...open.values()].map((entry) => entry.window)
      const target =
        windows.find((each) => each !== null && each === window) ?? windows.findLast((each) => each !== null)
      tell(target ?? null, { kind: 'command', command })
    },
    tellAll(event) {
      for (const { window } of open.values()) tell(window, event)
    },
    power(state) {
      for (const { workspace } of open.values()) workspace.power(state)
    },
    focus() {
      const window = [...open.values()].map((entry) => entry.window).findLast((each) => each !== null)
      if (window) front(window)
      return window !== undefined
    },
    async closeAll() {
      await Promise.all([...open.keys()].map(leave))
      await closing
    },
  }
}
