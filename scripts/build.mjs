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

/** Builds unless out/ is newer than every source. */
export async function ensureBuild() {
  if (!isStamped(stampFile, hashOfFiles(root, sources))) await step('Building', build)
}

/** Builds in any case, without a word; what electron-vite said is in the error if it fails. */
export async function build() {
  const wanted = hashOfFiles(root, sources)
  await run(
    'The build',
    node24,
    [inModules('electron-vite', 'bin', 'electron-vite.js'), 'build', '--logLevel', 'warn'],
    {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production' },
    },
  )
  stamp(stampFile, wanted)
}
