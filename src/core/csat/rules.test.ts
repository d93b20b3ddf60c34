import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mayNotAsk, type AskFacts } from './rules.ts'

const may: AskFacts = {
  isOn: true,
  hasDm: true,
  customerOpened: true,
  saidStop: false,
  askedAt: null,
  periodDays: 30,
  category: 'complaint',
  inIncident: false,
}
const day = 86_400_000

test('in a conversation that the customer opened, and that was no trouble of its own', () =>
  expect(mayNotAsk(may, 0)).toBeNull())

test.each([
  [{ isOn: false }, 'off'],
  [{ hasDm: false }, 'no-dm'],
  [{ customerOpened: false }, 'not-theirs'],
  [{ saidStop: true }, 'stop'],
  [{ category: 'spam' }, 'spam'],
  [{ category: 'protest' }, 'protest'],
  [{ inIncident: true }, 'incident'],
  [{ askedAt: 71 * day }, 'lately'],
] as const)('not with %o', (facts, reason) => expect(mayNotAsk({ ...may, ...facts }, 100 * day)).toBe(reason))

test('property: within its period nobody is asked twice, after it they may be', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 365 }), fc.integer({ min: 0, max: 400 }), (periodDays, days) => {
      const reason = mayNotAsk({ ...may, periodDays, askedAt: 0 }, days * day)
      expect(reason).toBe(days < periodDays ? 'lately' : null)
    }),
    { numRuns: 60 },
  )
})
