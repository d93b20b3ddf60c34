import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Language } from '../../shared/language.ts'
import { allEmoji } from './emoji-data.ts'
import { emojiAt, emojiNamed, movedInGrid } from './emoji.ts'
import { weight } from './weight.ts'

/** X's own rules know these by their parts: their count is on the safe side. */
const countedMore = new Set(['⚧️', '♾️', '🇨🇶'])

const at = (text: string) => emojiAt(text, text.length)

test('a colon with two letters behind it, at the start of a word, looks for an emoji', () => {
  expect(at(':smi')).toEqual({ from: 0, query: 'smi' })
  expect(at('thanks :he')).toEqual({ from: 7, query: 'he' })
  expect(at('(:+1')).toBeNull()
  expect(at('great!:hea')).toEqual({ from: 6, query: 'hea' })
  expect(at('：ハート')).toEqual({ from: 0, query: 'ハート' })
})

test.each([
  ':',
  ':s',
  'http://',
  'http:',
  'https://x.com',
  '10:30',
  '10:am',
  'Note:this',
  '??',
  ':-)',
  ': ok',
  '::ab',
  '件名:配送',
  ':smile:',
])('%j looks for none', (text) => expect(at(text)).toBeNull())

test('no address and no time ever asks', () => {
  fc.assert(
    fc.property(fc.webUrl(), (url) => [...url].every((_, n) => emojiAt(url, n) === null)),
    { numRuns: 30 },
  )
  fc.assert(
    fc.property(fc.nat(23), fc.nat(59), (hour, minute) => {
      expect(at(`at ${hour}:${String(minute).padStart(2, '0')}`)).toBeNull()
    }),
  )
})

const first = async (language: Language, query: string, recent: readonly string[] = []) =>
  emojiNamed(await allEmoji(language), query, recent)
    .slice(0, 5)
    .map(({ emoji }) => emoji)

test('names of every language find theirs, codes in all of them', async () => {
  expect((await first('en', 'smi'))[0]).toBe('😄')
  expect((await first('ja', 'smile'))[0]).toBe('😄')
  expect(await first('de', 'flugzeug')).toContain('✈️')
  expect(await first('es', 'avion')).toContain('✈️')
  expect(await first('ja', '飛行機')).toContain('✈️')
  expect((await first('en', ':tada:'))[0]).toBe('🎉')
  expect(await first('en', 'qqqq')).toEqual([])
})

test('what was used lately comes first where nothing is asked, and among equals', async () => {
  expect((await first('en', '', ['🧳', '🎉'])).slice(0, 2)).toEqual(['🧳', '🎉'])
  expect((await first('en', 'smi', ['😃']))[0]).toBe('😃')
})

test.each(Language.options)(
  '%s: what is offered is what X counts as two, but for joined ones of late years',
  async (language) => {
    const all = await allEmoji(language)
    expect(all.length).toBeGreaterThan(1_500)
    expect(new Set(all.map(({ emoji }) => emoji)).size).toBe(all.length)
    const heavy = all.filter(({ emoji }) => weight('public', emoji) !== 2).map(({ emoji }) => emoji)
    expect(heavy.filter((emoji) => !emoji.includes('\u200D') && !countedMore.has(emoji))).toEqual([])
  },
)

test('arrows stay within the grid, and lead back where they came from', () => {
  const keys = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 60 }),
      fc.nat(59),
      fc.constantFrom(...keys),
      (count, start, key) => {
        const from = start % count
        const to = movedInGrid(from, count, 8, key) ?? -1
        expect(to).toBeGreaterThanOrEqual(0)
        expect(to).toBeLessThan(count)
        if (to === from + 8) expect(movedInGrid(to, count, 8, 'ArrowUp')).toBe(from)
      },
    ),
  )
  expect(movedInGrid(10, 20, 8, 'ArrowDown')).toBe(18)
  expect(movedInGrid(14, 20, 8, 'ArrowDown')).toBe(19)
  expect(movedInGrid(17, 20, 8, 'ArrowDown')).toBe(17)
  expect(movedInGrid(3, 20, 8, 'ArrowUp')).toBe(3)
  expect(movedInGrid(3, 20, 8, 'a')).toBeNull()
})
