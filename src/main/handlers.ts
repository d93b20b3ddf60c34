/** @file What main does for a window that asks: one handler per method of `shared/window-protocol.ts`. */
import type { WebContents } from 'electron'
import type { Handlers } from '../shared/rpc.ts'
import type { WindowMethods } from '../shared/window-protocol.ts'
import type { Presence } from './presence.ts'
import type { Runtime } from './runtime.ts'
import { printPage } from './print-page.ts'
import { saveFile } from './save-file.ts'
import type { SettingsFile } from './settings.ts'
import { chooseTheme } from './theme.ts'
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

/** The handlers, one per method. */
export function handlersFor(parts: HandlersParts): Handlers<WindowMethods, WebContents> {
  const {
    shown,
    places,
    runtime,
    settings,
    presence,
    onKeepAwake,
    onLanguage,
    onPainted,
    onKeymap,
    takeLinked,
  } = parts
  return {
    'window.info'(_input, window) {
      const workspace = shown.of(window)
      return {
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
        onlyBrandId: workspace.onlyBrandId(),
        linkedTicketId: takeLinked(),
        settingsKeptAs: settings.keptAs,
      }
    },
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
      return {}
    },
    async 'window.language'({ language }) {
      settings.change({ language })
      await onLanguage()
      return {}
    },
    'window.client-safe'({ brandId }, window) {
      shown.of(window).showOnly(brandId)
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
    async 'window.print'(_input, window) {
      return { printed: await printPage(window) }
    },
    async 'practice.reset'({ scenario }, window) {
      await shown.of(window).resetPractice(scenario)
      return {}
    },
  }
}
