/** @file Hears every key press of the window and runs the command that it stands for; all others pass through. */
import type { CommandId } from '../../shared/commands.ts'
import type { Console } from '../state/console.ts'
import { keymapOf } from '../state/rows.ts'
import { scopesOf } from './context.ts'
import { chordsOf, find, pressOf, sequenceMs } from './keys.ts'
import { isCommand, run } from './registry.ts'

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

/** Counts in front of a command have two digits at most. */
const longestCount = 2

/** What a count repeats: moving, and nothing that changes a ticket. */
const repeatable: ReadonlySet<CommandId> = new Set<CommandId>([
  'row.next',
  'row.previous',
  'column.next',
  'column.previous',
  'select.next',
  'select.previous',
  'deck.next',
  'deck.previous',
])

function runTimes(c: Console, id: CommandId, times: number): boolean {
  const ran = run(c, id)
  if (ran && repeatable.has(id)) for (let n = 1; n < times; n += 1) run(c, id)
  return ran
}

/** The digit of a count; 0 begins none. */
const digitIn = (chords: readonly string[], goesOn: boolean): string | null =>
  chords.find((chord) => /^[0-9]$/.test(chord) && (goesOn || chord !== '0')) ?? null

/** Begins to listen. Returns the way to stop. */
export function listenForKeys(c: Console): () => void {
  const mac = c.session.getState().info?.platform === 'mac'
  let begun: string[] = []
  let count = ''
  let forget = () => {}

  /** A sequence that is not finished in time is none. */
  function wait(): void {
    forget()
    forget = c.clock.after(sequenceMs, () => {
      begun = []
      count = ''
    })
  }

  function keyDown(event: KeyboardEvent): void {
    const session = c.session.getState()
    if (event.defaultPrevented || session.workspace.state !== 'open' || inOverlay(event.target)) return
    const press = pressOf(event)
    c.tally.key()
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

    const keymap = keymapOf(c.rows.getState())
    const digit = keymap.preset === 'vim' && begun.length === 0 ? digitIn(chords, count !== '') : null
    if (digit !== null) {
      count = `${count}${digit}`.slice(0, longestCount)
      wait()
      event.preventDefault()
      return
    }
    const found = find(keymap, scopesOf(session), begun, chords)
    const times = Number(count === '' ? 1 : count)
    forget()
    begun = []
    forget = () => {}
    if (found && 'begun' in found) {
      begun = found.begun
      wait()
      event.preventDefault()
      return
    }
    count = ''
    if (found && runTimes(c, found.command, times)) event.preventDefault()
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
