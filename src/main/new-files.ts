/**
 * @file Writes several files that belong together into a folder of somebody's: each whole or not at all, none over a file
 * that stands there.
 */
import { link, lstat, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Failure } from '../shared/errors.ts'
import { hasCode } from './system-errors.ts'

/** A file to be, and by which first bytes one of that name is known as the same from an earlier time. */
export type NewFile = { name: string; content: string | Buffer; begins: string }

const hasOneOf = (error: unknown, codes: readonly string[]): boolean =>
  codes.some((code) => hasCode(error, code))

/** What the system says of a folder, in our words. */
function failureOf(error: unknown, folder: string): unknown {
  if (error instanceof Failure || !(error instanceof Error) || !('code' in error)) return error
  if (hasOneOf(error, ['ENOENT', 'ENOTDIR'])) return new Failure('folder.gone', { folder })
  if (hasOneOf(error, ['EACCES', 'EPERM', 'EROFS'])) return new Failure('folder.shut', { folder })
  if (hasOneOf(error, ['ENOSPC', 'EDQUOT'])) return new Failure('disk.full', {})
  return new Failure('disk.failed', { what: basename(folder) })
}

/** @returns whether a file of that name stands there and begins so. @throws Failure `report.taken` for anything else there */
async function stands(path: string, begins: string): Promise<boolean> {
  try {
    const found = await lstat(path)
    if (found.isFile()) {
      const head = (await readFile(path)).subarray(0, Buffer.byteLength(begins))
      if (head.toString('utf8') === begins) return true
    }
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return false
    throw error
  }
  throw new Failure('report.taken', { name: basename(path) })
}

/**
 * Whether all of them are there, from an earlier time that nobody heard the end of.
 * @throws Failure `folder.gone`, `folder.shut`, `disk.failed`, `report.taken`
 */
export async function allStand(folder: string, files: readonly Omit<NewFile, 'content'>[]): Promise<boolean> {
  try {
    if (!(await stat(folder)).isDirectory()) throw new Failure('folder.gone', { folder })
    for (const { name, begins } of files) if (!(await stands(join(folder, name), begins))) return false
    return true
  } catch (error) {
    throw failureOf(error, folder)
  }
}

/** Where a file is written before it has its name; the same one each time, so that a crash leaves none behind for long. */
const partOf = (folder: string, name: string): string => join(folder, `.${name}.part`)

async function writePart(folder: string, { name, content }: NewFile): Promise<void> {
  const part = partOf(folder, name)
  // Whatever has that name is a part of before, or a link that somebody put there.
  await rm(part, { force: true })
  const file = await open(part, 'wx', 0o600)
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Some disks know no second name of a file. */
// The last two are what Windows says of exFAT and of some shares.
const noLinks = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EINVAL', 'EISDIR', 'UNKNOWN'] as const

async function name(folder: string, file: NewFile): Promise<void> {
  const path = join(folder, file.name)
  if (await stands(path, file.begins)) return
  try {
    await link(partOf(folder, file.name), path)
  } catch (error) {
    if (!hasOneOf(error, noLinks)) throw error
    // Nothing stood there a moment ago.
    await rename(partOf(folder, file.name), path)
  }
}

/** A name is on the disk once its folder is; not every system lets a folder be opened for that. */
async function syncNames(folder: string): Promise<void> {
  try {
    const opened = await open(folder, 'r')
    await opened.sync().finally(() => opened.close())
  } catch (error) {
    if (!hasOneOf(error, ['EISDIR', 'EPERM', 'EACCES', 'EINVAL', 'ENOTSUP'])) throw error
  }
}

/**
 * Writes them. All are on the disk before the first one gets its name.
 * @throws Failure `folder.gone`, `folder.shut`, `disk.full`, `disk.failed`, `report.taken`
 */
export async function writeNew(folder: string, files: readonly NewFile[]): Promise<void> {
  try {
    for (const file of files) await writePart(folder, file)
    for (const file of files) await name(folder, file)
    await syncNames(folder)
  } catch (error) {
    throw failureOf(error, folder)
  } finally {
    // What cannot be removed now is removed before it is written again.
    for (const file of files) await rm(partOf(folder, file.name), { force: true }).catch(() => {})
  }
}
