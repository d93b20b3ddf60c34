/** @file A window stays on the page it was opened with: no navigation, no new window, no webview, no redirect. */
import type { App } from 'electron'
import { appPage } from '../app-address.ts'

/** Guards every web contents that will ever be made. */
export function denyNavigation(app: App): void {
  app.on('web-contents-created', (_created, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.on('will-navigate', (event) => {
      // Reloading the page is no way out of it.
      if (event.url !== appPage) event.preventDefault()
    })
    contents.on('will-frame-navigate', (event) => {
      if (!event.isMainFrame || event.url !== appPage) event.preventDefault()
    })
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
  })
}
