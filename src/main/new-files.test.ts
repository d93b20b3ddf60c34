/** @file Files of a report in somebody's folder: whole or not there, never over what stands there, never twice. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { allStand, writeNew, type NewFile } from './new-files.ts'
import { namesOf } from './report-names.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'switchboard-files-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const files: NewFile[] = [
  { name: 'a.pdf', content: Buffer.from('%PDF-1.4 whole'), begins: '%PDF-' },
  { name: 'a numbers.csv', content: '\uFEFF"figure"', begins: '\uFEFF"' },
]
const read = (name: string): string => readFileSync(join(folder, name), 'utf8')

test('they are there, and nothing else is', async () => {
  expect(await allStand(folder, files)).toBe(false)
  await writeNew(folder, files)
  expect(readdirSync(folder).toSorted()).toEqual(['a numbers.csv', 'a.pdf'])
  expect(read('a.pdf')).toBe('%PDF-1.4 whole')
  expect(await allStand(folder, files)).toBe(true)
})

test('those of an earlier time are left as they are; what is missing comes', async () => {
  writeFileSync(join(folder, 'a.pdf'), '%PDF-1.7 of before')
  // Where a crash left it.
  writeFileSync(join(folder, '.a numbers.csv.part'), 'half')
  expect(await allStand(folder, files)).toBe(false)
  await writeNew(folder, files)
  expect(read('a.pdf')).toBe('%PDF-1.7 of before')
  expect(read('a numbers.csv')).toBe('\uFEFF"figure"')
  expect(readdirSync(folder)).toHaveLength(2)
})

test('somebody else’s file of that name is not touched', async () => {
  writeFileSync(join(folder, 'a numbers.csv'), 'mine')
  const taken = { code: 'report.taken', data: { name: 'a numbers.csv' } }
  await expect(writeNew(folder, files)).rejects.toMatchObject(taken)
  expect(read('a numbers.csv')).toBe('mine')
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
  mkdirSync(join(folder, 'b.pdf'))
  await expect(allStand(folder, [{ name: 'b.pdf', begins: '%PDF-' }])).rejects.toMatchObject({
    code: 'report.taken',
  })
})

test('a link that lies in wait is not followed', async () => {
  const theirs = join(folder, 'theirs.txt')
  writeFileSync(theirs, 'mine')
  symlinkSync(theirs, join(folder, '.a.pdf.part'))
  symlinkSync(theirs, join(folder, 'a numbers.csv'))
  await expect(writeNew(folder, files)).rejects.toMatchObject({ code: 'report.taken' })
  expect(read('theirs.txt')).toBe('mine')
})

test('a folder that is gone, or none, is said by its name', async () => {
  const gone = join(folder, 'gone')
  const said = { code: 'folder.gone', data: { folder: gone } }
  await expect(allStand(gone, files)).rejects.toMatchObject(said)
  await expect(writeNew(gone, files)).rejects.toMatchObject(said)
  writeFileSync(gone, 'a file')
  await expect(allStand(gone, files)).rejects.toMatchObject(said)
})

test('the names of a report’s files are names of files, its own', () => {
  const job = { reportId: '01980000-0000-7000-8000-0000deadbeef', folder: '' }
  expect(namesOf({ ...job, name: 'Northwind 2026-10' })).toEqual({
    pdf: 'Northwind 2026-10 deadbeef.pdf',
    numbers: 'Northwind 2026-10 deadbeef numbers.csv',
    tickets: 'Northwind 2026-10 deadbeef tickets.csv',
  })
  expect(namesOf({ ...job, name: '../..\\A/B:C\n 2026-10' }).pdf).toBe('-..-A-B-C- 2026-10 deadbeef.pdf')
  // What turns the direction of a name, and what Windows takes for a device.
  expect(namesOf({ ...job, name: 'AUX.io \u202Efdp 2026-10' }).pdf).toBe('_AUX.io -fdp 2026-10 deadbeef.pdf')
  expect(namesOf({ ...job, name: 'Auxiliary 2026-10' }).pdf).toBe('Auxiliary 2026-10 deadbeef.pdf')
  expect(namesOf({ ...job, name: '字'.repeat(300) }).pdf).toBe(`${'字'.repeat(60)} deadbeef.pdf`)
})
