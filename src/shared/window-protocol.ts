/**
 * @file What a window and main say to each other, and what the preload script hands over. Everything about customers
 * goes over the core port instead.
 */
import { z } from 'zod'
import { QuietHours } from './domain/quiet-hours.ts'
import { ScenarioName } from './domain/scenario.ts'
import { DeckId, ToldRow } from './domain/deck.ts'
import { OwnId } from './ids.ts'
import { LanguageChoice } from './language.ts'
import { Keymap } from './keymap.ts'
import { SessionView, Theme } from './domain/session.ts'
import { WireFailure } from './errors.ts'

/** The state of this window's workspace as main knows it: shown before, and when, core is not there. */
export const WorkspaceState = z.discriminatedUnion('state', [
  z.object({ state: z.literal('opening') }),
  z.object({ state: z.literal('open') }),
  /** Core ended unexpectedly and is started again at that instant (machine clock). */
  z.object({ state: z.literal('restarting'), at: z.number() }),
  z.object({ state: z.literal('failed'), failure: WireFailure }),
  /** The database needs its passphrase (no keychain). `first` asks for a new one. */
  z.object({ state: z.literal('passphrase'), first: z.boolean(), wrong: z.boolean(), vault: WireFailure }),
])
export type WorkspaceState = z.infer<typeof WorkspaceState>

/** How this computer makes itself known: the same in all windows. */
export const PresenceView = z.object({
  quiet: QuietHours,
  /** Nothing makes itself known until then, by the clock of the machine; null: no pause was asked for. */
  pausedUntil: z.number().nullable(),
  /** The program starts when somebody logs in; null: here it cannot. */
  startsAtLogin: z.boolean().nullable(),
})
export type PresenceView = z.infer<typeof PresenceView>

/** What a window shows: the whole console, or beside it one deck, one ticket, or a page for paper alone. A workspace has one main window. */
export const WindowView = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('main') }),
  z.object({ kind: z.literal('deck'), deckId: DeckId }),
  z.object({ kind: z.literal('ticket'), ticketId: OwnId }),
  /** A delivered report, for paper alone: nobody sees this window. */
  z.object({ kind: z.literal('paper'), reportId: OwnId }),
])
export type WindowView = z.infer<typeof WindowView>

/** What the other windows of a workspace mean for one of them. */
export const OtherWindows = z.object({
  /** There are none. */
  alone: z.boolean(),
  /** Tickets whose composer is in one of them. */
  elsewhere: z.array(OwnId),
})
export type OtherWindows = z.infer<typeof OtherWindows>

export const WindowInfo = z.object({
  view: WindowView,
  others: OtherWindows,
  workspaceId: z.string(),
  kind: SessionView.shape.workspace.shape.kind,
  xOrigin: z.string(),
  /** The runtime is the old fallback Electron: real workspaces stay shut. */
  fallbackRuntime: z.boolean(),
  electronVersion: z.string(),
  sandboxed: z.boolean(),
  platform: z.enum(['mac', 'windows', 'linux']),
  theme: Theme,
  /** Keep this computer awake while a post is scheduled. */
  keepAwake: z.boolean(),
  presence: PresenceView,
  state: WorkspaceState,
  /** The client-safe screen: the one brand that all windows of the workspace show; null: all. */
  onlyBrandId: OwnId.nullable(),
  /** The ticket whose link started the program; told once. */
  linkedTicketId: OwnId.nullable(),
  /** Said once: the settings file was unreadable and was put aside under this name. */
  settingsKeptAs: z.string().nullable(),
})
export type WindowInfo = z.infer<typeof WindowInfo>

/** Methods a window may invoke on main. Channel = method name; anything else is refused. */
export const windowMethods = {
  /** Asked once by each page, as it begins: what the window had taken before is free again. */
  'window.info': { input: z.object({}), output: WindowInfo },
  /**
   * Asks for a port to core; it arrives by `postMessage` as `{ switchboard: 'port' }` with the port transferred. Who
   * shares a window with another asker gives a word of its own, which then stands in place of `port`.
   */
  'window.connect': { input: z.object({ word: z.string().max(64).default('port') }), output: z.object({}) },
  /** The computer has a network, or lost it. A workspace on this computer goes on without one. */
  'window.network': { input: z.object({ online: z.boolean() }), output: z.object({}) },
  'window.theme': { input: z.object({ theme: Theme }), output: z.object({}) },
  /** Speaks another language: menus at once, every window by being loaded anew. */
  'window.language': { input: z.object({ language: LanguageChoice }), output: z.object({}) },
  /**
   * Shows one brand alone in every window of the workspace, and in its notices; null: all again. Main keeps the word, so
   * that a window that is loaded anew shows no more than before. Answered once the other windows show no more either: one
   * that does not say so in time is closed.
   */
  'window.client-safe': { input: z.object({ brandId: OwnId.nullable() }), output: z.object({}) },
  /** This window shows that brand alone from now on, as main told it to. */
  'window.client-safe-shown': { input: z.object({ brandId: OwnId.nullable() }), output: z.object({}) },
  /** A window for one ticket, or the window that has its composer already comes to the front. */
  'window.open-ticket': { input: z.object({ ticketId: OwnId }), output: z.object({}) },
  /** A window for one deck. */
  'window.open-deck': { input: z.object({ deckId: DeckId }), output: z.object({}) },
  /** The ticket came into the pane of this window. `taken` false: its composer is in another one, and stays there. */
  'window.take': {
    input: z.object({ ticketId: OwnId }),
    output: z.object({ taken: z.boolean(), alone: z.boolean() }),
  },
  /** Its composer may be in another window from now on: what was typed is with core. */
  'window.release': { input: z.object({ ticketId: OwnId }), output: z.object({}) },
  /** What this window is called beside the name of the program. */
  'window.title': { input: z.object({ title: z.string().max(120) }), output: z.object({}) },
  /** Somebody works in this window. */
  'window.touched': { input: z.object({}), output: z.object({}) },
  'window.close': { input: z.object({}), output: z.object({}) },
  /** The keys of who sits at this window, for the native menu. */
  'window.keymap': { input: z.object({ keymap: Keymap }), output: z.object({}) },
  'window.keep-awake': { input: z.object({ on: z.boolean() }), output: z.object({}) },
  /** Every window hears what became of it by `presence`. */
  'presence.quiet-hours': { input: z.object({ quiet: QuietHours }), output: z.object({}) },
  /** `on`: for an hour from now; else from now on no more. */
  'presence.pause': { input: z.object({ on: z.boolean() }), output: PresenceView },
  /** Every window hears what became of it by `presence`. @throws `disk.*` */
  /** `startsAtLogin`: how it is then, whatever was asked for. @throws `disk.*` */
  'app.start-at-login': {
    input: z.object({ on: z.boolean() }),
    output: PresenceView.pick({ startsAtLogin: true }),
  },
  /**
   * Freezes everything outgoing of every open workspace. `reached` false: this window's core is not there; main keeps
   * the word and core hears it before it sends again.
   */
  'outbox.stop': { input: z.object({}), output: z.object({ reached: z.boolean() }) },
  /** The first column has content on screen: screenshots and the `start` benchmark wait for this. */
  'window.painted': { input: z.object({}), output: z.object({}) },
  'workspace.passphrase': {
    input: z.object({ passphrase: z.string().min(1).max(1_000) }),
    output: z.object({}),
  },
  'workspace.retry': { input: z.object({}), output: z.object({}) },
  /** Opens (or focuses) another workspace's window. */
  'workspace.open': { input: z.object({ kind: z.enum(['practice', 'live']) }), output: z.object({}) },
  /** Asks the person where the file goes, and writes it. `saved`: its name; null when they said no. @throws `disk.*` */
  'file.save': {
    input: z.object({ name: z.string().min(1).max(200), content: z.string().max(10_000_000) }),
    output: z.object({ saved: z.string().nullable() }),
  },
  /** Writes what the window has for paper as a PDF, where the person says. `saved`: its name; null when they said no. @throws `print.failed`, `disk.*` */
  'window.save-pdf': {
    input: z.object({ name: z.string().min(1).max(200) }),
    output: z.object({ saved: z.string().nullable() }),
  },
  /**
   * Asks for a folder through the dialog of the system. Core hears which; the window gets its path to show, and an id to
   * name it by. Null: the person said no.
   */
  'folder.choose': {
    input: z.object({}),
    output: z.object({ folder: z.object({ id: z.uuid(), path: z.string() }).nullable() }),
  },
  /** The page of a window for paper stands; its tables come along. `failure`: it could not be made. */
  'paper.stands': {
    input: z.object({
      tables: z
        .object({ numbers: z.string().max(50_000_000), tickets: z.string().max(50_000_000) })
        .nullable(),
      failure: WireFailure.nullable(),
    }),
    output: z.object({}),
  },
  /** Prints what the window has for paper, through the dialog of the system. `printed` false: they said no. @throws `print.failed` */
  'window.print': { input: z.object({}), output: z.object({ printed: z.boolean() }) },
  /** Ends the practice world and begins that one. Practice windows only. */
  'practice.reset': { input: z.object({ scenario: ScenarioName }), output: z.object({}) },
} satisfies Record<string, { input: z.ZodType; output: z.ZodType }>
export type WindowMethods = typeof windowMethods

/** What main tells a window by itself. */
export const WindowEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('state'), state: WorkspaceState }),
  /** A native menu item was chosen: run this command of `shared/commands.ts`. */
  z.object({ kind: z.literal('command'), command: z.string() }),
  z.object({ kind: z.literal('theme'), dark: z.boolean() }),
  /** Another theme was chosen, in this window or another. */
  z.object({ kind: z.literal('theme-chosen'), theme: Theme }),
  /** A link to a ticket was followed somewhere outside. */
  z.object({ kind: z.literal('ticket'), ticketId: OwnId }),
  /** A notice of a column was followed; `row` null: it told of several. */
  z.object({
    kind: z.literal('column'),
    deckId: DeckId,
    columnId: z.string(),
    row: ToldRow.nullable(),
  }),
  /** A message came into a column that tells by a tone. */
  z.object({ kind: z.literal('tone') }),
  z.object({ kind: z.literal('presence'), presence: PresenceView }),
  z.object({ kind: z.literal('others'), others: OtherWindows }),
  /** The client-safe screen was turned on or off in another window. */
  z.object({ kind: z.literal('client-safe'), brandId: OwnId.nullable() }),
  /** Somebody works in another window. */
  z.object({ kind: z.literal('touched') }),
])
export type WindowEvent = z.infer<typeof WindowEvent>

/** What the preload script exposes as `window.switchboard`. `answer` is a WireFailure or the method's output. */
export type Bridge = {
  invoke(
    method: string,
    input: unknown,
  ): Promise<{ ok: true; result: unknown } | { ok: false; failure: WireFailure }>
  /** Returns an unsubscribe function. */
  onEvent(receive: (event: unknown) => void): () => void
}
