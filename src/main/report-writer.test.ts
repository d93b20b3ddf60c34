/** @file The files of a report: its page is asked for only where they are missing, and its window never stays. */
import { EventEmitter } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserWindow, WebContents } from 'electron'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fakeClock, type FakeClock } from '../../tests/fake-clock.ts'
import { Failure } from '../shared/errors.ts'
import { must } from '../shared/must.ts'
import { reportWriter, type ReportWriter } from './report-writer.ts'

const reportId = '01980000-0000-7000-8000-0000deadbeef'
let folder: string
let clock: FakeClock
let opened: { page: WebContents; window: EventEmitter; isGone: () => boolean }[]
let printing: () => Promise<Buffer>
let writer: ReportWriter

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'switchboard-writer-'))
  clock = fakeClock(0)
  opened = []
  printing = async () => Buffer.from('%PDF-1.4')
  writer = reportWriter({ open, pdf: () => printing(), clock })
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function open(): BrowserWindow {
  let isGone = false
  const page = new EventEmitter() as unknown as WebContents
  const window = Object.assign(new EventEmitter(), {
    webContents: page,
    isDestroyed: () => isGone,
    destroy() {
      isGone = true
      window.emit('closed')
    },
  })
  opened.push({ page, window, isGone: () => isGone })
  return window as unknown as BrowserWindow
}

const job = () => ({ reportId, folder, name: 'Northwind 2026-10' })
const tables = { numbers: '\uFEFF"figure"', tickets: '\uFEFF"ticketId"' }
/** Begins to write, and waits until the window stands that is wanted for it. */
async function begin() {
  const written = writer.write('live', job())
  written.catch(() => {})
  while (opened.length === 0) await new Promise((done) => setImmediate(done))
  const [one] = opened
  if (!one) throw new Error('no window')
  return { written, ...one }
}

test('three files, and no window any more; asked for again they are left as they are', async () => {
  const { written, page, isGone } = await begin()
  writer.stands(page, { tables, failure: null })
  await written
  expect(isGone()).toBe(true)
  expect(readdirSync(folder)).toHaveLength(3)
  expect(readFileSync(join(folder, 'Northwind 2026-10 deadbeef numbers.csv'), 'utf8')).toBe(tables.numbers)
  await writer.write('live', job())
  expect(opened).toHaveLength(1)
})

test('a page that says why not, that dies, that is closed, or never comes: nothing is written, no window stays', async () => {
  const why = new Failure('report.missing', {})
  const ends: [string, (of: (typeof opened)[0]) => void][] = [
    [
      'report.missing',
      ({ page }) => writer.stands(page, { tables: null, failure: { code: why.code, data: {} } }),
    ],
    ['print.failed', ({ page }) => (page as unknown as EventEmitter).emit('render-process-gone')],
    ['print.failed', ({ window }) => window.emit('closed')],
    ['print.failed', () => void clock.advance(90_000)],
  ]
  for (const [code, end] of ends) {
    opened = []
    const { written, ...one } = await begin()
    end(one)
    await expect(written).rejects.toMatchObject({ code })
    expect(one.isGone()).toBe(true)
  }
  expect(readdirSync(folder)).toEqual([])
})

test('a printer that fails leaves nothing behind', async () => {
  printing = () => Promise.reject(new Failure('print.failed', {}))
  const { written, page, isGone } = await begin()
  writer.stands(page, { tables, failure: null })
  await expect(written).rejects.toMatchObject({ code: 'print.failed' })
  expect(isGone()).toBe(true)
  expect(readdirSync(folder)).toEqual([])
})

test('printing that never ends is given up with its window', async () => {
  printing = () => new Promise(() => {})
  const { written, page, isGone } = await begin()
  writer.stands(page, { tables, failure: null })
  await clock.advance(90_000)
  await expect(written).rejects.toMatchObject({ code: 'print.failed' })
  expect(isGone()).toBe(true)
})

test('a folder whose disk has not answered yet is asked for nothing more', async () => {
  const first = writer.write('live', job())
  await expect(writer.write('live', job())).rejects.toMatchObject({ code: 'disk.failed' })
  while (opened.length === 0) await new Promise((done) => setImmediate(done))
  writer.stands(must(opened[0], 'a window').page, { tables, failure: null })
  await first
  expect(readdirSync(folder)).toHaveLength(3)
})

test('a folder that is gone opens no window', async () => {
  rmSync(folder, { recursive: true })
  await expect(writer.write('live', job())).rejects.toMatchObject({ code: 'folder.gone' })
  expect(opened).toEqual([])
})
