/** @file Stamps: a small file that says for what input a long step was done, so that the next run can leave it out. */
import { createHash } from 'node:crypto'
import {
  createReadStream,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, relative } from 'node:path'

/** @param {string} file @param {string} value @returns {boolean} whether the step was done for this very value */
export function isStamped(file, value) {
  return readIfThere(file) === value
}

/** @param {string} file @param {string} value written whole or not at all */
export function stamp(file, value) {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(`${file}.new`, value)
  renameSync(`${file}.new`, file)
}

/** @param {string} file @returns {string | undefined} */
export function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
      return undefined
    throw error
  }
}

/** @param {string} text */
export function hashOf(text) {
  return createHash('sha256').update(text).digest('hex')
}

/**
 * A hash over names, sizes and times of change of every file below the given files and folders, tests left out.
 * @param {string} base names are relative to it
 * @param {string[]} paths
 */
export function hashOfFiles(base, paths) {
  const lines = paths.flatMap((path) => filesBelow(join(base, path)))
  return hashOf(
    lines
      .filter((file) => !/\.test\.tsx?$/.test(file))
      .sort()
      .map((file) => {
        const { size, mtimeMs } = statSync(file)
        return `${relative(base, file)} ${size} ${mtimeMs}`
      })
      .join('\n'),
  )
}

/**
 * @param {string} file
 * @param {string} integrity as package registries write it: `sha512-<base64>`
 * @returns {Promise<boolean>} whether the file is the very one
 */
export async function hasIntegrity(file, integrity) {
  const at = integrity.indexOf('-')
  const hash = createHash(integrity.slice(0, at))
  for await (const chunk of createReadStream(file)) hash.update(chunk)
  return hash.digest('base64') === integrity.slice(at + 1)
}

/** @param {string} path @returns {string[]} nothing where there is nothing */
function filesBelow(path) {
  const about = statSync(path, { throwIfNoEntry: false })
  if (!about) return []
  if (!about.isDirectory()) return [path]
  return readdirSync(path).flatMap((name) => filesBelow(join(path, name)))
}
