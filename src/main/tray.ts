/** @file The icon in the system's tray: Stop from outside of every window, and the way back to one. */
import { join } from 'node:path'
import { Menu, Tray, type MenuItemConstructorOptions } from 'electron'
import { en } from '../shared/messages/en.ts'

/** What its menu does. */
export type TrayActs = { stop(): void; open(): void; quit(): void }

/** The menu as data. @param stopped everything outgoing is frozen already */
export const trayMenu = (acts: TrayActs, stopped: boolean): MenuItemConstructorOptions[] => [
  {
    label: en[stopped ? 'tray.stopped' : 'command.outbox.stop'],
    enabled: !stopped,
    click: () => acts.stop(),
  },
  { type: 'separator' },
  { label: en['tray.open'], click: () => acts.open() },
  { label: en['tray.quit'], click: () => acts.quit() },
]

/** Shows the icon. @returns what to call when Stop takes hold or ends */
export function startTray(appFolder: string, acts: TrayActs): (stopped: boolean) => void {
  const file = process.platform === 'darwin' ? 'trayTemplate.png' : 'tray.png'
  const tray = new Tray(join(appFolder, 'resources/icons', file))
  let shown: boolean | null = null
  const show = (stopped: boolean): void => {
    if (stopped === shown) return
    shown = stopped
    tray.setToolTip(en[stopped ? 'tray.tip.stopped' : 'tray.tip'])
    tray.setContextMenu(Menu.buildFromTemplate(trayMenu(acts, stopped)))
  }
  tray.on('click', () => acts.open())
  show(false)
  return show
}
