import fc from 'fast-check'
import { expect, test } from 'vitest'
import { movedReason, type DmSignals } from './moved.ts'

const day = 86_400_000
const now = Date.UTC(2026, 10, 10)
const quiet: DmSignals = {
  chatEventAt: null,
  refusedAt: null,
  newestAt: null,
  writersBefore: 0,
  completeToAt: now,
}

test('what X says itself is believed: of one conversation for a month, of the handle for good', () => {
  expect(movedReason({ ...quiet, chatEventAt: now - day }, now)).toBe('chat-event')
  expect(movedReason({ ...quiet, refusedAt: now - day }, now)).toBe('refused')
  expect(movedReason({ ...quiet, refusedAt: now - 31 * day }, now)).toBe(null)
  expect(movedReason({ ...quiet, chatEventAt: now - 90 * day }, now)).toBe('chat-event')
})

test('a lively handle that falls silent may have moved; a quiet one was always quiet', () => {
  const lively = { ...quiet, newestAt: now - 4 * day, writersBefore: 28 }
  expect(movedReason(lively, now)).toBe('silent')
  expect(movedReason({ ...lively, newestAt: now - 2 * day }, now)).toBe(null)
  expect(movedReason({ ...lively, writersBefore: 2 }, now)).toBe(null)
  // Three customers in two weeks: a pause of four days is nothing new.
  expect(movedReason({ ...lively, writersBefore: 3 }, now)).toBe(null)
  expect(movedReason({ ...lively, writersBefore: 3, newestAt: now - 24 * day }, now)).toBe('silent')
})

test('nothing is concluded from what was not read', () => {
  const lively = { ...quiet, newestAt: now - 20 * day, writersBefore: 50 }
  expect(movedReason({ ...lively, completeToAt: null }, now)).toBe(null)
  expect(movedReason({ ...lively, completeToAt: now - 19 * day }, now)).toBe(null)
})

test('more silence never takes the notice away', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 60 }),
      fc.integer({ min: 0, max: 60 }),
      fc.nat(100),
      (days, more, writersBefore) => {
        const after = (silent: number) =>
          movedReason({ ...quiet, writersBefore, newestAt: now - silent * day }, now)
        if (after(days) === 'silent') expect(after(days + more)).toBe('silent')
      },
    ),
  )
})
