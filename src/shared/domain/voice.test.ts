/** @file What a brand never says is found as whole words, wherever it stands. */
import { expect, test } from 'vitest'
import { hasVoice, neverSaid, VoiceSetting } from './voice.ts'

const said = (text: string, ...neverSay: string[]) => neverSaid(text, { neverSay }).map(({ words }) => words)

test('whole words, whatever their case and spacing, in the order of the text', () => {
  expect(said('Unfortunately we CANNOT do that.', 'cannot', 'unfortunately')).toEqual([
    'unfortunately',
    'cannot',
  ])
  expect(said('as  per our\npolicy', 'as per our policy')).toEqual(['as per our policy'])
  expect(said('A cannotted word', 'cannot')).toEqual([])
  expect(said('Über alles', 'über')).toEqual(['über'])
  expect(said('100% sure (really)', '100%', '(really)')).toEqual(['100%', '(really)'])
  expect(said('Send an e-mail', 'e-mail')).toEqual(['e-mail'])
  expect(said('', 'cannot')).toEqual([])
})

test('where it stands is told in UTF-16', () => {
  expect(neverSaid('😭 sadly, no', { neverSay: ['sadly'] })).toEqual([{ words: 'sadly', start: 3, end: 8 }])
})

test('a brand that laid nothing down has no voice', () => {
  expect(hasVoice(VoiceSetting.parse({}))).toBe(false)
  expect(hasVoice(VoiceSetting.parse({ emoji: 'never' }))).toBe(true)
})
