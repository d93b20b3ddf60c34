/**
 * @file The whole map of keys on six keyboards: every key of every command is pressed as the layout writes it, and leads
 * there.
 */
import { expect, test } from 'vitest'
import { KeyPreset } from '../../shared/key-presets.ts'
import { bindingsIn, namedKeys, plainKeymap } from '../../shared/keymap.ts'
import { chordsOf, find, type Press } from './keys.ts'

/** Where a sign is: the key, and what is held with it. */
type At = readonly [code: string, held?: 'Shift' | 'AltGr']

type Layout = {
  /** Letters that are not where US has them. */
  letters: Readonly<Record<string, string>>
  /** Letters of another alphabet, by the letter of the US key. */
  alphabet?: Readonly<Record<string, string>>
  signs: Readonly<Record<string, At>>
  /** Digits take Shift. */
  shiftedDigits?: boolean
}

const us: Layout = {
  letters: {},
  signs: {
    '?': ['Slash', 'Shift'],
    '=': ['Equal'],
    '/': ['Slash'],
    '.': ['Period'],
    '-': ['Minus'],
    '#': ['Digit3', 'Shift'],
    '*': ['Digit8', 'Shift'],
    '!': ['Digit1', 'Shift'],
    '[': ['BracketLeft'],
    ']': ['BracketRight'],
    ',': ['Comma'],
  },
}
const russian = 'йцукенгшщзфывапролдячсмить'
const usOrder = 'qwertyuiopasdfghjklzxcvbnm'

const layouts: Readonly<Record<string, Layout>> = {
  US: us,
  DE: {
    letters: { y: 'KeyZ', z: 'KeyY' },
    signs: {
      '?': ['Minus', 'Shift'],
      '=': ['Digit0', 'Shift'],
      '/': ['Digit7', 'Shift'],
      '.': ['Period'],
      '-': ['Slash'],
      '#': ['Backslash'],
      '*': ['BracketRight', 'Shift'],
      '!': ['Digit1', 'Shift'],
      '[': ['Digit8', 'AltGr'],
      ']': ['Digit9', 'AltGr'],
      ',': ['Comma'],
    },
  },
  ES: {
    letters: {},
    signs: {
      '?': ['Minus', 'Shift'],
      '=': ['Digit0', 'Shift'],
      '/': ['Digit7', 'Shift'],
      '.': ['Period'],
      '-': ['Slash'],
      '#': ['Digit3', 'AltGr'],
      '*': ['BracketRight', 'Shift'],
      '!': ['Digit1', 'Shift'],
      '[': ['BracketLeft', 'AltGr'],
      ']': ['BracketRight', 'AltGr'],
      ',': ['Comma'],
    },
  },
  FR: {
    letters: { a: 'KeyQ', q: 'KeyA', z: 'KeyW', w: 'KeyZ', m: 'Semicolon' },
    shiftedDigits: true,
    signs: {
      '?': ['KeyM', 'Shift'],
      '=': ['Equal'],
      '/': ['Period', 'Shift'],
      '.': ['Comma', 'Shift'],
      '-': ['Digit6'],
      '#': ['Digit3', 'AltGr'],
      '*': ['Backslash'],
      '!': ['Slash'],
      '[': ['Digit5', 'AltGr'],
      ']': ['Minus', 'AltGr'],
      ',': ['KeyM'],
    },
  },
  JIS: {
    letters: {},
    signs: {
      '?': ['Slash', 'Shift'],
      '=': ['Minus', 'Shift'],
      '/': ['Slash'],
      '.': ['Period'],
      '-': ['Minus'],
      '#': ['Digit3', 'Shift'],
      '*': ['Quote', 'Shift'],
      '!': ['Digit1', 'Shift'],
      '[': ['BracketRight'],
      ']': ['Backslash'],
      ',': ['Comma'],
    },
  },
  RU: {
    letters: {},
    alphabet: Object.fromEntries([...usOrder].map((letter, n) => [letter, [...russian][n] ?? letter])),
    // It writes no # and no brackets: those keys are found by their place, and # has another key beside it.
    signs: {
      '?': ['Digit7', 'Shift'],
      '=': ['Equal'],
      '/': ['Backslash', 'Shift'],
      '.': ['Slash'],
      '-': ['Minus'],
      '*': ['Digit8', 'Shift'],
      '!': ['Digit1', 'Shift'],
      ',': ['Slash', 'Shift'],
    },
  },
}

const none: Omit<Press, 'key' | 'code'> = {
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  altGraph: false,
  isComposing: false,
}

/** What the layout sends for a declared chord; several where a person may go by the sign or by the place. */
function pressesFor(layout: Layout, chord: string): Press[] {
  const parts = chord === '+' ? ['+'] : chord.split('+')
  const key = parts.at(-1) ?? ''
  const held = new Set(parts.slice(0, -1))
  const base = { ...none, ctrlKey: held.has('Mod'), altKey: held.has('Alt'), shiftKey: held.has('Shift') }
  if (namedKeys.has(key)) return [{ ...base, key, code: key }]
  if (/^[a-z]$/.test(key)) {
    const code = layout.letters[key] ?? `Key${key.toUpperCase()}`
    const written = layout.alphabet?.[key] ?? key
    return [{ ...base, key: held.has('Shift') ? written.toUpperCase() : written, code }]
  }
  if (/^[0-9]$/.test(key))
    return [{ ...base, key, code: `Digit${key}`, shiftKey: layout.shiftedDigits ?? false }]
  const at = layout.signs[key]
  const byPlace = us.signs[key]
  const bySign: Press[] = at
    ? [
        {
          ...base,
          key,
          code: at[0],
          shiftKey: base.shiftKey || at[1] === 'Shift',
          ...(at[1] === 'AltGr' ? { altGraph: true, ctrlKey: true, altKey: true } : {}),
        },
      ]
    : []
  if (!byPlace) return bySign
  const foreign = { '[': 'х', ']': 'ъ', '.': 'ю', ',': 'б' }[key]
  const atPlace: Press[] =
    layout.alphabet && foreign
      ? [{ ...base, key: base.shiftKey ? foreign.toUpperCase() : foreign, code: byPlace[0] }]
      : []
  // With Shift held on top, a sign that took none becomes another one.
  const shifted: Press[] =
    held.has('Shift') && at?.[1] === undefined ? [{ ...base, key: '>', code: byPlace[0] }] : []
  return [...(held.has('Shift') && at?.[1] === undefined ? [] : bySign), ...atPlace, ...shifted]
}

/** Whether some way to press these keys on that layout leads to the command. */
function isReached(layout: Layout, { id, scope, presses }: ReturnType<typeof bindingsIn>[number]): boolean {
  let before: string[][] = [[]]
  for (const chord of presses) {
    const next: string[][] = []
    for (const begun of before)
      for (const press of pressesFor(layout, chord)) {
        const found = find(plainKeymap, [scope], begun, chordsOf(press, false))
        if (found && 'command' in found && found.command === id) return true
        if (found && 'begun' in found) next.push(found.begun)
      }
    before = next
  }
  return false
}

const bindings = bindingsIn(plainKeymap)

test.each(Object.entries(layouts))('%s: every command that has a key has one here', (_name, layout) => {
  const reached = new Set(bindings.filter((one) => isReached(layout, one)).map(({ id }) => id))
  expect(bindings.map(({ id }) => id).filter((id) => !reached.has(id))).toEqual([])
})

test.each(Object.entries(layouts))('%s: every key that the layout can write is there', (name, layout) => {
  const unreached = bindings.filter((one) => !isReached(layout, one)).map(({ presses }) => presses.join(' '))
  expect(unreached).toEqual(name === 'RU' ? ['#'] : [])
})

test.each(KeyPreset.options)('%s: what one key means on one layout, no other key means there', (preset) => {
  const keymap = { ...plainKeymap, preset }
  for (const layout of Object.values(layouts))
    for (const { id, scope, presses } of bindingsIn(keymap)) {
      const [chord] = presses
      if (chord === undefined || presses.length > 1) continue
      for (const press of pressesFor(layout, chord).slice(0, 1)) {
        const found = find(keymap, [scope], [], chordsOf(press, false))
        expect(found, `${chord} for ${id}`).toEqual({ command: id })
      }
    }
})
