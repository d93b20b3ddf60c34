/** @file Which window of a workspace gets what: its own ticket, word of the others, and one brand alone with all of them. */
import { EventEmitter } from 'node:events'
import type { BrowserWindow, WebContents } from 'electron'
import { beforeEach, expect, test } from 'vitest'
import { fakeClock, type FakeClock } from '../../tests/fake-clock.ts'
import type { WindowEvent, WindowView } from '../shared/window-protocol.ts'
import { windowSet, type WindowSet } from './window-set.ts'

const [a, b] = ['0193f0a0-0000-7000-8000-000000000001', '0193f0a0-0000-7000-8000-000000000002']

type Fake = EventEmitter & {
  view: WindowView
  told: WindowEvent[]
  fronted: number
  crashed: number
  isGone: boolean
  close(): void
  destroy(): void
  webContents: WebContents
}

let made: Fake[] = []
let clock: FakeClock
let set: WindowSet

/** A window as far as the set touches it. */
function fakeWindow(view: WindowView): BrowserWindow {
  const window = Object.assign(new EventEmitter(), {
    view,
    told: [] as WindowEvent[],
    fronted: 0,
    crashed: 0,
    isGone: false,
    isDestroyed: () => window.isGone,
    isMinimized: () => false,
    show: () => {},
    focus: () => void (window.fronted += 1),
    close() {
      if (window.isGone) return
      window.isGone = true
      window.emit('closed')
    },
    destroy: () => window.close(),
    webContents: {
      send: (_channel: string, event: WindowEvent) => window.told.push(event),
      forcefullyCrashRenderer: () => void (window.crashed += 1),
    } as unknown as WebContents,
  })
  made.push(window)
  return window as unknown as BrowserWindow
}

beforeEach(() => {
  made = []
  clock = fakeClock(0)
  set = windowSet(fakeWindow, clock)
  set.openMain()
})

/** The nth window that was made. */
function at(n: number): Fake {
  const window = made[n]
  if (!window) throw new Error(`no window ${n}`)
  return window
}
const contents = (n: number): WebContents => at(n).webContents
const elsewhere = (n: number) =>
  at(n)
    .told.flatMap((event) => (event.kind === 'others' ? [event.others] : []))
    .at(-1)

test('a ticket has one window: asking again, from anywhere, brings it to the front', () => {
  set.begins(contents(0))
  expect(set.take(contents(0), a)).toEqual({ taken: true, alone: true })
  set.openBeside({ kind: 'ticket', ticketId: a }, contents(0))
  expect(made).toHaveLength(2)
  expect(elsewhere(0)).toEqual({ alone: false, elsewhere: [a] })
  expect(set.begins(contents(1))).toEqual({
    view: { kind: 'ticket', ticketId: a },
    others: { alone: false, elsewhere: [] },
  })
  expect(set.take(contents(0), a).taken).toBe(false)
  expect(set.take(contents(1), a).taken).toBe(true)
  set.openBeside({ kind: 'ticket', ticketId: a }, contents(0))
  set.openBeside({ kind: 'ticket', ticketId: a }, contents(1))
  expect(made).toHaveLength(2)
  expect(at(1).fronted).toBe(2)
  expect(set.goToTicket(a)).toBe(true)
  at(1).close()
  expect(elsewhere(0)).toEqual({ alone: true, elsewhere: [] })
  expect(set.take(contents(0), a).taken).toBe(true)
  expect(set.goToTicket(a)).toBe(false)
})

test('what another window writes to is not taken from it by opening it', () => {
  set.openBeside({ kind: 'deck', deckId: 'all' }, contents(0))
  expect(set.take(contents(0), a).taken).toBe(true)
  set.openBeside({ kind: 'ticket', ticketId: a }, contents(1))
  expect(made).toHaveLength(2)
  expect(at(0).fronted).toBe(1)
})

test('a page that begins anew holds nothing but the ticket that its window is about, also after it went on', () => {
  set.take(contents(0), a)
  set.begins(contents(0))
  set.openBeside({ kind: 'ticket', ticketId: a }, contents(0))
  set.take(contents(1), b)
  set.release(contents(1), a)
  expect(set.take(contents(0), a).taken).toBe(true)
  expect(set.begins(contents(1)).view).toEqual({ kind: 'ticket', ticketId: b })
  expect(set.take(contents(0), b).taken).toBe(false)
})

test('one brand alone is a matter of all windows: who does not say so in time is closed, the main one loaded anew', async () => {
  set.begins(contents(0))
  set.openBeside({ kind: 'deck', deckId: 'all' }, contents(0))
  set.openBeside({ kind: 'ticket', ticketId: a }, contents(0))
  set.openBeside({ kind: 'ticket', ticketId: b }, contents(0))
  for (const n of [1, 2]) set.begins(contents(n))
  let isSafe = false
  void set.showOnly(contents(2), a).then(() => (isSafe = true))
  const heard = (n: number) => at(n).told.filter(({ kind }) => kind === 'client-safe')
  expect(heard(0)).toEqual([{ kind: 'client-safe', brandId: a }])
  expect(heard(1)).toHaveLength(1)
  // Who asks does it by itself, and a page that has not begun asks for the brand first.
  expect([heard(2), heard(3)]).toEqual([[], []])
  set.shows(contents(0), a)
  set.shows(contents(1), null)
  await clock.advance(1_999)
  expect([isSafe, at(1).isGone]).toEqual([false, false])
  await clock.advance(1)
  await Promise.resolve()
  expect([isSafe, at(1).isGone, at(2).isGone, at(3).isGone]).toEqual([true, true, false, false])
  expect(at(0).crashed).toBe(0)

  void set.showOnly(contents(2), b)
  await clock.advance(2_000)
  expect(at(0).crashed).toBe(1)
  await set.showOnly(contents(2), null)
  expect(heard(0).at(-1)).toEqual({ kind: 'client-safe', brandId: null })
})

test('those beside the main window go with it', () => {
  set.openBeside({ kind: 'deck', deckId: 'all' }, contents(0))
  set.openBeside({ kind: 'ticket', ticketId: a }, contents(1))
  at(0).close()
  expect(made.map(({ isGone }) => isGone)).toEqual([true, true, true])
  expect(set.all()).toEqual([])
})

test('a window that does not answer does not outlive the main one, and is not ended for what was turned off again', async () => {
  set.begins(contents(0))
  set.openBeside({ kind: 'deck', deckId: 'all' }, contents(0))
  set.begins(contents(1))
  void set.showOnly(contents(0), a)
  await set.showOnly(contents(0), null)
  await clock.advance(2_000)
  expect(at(1).isGone).toBe(false)
  at(1).close = () => {}
  at(0).close()
  expect(at(1).isGone).toBe(false)
  at(1).destroy = () => void (at(1).isGone = true)
  await clock.advance(2_000)
  expect(at(1).isGone).toBe(true)
})

test('a page for paper is known by itself, is told nothing, changes nothing for others, and goes with the main window', () => {
  set.begins(contents(0))
  set.openPaper(a)
  expect(set.has(contents(1))).toBe(true)
  expect(set.begins(contents(1))).toEqual({
    view: { kind: 'paper', reportId: a },
    others: { alone: true, elsewhere: [] },
  })
  expect(set.all()).toHaveLength(1)
  set.tellAll({ kind: 'touched' })
  expect(at(1).told).toEqual([])
  expect(elsewhere(0)).toBeUndefined()
  expect(set.take(contents(0), b)).toEqual({ taken: true, alone: true })
  at(0).close()
  expect(at(1).isGone).toBe(true)
  expect(set.has(contents(1))).toBe(false)
})
