/** @file What main remembers between runs, and what becomes of a file that it cannot read. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { plainQuietHours } from '../shared/domain/quiet-hours.ts'
import type { LogFile } from './log-file.ts'
import { openSettings } from './settings.ts'

let folder = ''
let lines: string[] = []
const log: LogFile = { write: () => {}, line: (text) => void lines.push(text), close: () => {} }
const now = Date.parse('2026-11-17T10:07:00Z')
const open = () => openSettings(join(folder, 'settings.json'), now, log)
const plain = {
  theme: 'system',
  language: 'system',
  keepAwake: false,
  quiet: plainQuietHours,
  pausedUntil: null,
  windows: {},
}
const bounds = { x: 1, y: 2, width: 1200, height: 800, maximized: false }

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'switchboard-settings-'))
  lines = []
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('a first run has the defaults and says nothing', () => {
  expect(open().get()).toEqual(plain)
  expect(open().keptAs).toBeNull()
})

test('changes are there at the next start, the last one counting', async () => {
  const settings = open()
  settings.change({ theme: 'light' })
  settings.change({ windows: { practice: bounds } })
  settings.change({ theme: 'dark' })
  await settings.settled()
  expect(open().get()).toEqual({ ...plain, theme: 'dark', windows: { practice: bounds } })
})

test.each(['{ cut', '[]', '{"theme":"pink"}', '{"windows":{"practice":{"x":"left"}}}'])(
  '%s is put aside under another name and said',
  (text) => {
    writeFileSync(join(folder, 'settings.json'), text)
    const settings = open()
    expect(settings.get()).toEqual(plain)
    expect(settings.keptAs).toBe('settings.corrupt-2026-11-17T10-07-00.000Z.json')
    expect(readdirSync(folder)).toEqual([settings.keptAs])
    expect(readFileSync(join(folder, String(settings.keptAs)), 'utf8')).toBe(text)
  },
)

test('a disk that refuses is logged, and the change holds for this run', async () => {
  const settings = open()
  rmSync(folder, { recursive: true })
  settings.change({ theme: 'dark' })
  await settings.settled()
  expect(settings.get().theme).toBe('dark')
  expect(lines.join()).toContain('settings could not be kept')
})
