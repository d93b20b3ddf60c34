/** @file Puts the window's parts together: stores, the line to core, the writer, the drafts. Built once, at start. */
import { systemClock, type Clock } from '../../shared/clock.ts'
import { Failure, fromWire } from '../../shared/errors.ts'
import type { WindowInfo, WorkspaceState } from '../../shared/window-protocol.ts'
import { failureWords } from '../words.ts'
import { applier, type Apply } from './apply.ts'
import type { Host } from './bridge.ts'
import { clientSafe, type ClientSafe } from './client-safe.ts'
import { coreLine, type Core } from './core.ts'
import { draftKeeper, type Drafts } from './drafts.ts'
import { rowsStore, type RowsStore } from './rows.ts'
import { tally, type Tally } from './tally.ts'
import { anew, sessionStore, type Said, type SessionStore } from './session.ts'

export type Console = {
  readonly host: Host
  readonly clock: Clock
  readonly rows: RowsStore
  readonly session: SessionStore
  readonly drafts: Drafts
  readonly apply: Apply
  readonly call: Core['call']
  /** What the first answers take. */
  readonly tally: Tally
  /** What this window may show. */
  readonly safe: ClientSafe
  /** The instant in the workspace, which may live on a day of its own. */
  now(): number
  /** The quiet line of the status bar. */
  say(text: string, more?: Partial<Pick<Said, 'leaves' | 'undoable'>>): void
  /** Tells a failure in words; stays until it is dismissed. */
  tell(error: unknown): void
  /** Runs an action whose failure is told. */
  attempt(action: () => Promise<unknown>): void
}

const mostAlerts = 3

/** @param told what main told by itself while its answer travelled; null: nothing */
const newer = (told: WorkspaceState | null, answered: WorkspaceState): WorkspaceState =>
  told === null || told.state === 'opening' ? answered : told

/** Builds the console. `start` begins to listen and to read. */
export function buildConsole(
  host: Host,
  clock: Clock = systemClock(),
): { console: Console; start(): Promise<void> } {
  const rows = rowsStore()
  const session = sessionStore()
  let alertId = 0

  function tell(error: unknown): void {
    // oxlint-disable-next-line no-console -- a bug of the window's own, and the one place to leave word of it
    if (!(error instanceof Failure)) console.error(error)
    const failure = error instanceof Failure ? error : new Failure('internal', { id: 'window' })
    const text = failureWords(failure)
    const others = session.getState().alerts.filter((alert) => alert.text !== text)
    session.setState({ alerts: [...others, { id: ++alertId, text }].slice(-mostAlerts) })
  }

  const safe = clientSafe()
  const core = coreLine(
    { host, safe },
    {
      changed: (event) => apply.changed(event),
      reload: () => apply.reload(),
      failed: tell,
    },
  )
  const drafts = draftKeeper(clock, (draft) => core.call('draft.save', draft), tell)
  const apply = applier({ clock, core, rows, session, drafts, failed: tell })

  function follow(workspace: WorkspaceState): void {
    const isMadeAnew = workspace.state === 'opening' && session.getState().workspace.state === 'open'
    session.setState({ workspace })
    if (isMadeAnew) {
      safe.show(null, null)
      apply.clear()
      session.setState(anew(session.getState()))
    }
    core.follow(workspace)
    if (workspace.state === 'failed' || workspace.state === 'passphrase') apply.clear()
  }

  const built: Console = {
    host,
    clock,
    rows,
    session,
    drafts,
    apply,
    call: core.call,
    tally: tally(),
    safe,
    now: () => clock.now() + (rows.getState().session?.clockOffsetMs ?? 0),
    say: (text, more) => session.setState({ said: { text, leaves: null, undoable: false, ...more } }),
    tell,
    attempt: (action) => void action().catch(tell),
  }

  return {
    console: built,
    async start() {
      let told: WorkspaceState | null = null
      let isKnown = false
      host.onEvent((event) => {
        if (event.kind === 'others') session.setState({ others: event.others })
        else if (event.kind === 'theme-chosen') session.setState({ theme: event.theme })
        // What this window shows, and of which brand, is asked for first.
        else if (event.kind === 'state' && isKnown) follow(event.state)
        else if (event.kind === 'state') told = event.state
      })
      const info: WindowInfo = await host.invoke('window.info', {})
      isKnown = true
      safe.show(info.onlyBrandId, null)
      const { view, others, theme, onlyBrandId } = info
      const openTicketId = view.kind === 'ticket' ? view.ticketId : null
      const deckId = view.kind === 'deck' ? view.deckId : null
      session.setState({ info, view, others, theme, onlyBrandId, openTicketId, deckId })
      if (info.settingsKeptAs !== null)
        tell(fromWire({ code: 'settings.corrupt', data: { keptAs: info.settingsKeptAs } }))
      // A state that was told while the answer travelled is newer than the answer.
      follow(newer(told, info.state))
    },
  }
}
