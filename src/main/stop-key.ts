/**
 * @file The key that stops everything outgoing, heard before any page hears it: in text fields, in dialogs, and while an
 * input method composes.
 */
import type { App, Input } from 'electron'

/** The part of a key press that is looked at. */
export type StopPress = Pick<Input, 'type' | 'key' | 'code' | 'control' | 'meta' | 'shift' | 'alt'>

/**
 * Whether a press is Ctrl/Cmd+Shift+. on any keyboard. An input method hides the character and keeps the place of the
 * key; a layout that has the dot elsewhere keeps the character.
 */
export function isStop(press: StopPress, mac: boolean): boolean {
  const mod = mac ? press.meta && !press.control : press.control && !press.meta
  const dot = press.code === 'Period' || press.key === '.'
  return press.type === 'keyDown' && mod && press.shift && !press.alt && dot
}

/** Has `stop` run at that key in whatever the app shows; the page does not get to see the press. */
export function listenForStop(app: App, stop: () => void): void {
  const mac = process.platform === 'darwin'
  app.on('web-contents-created', (_created, contents) => {
    contents.on('before-input-event', (event, input) => {
      if (!isStop(input, mac)) return
      event.preventDefault()
      stop()
    })
  })
}
