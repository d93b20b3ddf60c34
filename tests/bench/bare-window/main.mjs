/** @file The least that shows something: one sandboxed window with one word. It says when that word is painted. */
import { join } from 'node:path'
import { app, BrowserWindow } from 'electron'

app.setPath('userData', process.env['SWITCHBOARD_PROFILE'] ?? app.getPath('userData'))
app.commandLine.appendSwitch('disable-breakpad')
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()

app.whenReady().then(async () => {
  const webPreferences = { sandbox: true, contextIsolation: true, nodeIntegration: false }
  const window = new BrowserWindow({ width: 1440, height: 900, show: false, webPreferences })
  window.once('ready-to-show', () => {
    window.show()
    console.log('The bare window is painted.')
  })
  await window.loadFile(join(import.meta.dirname, 'index.html'))
})
app.on('window-all-closed', () => app.quit())
