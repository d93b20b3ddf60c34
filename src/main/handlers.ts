/** @file What main does for a window that asks: one handler per method of `shared/window-protocol.ts`. */
import type { WebContents } from 'electron'
import type { Handlers } from '../shared/rpc.ts'
import type { WindowInfo, WindowMethods } from '../shared/window-protocol.ts'
import type { Presence } from './presence.ts'
import type { Runtime } from './runtime.ts'
import { chooseFolder } from './choose-folder.ts'
import { pageAsPdf } from './page-pdf.ts'
import { printPage } from './print-page.ts'
import type { ReportWriter } from './report-writer.ts'
import { saveFile } from './save-file.ts'
import type { SettingsFile } from './settings.ts'
import { chooseTheme } from './theme.ts'
import { nameWindow } from './window.ts'
import type { WorkspacePlace } from './workspace.ts'
import type { Keymap } from '../shared/keymap.ts'
import type { Workspaces } from './workspaces.ts'

/** What the handlers reach for. */
export type HandlersParts = {
  shown: Workspaces
  places: { practice: WorkspacePlace; live: WorkspacePlace }
  runtime: Runtime
  settings: SettingsFile
  presence: Presence
  papers: Pick<ReportWriter, 'stands'>
  /** The computer is to be kept awake for scheduled posts, or no longer. */
  onKeepAwake(): void
  /** Another language was chosen. */
  onLanguage(): Promise<void>
  /** Who sits at a window works with these keys. */
  onKeymap(keymap: Keymap): void
  /** The ticket of a link that nobody has opened yet; null from then on. */
  takeLinked(): string | null
  /** A window's first column has content on screen. */
  onPainted(window: WebContents): Promise<void>
}

const platforms: Partial<Record<NodeJS.Platform, 'mac' | 'windows'>> = { darwin: 'mac', win32: 'windows' }

/** What a window whose page begins has to know. What is told once is told to the main one. */
function infoOf(
  { shown, runtime, settings, presence, takeLinked }: HandlersParts,
  window: WebContents,
): WindowInfo {
  const workspace = shown.of(window)
  const windows = shown.windowsOf(window)
  const isMain = windows.isMain(window)
  const begun = windows.begins(window)
  return {
    ...begun,
    workspaceId: workspace.place.id,
    kind: workspace.place.kind,
    xOrigin: workspace.xOrigin(),
    fallbackRuntime: runtime.fallback,
    electronVersion: runtime.electron,
    sandboxed: runtime.sandboxed,
    platform: platforms[process.platform] ?? 'linux',
    theme: settings.get().theme,
    keepAwake: settings.get().keepAwake,
    presence: presence.view(),
    state: workspace.state(),
    // Nobody sees a page for paper, and whoever it is for is one client.
    onlyBrandId: begun.view.kind === 'paper' ? null : workspace.onlyBrandId(),
    linkedTicketId: isMain ? takeLinked() : null,
    settingsKeptAs: isMain ? settings.keptAs : null,
  }
}

/** Handlers of what windows of one workspace have to do with each other. */
function betweenWindows(
  shown: Workspaces,
): Pick<
  Handlers<WindowMethods, WebContents>,
  | 'window.client-safe'
  | 'window.client-safe-shown'
  | 'window.open-ticket'
  | 'window.open-deck'
  | 'window.take'
  | 'window.release'
  | 'window.title'
  | 'window.touched'
  | 'window.close'
> {
  return {
    async 'window.client-safe'({ brandId }, window) {
      shown.of(window).showOnly(brandId)
      await shown.windowsOf(window).showOnly(window, brandId)
      return {}
    },
    'window.client-safe-shown'({ brandId }, window) {
      shown.windowsOf(window).shows(window, brandId)
      return {}
    },
    'window.open-ticket'({ ticketId }, window) {
      shown.windowsOf(window).openBeside({ kind: 'ticket', ticketId }, window)
      return {}
    },
    'window.open-deck'({ deckId }, window) {
      shown.windowsOf(window).openBeside({ kind: 'deck', deckId }, window)
      return {}
    },
    'window.take': ({ ticketId }, window) => shown.windowsOf(window).take(window, ticketId),
    'window.release'({ ticketId }, window) {
      shown.windowsOf(window).release(window, ticketId)
      return {}
    },
    'window.title'({ title }, window) {
      nameWindow(shown.windowsOf(window).find(window), shown.of(window).place, title)
      return {}
    },
    'window.touched'(_input, window) {
      shown.windowsOf(window).tellOthers(window, { kind: 'touched' })
      return {}
    },
    'window.close'(_input, window) {
      const own = shown.windowsOf(window).find(window)
      // Its page has the answer first.
      setImmediate(() => {
        if (!own.isDestroyed()) own.close()
      })
      return {}
    },
  }
}

/** The handlers, one per method. */
export function handlersFor(parts: HandlersParts): Handlers<WindowMethods, WebContents> {
  const { shown, places, settings, presence, onKeepAwake, onLanguage, onPainted, onKeymap } = parts
  return {
    ...betweenWindows(shown),
    'window.info': (_input, window) => infoOf(parts, window),
    'window.connect'({ word }, window) {
      shown.of(window).connect(window, word)
      return {}
    },
    'window.network'({ online }, window) {
      const workspace = shown.of(window)
      if (workspace.place.kind === 'live') workspace.power(online ? 'online' : 'offline')
      return {}
    },
    'window.theme'({ theme }) {
      settings.change({ theme })
      chooseTheme(theme)
      shown.tellAll({ kind: 'theme-chosen', theme })
      return {}
    },
    async 'window.language'({ language }) {
      settings.change({ language })
      await onLanguage()
      return {}
    },
    'window.keymap'({ keymap }) {
      onKeymap(keymap)
      return {}
    },
    'window.keep-awake'({ on }) {
      settings.change({ keepAwake: on })
      onKeepAwake()
      return {}
    },
    'presence.quiet-hours'({ quiet }) {
      presence.keepQuiet(quiet)
      return {}
    },
    'presence.pause'({ on }) {
      presence.pause(on)
      return presence.view()
    },
    async 'app.start-at-login'({ on }) {
      await presence.startAtLogin(on)
      return { startsAtLogin: presence.view().startsAtLogin }
    },
    'outbox.stop'(_input, window) {
      return { reached: shown.stop().includes(shown.of(window)) }
    },
    async 'window.painted'(_input, window) {
      await onPainted(window)
      return {}
    },
    async 'workspace.passphrase'({ passphrase }, window) {
      await shown.of(window).givePassphrase(passphrase)
      return {}
    },
    async 'workspace.retry'(_input, window) {
      await shown.of(window).retry()
      return {}
    },
    'workspace.open'({ kind }) {
      shown.enter(places[kind])
      return {}
    },
    async 'file.save'(file, window) {
      return { saved: await saveFile(window, file) }
    },
    async 'window.save-pdf'({ name }, window) {
      return { saved: await saveFile(window, { name, content: await pageAsPdf(window) }) }
    },
    async 'folder.choose'(_input, window) {
      const folder = await chooseFolder(window)
      if (folder) shown.of(window).folderChosen(folder.id, folder.path)
      return { folder }
    },
    'paper.stands'(page, window) {
      parts.papers.stands(window, page)
      return {}
    },
    async 'window.print'(_input, window) {
      return { printed: await printPage(window) }
    },
    async 'practice.reset'({ scenario }, window) {
      // What they show belongs to the world that ends.
      shown.windowsOf(window).closeBeside()
      await shown.of(window).resetPractice(scenario)
      return {}
    },
  }
}
