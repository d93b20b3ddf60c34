/** @file The tray offers Stop first, and says when it holds. */
import { expect, test, vi } from 'vitest'
import { trayMenu } from './tray.ts'

vi.mock('electron', () => ({ Menu: {}, Tray: class {} }))

const acts = (done: string[]) => ({
  stop: () => void done.push('stop'),
  open: () => void done.push('open'),
  quit: () => void done.push('quit'),
})
const press = (item: object | undefined): unknown =>
  Reflect.apply(Reflect.get(item ?? {}, 'click') ?? (() => {}), null, [])

test('each item does its one thing', () => {
  const done: string[] = []
  for (const item of trayMenu(acts(done), false)) if (item.type !== 'separator') press(item)
  expect(done).toEqual(['stop', 'open', 'quit'])
})

test('while everything is frozen, Stop says so and cannot be pressed', () => {
  const [first] = trayMenu(acts([]), true)
  expect(first).toMatchObject({ label: 'Stopped: nothing leaves', enabled: false })
})
