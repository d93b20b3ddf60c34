/** @file The parts of the set-up that decide: what is up to date, which file is refused, which words mean what. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readArguments } from '../../scripts/arguments.mjs'
import { refuseOther } from '../../scripts/fallback-runtime.mjs'
import { Problem } from '../../scripts/progress.mjs'
import { attempt, outsideEnvironment, run } from '../../scripts/run.mjs'
import { hashOfFiles, isStamped, stamp } from '../../scripts/stamp.mjs'
import { installedPackages, missingLibraries } from '../../scripts/system-libraries.mjs'

const folder = mkdtempSync(join(tmpdir(), 'switchboard-launcher-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('stamps', () => {
  it('hold for one value, and for nothing before', () => {
    const file = join(folder, 'deep', '.stamp')
    expect(isStamped(file, 'a')).toBe(false)
    stamp(file, 'a')
    expect(isStamped(file, 'a')).toBe(true)
    expect(isStamped(file, 'b')).toBe(false)
  })

  it('notice a changed, a new and a renamed source, but no changed test', () => {
    mkdirSync(join(folder, 'src'))
    const source = join(folder, 'src', 'a.ts')
    const test = join(folder, 'src', 'a.test.ts')
    writeFileSync(source, 'one')
    const first = hashOfFiles(folder, ['src', 'missing.json'])
    writeFileSync(test, 'a test')
    expect(hashOfFiles(folder, ['src', 'missing.json'])).toBe(first)
    utimesSync(source, new Date(), new Date(Date.now() + 5_000))
    const touched = hashOfFiles(folder, ['src', 'missing.json'])
    expect(touched).not.toBe(first)
    writeFileSync(join(folder, 'src', 'b.ts'), '')
    expect(hashOfFiles(folder, ['src', 'missing.json'])).not.toBe(touched)
  })
})

describe('the fallback runtime', () => {
  const integrity = (text: string) => `sha512-${createHash('sha512').update(text).digest('base64')}`

  it('is taken when it is the very file', async () => {
    const file = join(folder, 'good.tgz')
    writeFileSync(file, 'the real one')
    await refuseOther(file, integrity('the real one'))
    expect(existsSync(file)).toBe(true)
  })

  it('is refused and deleted when its hash differs', async () => {
    const file = join(folder, 'bad.tgz')
    writeFileSync(file, 'something else')
    await expect(refuseOther(file, integrity('the real one'))).rejects.toThrow(/not the file we know/)
    expect(existsSync(file)).toBe(false)
  })
})

describe('arguments', () => {
  const absolute = (file: string) => `/here/${file}`

  it('take the screenshot out, made absolute, and pass on the rest in order', () => {
    expect(readArguments(['--a', '--screenshot', 'x.png', 'b'], absolute)).toEqual({
      screenshot: '/here/x.png',
      passed: ['--a', 'b'],
    })
    expect(readArguments(['--screenshot=x.png'], absolute)).toEqual({ screenshot: '/here/x.png', passed: [] })
  })

  it('refuse a screenshot without a file', () => {
    expect(() => readArguments(['--screenshot'], absolute)).toThrow(Problem)
    expect(() => readArguments(['--screenshot', '--a'], absolute)).toThrow(Problem)
  })
})

describe('programs', () => {
  it('are ended when they take too long', async () => {
    expect(
      (await attempt(process.execPath, ['--eval', 'setInterval(() => {}, 1000)'], { timeoutMs: 100 })).code,
    ).toBe(124)
  })

  it('that are not there are said to be so', async () => {
    expect((await attempt(join(folder, 'nothing-here'), [])).code).toBe(127)
  })

  it('that fail become a problem that shows what they said', async () => {
    const failing = run('Counting', process.execPath, [
      '--eval',
      'console.error("no sheep"); process.exit(3)',
    ])
    await expect(failing).rejects.toThrow(/Counting failed \(code 3\)[^]*no sheep/)
  })

  it('of npm run on the Node of the machine', () => {
    const env = outsideEnvironment({
      PATH: ['/a/node_modules/.bin', '/a/node_modules/node/bin', '/usr/bin', '/x/node-gyp-bin'].join(':'),
      A: 'b',
    })
    expect(env).toEqual({ PATH: '/usr/bin', A: 'b' })
  })
})

describe('system libraries', () => {
  it('are missing when ldd says so', () => {
    const said =
      '\tlibnss3.so => not found\n\tlibc.so.6 => /lib/libc.so.6 (0x1)\n\tlibgbm.so.1 => not found\n'
    expect(missingLibraries(said)).toEqual(['libnss3.so', 'libgbm.so.1'])
  })

  it('are there only when dpkg has them installed, not merely known', () => {
    expect(installedPackages('xvfb installed\ndbus not-installed\nlibnss3 config-files\n')).toEqual(
      new Set(['xvfb']),
    )
  })
})
