/** @file Keys that people choose: what a change does to others, and what no key may do. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { commands, type CommandId } from './commands.ts'
import { KeyPreset } from './key-presets.ts'
import {
  CharacterKeys,
  bindingsIn,
  conflictsOf,
  keyTrouble,
  Keymap,
  keysIn,
  leader,
  plainKeymap,
  withKey,
  withoutKey,
  withPresetKeys,
} from './keymap.ts'

const anyId = fc.constantFrom(...commands.map(({ id }): CommandId => id))
const anyPress = fc
  .tuple(
    fc.constantFrom('', 'Mod+', 'Shift+', 'Mod+Shift+'),
    fc.constantFrom('e', 'g', 'j', 'q', '7', ';', 'ArrowUp'),
  )
  .map(([modifier, key]) => `${modifier}${key}`)
const anyKey = fc.array(anyPress, { minLength: 1, maxLength: 3 }).map((presses) => presses.join(' '))
const anyMap = fc
  .tuple(fc.constantFrom(...KeyPreset.options), fc.array(fc.tuple(anyId, anyKey), { maxLength: 6 }))
  .map(([preset, changes]) =>
    changes
      // The page refuses the others before it takes them.
      .filter(([id, key]) => keyTrouble(id, key) === null)
      .reduce<Keymap>((keymap, [id, key]) => withKey(keymap, id, key), { ...plainKeymap, preset }),
  )

test('a key that was chosen has one meaning, whoever had it before', () => {
  fc.assert(
    fc.property(anyMap, anyId, anyKey, (before, id, key) => {
      fc.pre(keyTrouble(id, key) === null)
      const keymap = withKey(before, id, key)
      expect(keysIn(keymap).get(id)?.[0]).toBe(key)
      expect(conflictsOf(keymap, id, key)).toEqual([])
      // It can be kept and read again as it is.
      expect(Keymap.parse(JSON.parse(JSON.stringify(keymap)))).toEqual(keymap)
    }),
  )
})

test('what was chosen can be taken back', () => {
  fc.assert(
    fc.property(anyMap, anyId, anyKey, (before, id, key) => {
      expect(keysIn(withoutKey(withKey(before, id, key), id, key)).get(id)).not.toContain(key)
      const preset = keysIn({ ...plainKeymap, preset: before.preset }).get(id)
      expect(keysIn(withPresetKeys(withKey(before, id, key), id)).get(id)).toEqual(preset)
    }),
  )
})

test('without letters alone no key writes by accident: each has a modifier, or stands behind the leader', () => {
  fc.assert(
    fc.property(anyMap, (keymap) => {
      const isAlone = (press: string) => [...press.replace('Shift+', '')].length === 1
      for (const characters of CharacterKeys.options.filter((one) => one !== 'plain'))
        for (const { presses } of bindingsIn({ ...keymap, characters }))
          expect(isAlone(presses[0] ?? '')).toBe(false)
    }),
  )
  const keymap: Keymap = { ...plainKeymap, characters: 'after-leader' }
  expect(keysIn(keymap).get('ticket.solve')).toEqual([`${leader} e`])
  expect(keysIn(keymap).get('agent.sit')).toEqual([`${leader} g a`])
  expect(keysIn(keymap).get('row.next')).toEqual([`${leader} j`, 'ArrowDown'])
  expect(keysIn({ ...plainKeymap, characters: 'off' }).get('ticket.solve')).toEqual([])
})

test('nothing publishes by one key, Esc closes whatever happens, and the system keeps what is its own', () => {
  expect(keyTrouble('reply.send', 'q')).toBe('publishes')
  expect(keyTrouble('reply.send', 'Mod+;')).toBeNull()
  expect(keyTrouble('ticket.solve', 'Escape')).toBe('closes')
  expect(keyTrouble('ticket.solve', 'Mod+C')).toBe('reserved')
  expect(keyTrouble('ticket.solve', 'q')).toBeNull()
})

test('no file and no window brings a key that could not be chosen: nothing publishes by one key, Esc closes', () => {
  const taken = (own: Record<string, string[]>) => Keymap.safeParse({ ...plainKeymap, own }).success
  expect(taken({ 'reply.send': ['q'] })).toBe(false)
  expect(taken({ 'reply.send-and-solve': ['Mod+;', 'q'] })).toBe(false)
  expect(taken({ 'ticket.solve': ['Escape'] })).toBe(false)
  expect(taken({ 'ticket.solve': ['Mod+C'] })).toBe(false)
  expect(taken({ 'layer.close': ['u'] })).toBe(false)
  expect(taken({ 'layer.close': ['Escape'], 'reply.send': ['Mod+;'] })).toBe(true)
})

test('commands of a later version are left out of a map, and a key that is none is refused', () => {
  const read = Keymap.safeParse({ ...plainKeymap, own: { 'ticket.teleport': ['q'], 'ticket.solve': ['q'] } })
  expect(read.data?.own).toEqual({ 'ticket.solve': ['q'] })
  for (const key of ['', 'qq', 'Hyper+q', 'a b c d'])
    expect(Keymap.safeParse({ ...plainKeymap, own: { 'ticket.solve': [key] } }).success).toBe(false)
})
