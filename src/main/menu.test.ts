/** @file The native menu comes from the table of commands: shown keys, never taken ones. */
import type { MenuItemConstructorOptions } from 'electron'
import { expect, test, vi } from 'vitest'
import { commands } from '../shared/commands.ts'
import { en } from '../shared/messages/en.ts'
import { acceleratorOf } from './accelerators.ts'
import { plainKeymap } from '../shared/keymap.ts'
import { menuTemplate } from './menu.ts'

vi.mock('electron', () => ({ Menu: {} }))

const items = (menus: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  menus.flatMap((menu) => (Array.isArray(menu.submenu) ? items(menu.submenu) : [menu]))

test('every command that is not hidden has one item with its title, and runs as itself', () => {
  const run: string[] = []
  const all = items(menuTemplate(false, plainKeymap, (command) => run.push(command)))
  for (const command of commands) {
    const own = all.filter((item) => item.label === en[`command.${command.id}`])
    expect([command.id, own.length]).toEqual([command.id, 'hidden' in command ? 0 : 1])
    for (const item of own) Reflect.apply(item.click ?? (() => {}), null, [null, undefined])
  }
  expect(run.toSorted()).toEqual(
    commands
      .filter((command) => !('hidden' in command))
      .map(({ id }) => id)
      .toSorted(),
  )
})

test.each([false, true])('no item takes a key from the page (mac: %s)', (mac) => {
  for (const item of items(menuTemplate(mac, plainKeymap, () => {}))) {
    if (item.accelerator !== undefined) expect(item.registerAccelerator).toBe(false)
    if (mac) expect(item.accelerator ?? 'CmdOrCtrl').toContain('CmdOrCtrl')
  }
})

test('keys are written as the menu knows them', () => {
  expect(acceleratorOf(['j', 'ArrowDown'], false)).toBe('J')
  expect(acceleratorOf(['Mod+Shift+Enter'], false)).toBe('CmdOrCtrl+Shift+Enter')
  expect(acceleratorOf(['Mod+Alt+ArrowRight'], true)).toBe('CmdOrCtrl+Alt+Right')
  expect(acceleratorOf(['j'], true)).toBeNull()
  expect(acceleratorOf(['g a'], false)).toBeNull()
  expect(acceleratorOf(['+'], false)).toBeNull()
  expect(acceleratorOf([], false)).toBeNull()
})
