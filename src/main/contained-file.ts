/** @file From an address of the app's own scheme to a file of the built renderer, and never to any other file. */
import { realpath } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { appOrigin } from './app-address.ts'
import { hasCode } from './system-errors.ts'

/**
 * The file in `folder` that the address names: its real path, with no way out of the folder by dots, encodings or
 * links.
 * @returns null where nothing is to be served
 */
export async function containedFile(address: string, folder: string): Promise<string | null> {
  const path = pathOf(address)
  if (path === null) return null
  const root = await realpath(folder)
  try {
    const file = await realpath(join(root, path))
    return file.startsWith(root + sep) ? file : null
  } catch (error) {
    if (hasCode(error, 'ENOENT') || hasCode(error, 'ENOTDIR') || hasCode(error, 'ENAMETOOLONG')) return null
    throw error
  }
}

function pathOf(address: string): string | null {
  const url = URL.canParse(address) ? new URL(address) : null
  if (!url || `${url.protocol}//${url.host}` !== appOrigin) return null
  try {
    const path = decodeURIComponent(url.pathname)
    // What is left of dots, or smells of another system's path, is nobody's honest request.
    return /[\0\\:]|(^|\/)\.\.?(\/|$)/.test(path) ? null : path
  } catch (error) {
    if (error instanceof URIError) return null
    throw error
  }
}
