/** @file One window: how it is made, where it stands, what it is called. What it shows is the renderer's. */
import { join } from 'node:path'
import { app, BrowserWindow, screen, session, type Session } from 'electron'
import { appPage } from './app-address.ts'
import { localeOf } from '../shared/language.ts'
import type { LogFile } from './log-file.ts'
import { serveApp, type FindMedia } from './protocol.ts'
import { cutNetwork } from './security/network.ts'
import { limitPermissions } from './security/permissions.ts'
import type { Bounds, SettingsFile } from './settings.ts'
import { groundColor } from './theme.ts'
import type { WindowView } from '../shared/window-protocol.ts'
import type { WorkspacePlace } from './workspace.ts'
import { word } from './words.ts'

/** The size that a window has at first, and the least. */
const sizes = {
  main: { width: 1440, height: 900, minWidth: 1024, minHeight: 700 },
  deck: { width: 1440, height: 900, minWidth: 1024, minHeight: 700 },
  ticket: { width: 860, height: 900, minWidth: 640, minHeight: 600 },
  paper: { width: 860, height: 1200, minWidth: 640, minHeight: 600 },
} as const satisfies Record<WindowView['kind'], object>

/** A renderer that dies this soon after its last death is not brought back. */
const crashLoopMs = 10_000

/** Where the built files of a window lie. */
export type WindowFiles = { preload: string; renderer: string }

/**
 * Opens a window of a workspace; it shows itself once it has something to show, one for paper never. Where the main one stood is kept; one
 * beside it stands where the system puts it, and is gone for good with its page.
 */
export function openWindow(
  place: WorkspacePlace,
  kind: WindowView['kind'],
  files: WindowFiles,
  settings: SettingsFile,
  log: LogFile,
  findMedia: FindMedia,
): BrowserWindow {
  const bounds = kind === 'main' ? visible(settings.get().windows[place.id]) : null
  const window = new BrowserWindow({
    ...sizes[kind],
    ...(bounds ? { x: bounds.x, y: bounds.y, width: bounds.width, height: bounds.height } : {}),
    title: titleOf(place),
    backgroundColor: groundColor(),
    show: false,
    webPreferences: {
      preload: files.preload,
      session: sessionOf(place, files, findMedia, settings),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      spellcheck: true,
    },
  })
  if (bounds?.maximized) window.maximize()
  if (kind !== 'paper') window.once('ready-to-show', () => window.show())
  window.on('page-title-updated', (event) => event.preventDefault())
  if (kind === 'main') keepBounds(window, place, settings)
  // Whoever waits for a page that died asks for it again.
  if (kind !== 'paper') bringBack(window, kind, log)
  void window.loadURL(appPage).catch((error: unknown) => {
    if (!window.isDestroyed())
      log.line(`the page did not load: ${error instanceof Error ? error.message : 'unknown'}`)
  })
  return window
}

/** Calls a window by what it shows. */
export const nameWindow = (window: BrowserWindow, place: WorkspacePlace, shown: string): void =>
  window.setTitle([shown, titleOf(place)].filter(Boolean).join(' — '))

function keepBounds(window: BrowserWindow, place: WorkspacePlace, settings: SettingsFile): void {
  window.on('close', () => {
    const { x, y, width, height } = window.getNormalBounds()
    const windows = {
      ...settings.get().windows,
      [place.id]: { x, y, width, height, maximized: window.isMaximized() },
    }
    settings.change({ windows })
  })
}

/** Switchboard's name and what is open in this window. */
function titleOf(place: WorkspacePlace): string {
  const name = 'Switchboard'
  if (place.kind === 'practice') return `${word('practice.label')} — ${name}`
  return place.kind === 'loopback' ? `${place.stamp} — ${name}` : name
}

const prepared = new WeakSet<Session>()

/** Each workspace has a session of its own, in memory: nothing that a window shows is cached on disk. */
function sessionOf(
  place: WorkspacePlace,
  files: WindowFiles,
  findMedia: FindMedia,
  settings: SettingsFile,
): Session {
  const own = session.fromPartition(`workspace-${place.id}`)
  if (!prepared.has(own)) {
    prepared.add(own)
    serveApp(own, files.renderer, findMedia, () => localeOf(settings.get().language, app.getLocale()))
    limitPermissions(own)
    cutNetwork(own)
  }
  return own
}

/** The bounds, if enough of them is on a screen that is still there. */
function visible(bounds: Bounds | undefined): Bounds | null {
  if (!bounds) return null
  const { workArea } = screen.getDisplayMatching(bounds)
  const across =
    Math.min(bounds.x + bounds.width, workArea.x + workArea.width) - Math.max(bounds.x, workArea.x)
  const titleBarIsThere = bounds.y >= workArea.y && bounds.y < workArea.y + workArea.height - 40
  return across >= 200 && titleBarIsThere ? bounds : null
}

function bringBack(window: BrowserWindow, kind: WindowView['kind'], log: LogFile): void {
  let lastDeath = -crashLoopMs
  window.webContents.on('render-process-gone', (_gone, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    const now = performance.now()
    const again = now - lastDeath >= crashLoopMs
    lastDeath = now
    log.line(`a window's renderer is gone (${reason})${again ? ': loaded again' : ''}`)
    if (again) window.webContents.reload()
    // A dead page must not keep a ticket from the main window.
    else if (kind !== 'main') window.destroy()
  })
}

/** The built files of windows under the app's folder. */
export function windowFiles(appFolder: string): WindowFiles {
  return { preload: join(appFolder, 'out/preload/index.cjs'), renderer: join(appFolder, 'out/renderer') }
}
