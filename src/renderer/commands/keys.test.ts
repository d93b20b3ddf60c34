/** @file Keys on keyboards of the world. */
import { expect, test } from 'vitest'
import { commands, type Scope } from '../../shared/commands.ts'
import { KeyPreset } from '../../shared/key-presets.ts'
import { bindingsIn, plainKeymap } from '../../shared/keymap.ts'
import { chordsOf, find, type Press } from './keys.ts'

const column: readonly Scope[] = ['ticket', 'column', 'app']
const composer: readonly Scope[] = ['composer', 'app']

function press(key: string, code: string, more: Partial<Press> = {}): Press {
  const none = {
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    altKey: false,
    altGraph: false,
    isComposing: false,
  }
  return { key, code, ...none, ...more }
}
const command = (p: Press, chain = column, mac = false) => {
  const found = find(plainKeymap, chain, [], chordsOf(p, mac))
  return found && 'command' in found ? found.command : null
}

test.each(KeyPreset.options)(
  '%s: no two commands share a key of one scope, and none begins another',
  (preset) => {
    const keys = bindingsIn({ ...plainKeymap, preset }).map(
      ({ scope, presses }) => `${scope} ${presses.join(' ')}`,
    )
    const clashes = keys.filter((key, n) =>
      keys.some((other, m) => n !== m && (key === other || other.startsWith(`${key} `))),
    )
    expect(clashes).toEqual([])
  },
)

test('no key of one press without a modifier publishes', () => {
  const publishing = ['reply.send', 'reply.send-and-solve']
  const keys = commands.filter((c) => publishing.includes(c.id)).flatMap((c) => [...c.keys])
  expect(keys.length).toBeGreaterThan(0)
  expect(keys.filter((key) => !key.startsWith('Mod+'))).toEqual([])
  expect(command(press('Enter', 'Enter'), composer)).toBeNull()
})

test.each([
  ['US', press('j', 'KeyJ'), 'row.next'],
  ['US ?', press('?', 'Slash', { shiftKey: true }), 'view.cheat-sheet'],
  ['US [', press('[', 'BracketLeft'), 'column.previous'],
  ['German ?', press('?', 'Minus', { shiftKey: true }), 'view.cheat-sheet'],
  [
    'German [ with AltGr',
    press('[', 'Digit8', { ctrlKey: true, altKey: true, altGraph: true }),
    'column.previous',
  ],
  ['German z sits where US has y', press('z', 'KeyY'), 'undo.last'],
  ['German [ on a Mac', press('[', 'Digit5', { altKey: true }), 'column.previous'],
  ['Spanish ]', press(']', 'BracketRight', { ctrlKey: true, altKey: true, altGraph: true }), 'column.next'],
  ['Spanish ?', press('?', 'Minus', { shiftKey: true }), 'view.cheat-sheet'],
  ['French digit with Shift', press('3', 'Digit3', { shiftKey: true }), 'column.jump-3'],
  ['French digit key alone', press('"', 'Digit3'), 'column.jump-3'],
  ['French . with Shift', press('.', 'Comma', { shiftKey: true }), 'column.newest'],
  ['Japanese [', press('[', 'BracketRight'), 'column.previous'],
  ['Japanese kana', press('ま', 'KeyJ'), 'row.next'],
  ['Russian к where US has r', press('к', 'KeyR'), 'reply.public'],
  ['Russian К with Shift', press('К', 'KeyR', { shiftKey: true }), 'reply.on-x'],
  ['Russian х where US has [', press('х', 'BracketLeft'), 'column.previous'],
  ['Caps Lock', press('R', 'KeyR'), 'reply.public'],
  ['Caps Lock with Shift', press('r', 'KeyR', { shiftKey: true }), 'reply.on-x'],
  ['Shift+J is not j', press('J', 'KeyJ', { shiftKey: true }), 'select.next'],
  ['numeric keypad', press('2', 'Numpad2'), 'column.jump-2'],
])('%s', (_name, pressed, expected) => {
  expect(command(pressed)).toBe(expected)
})

test.each([
  ['Alt with a letter', press('r', 'KeyR', { altKey: true })],
  ['Option writes å on a Mac', press('å', 'KeyA', { altKey: true })],
  ['Ctrl+R belongs to others', press('r', 'KeyR', { ctrlKey: true })],
  ['the system key', press('e', 'KeyE', { metaKey: true })],
  ['an input method composes', press('k', 'KeyK', { isComposing: true })],
  ['a dead key', press('Dead', 'BracketLeft')],
  ['Shift+5 is %', press('%', 'Digit5', { shiftKey: true })],
  ['a bare modifier', press('Shift', 'ShiftLeft', { shiftKey: true })],
  ['Shift+X is not x', press('X', 'KeyX', { shiftKey: true })],
])('%s is nobody’s key', (_name, pressed) => {
  expect(command(pressed)).toBeNull()
})

test('sending takes Ctrl, on a Mac Cmd', () => {
  expect(command(press('Enter', 'Enter', { ctrlKey: true }), composer)).toBe('reply.send')
  expect(command(press('Enter', 'Enter', { ctrlKey: true, shiftKey: true }), composer)).toBe(
    'reply.send-and-solve',
  )
  expect(command(press('Enter', 'Enter', { metaKey: true }), composer, true)).toBe('reply.send')
  expect(command(press('Enter', 'Enter', { ctrlKey: true }), composer, true)).toBeNull()
  expect(command(press('л', 'KeyK', { ctrlKey: true }))).toBe('view.palette')
  expect(command(press(',', 'Comma', { ctrlKey: true }))).toBe('brand.manage')
  expect(command(press('ArrowRight', 'ArrowRight', { ctrlKey: true, altKey: true }))).toBe('deck.next')
})

test('a sequence begins, and ends with its second key', () => {
  const begun = find(plainKeymap, column, [], chordsOf(press('g', 'KeyG'), false))
  expect(begun).toEqual({ begun: ['g'] })
  expect(find(plainKeymap, column, ['g'], chordsOf(press('a', 'KeyA'), false))).toEqual({
    command: 'agent.sit',
  })
  expect(find(plainKeymap, column, ['g'], chordsOf(press('g', 'KeyG'), false))).toBeNull()
})

test('an inner scope does not see the keys of the column', () => {
  expect(command(press('e', 'KeyE'), composer)).toBeNull()
  expect(command(press('e', 'KeyE'), ['overlay'])).toBeNull()
})
