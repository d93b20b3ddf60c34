import { expect, test } from 'vitest'
import { nothing, suggestedInto, type Typed } from './typed.ts'

const failure = { code: 'guard.stopped', data: {} }
const targets = [
  { key: 'n', brandId: 'north' },
  { key: 'l', brandId: 'lumen' },
]

test('why core kept a text back stays as long as the text does', () => {
  const before = new Map<string, Typed>([
    ['n', { text: 'Down.', isOwn: false, failure }],
    ['l', { text: 'Dark.', isOwn: false, failure }],
  ])
  const after = suggestedInto(
    before,
    targets,
    new Map([
      ['north', 'Down.'],
      ['lumen', 'It is dark.'],
    ]),
  )
  expect(after.get('n')).toEqual({ text: 'Down.', isOwn: false, failure })
  expect(after.get('l')).toEqual({ ...nothing, text: 'It is dark.' })
})

test('what an agent wrote is not filled again, and what has no text yet is', () => {
  const own: Typed = { text: 'My words.', isOwn: true, failure: null }
  const after = suggestedInto(
    new Map([['n', own]]),
    targets,
    new Map([
      ['north', 'Down.'],
      ['lumen', 'Dark.'],
    ]),
  )
  expect([after.get('n'), after.get('l')?.text]).toEqual([own, 'Dark.'])
})
