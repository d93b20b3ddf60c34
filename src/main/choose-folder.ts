/** @file Lets a person say which folder they mean. */
import { randomUUID } from 'node:crypto'
import { BrowserWindow, dialog, type OpenDialogOptions, type WebContents } from 'electron'

/** Asks in front of the window. @returns null when the person said no */
export async function chooseFolder(asking: WebContents): Promise<{ id: string; path: string } | null> {
  const window = BrowserWindow.fromWebContents(asking)
  const what: OpenDialogOptions = { properties: ['openDirectory', 'createDirectory'] }
  const { canceled, filePaths } = await (window
    ? dialog.showOpenDialog(window, what)
    : dialog.showOpenDialog(what))
  const [path] = filePaths
  return canceled || path === undefined ? null : { id: randomUUID(), path }
}
