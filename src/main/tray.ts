/** @file The icon in the system's tray: Stop from outside of every window, and the way back to one. */
import { join } from 'node:path'
import { Menu, Tray, type MenuItemConstructorOptions } from 'electron'
import { word } from './words.ts'

/** What its menu does. */
export type TrayActs = { stop(): void; open(): void; quit(): void }

/** The menu as data. @param stopped everything outgoing is frozen already */
export const trayMenu = (acts: TrayActs, stopped: boolean): MenuItemConstructorOptions[] => [
  {
    label: word(stopped ? 'tray.stopped' : 'command.outbox.stop'),
    enabled: !stopped,
    click: () => acts.stop(),
  },
  { type: 'separator' },
  { label: word('tray.open'), click: () => acts.open() },
  { label: word('tray.quit'), click: () => acts.quit() },
]

/** The icon as others change it. */
export type TrayIcon = {
  /** Stop took hold, or ended. */
  stopped(stopped: boolean): void
  /** Words are others than before. */
  spoken(): void
}

/** Shows the icon. */
export function startTray(appFolder: string, acts: TrayActs): TrayIcon {
  const file = process.platform === 'darwin' ? 'trayTemplate.png' : 'tray.png'
  const tray = new Tray(join(appFolder, 'resources/icons', file))
  let now = false
  const show = (): void => {
    tray.setToolTip(word(now ? 'tray.tip.stopped' : 'tray.tip'))
    tray.setContextMenu(Menu.buildFromTemplate(trayMenu(acts, now)))
  }
  tray.on('click', () => acts.open())
  show()
  return {
    stopped(stopped) {
      if (stopped === now) return
      now = stopped
      show()
    },
    spoken: show,
  }
}
