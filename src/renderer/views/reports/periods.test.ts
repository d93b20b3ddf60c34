/** @file Months, weeks and quarters as whole days. */
import { expect, test } from 'vitest'
import { dayAfter, lastDay, periodOf } from './periods.ts'

const at = (text: string): number => Date.parse(text)

test.each([
  ['this-month', '2028-02-29T12:00Z', '2028-02-01', '2028-03-01'],
  ['last-month', '2028-03-31T12:00Z', '2028-02-01', '2028-03-01'],
  ['last-month', '2027-01-01T00:00Z', '2026-12-01', '2027-01-01'],
  ['last-week', '2026-11-29T12:00Z', '2026-11-16', '2026-11-23'],
  ['last-week', '2026-11-30T12:00Z', '2026-11-23', '2026-11-30'],
  ['last-quarter', '2027-02-10T12:00Z', '2026-10-01', '2027-01-01'],
] as const)('%s on %s', (preset, now, from, until) => {
  expect(periodOf(preset, at(now))).toEqual({ from, until })
})

test('the last day is the one before the end', () => {
  expect(lastDay({ from: '2028-02-01', until: '2028-03-01' })).toBe('2028-02-29')
  expect(dayAfter('2028-02-28', 1)).toBe('2028-02-29')
})
