/** @file What counts as a search or a list that X can be asked for, and how a preview reads. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ListeningInput, longestQuery } from '../../shared/domain/listening.ts'
import { listIdOf, previewWords, textTrouble, typedListening } from './listening-rules.ts'

const brandId = '0193f0a0-0000-7000-8000-000000000001'

test('a list is named by its address or its number', () => {
  const id = '1234567890'
  for (const text of [
    id,
    ` ${id} `,
    `https://x.com/i/lists/${id}`,
    `x.com/i/lists/${id}/`,
    `https://twitter.com/i/lists/${id}?s=20`,
  ])
    expect(listIdOf(text)).toBe(id)
  for (const text of [
    '',
    'press',
    'https://x.com/northair',
    `https://evil.example/x.com/i/lists/${id}`,
    '12 3',
  ])
    expect(listIdOf(text)).toBeNull()
})

test('whatever is typed is either nothing or what core takes', () => {
  fc.assert(
    fc.property(fc.constantFrom('search', 'list'), fc.string({ maxLength: 600 }), (kind, text) => {
      const typed = typedListening(kind, brandId, text)
      if (typed !== null) expect(ListeningInput.safeParse(typed).success).toBe(true)
      if (textTrouble(kind, text) !== null) expect(typed).toBeNull()
    }),
  )
})

test('a search that is too long says by how much', () => {
  expect(textTrouble('search', 'a'.repeat(longestQuery))).toBeNull()
  expect(textTrouble('search', 'a'.repeat(longestQuery + 3))).toContain('3 too many')
  expect(textTrouble('list', 'press')).not.toBeNull()
})

test('a preview says what a day brings and costs, how it is known, and what looking cost', () => {
  const guess = { postsPerDay: 342.4, microsPerDay: 1_712_000, isExact: false, paidMicros: 50_000 }
  expect(previewWords(guess)).toBe(
    'Going by the newest few: about 340 posts a day, $1.71 a day for the posts. This look cost $0.05.',
  )
  expect(previewWords({ ...guess, postsPerDay: 0.3, microsPerDay: 1_500, isExact: true })).toMatch(
    /^In the last week: less than one post a day, \$0\.00/,
  )
  expect(previewWords({ ...guess, paidMicros: 0 })).toContain('cost nothing')
})
