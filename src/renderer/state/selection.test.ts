/** @file Choosing, letting go, stepping along and back. */
import { expect, test } from 'vitest'
import { between, joined, stepped, toggled } from './selection.ts'

test('a ticket is chosen and let go; nothing chosen is no selection', () => {
  expect(toggled(null, 'a')).toEqual(['a'])
  expect(toggled(['a'], 'b')).toEqual(['a', 'b'])
  expect(toggled(['a', 'b'], 'a')).toEqual(['b'])
  expect(toggled(['a'], 'a')).toBeNull()
  expect(joined(null, [])).toBeNull()
  expect(joined(['a', 'b'], ['b', 'c'])).toEqual(['a', 'b', 'c'])
})

test('steps take tickets along, a step back lets go of the one that is left', () => {
  const down = stepped(stepped(null, 'a', 'b'), 'b', 'c')
  expect(down).toEqual(['a', 'b', 'c'])
  expect(stepped(down, 'c', 'b')).toEqual(['a', 'b'])
  // At the end of the column the cursor stays: so does the selection.
  expect(stepped(down, 'c', 'c')).toEqual(['a', 'b', 'c'])
  expect(stepped(null, null, 'a')).toEqual(['a'])
})

test('a range is the same from both ends', () => {
  expect(between(['a', 'b', 'c', 'd'], 'b', 'd')).toEqual(['b', 'c', 'd'])
  expect(between(['a', 'b', 'c', 'd'], 'd', 'b')).toEqual(['b', 'c', 'd'])
  expect(between(['a', 'b'], 'gone', 'b')).toEqual(['b'])
  expect(between(['a', 'b'], null, 'b')).toEqual(['b'])
})
