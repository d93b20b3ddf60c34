/** @file The cursor is an id: rows come and go around it. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { following, moved, shift, surviving } from './cursor.ts'

const rows = ['a', 'b', 'c', 'd']

test('j and k stop at the ends', () => {
  expect(moved(rows, 'b', 1)).toBe('c')
  expect(moved(rows, 'd', 1)).toBe('d')
  expect(moved(rows, 'a', -1)).toBe('a')
  expect(moved(rows, null, 1)).toBe('a')
  expect(moved(rows, 'gone', -1)).toBe('a')
  expect(moved([], 'a', 1)).toBeNull()
})

test('after a solve the cursor is on the row that follows, at the end on the one before', () => {
  expect(following(rows, (id) => id === 'b')).toBe('c')
  expect(following(rows, (id) => id === 'd')).toBe('c')
  expect(following(['a'], (id) => id === 'a')).toBeNull()
})

test('after several are solved at once, the cursor is on the row after the last of them', () => {
  expect(following(rows, (id) => 'ac'.includes(id))).toBe('d')
  expect(following(rows, (id) => 'cd'.includes(id))).toBe('b')
  expect(following(rows, () => true)).toBeNull()
})

test('when several rows leave at once, the next one that survived takes over', () => {
  expect(surviving(rows, ['a', 'd'], 'b')).toBe('d')
  expect(surviving(rows, ['a', 'b'], 'd')).toBe('b')
  expect(surviving(rows, ['new', 'b'], 'b')).toBe('b')
  expect(surviving(rows, [], 'b')).toBeNull()
  expect(surviving(rows, rows, null)).toBeNull()
})

test('the cursor always stands on a row of the list, if there is one', () => {
  const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 2 }), { maxLength: 12 })
  fc.assert(
    fc.property(ids, ids, fc.nat(11), (before, after, n) => {
      const cursor = before[n % Math.max(before.length, 1)] ?? null
      const result = surviving(before, after, cursor)
      return result === null ? after.length === 0 || cursor === null : after.includes(result)
    }),
  )
})

test('rows that arrive above an anchor are made up for by scrolling', () => {
  expect(shift(rows, ['x', 'y', ...rows], 'b')).toBe(2)
  expect(shift(rows, ['b', 'c'], 'b')).toBe(-1)
  expect(shift(rows, [...rows, 'x'], 'b')).toBe(0)
  expect(shift(rows, ['c'], 'b')).toBe(0)
})
