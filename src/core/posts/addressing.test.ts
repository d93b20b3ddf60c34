import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addressing, type AddressedPost } from './addressing.ts'
import type { Entities } from './records.ts'

const us = { userId: '7', username: 'NorthwindAir' }
const named = (text: string): Entities => ({
  mentions: [...text.matchAll(/@(\w+)/gu)].map((match) => ({
    start: Array.from(text.slice(0, match.index)).length,
    end: Array.from(text.slice(0, match.index)).length + match[0].length,
    username: match[1] ?? '',
    userId: match[1]?.toLowerCase() === 'northwindair' ? '7' : '99',
  })),
  urls: [],
  hashtags: [],
  cashtags: [],
})
const post = (text: string, more: Partial<AddressedPost> = {}): AddressedPost => ({
  text,
  entities: named(text),
  isReply: false,
  quotedAuthorId: null,
  inReplyToUserId: null,
  ...more,
})

test.each([
  ['a post that names us anywhere types us', post('@northwindair my bag is gone'), 'typed'],
  ['also in the middle', post('where is my bag @northwindair?'), 'typed'],
  [
    'a reply that names us after its leading run types us',
    post('@ann yes, ask @northwindair', { isReply: true }),
    'typed',
  ],
  ['in the leading run it is perhaps', post('@ann @northwindair same here', { isReply: true }), 'inherited'],
  ['the run ends at the first other word', post('@ann hey @northwindair same', { isReply: true }), 'typed'],
  ['also behind emoji', post('@ann 👩‍👩‍👧 @northwindair', { isReply: true }), 'typed'],
  [
    'a reply to us without our name',
    post('thanks!', { isReply: true, inReplyToUserId: '7' }),
    'replies-to-us',
  ],
  ['a quote of ours', post('look at this', { quotedAuthorId: '7' }), 'quotes-us'],
  [
    'a quote is surer than an inherited name',
    post('@northwindair look', { isReply: true, quotedAuthorId: '7' }),
    'quotes-us',
  ],
  ['another handle', post('@northwindairline hello', {}), 'none'],
  ['nobody', post('hello'), 'none'],
] as const)('%s', (_, given, expected) => {
  expect(addressing(given, us)).toBe(expected)
})

test('an id beats a name: whoever took our old name is not us', () => {
  const text = 'hello @northwindair'
  const entities = {
    ...named(text),
    mentions: [{ start: 6, end: 19, username: 'northwindair', userId: '1234' }],
  }
  expect(addressing(post(text, { entities }), us)).toBe('none')
})

test('without entities the text itself is read, and a mail address is no mention', () => {
  const read = (text: string): string => addressing(post(text, { entities: null }), us)
  expect(read('hi @NORTHWINDAIR!')).toBe('typed')
  expect(read('mail me@northwindair please')).toBe('none')
})

test('the parent settles the leading run: a name that it could not hand down was typed', () => {
  const reply = post('@ann @northwindair here too', { isReply: true })
  const parent = (text: string, authorId: string) => ({ authorId, text, entities: named(text) })
  expect(addressing(reply, us, parent('my flight is late', '55'))).toBe('typed')
  expect(addressing(reply, us, parent('@northwindair my flight is late', '55'))).toBe('inherited')
  expect(addressing(reply, us, parent('we are sorry', '7'))).toBe('inherited')
})

test('names before ours in the leading run never change the answer', () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-z0-9_]{1,15}$/u), { maxLength: 6 }), (others) => {
      fc.pre(others.every((name) => name !== 'northwindair'))
      const text = `${others.map((name) => `@${name} `).join('')}@northwindair help`
      expect(addressing(post(text, { isReply: true }), us)).toBe('inherited')
      expect(addressing(post(text), us)).toBe('typed')
    }),
  )
})
