import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calledSo, mentionAt } from './mention.ts'

const at = (text: string) => mentionAt(text, text.length)

test('an @ with a letter behind it, at the start of a word, looks for somebody', () => {
  expect(at('@ma')).toEqual({ from: 0, query: 'ma' })
  expect(at('thanks @mara_h')).toEqual({ from: 7, query: 'mara_h' })
  expect(at('thanks\n@m')).toEqual({ from: 7, query: 'm' })
  expect(at('(@zoé')).toEqual({ from: 1, query: 'zoé' })
  expect(at('こちら@mar')).toEqual({ from: 3, query: 'mar' })
  expect(at('＠さくら')).toEqual({ from: 0, query: 'さくら' })
  expect(at('شكرا @سلين')).toEqual({ from: 5, query: 'سلين' })
})

test.each([
  '@',
  'thanks @ ',
  'mara@exa',
  'a.b@exa',
  'x_@exa',
  '@@exa',
  '@mara ',
  '@mara.',
  'https://x.com/@mara',
  'é@exa',
])('%j looks for nobody', (text) => expect(at(text)).toBeNull())

test('only what stands before the caret counts', () => {
  expect(mentionAt('@mara was here', 3)).toEqual({ from: 0, query: 'ma' })
  expect(mentionAt('@mara was here', 9)).toBeNull()
})

test('whatever is typed, the query is what stands between the @ and the caret', () => {
  const texts = fc.string({
    unit: fc.constantFrom('@', '＠', 'a', 'Z', 'é', 'ら', ' ', '\n', '.', '/', '_', '7'),
  })
  fc.assert(
    fc.property(texts, fc.nat(40), (text, place) => {
      const caret = Math.min(place, text.length)
      const found = mentionAt(text, caret)
      if (found === null) return
      expect('@＠').toContain(text[found.from])
      expect(text.slice(found.from + 1, caret)).toBe(found.query)
      expect(found.query).not.toMatch(/[\s@＠./]|^$/u)
    }),
  )
})

const people = [
  { username: 'holt_m', name: 'Mara Holt' },
  { username: 'marathon', name: 'City Run' },
  { username: 'jo', name: 'João da Mata' },
  { username: 'mara', name: 'Somebody' },
]

test('the very handle first, then its beginning, then words of names, accents apart', () => {
  const names = (query: string) => calledSo(people, query).map(({ username }) => username)
  expect(names('mara')).toEqual(['mara', 'marathon', 'holt_m'])
  expect(names('MAT')).toEqual(['jo'])
  expect(names('joao')).toEqual(['jo'])
  expect(names('ara')).toEqual([])
})

test('nobody is offered whom the query does not say, and nobody twice', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'é', 'E', '_', ' '), maxLength: 6 })
  fc.assert(
    fc.property(fc.array(fc.record({ username: word, name: word })), word, (all, query) => {
      const found = calledSo(all, query)
      expect(new Set(found).size).toBe(found.length)
      for (const one of found) expect(all).toContain(one)
      for (const one of all)
        if (one.username.toLowerCase().startsWith('ab') && query === 'ab') expect(found).toContain(one)
    }),
  )
})
