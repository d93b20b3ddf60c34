import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Guard } from '../../shared/domain/guard.ts'
import { missesOf, type DrillFacts } from './rules.ts'

const nothing: DrillFacts = { guards: [], late: [], impostors: [], isOver: false }

test('words of another client and somebody’s number count, whether they were caught or got out', () => {
  const misses = missesOf({
    ...nothing,
    guards: [
      { ticketId: 'a', guard: 'other-brand', letThrough: false },
      { ticketId: 'b', guard: 'private-data', letThrough: true },
      { ticketId: null, guard: 'foreign-picture', letThrough: false },
      { ticketId: 'c', guard: 'dear-link', letThrough: true },
      { ticketId: 'c', guard: 'answered', letThrough: true },
    ],
  })
  expect(misses).toEqual([
    { kind: 'wrong-brand', ticketId: 'a', caught: true },
    { kind: 'leaked-number', ticketId: 'b', caught: false },
    { kind: 'wrong-brand', ticketId: null, caught: true },
  ])
})

test('who overlooks an impostor: after dealing with the ticket, at the end, and by taking it for harmless', () => {
  const of = (state: 'seen' | 'reported' | 'dismissed', waits: boolean, isOver: boolean) =>
    missesOf({ ...nothing, isOver, impostors: [{ ticketId: 'a', state, waits }] }).length
  expect(of('seen', true, false)).toBe(0)
  expect(of('seen', false, false)).toBe(1)
  expect(of('seen', true, true)).toBe(1)
  expect(of('reported', false, true)).toBe(0)
  expect(of('dismissed', true, false)).toBe(1)
})

test('one miss per kind and ticket, and what got out is not hidden by what was caught, in any order', () => {
  const guards = fc.array(
    fc.record({
      ticketId: fc.option(fc.constantFrom('a', 'b', 'c')),
      guard: fc.constantFrom(...Guard.options),
      letThrough: fc.boolean(),
    }),
  )
  fc.assert(
    fc.property(guards, (facts) => {
      const misses = missesOf({ ...nothing, guards: facts })
      expect(new Set(misses.map(({ kind, ticketId }) => `${kind}:${ticketId}`)).size).toBe(misses.length)
      const out = (of: typeof misses) => of.filter(({ caught }) => !caught).length
      expect(out(missesOf({ ...nothing, guards: facts.toReversed() }))).toBe(out(misses))
      const leaks = facts.some(({ guard, letThrough }) => guard === 'private-data' && letThrough)
      expect(misses.some(({ kind, caught }) => kind === 'leaked-number' && !caught)).toBe(leaks)
    }),
  )
})
