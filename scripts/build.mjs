/** @file Builds out/ with electron-vite when a source is newer than it. */
import { join } from 'node:path'
import { inModules, node24, root } from './paths.mjs'
import { step } from './progress.mjs'
import { run } from './run.mjs'
import { hashOfFiles, isStamped, stamp } from './stamp.mjs'

const sources = [
  'src',
  'resources',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
]
const stampFile = join(root, 'out', '.built')

/** @param {{ always?: boolean }} [options] `always` builds even when nothing changed */
export async function ensureBuild({ always = false } = {}) {
  const wanted = hashOfFiles(root, sources)
  if (!always && isStamped(stampFile, wanted)) return
  await step('Building', () => build())
  stamp(stampFile, wanted)
}

/** Builds without a word; what electron-vite said is in the error if it fails. */
async function build() {
  await run(
    'The build',
    node24,
    [inModules('electron-vite', 'bin', 'electron-vite.js'), 'build', '--logLevel', 'warn'],
    {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production' },
    },
  )
}
