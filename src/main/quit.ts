/**
 * @file The end: its person is asked while messages have not left, every workspace is asked to close before the app
 * goes, and it goes even if one does not.
 */
import type { App } from 'electron'
import { within } from './within.ts'

/** Longer than any workspace's own limits, so that it only counts when something hangs. */
const limitMs = 5_500

/** Holds the app back at its end until `closeAll` is done, once. */
export function closeBeforeQuit(app: App, closeAll: () => Promise<void>): void {
  let closed: Promise<unknown> | null = null
  app.on('will-quit', (event) => {
    if (closed) return
    event.preventDefault()
    closed = within(limitMs, closeAll()).then(() => app.exit(0))
  })
}

/** Holds the app back while its person has not said that it may leave messages behind. */
export function askBeforeQuit(app: App, leavesBehind: () => boolean, mayQuit: () => Promise<boolean>): void {
  let asking = false
  app.on('before-quit', (event) => {
    if (!leavesBehind()) return
    event.preventDefault()
    if (asking) return
    asking = true
    void mayQuit()
      .finally(() => {
        asking = false
      })
      .then((yes) => {
        if (yes) app.quit()
      })
  })
}
