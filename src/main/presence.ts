/**
 * @file How this computer makes itself known: what core tells becomes a notice or a tone, unless it is quiet. What cannot
 * wait breaks through; late replies are told when the quiet is over, as one; new messages stand in their columns.
 */
import type { Clock } from '../shared/clock.ts'
import { isQuietAt, wallAt, type QuietHours } from '../shared/domain/quiet-hours.ts'
import type { Arrival, FellDue } from '../shared/host-protocol.ts'
import type { PresenceView } from '../shared/window-protocol.ts'
import { arrivalTarget, arrivalWords, noticed } from './arrival-notice.ts'
import { dueOf, dueWords, meanwhileWords, splitByLoud, together } from './due-notice.ts'
import type { LoginStart } from './login-start.ts'
import type { showNotice } from './notice.ts'
import type { SettingsFile } from './settings.ts'

/** The window of a workspace, as far as notices go. */
export type PresenceWindow = {
  /** The one brand that is shown; null: all. */
  onlyBrandId(): string | null
  /** It is open at all. */
  isThere(): boolean
  isInFront(): boolean
  /** Brings it to the front, opened anew where it was closed, at a column or a row of it where there is one. */
  open(target: ReturnType<typeof arrivalTarget>): void
  ring(): void
}

export type Presence = {
  view(): PresenceView
  keepQuiet(quiet: QuietHours): void
  /** For an hour from now, or no more. */
  pause(on: boolean): void
  fellDue(workspaceId: string, due: FellDue): void
  arrived(workspaceId: string, arrivals: readonly Arrival[]): void
  /** @throws Failure `disk.*` */
  startAtLogin(on: boolean): Promise<void>
}

const pauseMs = 60 * 60_000
/** How often the clock of the wall is looked at while something waits: a computer sleeps, and clocks are moved. */
const lookMs = 60_000

type Parts = {
  settings: Pick<SettingsFile, 'get' | 'change'>
  clock: Pick<Clock, 'now' | 'after'>
  show: typeof showNotice
  login: LoginStart
  /** How a workspace was shown last; null for one that never was. */
  windowOf(workspaceId: string): PresenceWindow | null
  /** What windows show of it is other than before. */
  onChanged(view: PresenceView): void
}

export function presence({ settings, clock, show, login, windowOf, onChanged }: Parts): Presence {
  /** Late replies that wait for the end of the quiet, by workspace. */
  const held = new Map<string, FellDue>()
  let cancel = (): void => {}
  let cancelPause = (): void => {}

  const pausedUntil = (): number | null => {
    const { pausedUntil: until } = settings.get()
    const left = (until ?? 0) - clock.now()
    // A clock that was moved back makes no pause longer.
    return left > 0 && left <= pauseMs ? until : null
  }
  /** Windows hear when a pause is over. */
  function armPause(): void {
    cancelPause()
    const until = pausedUntil()
    if (until !== null)
      cancelPause = clock.after(until - clock.now(), () => {
        if (pausedUntil() !== null) return armPause()
        onChanged(view())
        tellHeld()
      })
  }
  const isQuiet = (): boolean =>
    pausedUntil() !== null || isQuietAt(settings.get().quiet, wallAt(clock.now()))
  const view = (): PresenceView => ({
    quiet: settings.get().quiet,
    pausedUntil: pausedUntil(),
    startsAtLogin: login.isOn(),
  })

  function tellHeld(): void {
    cancel()
    if (held.size === 0) return
    if (isQuiet()) {
      cancel = clock.after(lookMs, tellHeld)
      return
    }
    for (const [id, due] of held) {
      // The window of then may be gone, and another one may show one brand alone.
      const window = windowOf(id)
      const told = window?.isThere() ? dueOf(due, window.onlyBrandId()) : null
      if (told) show(meanwhileWords(told), { silent: false }, () => windowOf(id)?.open(null))
    }
    held.clear()
  }

  function change(what: Parameters<SettingsFile['change']>[0]): void {
    settings.change(what)
    onChanged(view())
    armPause()
    tellHeld()
  }

  armPause()
  return {
    view,
    keepQuiet: (quiet) => change({ quiet }),
    pause: (on) => change({ pausedUntil: on ? clock.now() + pauseMs : null }),
    async startAtLogin(on) {
      await login.turn(on)
      onChanged(view())
    },
    fellDue(workspaceId, due) {
      const { loud, rest } = isQuiet() ? splitByLoud(due) : { loud: due, rest: null }
      if (rest) {
        const before = held.get(workspaceId)
        held.set(workspaceId, before ? together(before, rest) : rest)
        tellHeld()
      }
      const window = windowOf(workspaceId)
      const told = loud && window && dueOf(loud, window.onlyBrandId())
      if (told) show(dueWords(told), { silent: false }, () => windowOf(workspaceId)?.open(null))
    },
    arrived(workspaceId, arrivals) {
      const window = windowOf(workspaceId)
      if (!window) return
      const only = window.onlyBrandId()
      const quiet = isQuiet()
      const told = arrivals.filter(
        ({ brandId, loud }) => (only === null || brandId === only) && (loud || !quiet),
      )
      if (told.some(({ sound }) => sound)) window.ring()
      const inNotice = noticed(told)
      if (inNotice.length === 0 || window.isInFront()) return
      // A tone of its own says what is to be heard.
      show(arrivalWords(inNotice), { silent: true }, () =>
        windowOf(workspaceId)?.open(arrivalTarget(inNotice)),
      )
    },
  }
}
