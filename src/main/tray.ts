/** @file The icon in the system's tray: how much waits, Stop from outside of every window, and the way back to one. */
import { join } from 'node:path'
import { Menu, Tray, type MenuItemConstructorOptions } from 'electron'
import { word } from './words.ts'

/** What its menu does. */
export type TrayActs = { stop(): void; open(): void; startAtLogin(on: boolean): void; quit(): void }

/**
 * `stopped`: everything outgoing is frozen already. `needsReply`: tickets, over all open workspaces. `startsAtLogin` null:
 * it cannot.
 */
export type TrayState = { stopped: boolean; needsReply: number; startsAtLogin: boolean | null }

const counted = (needsReply: number): string =>
  needsReply === 1
    ? word('tray.needs-reply.one')
    : word('tray.needs-reply.many').replace('{count}', () => `${needsReply}`)

/** The menu as data. */
export const trayMenu = (
  acts: TrayActs,
  { stopped, needsReply, startsAtLogin }: TrayState,
): MenuItemConstructorOptions[] => [
  {
    label: word(stopped ? 'tray.stopped' : 'command.outbox.stop'),
    enabled: !stopped,
    click: () => acts.stop(),
  },
  { type: 'separator' },
  { label: counted(needsReply), click: () => acts.open() },
  { label: word('tray.open'), click: () => acts.open() },
  ...(startsAtLogin === null
    ? []
    : [
        {
          label: word('command.app.start-at-login'),
          type: 'checkbox' as const,
          checked: startsAtLogin,
          click: () => acts.startAtLogin(!startsAtLogin),
        },
      ]),
  { label: word('tray.quit'), click: () => acts.quit() },
]

/** The icon as others change it. */
export type TrayIcon = {
  /** Stop took hold or ended, or another number of tickets waits. */
  told(state: Partial<TrayState>): void
  /** Words are others than before. */
  spoken(): void
}

/** Shows the icon. */
export function startTray(appFolder: string, acts: TrayActs): TrayIcon {
  const file = process.platform === 'darwin' ? 'trayTemplate.png' : 'tray.png'
  const tray = new Tray(join(appFolder, 'resources/icons', file))
  let now: TrayState = { stopped: false, needsReply: 0, startsAtLogin: null }
  const show = (): void => {
    tray.setToolTip(`${word(now.stopped ? 'tray.tip.stopped' : 'tray.tip')} · ${counted(now.needsReply)}`)
    tray.setContextMenu(Menu.buildFromTemplate(trayMenu(acts, now)))
  }
  tray.on('click', () => acts.open())
  show()
  return {
    told(state) {
      const next = { ...now, ...state }
      const isSame =
        next.stopped === now.stopped &&
        next.needsReply === now.needsReply &&
        next.startsAtLogin === now.startsAtLogin
      if (isSame) return
      now = next
      show()
    },
    spoken: show,
  }
}
