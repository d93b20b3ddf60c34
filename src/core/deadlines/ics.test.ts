/** @file Calendars as people download them. */
import { expect, test } from 'vitest'
import { holidaysOf } from './ics.ts'

const calendar = (...events: string[][]): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//test//EN',
    ...events.flatMap((lines, n) => ['BEGIN:VEVENT', `UID:${n}@test`, ...lines, 'END:VEVENT']),
    'END:VCALENDAR',
    '',
  ].join('\r\n')

test('whole days, several in a row, such as come again, and such as now and then do not', () => {
  expect(
    holidaysOf(
      calendar(
        [
          'DTSTART;VALUE=DATE:20261224',
          'DTEND;VALUE=DATE:20261227',
          'SUMMARY;LANGUAGE=en:Christmas\\, closed',
        ],
        ['DTSTART;VALUE=DATE:20201126', 'RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH', 'SUMMARY:Thanksgiving'],
        [
          'DTSTART;VALUE=DATE:20200501',
          'DTEND;VALUE=DATE:20200502',
          'RRULE:FREQ=YEARLY;UNTIL=20300501',
          'EXDATE;VALUE=DATE:20270501',
          'SUMMARY:Labour Day',
        ],
      ),
    ),
  ).toEqual({
    leftOut: 0,
    days: [
      {
        name: 'Labour Day',
        date: '2020-05-01',
        days: 1,
        rule: expect.stringMatching(/^FREQ=YEARLY;UNTIL=20300501/),
        except: ['2027-05-01'],
      },
      {
        name: 'Thanksgiving',
        date: '2020-11-26',
        days: 1,
        rule: expect.stringMatching(/BYDAY=4TH/),
        except: [],
      },
      { name: 'Christmas, closed', date: '2026-12-24', days: 3, rule: null, except: [] },
    ],
  })
})

test('what has hours of the day, or was called off, is left out and counted', () => {
  const { days, leftOut } = holidaysOf(
    calendar(
      ['DTSTART:20261224T140000Z', 'DTEND:20261224T180000Z', 'SUMMARY:Early evening'],
      ['DTSTART;VALUE=DATE:20261225', 'STATUS:CANCELLED', 'SUMMARY:Not this year'],
      ['DTSTART;VALUE=DATE:20261226', 'SUMMARY:Boxing Day'],
    ),
  )
  expect(days.map(({ name }) => name)).toEqual(['Boxing Day'])
  expect(leftOut).toBe(2)
})

test.each(['', 'a picture', '<html></html>'])('%j is no calendar', (text) => {
  expect(() => holidaysOf(text)).toThrow(expect.objectContaining({ code: 'holidays.unreadable' }))
})
