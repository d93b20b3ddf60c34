import { expect, test } from 'vitest'
import { plainKeymap } from '../../shared/keymap.ts'
import { keyName } from './key-label.ts'

test('a sentence names the key that who sits here has, and the command where it has none', () => {
  expect(keyName(plainKeymap, 'incident.gather', false)).toBe('Shift+I')
  expect(keyName(plainKeymap, 'brand.manage', true)).toBe('⌘,')
  expect(keyName(plainKeymap, 'brand.go', false)).toBe('G B')
  const own = { ...plainKeymap, own: { 'incident.gather': ['Mod+Alt+I'] } }
  expect(keyName(own, 'incident.gather', false)).toBe('Ctrl+Alt+I')
  expect(keyName(plainKeymap, 'view.theme-dark', false)).toBe('“Theme: dark”')
})
