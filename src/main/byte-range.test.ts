/** @file Ranges: whatever is asked, only bytes that are there are promised. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byteRange } from './byte-range.ts'

test.each([
  [null, { first: 0, last: 99, whole: true }],
  ['bytes=0-', { first: 0, last: 99, whole: false }],
  ['bytes=10-19', { first: 10, last: 19, whole: false }],
  ['bytes=90-500', { first: 90, last: 99, whole: false }],
  ['bytes=-10', { first: 90, last: 99, whole: false }],
  ['bytes=-500', { first: 0, last: 99, whole: false }],
  ['bytes=100-', null],
  ['bytes=-0', null],
  ['bytes=20-10', { first: 0, last: 99, whole: true }],
  ['bytes=0-1,5-6', { first: 0, last: 99, whole: true }],
  ['lines=1-2', { first: 0, last: 99, whole: true }],
  ['bytes=-', { first: 0, last: 99, whole: true }],
])('%s of 100 bytes', (header, range) => {
  expect(byteRange(header, 100)).toEqual(range)
})

test('a promised range lies within the file', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.tuple(fc.nat(), fc.nat()).map(([from, to]) => `bytes=${from}-${to}`),
        fc.nat().map((length) => `bytes=-${length}`),
      ),
      fc.integer({ min: 1, max: 10_000 }),
      (header, size) => {
        const range = byteRange(header, size)
        if (range === null) return
        expect(range.first).toBeGreaterThanOrEqual(0)
        expect(range.first).toBeLessThanOrEqual(range.last)
        expect(range.last).toBeLessThan(size)
      },
    ),
  )
})
