import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exchangesOf } from './exchanges.ts'
import { likeness, toldTerms } from './terms.ts'

const said = (...texts: string[]) =>
  texts.map((text, at) => ({ isOurs: text.startsWith('>'), text: text.replace(/^>/u, ''), at }))

test('what a customer wrote until we answered, and what came back', () =>
  expect(
    exchangesOf(
      said(
        '>Hello all',
        'My bag',
        'is gone',
        '>Which flight?',
        'NW77',
        '>Found.',
        '>By the desk.',
        'Thank you so much!',
      ),
    ),
  ).toMatchObject([
    {
      question: 'My bag\nis gone',
      answer: [{ text: 'Which flight?' }],
      at: 3,
      thanked: false,
      isLast: false,
    },
    { question: 'NW77', answer: [{ text: 'Found.' }, { text: 'By the desk.' }], at: 5, thanked: true },
  ]))

test('property: every exchange has both sides, in their order, and no message is in two', () => {
  const message = fc.record({ isOurs: fc.boolean(), text: fc.constantFrom('a', 'thanks', 'b?') })
  fc.assert(
    fc.property(fc.array(message, { maxLength: 20 }), (messages) => {
      const all = messages.map((one, at) => ({ ...one, at }))
      const answers = exchangesOf(all).flatMap(({ answer }) => answer)
      expect(new Set(answers).size).toBe(answers.length)
      expect(answers.map(({ at }) => at)).toEqual(answers.map(({ at }) => at).toSorted((a, b) => a - b))
      for (const one of answers) expect(one.isOurs).toBe(true)
      for (const { question, at } of exchangesOf(all)) {
        expect(question).not.toBe('')
        expect(all[at - 1]?.isOurs).toBe(false)
      }
    }),
  )
})

test.each([
  ['@mara Please send us a DM. ^JD', '@paulo Please send us a DM. -KC', 1],
  ['@mara Please send us a DM: https://t.co/a', 'Please send us a DM: {{link}}', 1],
  ['Seats change in the app', 'The crew is happy', 1 / 8],
  ['', '', 0],
])('how alike %s and %s are', (one, other, much) =>
  expect(likeness(toldTerms([one]), toldTerms([other]))).toBeCloseTo(much),
)

test('the numbers of its parts are no words of an answer', () => {
  expect(toldTerms(['Look here 1/2', 'Or there 2/2'])).toEqual(toldTerms(['Look here or there']))
  expect(toldTerms(['1/2 price tickets'])).toContain('2')
})
