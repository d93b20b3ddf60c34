/**
 * @file The native menu, made from the one table of commands and the one catalogue of words. A chosen item is told to
 * the window in front, where the command behaves as if its key had been pressed.
 */
import { Menu, type BaseWindow, type MenuItemConstructorOptions } from 'electron'
import { commands, type CommandDeclaration, type CommandId, type Group } from '../shared/commands.ts'
import { keysIn, type Keymap } from '../shared/keymap.ts'
import { acceleratorOf } from './accelerators.ts'
import { word } from './words.ts'

/** @param run tells `command` to a window; without one in front it is undefined */
export function installMenu(
  keymap: Keymap,
  run: (command: CommandId, window: BaseWindow | undefined) => void,
): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform === 'darwin', keymap, run)))
}

/** The whole menu as data. */
export function menuTemplate(
  mac: boolean,
  keymap: Keymap,
  run: (command: CommandId, window: BaseWindow | undefined) => void,
): MenuItemConstructorOptions[] {
  const itemsOf = (group: Group): MenuItemConstructorOptions[] => {
    const declared: readonly (CommandDeclaration & { id: CommandId })[] = commands
    return declared
      .filter((command) => command.group === group && !command.hidden)
      .map((command) => {
        const accelerator = acceleratorOf(keysIn(keymap).get(command.id) ?? [], mac)
        return {
          label: word(`command.${command.id}`),
          ...(accelerator === null ? {} : { accelerator, registerAccelerator: false }),
          click: (_item: unknown, window: BaseWindow | undefined) => run(command.id, window),
        }
      })
  }
  const shown = { registerAccelerator: mac }
  const menu = (group: Group, more: MenuItemConstructorOptions[] = []): MenuItemConstructorOptions => ({
    label: word(`group.${group}`),
    submenu: [...itemsOf(group), ...more],
  })
  const line = { type: 'separator' } as const
  return [
    ...(mac ? [{ role: 'appMenu' } as const] : []),
    menu('workspace', mac ? [] : [line, { role: 'quit' }]),
    {
      role: 'editMenu',
      submenu: [
        { role: 'cut', ...shown },
        { role: 'copy', ...shown },
        { role: 'paste', ...shown },
        { role: 'selectAll', ...shown },
      ],
    },
    menu('move'),
    menu('answer'),
    menu('outbox'),
    menu('post'),
    menu('ticket'),
    menu('view', [
      line,
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      { role: 'togglefullscreen' },
    ]),
    { role: 'windowMenu' },
  ]
}
