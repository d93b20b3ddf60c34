/**
 * @file What a key press means, on every keyboard: pure functions from an event to a chord of `shared/commands.ts`.
 * The produced character counts; where the layout writes no Latin letters, the place of the key does.
 */
import type { CommandId, Scope } from '../../shared/commands.ts'
import { bindingsIn, isAsciiLetter, namedKeys, type Keymap } from '../../shared/keymap.ts'

/** The part of a KeyboardEvent that is looked at. */
export type Press = {
  key: string
  code: string
  ctrlKey: boolean
  metaKey: boolean
  shiftKey: boolean
  altKey: boolean
  /** AltGr writes characters; it is no Ctrl+Alt. */
  altGraph: boolean
  isComposing: boolean
}

/** How long the next key of a sequence may take. */
export const sequenceMs = 1_000

export const pressOf = (event: KeyboardEvent): Press => ({
  key: event.key,
  code: event.code,
  ctrlKey: event.ctrlKey,
  metaKey: event.metaKey,
  shiftKey: event.shiftKey,
  altKey: event.altKey,
  altGraph: event.getModifierState('AltGraph'),
  isComposing: event.isComposing,
})

/** What each place writes on a US keyboard, for layouts of other alphabets. */
const places: Readonly<Record<string, string>> = {
  BracketLeft: '[',
  BracketRight: ']',
  Period: '.',
  Comma: ',',
  Slash: '/',
}

const isForeignLetter = (key: string) => /^\p{L}$/u.test(key) && !/^\p{Script=Latin}$/u.test(key)

/** The character or name that a press stands for, before modifiers; null when it can mean nothing. */
function meaning(press: Press): { key: string; letter: boolean } | null {
  const { key, code } = press
  if (namedKeys.has(key)) return { key, letter: false }
  if (isAsciiLetter(key)) return { key: key.toLowerCase(), letter: true }
  if (isForeignLetter(key)) {
    const letter = /^Key([A-Z])$/.exec(code)?.[1]
    if (letter) return { key: letter.toLowerCase(), letter: true }
    const place = places[code]
    return place ? { key: place, letter: false } : null
  }
  // One character, not one UTF-16 unit; `Dead`, `Shift`, `F5` and the like are longer names.
  return [...key].length === 1 ? { key, letter: false } : null
}

/**
 * The chords that `press` may be, most exact first. Empty while an input method composes, and for Alt with a letter,
 * which belongs to menus and to the writing of accents.
 */
export function chordsOf(press: Press, mac: boolean): string[] {
  if (press.isComposing || press.key === 'Process' || press.key === 'Dead') return []
  const found = meaning(press)
  if (!found) return []
  const { key, letter } = found
  const mod = !press.altGraph && (mac ? press.metaKey : press.ctrlKey)
  const otherMod = !press.altGraph && (mac ? press.ctrlKey : press.metaKey)
  const alt = press.altKey && !press.altGraph
  if (otherMod || (alt && letter)) return []

  const isName = namedKeys.has(key)
  // A character that needed Shift or Alt to be written has used them up; a letter or a name has not.
  const modifiers = [mod && 'Mod', alt && isName && 'Alt', press.shiftKey && (letter || isName) && 'Shift']
  const chords = [[...modifiers.filter((modifier) => modifier !== false), key].join('+')]
  // French digits are written with Shift: the bare key counts as its digit.
  const digit = /^Digit([0-9])$/.exec(press.code)?.[1]
  if (digit && key !== digit && !press.shiftKey && !mod && !alt && !press.altGraph) chords.push(digit)
  // With Ctrl or Cmd, Shift is meant as such too: by the sign that came, and by the place of the key.
  if (mod && press.shiftKey && !letter && !isName) {
    const place = places[press.code]
    chords.push(`Mod+Shift+${key}`)
    if (place !== undefined && place !== key) chords.push(`Mod+Shift+${place}`)
  }
  return chords
}

/** What the presses so far lead to within `chain`: a command, the beginning of a sequence, or nothing of ours. */
export function find(
  keymap: Keymap,
  chain: readonly Scope[],
  before: readonly string[],
  chords: readonly string[],
): { command: CommandId } | { begun: string[] } | null {
  const bindings = bindingsIn(keymap)
  for (const scope of chain) {
    for (const chord of chords) {
      const presses = [...before, chord]
      const mine = bindings.filter(
        (binding) => binding.scope === scope && presses.every((press, n) => binding.presses[n] === press),
      )
      const whole = mine.find((binding) => binding.presses.length === presses.length)
      if (whole) return { command: whole.id }
      if (mine.length > 0) return { begun: presses }
    }
  }
  return null
}
