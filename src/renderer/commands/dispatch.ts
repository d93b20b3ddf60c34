/** @file Hears every key press of the window and runs the command that it stands for; all others pass through. */
import type { Console } from '../state/console.ts'
import { scopesOf } from './context.ts'
import { chordsOf, find, type Press } from './keys.ts'
import { isCommand, run } from './registry.ts'

/** How long the second key of a sequence may take. */
const sequenceMs = 1_000

const pressOf = (event: KeyboardEvent): Press => ({
  key: event.key,
  code: event.code,
  ctrlKey: event.ctrlKey,
  metaKey: event.metaKey,
  shiftKey: event.shiftKey,
  altKey: event.altKey,
  altGraph: event.getModifierState('AltGraph'),
  isComposing: event.isComposing,
})

/** While text is written, only chords with Mod count, and the text's own undo stays the text's. */
const whileTyping = (chord: string) => chord === 'Escape' || (chord.startsWith('Mod+') && chord !== 'Mod+z')

/** Enter belongs to a button or link that has the focus. */
const pressesItself = (target: EventTarget | null) =>
  target instanceof Element && target.closest('button, a, [role=menuitem]') !== null

/** Letters belong to a field of text, wherever it stands. */
const inField = (target: EventTarget | null) =>
  target instanceof Element && target.matches('input:not([type=checkbox], [type=radio]), textarea')

const inOverlay = (target: EventTarget | null) =>
  target instanceof Element && target.closest('[role=dialog], [role=alertdialog], [role=menu]') !== null

/** Begins to listen. Returns the way to stop. */
export function listenForKeys(c: Console): () => void {
  const mac = c.session.getState().info?.platform === 'mac'
  let begun: string[] = []
  let forget = () => {}

  function keyDown(event: KeyboardEvent): void {
    const session = c.session.getState()
    if (event.defaultPrevented || session.workspace.state !== 'open' || inOverlay(event.target)) return
    const press = pressOf(event)
    const wanted = session.composerWanted
    if (wanted !== null && [...press.key].length === 1 && !press.ctrlKey && !press.metaKey) {
      c.session.setState({ composerWanted: { ...wanted, typed: wanted.typed + press.key } })
      event.preventDefault()
      return
    }
    const typing = session.area === 'composer' || inField(event.target)
    const chords = chordsOf(press, mac).filter((chord) => !typing || whileTyping(chord))
    if (chords.length === 0) return
    if (chords.includes('Enter') && pressesItself(event.target)) return

    const found = find(scopesOf(session), begun, chords)
    forget()
    begun = []
    forget = () => {}
    if (!found) return
    if ('begun' in found) {
      begun = found.begun
      forget = c.clock.after(sequenceMs, () => (begun = []))
      event.preventDefault()
    } else if (run(c, found.command)) event.preventDefault()
  }

  window.addEventListener('keydown', keyDown)
  const unsubscribe = c.host.onEvent((event) => {
    if (event.kind === 'command' && isCommand(event.command)) run(c, event.command)
  })
  return () => {
    forget()
    unsubscribe()
    window.removeEventListener('keydown', keyDown)
  }
}
