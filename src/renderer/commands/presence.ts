/** @file How this computer makes itself known: quiet hours, a pause, and what notices and tones of main lead to. */
import type { QuietHours } from '../../shared/domain/quiet-hours.ts'
import type { WindowEvent } from '../../shared/window-protocol.ts'
import type { Console } from '../state/console.ts'
import { deckOf, type Rows } from '../state/rows.ts'
import { clockTime, minuteOfDay } from '../time.ts'
import { playTone } from '../tone.ts'
import { t } from '../words.ts'
import { showDeck } from './deck.ts'
import { enterColumn, onceDrawn, putCursor } from './go.ts'
import { always, type Runtime } from './runtime.ts'
import { openLinked } from './ticket-link.ts'

/** Keeps them for this computer. */
export function keepQuiet(c: Console, quiet: QuietHours): void {
  c.attempt(async () => {
    await c.host.invoke('presence.quiet-hours', { quiet })
    const { on, from, until } = quiet
    c.say(
      on ? t('said.quiet.on', { from: minuteOfDay(from), until: minuteOfDay(until) }) : t('said.quiet.off'),
    )
  })
}

/** A column that comes to the screen is read again; what was told is in it so soon, or gone. */
const readWithinMs = 5_000

/** Puts the cursor on a post of the column that was entered, as soon as it is there. */
async function landOn(c: Console, columnId: string, postId: string): Promise<void> {
  const isThere = (rows: Rows): boolean => rows.columns.get(columnId)?.ids.includes(postId) ?? false
  await onceDrawn(c, isThere, readWithinMs)
  const isStill = c.session.getState().columnId === columnId
  if (isStill && isThere(c.rows.getState())) putCursor(c, columnId, postId)
}

/** Goes where a notice leads, if its column is still there and may be shown. */
function follow(c: Console, { deckId, columnId, row }: Extract<WindowEvent, { kind: 'column' }>): void {
  const has = deckOf(c.rows.getState(), deckId)?.columns.some(({ id }) => id === columnId) ?? false
  if (has) {
    c.session.setState({ begun: true, overlay: null })
    if (c.session.getState().deckId !== deckId) showDeck(c, deckId)
    c.attempt(async () => {
      await onceDrawn(c, (rows) => rows.columns.has(columnId))
      // Whoever went somewhere else meanwhile is left there.
      if (c.session.getState().deckId !== deckId) return
      enterColumn(c, columnId)
      if (row?.kind === 'ticket') openLinked(c, row.id)
      if (row?.kind === 'post') await landOn(c, columnId, row.id)
    })
  } else if (row?.kind === 'ticket') openLinked(c, row.id)
}

/** Begins to hear what main tells of notices, tones and quiet hours. */
export function listenForPresence(c: Console): void {
  c.host.onEvent((event) => {
    if (event.kind === 'tone') playTone()
    if (event.kind === 'column') follow(c, event)
    const { info } = c.session.getState()
    if (event.kind === 'presence' && info) c.session.setState({ info: { ...info, presence: event.presence } })
  })
}

export const presenceCommands = {
  'presence.quiet-hours': {
    when: (x) => x.workspaceOpen,
    run: (c) => c.session.setState({ overlay: { kind: 'quiet-hours' } }),
  },
  'app.start-at-login': {
    when: always,
    run(c) {
      const on = c.session.getState().info?.presence.startsAtLogin ?? null
      if (on === null) return c.say(t('said.login.cannot'))
      c.attempt(async () => {
        const { startsAtLogin } = await c.host.invoke('app.start-at-login', { on: !on })
        // The system may want a yes of its own first.
        if (startsAtLogin === on) c.say(t('said.login.unchanged'))
        else c.say(t(startsAtLogin ? 'said.login.on' : 'said.login.off'))
      })
    },
  },
  'presence.pause': {
    when: (x) => !x.paused,
    run: (c) =>
      c.attempt(async () => {
        const { pausedUntil } = await c.host.invoke('presence.pause', { on: true })
        c.say(t('said.notices.paused', { time: clockTime(pausedUntil ?? c.clock.now()) }))
      }),
  },
  'presence.resume': {
    when: (x) => x.paused,
    run: (c) =>
      c.attempt(async () => {
        await c.host.invoke('presence.pause', { on: false })
        c.say(t('said.notices.resumed'))
      }),
  },
} as const satisfies Record<string, Runtime>
