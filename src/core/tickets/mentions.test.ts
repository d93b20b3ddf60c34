import { expect, test } from 'vitest'
import { mentionsIn } from './mentions.ts'

const agents = [
  { id: '1', name: 'Ana Reis', initials: 'AR' },
  { id: '2', name: 'Ana Silva', initials: 'AS' },
  { id: '3', name: 'Jo (night)', initials: 'JN' },
]
const named = (text: string): string[] => mentionsIn(text, agents).map(({ id }) => id)

test.each([
  ['@Ana Reis please look', ['1']],
  ['ask @ana  silva.', ['2']],
  ['@Ana which one', []],
  ['@jo can you call', ['3']],
  ['@Jo (night): call', ['3']],
  ['for @AR and @js', ['1']],
  ['mail ana@ar.example', []],
  ['@Arthur is a customer', []],
  ['@@AR', []],
])('“%s” names %j', (text, ids) => {
  expect(named(text)).toEqual(ids)
})
