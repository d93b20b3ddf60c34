import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import { Language } from '../../../shared/language.ts'
import { minutesOf, spansOf, spansText } from './hours-text.ts'

test.each([
  ['09:00–18:00', '09:00–18:00'],
  ['9-18', '09:00–18:00'],
  ['9.30 to 13, 14-17:15', '09:30–13:00, 14:00–17:15'],
  ['14–17, 9–13', '09:00–13:00, 14:00–17:00'],
  ['0-24', '00:00–24:00'],
  ['', ''],
])('%j is %j', (words, expected) => {
  const spans = spansOf(words)
  expect(spans && spansText(spans)).toBe(expected)
})

test.each(['nine to five', '18-9', '9-25', '9-13, 12-18', '9:75-18', '9'])(
  '%j is not understood',
  (words) => {
    expect(spansOf(words)).toBeNull()
  },
)

test.each([
  ['60', 60],
  ['90 m', 90],
  ['1h 30m', 90],
  ['24 hours', 1_440],
])('%j is %i minutes', (words, minutes) => {
  expect(minutesOf(words)).toBe(minutes)
})

test.each(['', '0', 'soon', '-5', '1.5 h', '99999 h'])('%j is no target', (words) => {
  expect(minutesOf(words)).toBeNull()
})

afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetModules()
})

test.each(Language.options)('what is shown is understood, in %s', async (language) => {
  vi.stubGlobal('document', { documentElement: { lang: language } })
  vi.resetModules()
  await (await import('../../words.ts')).learnWords()
  const spoken = await import('./hours-text.ts')
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60_000 }), (minutes) => {
      expect(spoken.minutesOf(spoken.minutesText(minutes))).toBe(minutes)
    }),
  )
})
