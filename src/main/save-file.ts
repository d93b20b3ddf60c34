/** @file Lets a person say where a file goes that a window made, and writes it there. */
import { BrowserWindow, dialog, type WebContents } from 'electron'
import { basename } from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import { Failure } from '../shared/errors.ts'
import { hasCode } from './system-errors.ts'

/**
 * Asks in front of the window, and writes.
 * @returns the name of the file; null when the person said no
 * @throws Failure `disk.full`, `disk.failed`: what stood there before is whole
 */
export async function saveFile(
  asking: WebContents,
  { name, content }: { name: string; content: string | Buffer },
): Promise<string | null> {
  const window = BrowserWindow.fromWebContents(asking)
  const where = { defaultPath: basename(name) }
  const { canceled, filePath } = await (window
    ? dialog.showSaveDialog(window, where)
    : dialog.showSaveDialog(where))
  if (canceled || filePath === '') return null
  try {
    await writeFileAtomic(filePath, content, { mode: 0o600 })
  } catch (error) {
    if (hasCode(error, 'ENOSPC')) throw new Failure('disk.full', {})
    throw new Failure('disk.failed', { what: basename(filePath) })
  }
  return basename(filePath)
}
