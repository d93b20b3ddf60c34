/** @file Starting at login: the entry on Linux, and the word of the other systems. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { autostart, autostartEntry, loginItem, noLoginStart } from './login-start.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'switchboard-login-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('on Linux an entry is written whole, read at the next start, and taken away', async () => {
  const start = autostart(join(folder, 'config'), '/opt/Switchboard/switchboard')
  expect(start.isOn()).toBe(false)
  await start.turn(true)
  expect(autostart(join(folder, 'config'), 'another').isOn()).toBe(true)
  expect(readdirSync(join(folder, 'config/autostart'))).toEqual(['switchboard.desktop'])
  expect(readFileSync(join(folder, 'config/autostart/switchboard.desktop'), 'utf8')).toBe(
    '[Desktop Entry]\nType=Application\nName=Switchboard\nExec="/opt/Switchboard/switchboard"\nTerminal=false\n',
  )
  await start.turn(false)
  await start.turn(false)
  expect(start.isOn()).toBe(false)
  expect(readdirSync(join(folder, 'config/autostart'))).toEqual([])
})

test('no sign in the path of the program means anything to the system', () => {
  expect(autostartEntry('/home/jo $HOME/100% "x"\\y')).toContain(
    String.raw`Exec="/home/jo \\$HOME/100%% \\"x\\"\\\\y"`,
  )
})

test('a folder that cannot be written is told', async () => {
  writeFileSync(join(folder, 'config'), 'a file')
  await expect(autostart(join(folder, 'config'), '/opt/x').turn(true)).rejects.toMatchObject({
    code: 'disk.failed',
    data: { what: 'switchboard.desktop' },
  })
})

test('elsewhere the system keeps the word; where nothing is installed there is none', async () => {
  let openAtLogin = false
  const start = loginItem({
    getLoginItemSettings: () => ({ openAtLogin }),
    setLoginItemSettings: (settings) => void (openAtLogin = settings.openAtLogin),
  })
  await start.turn(true)
  expect([openAtLogin, start.isOn()]).toEqual([true, true])
  expect(noLoginStart.isOn()).toBeNull()
})
