import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseSearch } from '../../shared/domain/search-query.ts'
import { excerpt, marker } from './marks.ts'

const marked = (text: string, query: string, isTyping = false): string[] =>
  marker(parseSearch(query, { isTyping }).words)(text).map(({ start, end }) => text.slice(start, end))

test.each([
  ['Where is my bag? My BAG!', 'bag', ['bag', 'BAG']],
  ['Baggage is no bag', 'bag', ['bag']],
  ['Inês voltou à São Paulo', 'ines sao', ['Inês', 'São']],
  ['lost — bag, lost bag', '"lost bag"', ['lost — bag', 'lost bag']],
  ['a bag', '-bag', []],
  ['東京駅で待った', '京駅', ['京駅']],
  ['10:07 and 1007', '10:07', ['10:07']],
])('%s ← %s', (text, query, found) => expect(marked(text, query)).toEqual(found))

test('a beginning marks the whole word', () =>
  expect(marked('delivered, undelivered', 'deliv', true)).toEqual(['delivered']))

test('a long text is shown around what was found, and the marks stay on their words', () => {
  const text = `${'before '.repeat(40)}the bag is lost ${'after '.repeat(60)}`
  const shown = excerpt(text, marker(parseSearch('bag', { isTyping: false }).words)(text))
  expect(shown.text.length).toBeLessThan(190)
  expect(shown.text).toMatch(/^….*the bag is lost.*…$/u)
  expect(shown.marks.map(({ start, end }) => shown.text.slice(start, end))).toEqual(['bag'])
  expect(excerpt('short', [])).toEqual({ text: 'short', marks: [] })
})

test('property: marks lie within the text, in order, and an excerpt keeps every letter of those that it shows', () => {
  const texts = fc.array(fc.constantFrom('bag', 'Bag,', 'ß', 'é', '😀', '東京', 'x'.repeat(90), ' ', '\n'), {
    maxLength: 60,
  })
  fc.assert(
    fc.property(texts, (parts) => {
      const text = parts.join(' ')
      const marks = marker(parseSearch('bag 東京 e', { isTyping: false }).words)(text)
      let last = 0
      for (const { start, end } of marks) {
        expect(start).toBeGreaterThanOrEqual(last)
        expect(end).toBeGreaterThan(start)
        last = end
      }
      const shown = excerpt(text, marks)
      for (const { start, end } of shown.marks)
        expect(['bag', 'Bag', '東京', 'é']).toContain(shown.text.slice(start, end))
    }),
  )
})
