/** @file The one key that freezes everything outgoing, pressed from outside of every page. */
import type { ElectronApplication } from '@playwright/test'

/** Presses Stop as a hand does: through the window system's input, which main hears before any page. */
export async function pressStop(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    const modifiers: ('meta' | 'control' | 'shift')[] = [
      process.platform === 'darwin' ? 'meta' : 'control',
      'shift',
    ]
    contents?.sendInputEvent({ type: 'keyDown', keyCode: '.', modifiers })
    contents?.sendInputEvent({ type: 'keyUp', keyCode: '.', modifiers })
  })
}
