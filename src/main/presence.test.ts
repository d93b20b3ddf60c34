/** @file What becomes a notice or a tone, and when: quiet hours, a pause, the window in front, one brand alone. */
import { expect, test, vi } from 'vitest'
import { plainQuietHours, wallAt, type QuietHours } from '../shared/domain/quiet-hours.ts'
import type { Arrival, FellDue } from '../shared/host-protocol.ts'
import type { PresenceView } from '../shared/window-protocol.ts'
import { fakeClock } from '../../tests/fake-clock.ts'
import { noLoginStart } from './login-start.ts'
import { presence, type PresenceWindow } from './presence.ts'
import { openSettings } from './settings.ts'

vi.mock('electron', () => ({ Notification: class {} }))

const minute = 60_000
const hour = 60 * minute
const started = Date.parse('2026-11-17T12:00:00Z')
type Target = Parameters<PresenceWindow['open']>[0]

/** Quiet from `from` hours after the start on for so many hours, by whatever clock this computer has. */
const quietIn = (from: number, hours: number): QuietHours => ({
  ...plainQuietHours,
  on: true,
  from: wallAt(started + from * hour).minute,
  until: wallAt(started + (from + hours) * hour).minute,
})

function desk({ only = null, inFront = false }: { only?: string | null; inFront?: boolean } = {}) {
  const clock = fakeClock(started, async () => {})
  let settings: ReturnType<ReturnType<typeof openSettings>['get']> = {
    theme: 'system',
    language: 'system',
    keepAwake: false,
    quiet: plainQuietHours,
    pausedUntil: null,
    windows: {},
  }
  const notices: { title: string; silent: boolean; click: () => void }[] = []
  const views: PresenceView[] = []
  const opened: Target[] = []
  const rung = vi.fn<() => void>()
  const known = presence({
    settings: {
      get: () => settings,
      change: (what) => {
        settings = { ...settings, ...what }
      },
    },
    clock,
    login: noLoginStart,
    show: ({ title }, { silent }, click) => void notices.push({ title, silent, click }),
    onChanged: (view) => void views.push(view),
    windowOf: () => window,
  })
  let shownOnly = only
  let isThere = true
  const window: PresenceWindow = {
    onlyBrandId: () => shownOnly,
    isThere: () => isThere,
    isInFront: () => inFront,
    open: (target) => void opened.push(target),
    ring: rung,
  }
  return {
    clock,
    notices,
    views,
    opened,
    rung,
    known,
    arrived: (...arrivals: Arrival[]) => known.arrived('practice', arrivals),
    fellDue: (count: number, loud = 0, brandId = 'air') => {
      const due: FellDue = { brands: [{ brandId, name: brandId, count, loud }] }
      known.fellDue('practice', due)
    },
    titles: () => notices.map(({ title }) => title),
    showOnly: (brandId: string | null) => void (shownOnly = brandId),
    close: () => void (isThere = false),
  }
}

const message = (more: Partial<Arrival> = {}): Arrival => ({
  row: { kind: 'ticket', id: 't' },
  author: 'Mara',
  brandId: 'air',
  brandName: 'Northwind Air',
  loud: false,
  notice: { deckId: 'all', columnId: 'mentions:all', kind: 'mentions', title: null },
  sound: true,
  ...more,
})

test('a message becomes a notice without the sound of the system, and a tone; a click opens its ticket', () => {
  const d = desk()
  d.arrived(message())
  expect(d.notices).toMatchObject([{ title: 'New in Mentions · Northwind Air', silent: true }])
  expect(d.rung).toHaveBeenCalledOnce()
  d.notices[0]?.click()
  expect(d.opened).toEqual([{ deckId: 'all', columnId: 'mentions:all', row: { kind: 'ticket', id: 't' } }])
})

test('while its window is in front there is the tone alone, and a column without one makes none', () => {
  const d = desk({ inFront: true })
  d.arrived(message())
  expect(d.notices).toEqual([])
  expect(d.rung).toHaveBeenCalledOnce()
  d.arrived(message({ sound: false }))
  expect(d.rung).toHaveBeenCalledOnce()
})

test('while one brand alone is shown, the others make neither notice nor tone', () => {
  const d = desk({ only: 'kettle' })
  d.arrived(message())
  d.fellDue(1)
  expect(d.notices).toEqual([])
  expect(d.rung).not.toHaveBeenCalled()
  d.arrived(message(), message({ brandId: 'kettle', brandName: 'Kettle' }))
  expect(d.titles()).toEqual(['New in Mentions · Kettle'])
})

test('in quiet hours only what cannot wait is told; late replies follow in the morning, as one', async () => {
  const d = desk()
  d.known.keepQuiet(quietIn(1, 3))
  await d.clock.advance(2 * hour)
  d.arrived(message())
  d.fellDue(2)
  expect(d.notices).toEqual([])
  expect(d.rung).not.toHaveBeenCalled()
  d.arrived(message(), message({ loud: true, row: { kind: 'ticket', id: 'u' } }))
  d.fellDue(3, 1)
  expect(d.titles()).toEqual(['New in Mentions · Northwind Air', 'A reply is due'])
  expect(d.rung).toHaveBeenCalledOnce()
  await d.clock.advance(hour)
  expect(d.notices).toHaveLength(2)
  await d.clock.advance(hour + minute)
  expect(d.titles().slice(2)).toEqual(['4 replies fell due in quiet hours'])
  await d.clock.advance(5 * hour)
  expect(d.notices).toHaveLength(3)
})

test('quiet hours that are turned off tell at once what they held back', () => {
  const d = desk()
  d.known.keepQuiet(quietIn(-1, 3))
  d.fellDue(2)
  d.known.keepQuiet({ ...quietIn(-1, 3), on: false })
  expect(d.titles()).toEqual(['2 replies fell due in quiet hours'])
})

test('a pause lasts an hour, windows hear of its end, and it can be ended before', async () => {
  const d = desk()
  d.known.pause(true)
  expect(d.known.view().pausedUntil).toBe(started + hour)
  d.arrived(message())
  await d.clock.advance(59 * minute)
  d.arrived(message())
  expect(d.notices).toEqual([])
  await d.clock.advance(minute)
  expect(d.views.map(({ pausedUntil }) => pausedUntil)).toEqual([started + hour, null])
  d.arrived(message())
  expect(d.notices).toHaveLength(1)

  d.known.pause(true)
  d.known.pause(false)
  d.arrived(message())
  expect(d.notices).toHaveLength(2)
})

test('a clock that is moved back makes no pause longer', () => {
  const d = desk()
  d.known.pause(true)
  d.clock.jump(-2 * hour)
  expect(d.known.view().pausedUntil).toBeNull()
})

test('what was held is told as the window is then: of one brand alone, and of no window that was closed', async () => {
  const safe = desk()
  safe.known.keepQuiet(quietIn(0, 2))
  safe.fellDue(2, 0, 'air')
  safe.showOnly('lumen')
  await safe.clock.advance(3 * hour)
  expect(safe.titles()).toEqual([])

  const gone = desk()
  gone.known.keepQuiet(quietIn(0, 2))
  gone.fellDue(2)
  gone.close()
  await gone.clock.advance(3 * hour)
  expect(gone.titles()).toEqual([])
})
