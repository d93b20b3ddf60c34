import fc from 'fast-check'
import { expect, test } from 'vitest'
import { askedText, endsUnspaced, indexedText } from './indexed-text.ts'

const tokens = (text: string): string[] => text.split(/\s+/u).filter((token) => token !== '')

test('runs without spaces become pairs, everything else stays', () => {
  expect(tokens(indexedText('東京駅で3時間待った now'))).toEqual(
    '東京 京駅 駅で で 3 時間 間待 待っ った た now'.split(' '),
  )
  expect(tokens(indexedText('iPhone充電 &amp; タワー'))).toEqual([
    'iPhone',
    '充電',
    '電',
    '&',
    'タワ',
    'ワー',
    'ー',
  ])
  expect(indexedText('Where is my bag? 😀')).toBe('Where is my bag? 😀')
})

test('what is asked for has no letter at its end; a single one is the beginning of a pair', () => {
  expect(tokens(askedText('京駅で'))).toEqual(['京駅', '駅で'])
  expect(tokens(askedText('駅'))).toEqual(['駅'])
  expect(endsUnspaced('my 駅')).toBe(true)
  expect(endsUnspaced('駅 my')).toBe(false)
})

test('property: every part of a run is found in it, in order', () => {
  const letters = fc.array(fc.constantFrom(...'東京駅待時間で𠮷'), { minLength: 2, maxLength: 12 })
  fc.assert(
    fc.property(letters, fc.nat(), fc.nat(), (run, a, b) => {
      const from = a % (run.length - 1)
      const to = from + 2 + (b % (run.length - from - 1))
      const whole = tokens(indexedText(run.join('')))
      const asked = tokens(askedText(run.slice(from, to).join('')))
      expect(whole.slice(from, from + asked.length)).toEqual(asked)
    }),
  )
})
