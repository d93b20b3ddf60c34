/** @file Where things lie in the checkout. Owns the folder names every script shares; must not touch the disk. */
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The checkout. */
export const root = resolve(fileURLToPath(new URL('..', import.meta.url)))

/** Everything the scripts make besides node_modules and out; safe to delete. */
export const cache = join(root, '.cache')

/** The Node 24 that the `node` package brings, whatever Node the machine has. */
export const node24 = join(
  root,
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
)

/** @param {string[]} parts below node_modules */
export const inModules = (...parts) => join(root, 'node_modules', ...parts)
