/** @file Stop is heard on every keyboard and through input methods, and nothing else is taken for it. */
import { expect, test } from 'vitest'
import { isStop, type StopPress } from './stop-key.ts'

const press = (more: Partial<StopPress>): StopPress => ({
  type: 'keyDown',
  key: '>',
  code: 'Period',
  control: true,
  meta: false,
  shift: true,
  alt: false,
  ...more,
})

test.each<[string, Partial<StopPress>]>([
  ['a US keyboard', {}],
  ['a German keyboard, where Shift writes a colon', { key: ':' }],
  ['an input method that composes', { key: 'Process' }],
  ['a French keyboard, where the dot is written with Shift elsewhere', { key: '.', code: 'Comma' }],
])('%s', (_name, more) => {
  expect(isStop(press(more), false)).toBe(true)
})

test('on a Mac it is Cmd', () => {
  expect(isStop(press({ control: false, meta: true }), true)).toBe(true)
  expect(isStop(press({}), true)).toBe(false)
})

test.each<[string, Partial<StopPress>]>([
  ['the release of the key', { type: 'keyUp' }],
  ['without Shift', { shift: false, key: '.' }],
  ['without Ctrl', { control: false }],
  ['with Alt', { alt: true }],
  ['another key', { key: ',', code: 'Comma' }],
])('not: %s', (_name, more) => {
  expect(isStop(press(more), false)).toBe(false)
})
