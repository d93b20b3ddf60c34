/** @file What a long ticket folds away: nothing is lost, nothing that must be seen is hidden. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldFrom, partsOf } from './folds.ts'

type Line = { n: number; message: boolean; stays: boolean }

const ticket = fc
  .array(fc.record({ message: fc.boolean(), stays: fc.integer({ min: 0, max: 9 }) }), { maxLength: 120 })
  .map((lines): Line[] => lines.map(({ message, stays }, n) => ({ n, message, stays: stays === 0 })))
const parted = (lines: readonly Line[]) =>
  partsOf(
    lines,
    ({ message }) => message,
    ({ stays }) => stays,
  )

test('the parts in their order are the ticket; what must be seen, the first and the newest are never folded', () => {
  fc.assert(
    fc.property(ticket, (lines) => {
      const parts = parted(lines)
      expect(parts.flatMap(({ items }) => items)).toEqual(lines)
      const folded = parts.filter((part) => part.folded)
      const hidden = folded.flatMap(({ items }) => items)
      expect(hidden.some(({ stays }) => stays)).toBe(false)
      expect(hidden).not.toContain(lines[0])
      for (const newest of lines.slice(-14)) expect(hidden).not.toContain(newest)
      // A fold stands for some messages, and two never stand side by side.
      for (const { items } of folded)
        expect(items.filter(({ message }) => message).length).toBeGreaterThanOrEqual(3)
      expect(parts.some((part, at) => part.folded === parts[at + 1]?.folded)).toBe(false)
    }),
  )
})

test('a ticket of some thirty messages is whole, however much happened between them; one more folds the middle', () => {
  const lines = (messages: number, events: number): Line[] =>
    Array.from({ length: messages + events }, (_, n) => ({ n, message: n < messages, stays: false }))
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: foldFrom }),
      fc.integer({ min: 0, max: 90 }),
      (messages, events) => {
        expect(parted(lines(messages, events)).filter((part) => part.folded)).toEqual([])
      },
    ),
  )
  expect(parted(lines(foldFrom + 6, 0)).map(({ folded, items }) => [folded, items.length])).toEqual([
    [false, 4],
    [true, 18],
    [false, 14],
  ])
})

test('the message that an answer goes to parts a fold in two', () => {
  const lines = Array.from({ length: 60 }, (_, n): Line => ({ n, message: true, stays: n === 20 }))
  expect(parted(lines).map(({ folded, items }) => [folded, items.length])).toEqual([
    [false, 4],
    [true, 16],
    [false, 1],
    [true, 25],
    [false, 14],
  ])
})
