import { expect, test } from 'vitest'
import { dueSentence } from './due-words.ts'

const at = (text: string): number => Date.parse(text)
const evening = {
  kind: 'first-reply' as const,
  from: at('2026-11-16T17:30+01:00'),
  targetMs: 60 * 60_000,
  dueAt: at('2026-11-17T09:30+01:00'),
  zone: 'Europe/Berlin',
  parts: [
    { from: at('2026-11-16T17:30+01:00'), until: at('2026-11-16T18:00+01:00') },
    { from: at('2026-11-17T09:00+01:00'), until: at('2026-11-17T09:30+01:00') },
  ],
}

test('a deadline is the sum of its days', () => {
  expect(dueSentence(evening, 'Europe/Berlin')).toBe(
    'First reply due Tue 17 Nov, 09:30: 1 h of business time from Mon 16 Nov, 17:30 on: 30 m on Mon 16 Nov, 30 m on Tue 17 Nov.',
  )
})

test('in another zone than this computer’s the zone is named', () => {
  expect(dueSentence(evening, 'America/New_York')).toMatch(/30 m on Tue 17 Nov \(Europe\/Berlin\)\.$/)
})

test('two spans of one day are one, and many days are counted', () => {
  const hour = 60 * 60_000
  const parts = Array.from({ length: 14 }, (_, n) => {
    const from = at('2026-11-16T09:00+01:00') + Math.floor(n / 2) * 24 * hour + (n % 2) * 4 * hour
    return { from, until: from + hour }
  })
  const text = dueSentence({ ...evening, kind: 'resolution', targetMs: 14 * hour, parts }, 'Europe/Berlin')
  expect(text).toMatch(/^To be solved by /)
  expect(text).toContain('2 h on Mon 16 Nov')
  expect(text).toContain('and 3 more days')
})
