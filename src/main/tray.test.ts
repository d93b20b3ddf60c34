/** @file The tray offers Stop first, and says when it holds. */
import { expect, test, vi } from 'vitest'
import { trayMenu } from './tray.ts'

vi.mock('electron', () => ({ Menu: {}, Tray: class {} }))

const acts = (done: string[]) => ({
  stop: () => void done.push('stop'),
  open: () => void done.push('open'),
  startAtLogin: (on: boolean) => void done.push(`login ${on}`),
  quit: () => void done.push('quit'),
})
const press = (item: object | undefined): unknown =>
  Reflect.apply(Reflect.get(item ?? {}, 'click') ?? (() => {}), null, [])

test('each item does its one thing', () => {
  const done: string[] = []
  for (const item of trayMenu(acts(done), { stopped: false, needsReply: 19, startsAtLogin: false }))
    if (item.type !== 'separator') press(item)
  expect(done).toEqual(['stop', 'open', 'open', 'login true', 'quit'])
})

test('while everything is frozen, Stop says so and cannot be pressed', () => {
  const [first] = trayMenu(acts([]), { stopped: true, needsReply: 0, startsAtLogin: null })
  expect(first).toMatchObject({ label: 'Stopped: nothing leaves', enabled: false })
})

test('how much waits is said beside it', () => {
  const labels = (needsReply: number) =>
    trayMenu(acts([]), { stopped: false, needsReply, startsAtLogin: null }).map(({ label }) => label)
  expect(labels(19)).toContain('19 tickets need a reply')
  expect(labels(1)).toContain('1 ticket needs a reply')
  expect(labels(1)).not.toContain('Start at login')
})
