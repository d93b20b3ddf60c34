import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayAfter, firstWeekday, midnight, monthAfter, movedBy, weeksOf } from './calendar-rules.ts'

const day = (text: string): number => midnight(new Date(`${text}T12:00:00`).getTime())
const days = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
  .map((date) => midnight(date.getTime()))
const first = fc.constantFrom<0 | 1>(0, 1)

test('a month shows whole weeks, all of its days, and nothing that belongs to neither of its ends', () => {
  fc.assert(
    fc.property(days, first, (at, begin) => {
      const weeks = weeksOf('month', at, begin)
      const all = weeks.flat()
      const month = new Date(at).getMonth()
      expect(weeks.every((week) => week.length === 7 && new Date(week[0] ?? 0).getDay() === begin)).toBe(true)
      expect(all.every((one, n) => n === 0 || dayAfter(all[n - 1] ?? 0, 1) === one)).toBe(true)
      const last = new Date(new Date(at).getFullYear(), month + 1, 0).getDate()
      expect(all.filter((one) => new Date(one).getMonth() === month)).toHaveLength(last)
      expect(weeks.every((week) => week.some((one) => new Date(one).getMonth() === month))).toBe(true)
    }),
  )
})

test('every key that leads away leads back by its counterpart', () => {
  const pairs = [
    ['ArrowLeft', 'ArrowRight'],
    ['ArrowUp', 'ArrowDown'],
  ] as const
  fc.assert(
    fc.property(days, first, fc.constantFrom(...pairs), (at, begin, [there, back]) => {
      const to = movedBy(there, 'month', at, begin) ?? 0
      expect(to).not.toBe(at)
      expect(movedBy(back, 'month', to, begin)).toBe(at)
    }),
  )
})

test('a month on from a day that it has not is its last one', () => {
  expect(monthAfter(day('2026-01-31'), 1)).toBe(day('2026-02-28'))
  expect(monthAfter(day('2026-03-31'), -1)).toBe(day('2026-02-28'))
  expect(movedBy('PageDown', 'month', day('2026-11-28'), 1)).toBe(day('2026-12-28'))
  expect(movedBy('PageDown', 'week', day('2026-11-28'), 1)).toBe(day('2026-12-05'))
  expect(movedBy('x', 'week', day('2026-11-28'), 1)).toBe(null)
})

test('weeks begin where the reader’s do', () => {
  expect([
    firstWeekday('en-GB'),
    firstWeekday('de-DE'),
    firstWeekday('ja-JP'),
    firstWeekday('en-US'),
  ]).toEqual([1, 1, 0, 0])
  expect(weeksOf('week', day('2026-11-28'), 1)[0]?.[0]).toBe(day('2026-11-23'))
})
