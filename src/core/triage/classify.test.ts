import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Category } from '../../shared/domain/triage.ts'
import { classify, type Message } from './classify.ts'
import { correctionKey } from './corrections.ts'
import { plainWords } from './plain.ts'

const said = (text: string, more: Partial<Message> = {}) =>
  classify({ text, lang: 'en', isReply: false, earlier: null, ...more })

test.each<[Category, string]>([
  ['question', '@northair how can I add a bag to my booking?'],
  ['complaint', '@northair third time you lost my bag, I want a refund'],
  ['feedback', '@northair please bring back the old seat map, it was better'],
  ['negative', '@northair you suck. Worst airline, never flying with you again'],
  ['praise', '@northair shoutout to Jo at gate 12, amazing service, you rock!'],
  ['security', '@northair my account was hacked and somebody booked with my miles'],
  ['protest', '@northair boycott them until they drop your sponsorship of fur farms'],
  ['impostor', 'Is @northair_help a fake account? They are pretending to be you'],
  ['no-reply', '@northair ok thanks, all sorted now'],
  ['spam', 'Free followers! Click here, link in bio, crypto airdrop'],
])('%s: %s', (category, text) => {
  expect(said(text).category).toBe(category)
})

test.each<[string, Category, string]>([
  ['de', 'complaint', '@nordluft mein Koffer ist nicht angekommen, seit drei Tagen keine Antwort'],
  ['de', 'question', '@nordluft wie kann ich einen Koffer dazubuchen?'],
  ['es', 'complaint', '@airenorte mi maleta no ha llegado y nadie responde'],
  ['es', 'praise', '@airenorte excelente servicio, me encanta volar con ustedes'],
  ['fr', 'complaint', '@nordair toujours pas de remboursement, aucune réponse'],
  ['fr', 'question', '@nordair comment puis-je ajouter un bagage ?'],
  ['pt', 'complaint', '@nortear minha mala não chegou e ninguém responde'],
  ['ja', 'complaint', '@kitazora 荷物が届かない。返事がない'],
  ['ja', 'question', '@kitazora 荷物を追加する方法を教えてください'],
])('in %s, %s: %s', (lang, category, text) => {
  expect(said(text, { lang }).category).toBe(category)
})

test('it is explained by the words that spoke for it, strongest first', () => {
  const { terms, category } = said('@northair third time my bag is missing. Refund, now')
  expect(category).toBe('complaint')
  const words = terms.filter(({ kind }) => kind === 'word').map(({ term }) => term)
  expect(words).toEqual(expect.arrayContaining(['third time', 'refund', 'missing']))
  const weights = terms.map(({ weight }) => weight)
  expect(weights).toEqual(weights.toSorted((a, b) => b - a))
})

test('a last resort, urgency and mood are told apart from the category', () => {
  expect(said('@northair I called three times, no answer')).toMatchObject({
    lastResort: 'called three times',
  })
  expect(said('@northair stranded at the airport, urgent!')).toMatchObject({ urgency: 'urgent' })
  expect(said('@northair no rush, just wondering if you fly to Oslo')).toMatchObject({ urgency: 'low' })
  expect(said('@northair this is ridiculous 😡').sentiment).toBe('negative')
  expect(said('@northair love it, thanks!').sentiment).toBe('positive')
})

test('what goes on with a matter belongs to it', () => {
  const code = '@northair 7KX2P4'
  expect(said(code, { isReply: true, earlier: 'complaint' }).category).toBe('complaint')
  expect(said(code, { isReply: true, earlier: 'question' }).category).toBe('question')
  expect(said('@northair ok thanks', { isReply: true, earlier: 'complaint' }).category).toBe('no-reply')
})

test('accents, apostrophes, case and links change nothing', () => {
  expect(plainWords('DON’T')).toEqual(plainWords("don't"))
  expect(said('@a doesn’t work').category).toBe(said('@b DOESNT WORK https://t.co/x1').category)
})

test('a correction moves a word in its own language and category alone', () => {
  const text = '@northair the lounge'
  const before = said(text).category
  const corrections = new Map([[correctionKey('en', 'feedback', 'opening'), 4]])
  const message: Message = { text, lang: 'en', isReply: false, earlier: null }
  expect(before).not.toBe('feedback')
  expect(classify(message, corrections).category).toBe('feedback')
  expect(classify({ ...message, lang: 'de' }, corrections).category).not.toBe('feedback')
})

test('any text has a category, and the same text always the same one', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.boolean(), (text, isReply) => {
      const once = said(text, { isReply })
      expect(Category.options).toContain(once.category)
      expect(said(text, { isReply })).toEqual(once)
    }),
    { numRuns: 100 },
  )
})
