/** @file The import zones and house rules that the linter keeps, each shown to bite on a file that breaks it. */
import { execFile } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const project = mkdtempSync(join(tmpdir(), 'switchboard-zones-'))

const broken: Record<string, [file: string, code: string, rule: string]> = {
  'shared imports a package': ['src/shared/a.ts', `export { app } from 'electron'`, 'no-restricted-imports'],
  'shared imports core': ['src/shared/b.ts', `export { x } from '../core/x.ts'`, 'no-restricted-imports'],
  'core imports electron': ['src/core/db/a.ts', `export { app } from 'electron'`, 'no-restricted-imports'],
  'core imports main': ['src/core/db/b.ts', `export { x } from '../../main/x.ts'`, 'no-restricted-imports'],
  'main imports core': ['src/main/a.ts', `export { x } from '../core/x.ts'`, 'no-restricted-imports'],
  'main takes ipcMain outside ipc.ts': [
    'src/main/b.ts',
    `export { ipcMain } from 'electron'`,
    'no-restricted-imports',
  ],
  'preload imports node': ['src/preload/a.ts', `export { join } from 'node:path'`, 'no-restricted-imports'],
  'renderer imports node': ['src/renderer/a.ts', `export { join } from 'node:path'`, 'no-restricted-imports'],
  'renderer imports core': ['src/renderer/b.ts', `export { x } from '../core/x.ts'`, 'no-restricted-imports'],
  'practice imports core': ['src/practice/a.ts', `export { x } from '../core/x.ts'`, 'no-restricted-imports'],
  'words beside the catalogue': [
    'src/renderer/c.tsx',
    `export const C = () => <p>Hello</p>`,
    'jsx-no-literals',
  ],
  'an empty catch': ['src/core/c.ts', `try { Math.random() } catch {}`, 'no-empty'],
  any: ['src/core/d.ts', `export const x: any = 1`, 'no-explicit-any'],
  'a hook under a condition': [
    'src/renderer/d.tsx',
    `import { useState } from 'react'\nexport function D(p: { a: boolean }) { if (p.a) useState(1); return null }`,
    'rules-of-hooks',
  ],
}
const fine: Record<string, [file: string, code: string]> = {
  'shared imports zod': ['src/shared/fine.ts', `export { z } from 'zod'`],
  'ipc.ts takes ipcMain': ['src/main/ipc.ts', `export { ipcMain } from 'electron'`],
  'core imports shared': ['src/core/fine.ts', `export { x } from '../shared/x.ts'`],
}

let found: { filename: string; code: string }[] = []

beforeAll(async () => {
  copyFileSync(join(root, '.oxlintrc.json'), join(project, '.oxlintrc.json'))
  for (const [file, code] of [...Object.values(broken), ...Object.values(fine)]) {
    mkdirSync(dirname(join(project, file)), { recursive: true })
    writeFileSync(join(project, file), code)
  }
  const oxlint = join(root, 'node_modules', 'oxlint', 'bin', 'oxlint')
  const said = await new Promise<string>((done) => {
    execFile(process.execPath, [oxlint, '--format=json'], { cwd: project }, (_error, stdout) => done(stdout))
  })
  found = JSON.parse(said).diagnostics
})

afterAll(() => rmSync(project, { recursive: true }))

describe('the linter', () => {
  it.each(Object.entries(broken))('refuses: %s', (_name, [file, , rule]) => {
    expect(found.filter(({ filename }) => filename === file).map(({ code }) => code)).toContainEqual(
      expect.stringContaining(`(${rule})`),
    )
  })

  it.each(Object.entries(fine))('allows: %s', (_name, [file]) => {
    expect(found.filter(({ filename }) => filename === file)).toEqual([])
  })
})
