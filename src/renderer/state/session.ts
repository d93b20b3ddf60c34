/** @file What belongs to this window alone: which deck, where the cursor is, what is open, what was said last. */
import type { FirstKind } from '../../shared/domain/notice.ts'
import type { Report } from '../../shared/domain/report.ts'
import type { DrawnLook } from './client-look.ts'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { SimilarAnswer } from '../../shared/domain/answers.ts'
import type { CustomerOfBrand } from '../../shared/domain/deck.ts'
import type { DrillView } from '../../shared/domain/drill.ts'
import type { MediaView } from '../../shared/domain/media.ts'
import type { Theme, UndoResult } from '../../shared/domain/session.ts'
import type { Draft } from '../../shared/domain/ticket.ts'
import type { CommandId } from '../../shared/commands.ts'
import type { TicketParts } from '../ticket-text.ts'
import type { Selection } from './selection.ts'
import type { SettingsSection } from './settings-sections.ts'
import type { Summary } from './tally.ts'
import type { Tour } from './tour.ts'
import type { OtherWindows, WindowInfo, WindowView, WorkspaceState } from '../../shared/window-protocol.ts'

export type DraftChannel = Draft['channel']

/** When the customer wrote last in a ticket, and when we did, epoch ms; null: we did not. */
export type AnsweredAt = { at: number; oursAt: number | null }

/** What can be done at X with a post or a person of a ticket, beside answering. */
export type ActKind =
  | 'post.hide'
  | 'post.unhide'
  | 'post.repost'
  | 'post.unrepost'
  | 'post.bookmark'
  | 'post.unbookmark'
  | 'post.delete'
  | 'person.mute'
  | 'person.unmute'

/** What can be asked about tickets beside answering. */
export type DeskQuestion =
  'assign' | 'tag' | 'prioritise' | 'snooze' | 'follow-up' | 'promise' | 'hand-off' | 'handle' | 'fields'

/** What is asked about tickets of one customer. */
export type StackQuestion = 'merge' | 'split' | 'link' | 'rename'

/** A deck with a new name: one that is empty, a copy of the one on screen, or that one itself. */
export type DeckQuestion = 'create' | 'duplicate' | 'rename'

export type Offer = NonNullable<UndoResult['offer']>

/** A notice to write: of this brand and incident to begin with, as far as they are known. */
export type NoticeAsk = {
  brandId: string | null
  incidentId: string | null
  title: string
  /** What was written of it and did not go out; times epoch ms. */
  words?: { kind: FirstKind; text: string; startsAt: number | null; endsAt: number | null }
}

/** What is known already of an incident to open: its title, and a word of its tickets. */
export type IncidentAbout = { title: string; term: string }

/** What is known already of a mute to make: where, and who. Columns that are always shown whole are none of them. */
export type MuteAbout = { columnId: string | null; person: { xUserId: string; username: string } | null }

/** What lies above the console. One at a time. */
export type Overlay =
  /** `schedule` asks when the message in the composer is to leave. */
  | {
      kind:
        | 'cheat-sheet'
        | 'keys'
        | 'undo'
        | 'search'
        | 'client-safe'
        | 'agent'
        | 'brands'
        | 'paste'
        | 'money'
        | 'release-list'
        | 'schedule'
        | 'scenarios'
        | 'quiet-hours'
        | 'drill'
    }
  /** `only` null: everything that there is to choose. */
  | { kind: 'palette'; only: 'brand' | 'column' | 'new-column' | null }
  /** The name of the deck on screen, or of a new one. */
  | { kind: 'deck'; ask: DeckQuestion }
  /** A new post; `brandId` null asks for the brand first. */
  | { kind: 'compose'; brandId: string | null }
  /** Where tickets are to stand. */
  /** How tickets of one customer hang together. */
  | { kind: 'stack'; ask: StackQuestion; ticketIds: readonly [string, ...string[]] }
  | { kind: 'status'; ticketIds: readonly string[] }
  | { kind: 'act'; act: ActKind; ticketId: string }
  /** What columns leave out; `about` null: nothing is to be muted yet. */
  | { kind: 'mutes'; about: MuteAbout | null }
  /** What corrections taught triage. */
  | { kind: 'learned' }
  | { kind: 'category'; ticketIds: readonly string[] }
  /** Why a ticket is here; who pretends to be us in it. */
  | { kind: 'why' | 'impostors'; ticketId: string }
  /** What its brand knows of the customer of a ticket. */
  | { kind: 'customer'; ticketId: string }
  /** Saved searches and lists of a brand; `brandId` null asks for the brand first. */
  | { kind: 'listening'; brandId: string | null }
  /** Incidents; `incidentId` null shows the newest that goes on. */
  | { kind: 'incidents'; incidentId: string | null }
  /** Tickets become an incident, or part of one. */
  | { kind: 'incident-open'; ticketIds: readonly string[]; about?: IncidentAbout }
  /** Status notices; `ask` null shows them, else one is to be written. */
  | { kind: 'notices'; ask: NoticeAsk | null }
  /** Rules in their order; what somebody has to know. */
  | { kind: 'rules' | 'alerts' }
  /** What was counted, and what was delivered. */
  | { kind: 'report' }
  /** What is delivered by itself; `clientId` null: to the first client. `back`: the reports are opened again behind it. */
  | { kind: 'report-delivery'; clientId: string | null; back: boolean }
  /** What whoever comes is told, and whoever leaves says. */
  | { kind: 'handover' }
  /** What nobody saw while the computer slept, or Switchboard was closed. */
  | { kind: 'absence' }
  /** Who works here, and their PINs. */
  | { kind: 'agents' }
  /** Another agent's word on a message; `jobId` null: the oldest that waits for one. */
  | { kind: 'approve'; jobId: string | null }
  /** Asks before a command works on many tickets. */
  | { kind: 'bulk'; command: CommandId }
  /** What a brand settles for itself; `brandId` null asks for the brand first. */
  | { kind: 'brand-settings'; brandId: string | null; section: SettingsSection }
  /** Something to decide about tickets: their owner, labels, priority, when they come back. */
  | { kind: 'desk'; ask: DeskQuestion; ticketIds: readonly string[] }
  /** Saved answers of a brand; `brandId` null asks for the brand first. `text`: the words of a new one. */
  | { kind: 'macros'; brandId: string | null; text?: string }
  /** Answers pages of a brand; `brandId` null asks for the brand first. `answer`: the words of a new one. */
  | { kind: 'answers'; brandId: string | null; answer?: string }
  /** A brand as a file; `brandId` null asks for the brand first. */
  | { kind: 'kit'; brandId: string | null }
  /** How a brand sounds; `brandId` null asks for the brand first. */
  | { kind: 'voice'; brandId: string | null }
  /** What the handles of a brand wrote; `brandId` null asks for the brand first. `editing`: the post to edit at once. */
  | { kind: 'own-posts'; brandId: string | null; editing?: string }
  /** Undoing what X has done, which costs. */
  | { kind: 'compensate'; offer: Offer }
  | { kind: 'remove'; brandId: string }
  | { kind: 'media'; media: readonly MediaView[]; at: number }
  | { kind: 'past'; handleId: string }
  | { kind: 'forget'; xUserId: string }
  | {
      kind: 'connect'
      target:
        | { kind: 'new' }
        | { kind: 'brand'; brandId: string }
        | { kind: 'reconnect'; handleId: string }
        /** `appId` null: the only app, or the one that is asked for. */
        | { kind: 'expected'; expectedId: string; appId: string | null }
    }

/** Where keys go: the deck's cursor, the ticket in the pane, or its composer. */
export type Area = 'deck' | 'pane' | 'composer'

/** A held message: whom it is for, when its hold ends; `ticketId` null: it belongs to no ticket. */
export type Leaving = { name: string; at: number; jobId: string; ticketId: string | null }

/** The quiet line of the status bar. */
export type Said = {
  text: string
  /** A held message that the line counts down. */
  leaves: Leaving | null
  /** Offer Undo beside it. */
  undoable: boolean
}

/** A message that core did not take, and how it was to leave. */
export type Guarded = {
  ticketId: string
  channel: 'public' | 'dm'
  solves: boolean
  scheduledAt: number | null
}

export type Session = {
  info: WindowInfo | null
  /** What this window shows: all of the console, or one deck or one ticket alone. */
  view: WindowView
  others: OtherWindows
  /** The ticket that is written to in this window, and in no other one. */
  held: string | null
  workspace: WorkspaceState
  theme: Theme
  deckId: string | null
  columnId: string | null
  /** Cursor per column, as a row id. */
  cursors: Readonly<Record<string, string>>
  /**
   * Grouped columns whose cursor stands where nobody put it: the row `from` was folded away, and `rowId` of the same
   * customer took over. Over once somebody moves the cursor or opens that row.
   */
  tookOver: Readonly<Record<string, { rowId: string; from: string }>>
  /** The client-safe screen: the one brand that is shown; null: all are. */
  onlyBrandId: string | null
  /** The ticket that is being printed; not on screen. */
  printed: TicketParts | null
  /** The report that becomes a file, with a paragraph for the client; not on screen. */
  printedReport: { report: Report; words: string; look: DrawnLook | null } | null
  /** What was searched for last. */
  searched: string
  /** Tickets that commands in the deck work on together; null: the one under the cursor. */
  selection: Selection | null
  /** The selection about which the agent said that many is meant. */
  agreed: Selection | null
  /** Chosen tickets that are answered one after the other: the one at hand, and those that are left. */
  round: { at: string; channel: DraftChannel; left: readonly string[] } | null
  /** Tickets that were dealt with: their rows may stand there until the columns are read again. */
  dealtWith: readonly string[]
  openTicketId: string | null
  /** In the pane instead of a ticket: a row that belongs to none, a message on its way or a post. */
  openRowId: string | null
  area: Area
  /** The pane shows what happened to the ticket in place of what was said. */
  showsHistory: boolean
  /** The ticket above whose messages those of its customer's other tickets are shown; null: they are folded. */
  earlierOf: string | null
  /** Tickets of which the middle is shown, though they are long. */
  unfolded: readonly string[]
  /** The way to answer that was chosen for the open ticket; null: what core suggests. */
  channel: DraftChannel | null
  /** Set until the composer has the focus: letters typed meanwhile are kept for it, not taken for commands. */
  composerWanted: { ticketId: string; typed: string } | null
  /** The column whose filter is typed. */
  filtering: string | null
  /** Columns that show what is muted in them, until that is hidden again. */
  mutedShown: readonly string[]
  /** Customers whose further tickets stand below their first one, by grouped column. */
  customersUnfolded: Readonly<Record<string, readonly CustomerOfBrand[]>>
  /** A macro is to get into the composer, though no slash was typed; `macroId` null: it is looked for there. */
  macroWanted: { macroId: string | null } | null
  /** What was answered before to what the open ticket asked last, and under which screen; null: not read yet. */
  similar: (AnsweredAt & { ticketId: string; onlyBrand: boolean; answers: readonly SimilarAnswer[] }) | null
  /** One of them is to get into the composer. */
  answerWanted: number | null
  /** The one that was set in last, its words, where they stand, and what became of a macro there; null: none of that. */
  insertedAnswer: { n: number; text: string; channel: DraftChannel; useId: string | null } | null
  /** The strip of them is folded, and reads nothing. */
  answersFolded: boolean
  /** Emoji are to be offered over the composer. */
  emojiWanted: boolean
  /** The checklist beside the text shows its steps. */
  playbookOpen: boolean
  /** The ticket whose public answer asks to go on in direct messages: once it is sent, that side opens. */
  movingToDm: string | null
  overlay: Overlay | null
  /** A guard kept this message back: it has the focus until the agent changes the text or gives a reason. */
  guarded: Guarded | null
  /** A message is being handed to core: a second press must not hand over a second one. */
  sending: boolean
  /** Somebody acted, or the first read is through: from now on nothing moves by itself. */
  begun: boolean
  /** The first column is on screen: what else there is to draw has waited for that. */
  painted: boolean
  /** A ticket that an undo brings back: the cursor takes it when its row arrives. */
  expected: string | null
  /** Asks a column to scroll to its top; `n` rises with each asking. */
  topAsked: { columnId: string; n: number } | null
  said: Said | null
  /** The command whose key is shown to somebody who used the mouse. */
  lesson: CommandId | null
  /** The first steps; null: they are not shown. */
  tour: Tour | null
  /** What the first answers took, until it was read. */
  summary: Summary | null
  /** The practice drill that goes on or was ended last. */
  drill: DrillView | null
  /** The world of a drill is made: who sat here sits there again, nobody is asked anything. */
  drillBegins: boolean
  /** Failures that wait to be read; the newest last. */
  alerts: readonly { id: number; text: string }[]
}

const atStart: Session = {
  info: null,
  view: { kind: 'main' },
  others: { alone: true, elsewhere: [] },
  held: null,
  workspace: { state: 'opening' },
  theme: 'system',
  deckId: null,
  columnId: null,
  cursors: {},
  tookOver: {},
  onlyBrandId: null,
  printed: null,
  printedReport: null,
  searched: '',
  selection: null,
  agreed: null,
  round: null,
  dealtWith: [],
  openTicketId: null,
  openRowId: null,
  area: 'deck',
  showsHistory: false,
  earlierOf: null,
  unfolded: [],
  channel: null,
  composerWanted: null,
  filtering: null,
  mutedShown: [],
  customersUnfolded: {},
  macroWanted: null,
  similar: null,
  answerWanted: null,
  insertedAnswer: null,
  answersFolded: false,
  emojiWanted: false,
  playbookOpen: false,
  movingToDm: null,
  overlay: null,
  guarded: null,
  sending: false,
  begun: false,
  painted: false,
  expected: null,
  topAsked: null,
  said: null,
  lesson: null,
  tour: null,
  summary: null,
  drill: null,
  drillBegins: false,
  alerts: [],
}

/** The same window in front of another world: nothing of the one that is gone has a place there. */
export const anew = ({ info, view, others, workspace, theme, alerts, drillBegins }: Session): Session => ({
  ...atStart,
  info,
  view,
  others,
  workspace,
  theme,
  alerts,
  drillBegins,
})

export type SessionStore = StoreApi<Session>
export const sessionStore = (): SessionStore => createStore<Session>(() => atStart)
