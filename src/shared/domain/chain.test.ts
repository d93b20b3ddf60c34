/** @file Long answers: every post fits, numbers and sign-offs stand once, and a chain that comes back goes out the same. */
import fc from 'fast-check'
import twitter from 'twitter-text'
import { expect, test } from 'vitest'
import { chainOf } from './chain.ts'
import { joinParts } from './parts.ts'
import { signed, withoutSignOff } from './sign-off.ts'

const weigh = (text: string): number => twitter.parseTweet(text).weightedLength
const limit = 280
const jd = { words: '^JD', form: '^{{agent.initials}}' }
const jm = { words: '^JM', form: '^{{agent.initials}}' }
const chain = (text: string, signOff = null as typeof jd | null) => chainOf(text, weigh, limit, signOff)
const bare = (text: string): string => text.replace(/\s+/gu, '')

const word = fc.oneof(
  fc.stringMatching(/^[a-z]{1,12}$/),
  fc.constantFrom('日本語の文章です', '🇩🇪', 'https://example.com/a'),
)
const text = fc
  .array(fc.tuple(word, fc.constantFrom(' ', '. ', '\n', '! ')), { minLength: 1, maxLength: 160 })
  .map((pairs) => pairs.flat().join(''))
const signOff = fc.constantFrom(null, jd)

test('every post is within the limit; numbers and sign-off taken off, they are the text', () => {
  fc.assert(
    fc.property(text, signOff, (written, by) => {
      const posts = chain(written, by)
      expect(posts.filter((post) => weigh(post) > limit)).toEqual([])
      const words = posts.map((post, n) => {
        const unsigned = by ? withoutSignOff(post, by.form) : post
        return posts.length > 1 ? unsigned.replace(` ${n + 1}/${posts.length}`, '') : unsigned
      })
      expect(bare(words.join(''))).toBe(bare(written))
      expect(posts.filter((post) => post.endsWith('^JD'))).toHaveLength(by ? 1 : 0)
    }),
    { numRuns: 60 },
  )
})

test('what was taken back into the draft goes out as it was, also by another agent', () => {
  fc.assert(
    fc.property(text, signOff, (written, by) => {
      const posts = chain(written, by)
      expect(chain(joinParts(posts), by)).toEqual(posts)
      const others = chain(joinParts(posts), by && jm)
      expect(others).toEqual(posts.map((post) => (by ? post.replace(/\^JD$/u, '^JM') : post)))
    }),
    { numRuns: 60 },
  )
})

test('a long answer is numbered, what an agent divided is not, and nothing is nothing', () => {
  const sentence = 'We look for your bag and write the moment we know where it is. '
  const posts = chain(sentence.repeat(9), jd)
  expect(posts).toHaveLength(3)
  expect(posts[0]).toMatch(/ is\. 1\/3$/u)
  expect(posts[2]).toMatch(/ is\. 3\/3 \^JD$/u)
  expect(chain('One.\n---\nTwo.', jd)).toEqual(['One.', 'Two. ^JD'])
  expect(chain('Only one.')).toEqual(['Only one.'])
  expect(chain('', jd)).toEqual([])
})

test('a sign-off stands once, whoever’s it is, and is taken for one only where it looks like one', () => {
  expect(signed('Thank you. ^JD', jd)).toBe('Thank you. ^JD')
  expect(signed('Thank you. ^JM \n', jd)).toBe('Thank you. ^JD')
  expect(signed('Thank you.', jd)).toBe('Thank you. ^JD')
  expect(signed('Five squared is 5 ^2', jd)).toBe('Five squared is 5 ^2 ^JD')
  expect(signed('5^x', jd)).toBe('5^x ^JD')
  expect(signed(' ', jd)).toBe(' ')
  const named = { words: '– Jo from Northwind', form: '– {{agent.name}} from Northwind' }
  expect(signed('Hi – Ann-Marie O’Hara from Northwind', named)).toBe('Hi – Jo from Northwind')
})
