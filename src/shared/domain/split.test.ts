/** @file Whatever is written, its posts are within the limit, whole in words and letters, and the text again together. */
import fc from 'fast-check'
import twitter from 'twitter-text'
import { expect, test } from 'vitest'
import { splitText } from './split.ts'

const weigh = (text: string): number => twitter.parseTweet(text).weightedLength
const limit = 280
const graphemes = (text: string): string[] =>
  [...new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text)].map(({ segment }) => segment)
const bare = (text: string): string => text.replace(/\s+/gu, '')

const word = fc.oneof(
  { weight: 6, arbitrary: fc.stringMatching(/^[a-z]{1,12}$/) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('👩‍👩‍👧‍👦', 'e\u0301', '日本語の文章です', '🇩🇪', 'שלום', 'a'.repeat(400)),
  },
  {
    weight: 1,
    arbitrary: fc.stringMatching(/^[a-z0-9]{1,60}$/).map((path) => `https://example.com/${path}`),
  },
)
const text = fc
  .array(fc.tuple(word, fc.constantFrom(' ', ' ', '. ', '\n', '\n\n', '! ')), {
    minLength: 1,
    maxLength: 160,
  })
  .map((pairs) => pairs.flat().join(''))

test('parts are within the limit, and join back to the text', () => {
  fc.assert(
    fc.property(text, (written) => {
      const parts = splitText(written, weigh, limit)
      expect(parts.filter((part) => weigh(part) > limit)).toEqual([])
      expect(bare(parts.join(''))).toBe(bare(written))
    }),
    { numRuns: 60 },
  )
})

test('no letter is torn and no link is broken', () => {
  fc.assert(
    fc.property(text, (written) => {
      const parts = splitText(written, weigh, limit)
      expect(parts.flatMap((part) => graphemes(bare(part)))).toEqual(graphemes(bare(written)))
      const links = (one: string): string[] => one.match(/https:\/\/\S+/gu) ?? []
      expect(parts.flatMap(links)).toEqual(links(written))
    }),
    { numRuns: 60 },
  )
})

test('what fits stays one post, and nothing is none', () => {
  expect(splitText('  Thank you, Mara.  ', weigh, limit)).toEqual(['Thank you, Mara.'])
  expect(splitText(' \n ', weigh, limit)).toEqual([])
})

test('a part ends where a reader would pause', () => {
  const first = `${'word '.repeat(48).trim()} end.`
  const parts = splitText(`${first} ${'more '.repeat(40)}`, weigh, limit)
  expect(parts[0]).toBe(first)
})
