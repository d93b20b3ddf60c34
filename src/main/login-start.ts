/**
 * @file Whether Switchboard starts when somebody logs in: a word of the system, which this file reads and writes. On
 * Linux it is an entry in the folder of what starts by itself.
 */
import { mkdir, rm } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import { Failure } from '../shared/errors.ts'
import { hasCode } from './system-errors.ts'

export type LoginStart = {
  /** Null: here it cannot be had. */
  isOn(): boolean | null
  /** @throws Failure `disk.full`, `disk.failed`; what stood there before is whole */
  turn(on: boolean): Promise<void>
}

/** Where nothing is installed, the system would start the bare runtime. */
export const noLoginStart: LoginStart = { isOn: () => null, turn: () => Promise.resolve() }

type Host = {
  getLoginItemSettings(): { openAtLogin: boolean }
  setLoginItemSettings(settings: { openAtLogin: boolean }): void
}

/** macOS and Windows keep the word themselves. */
export const loginItem = (host: Host): LoginStart => ({
  isOn: () => host.getLoginItemSettings().openAtLogin,
  turn(on) {
    host.setLoginItemSettings({ openAtLogin: on })
    return Promise.resolve()
  },
})

const entryName = 'switchboard.desktop'

/** One argument in an entry's line `Exec`: quoted, and no sign of it means anything to the system. */
const quoted = (argument: string): string =>
  `"${argument
    .replaceAll(/["`$\\]/gu, String.raw`\$&`)
    .replaceAll('\\', '\\\\')
    .replaceAll('%', '%%')}"`

/** The entry that starts this program. @param program its path */
export const autostartEntry = (program: string): string =>
  `${['[Desktop Entry]', 'Type=Application', 'Name=Switchboard', `Exec=${quoted(program)}`, 'Terminal=false'].join('\n')}\n`

/** @param configFolder where programs keep what they are told: `XDG_CONFIG_HOME` */
export function autostart(configFolder: string, program: string): LoginStart {
  const folder = join(configFolder, 'autostart')
  const file = join(folder, entryName)
  return {
    isOn: () => existsSync(file),
    async turn(on) {
      try {
        if (!on) return await rm(file, { force: true })
        await mkdir(folder, { recursive: true, mode: 0o700 })
        await writeFileAtomic(file, autostartEntry(program), { mode: 0o600 })
      } catch (error) {
        if (hasCode(error, 'ENOSPC')) throw new Failure('disk.full', {})
        throw new Failure('disk.failed', { what: entryName })
      }
    },
  }
}
