import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseSearch } from './search-query.ts'

const parsed = (text: string, isTyping = false) => {
  const { words, filters } = parseSearch(text, { isTyping })
  return [
    ...words.map(({ text: word, kind, not }) => `${not ? '-' : ''}${kind}:${word}`),
    ...filters.map(({ name, value, not }) => `${not ? '-' : ''}[${name}=${value}]`),
  ]
}

test.each([
  ['lost bag', ['word:lost', 'word:bag']],
  ['"lost bag" -refund', ['phrase:lost bag', '-word:refund']],
  ['deliver*', ['prefix:deliver']],
  ['from:mara status:open bag', ['word:bag', '[from=mara]', '[status=open]']],
  ['-tag:"late delivery" is:dm', ['-[tag=late delivery]', '[is=dm]']],
  ['From:Mara', ['[from=Mara]']],
  ['10:07 https://a.example/x', ['phrase:10:07', 'phrase:https://a.example/x']],
  ['@northair #bags', ['phrase:@northair', 'phrase:#bags']],
  ['foo:bar', ['phrase:foo:bar']],
  ['from:', ['phrase:from:']],
  ['"unfinished phrase', ['phrase:unfinished phrase']],
  ['— … !', []],
  ['', []],
])('%s', (text, found) => expect(parsed(text)).toEqual(found))

test('while somebody types, the last word is a beginning; a finished one, a phrase and what is left out are not', () => {
  expect(parsed('lost ba', true)).toEqual(['word:lost', 'prefix:ba'])
  expect(parsed('lost bag ', true)).toEqual(['word:lost', 'word:bag'])
  expect(parsed('lost "ba', true)).toEqual(['word:lost', 'phrase:ba'])
  expect(parsed('lost -ba', true)).toEqual(['word:lost', '-word:ba'])
  expect(parsed('lost status:op', true)).toEqual(['word:lost', '[status=op]'])
})

test('property: whatever is typed is read, and nothing empty is looked for', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.boolean(), (text, isTyping) => {
      const { words, filters } = parseSearch(text, { isTyping })
      for (const word of words) expect(word.text).toMatch(/[\p{L}\p{N}]/u)
      for (const filter of filters) expect(filter.value).not.toBe('')
    }),
    { numRuns: 300 },
  )
})
