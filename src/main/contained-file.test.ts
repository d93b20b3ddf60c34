/** @file The app's own scheme serves one folder: whatever leads out of it is nothing. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { containedFile } from './contained-file.ts'

let root = ''
let folder = ''

beforeAll(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'switchboard-contained-')))
  folder = join(root, 'renderer')
  mkdirSync(join(folder, 'assets'), { recursive: true })
  writeFileSync(join(folder, 'index.html'), 'page')
  writeFileSync(join(folder, 'assets', 'a b.js'), 'script')
  writeFileSync(join(root, 'secret.js'), 'secret')
  mkdirSync(join(root, 'renderer-too'))
  writeFileSync(join(root, 'renderer-too', 'a.js'), 'sibling')
  symlinkSync(join(root, 'secret.js'), join(folder, 'link.js'))
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

const at = (path: string) => containedFile(`app://switchboard/${path}`, folder)

test('files of the folder are found', async () => {
  expect(await at('index.html')).toBe(join(folder, 'index.html'))
  expect(await at('assets/a%20b.js?query#part')).toBe(join(folder, 'assets', 'a b.js'))
})

test.each([
  '',
  '.',
  '../secret.js',
  '%2e%2e/secret.js',
  '..%2fsecret.js',
  'assets%2f..%2f..%2fsecret.js',
  '..%5csecret.js',
  '%2fetc%2fpasswd',
  '../renderer-too/a.js',
  '..%2frenderer-too%2fa.js',
  'link.js',
  'index.html%00',
  'index.html/',
  'missing.js',
  'C:%5cwindows',
  '%',
  `${'x'.repeat(5_000)}`,
])('%s is nothing', async (path) => {
  expect(await at(path)).toBeNull()
})

test('another host, another scheme and no address at all are nothing', async () => {
  expect(await containedFile('app://elsewhere/index.html', folder)).toBeNull()
  expect(await containedFile('file:///index.html', folder)).toBeNull()
  expect(await containedFile('index.html', folder)).toBeNull()
})
