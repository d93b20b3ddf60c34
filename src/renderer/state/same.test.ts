/** @file Read again is equal to what was read, and is the same object wherever nothing changed. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { asBefore } from './same.ts'

const copy = <T>(value: T): T => structuredClone(value)

test('property: the result equals what was read, whatever was there before', () => {
  const plain = fc.jsonValue()
  fc.assert(
    fc.property(plain, plain, (before, next) => {
      expect(asBefore<unknown>(before, next)).toEqual(next)
    }),
  )
})

test('property: what is equal is what was there', () => {
  const data = fc.jsonValue().filter((value) => typeof value === 'object' && value !== null)
  fc.assert(
    fc.property(data, (before) => {
      expect(asBefore<unknown>(before, copy(before))).toBe(before)
    }),
  )
})

test('a part that changed is new, and those beside it are not', () => {
  const before = {
    rows: [
      { id: 1, tags: ['a'] },
      { id: 2, tags: [] },
    ],
    total: 2,
  }
  const next = asBefore(before, {
    rows: [
      { id: 1, tags: ['a'] },
      { id: 2, tags: ['b'] },
    ],
    total: 2,
  })
  expect(next).not.toBe(before)
  expect(next.rows[0]).toBe(before.rows[0])
  expect(next.rows[1]).toEqual({ id: 2, tags: ['b'] })
})

test('a key that is gone, or undefined in place of absent, is a change', () => {
  const before: { a: number; b?: number | undefined } = { a: 1, b: 2 }
  expect(asBefore(before, { a: 1 })).toEqual({ a: 1 })
  const empty: { a?: number | undefined } = { a: undefined }
  expect(Object.keys(asBefore(empty, {}))).toEqual([])
})
