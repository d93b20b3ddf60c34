import fc from 'fast-check'
import { expect, test } from 'vitest'
import twitterText from 'twitter-text'
import { Language } from '../language.ts'
import { unfilledIn } from './macro-text.ts'
import { fillNotice, instantIn, unknownInNotice } from './notice-text.ts'
import { NoticeKind } from './notice.ts'
import { NoticesSetting, plainTemplate, templateOf } from './notices-setting.ts'
import { sameWallTime } from './wall-time.ts'

const at = Date.UTC(2026, 10, 30, 8, 0)

test.each(Language.options)(
  'the plain texts in %s name nothing unknown, and fit into one post',
  (language) => {
    for (const kind of NoticeKind.options) {
      const template = plainTemplate(language, kind)
      expect(unknownInNotice(template)).toEqual([])
      const text = fillNotice(template, {
        'notice.title': 'Maintenance of the booking page and of the app',
        'notice.starts': instantIn(at, language, 'Europe/Berlin'),
      })
      expect(unfilledIn(text), kind).toEqual([])
      expect(twitterText.parseTweet(text).weightedLength, text).toBeLessThanOrEqual(280)
    }
  },
)

test('planned work without a beginning stays unfilled, and so never leaves', () => {
  const text = fillNotice(plainTemplate('en', 'planned'), {
    'notice.title': 'Maintenance',
    'notice.starts': null,
  })
  expect(unfilledIn(text)).toEqual(['notice.starts'])
})

test('an instant reads in the language and the zone of the brand', () => {
  expect(instantIn(at, 'de', 'Europe/Berlin')).toMatch(/Montag, 30\. November.*09:00 MEZ/u)
  expect(instantIn(at, 'ja', 'Asia/Tokyo')).toMatch(/11月30日.*17:00/u)
  expect(instantIn(at, 'en', 'America/New_York')).toMatch(/Monday.*30 November.*03:00/u)
})

test('a brand’s own text goes before that of its language; a wrong name is refused', () => {
  const own = NoticesSetting.parse({ language: 'de', outage: 'Oh nein: {{notice.title}}' })
  expect(templateOf(own, 'outage')).toBe('Oh nein: {{notice.title}}')
  expect(templateOf(own, 'update')).toBe(plainTemplate('de', 'update'))
  expect(NoticesSetting.safeParse({ outage: '{{customer.name}}' }).success).toBe(false)
})

const zones = [
  'Europe/Berlin',
  'America/New_York',
  'Asia/Tokyo',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
  'UTC',
]
const wall = (instant: number, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(instant)

test('the same hour on another wall: both clocks show it, but for the hour that one of them leaves out', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: Date.UTC(2024, 0, 1) / 60_000, max: Date.UTC(2030, 0, 1) / 60_000 }),
      fc.constantFrom(...zones),
      fc.constantFrom(...zones),
      (minute, from, zone) => {
        const instant = minute * 60_000
        const there = sameWallTime(instant, zone, from)
        if (wall(there, zone) === wall(instant, from)) return
        // Clocks jump by an hour at most: what they leave out is shown an hour later.
        const later = new Date(`${wall(instant, from).replace(' ', 'T')}Z`).getTime()
        const shown = new Date(`${wall(there, zone).replace(' ', 'T')}Z`).getTime()
        expect(shown - later).toBeGreaterThan(0)
        expect(shown - later).toBeLessThanOrEqual(3_600_000)
        expect([there - 3_600_000, there + 3_600_000].map((one) => wall(one, zone))).not.toContain(
          wall(instant, from),
        )
      },
    ),
  )
})
