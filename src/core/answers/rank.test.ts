import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ranked, type Candidate } from './rank.ts'
import { alikeFrom, likeness, toldTerms } from './terms.ts'

const said = (
  question: string,
  answer: string,
  more: Partial<Candidate<string>> = {},
): Candidate<string> => ({
  source: answer,
  question,
  answer,
  confirmed: null,
  weight: 1,
  byWords: false,
  ...more,
})
const answers = (question: string, ...candidates: Candidate<string>[]): string[] =>
  ranked(question, candidates, 3).map(({ candidate }) => candidate.answer)

describe('which answers come first', () => {
  const seat = said('can I change my seat online', 'Seats change in the app, under My Trips.')
  const bag = said('my bag is lost', 'Please tell the desk where the bag was last seen.')

  test('what was said to a question like it', () => {
    expect(answers('how to change a seat', bag, seat)).toEqual([seat.answer, bag.answer])
    expect(answers('lost my bag', seat, bag)).toEqual([bag.answer, seat.answer])
  })

  test('among equals the one that a customer confirmed', () => {
    const other = said(seat.question, 'Any agent at the gate moves you elsewhere.', { confirmed: 'thanked' })
    expect(answers('change my seat', seat, other)[0]).toBe(other.answer)
  })

  test('what says the same stands there once, with how often it was said', () => {
    const again = said('other seat please', 'Seats change in the app, under My Trips!')
    const found = ranked('change my seat', [seat, again, bag], 3)
    expect(found.map(({ alike }) => alike)).toEqual([2, 1])
  })

  test('what was kept comes for its words alone', () => {
    const macro = said('Vouchers', 'A voucher is valid for a year.', { byWords: true })
    expect(answers('change my seat', seat, macro)).toEqual([seat.answer])
    expect(answers('is my voucher valid', macro)).toEqual([macro.answer])
  })

  test('what may not be offered gives way to the next that says the same', () => {
    const again = said(seat.question, 'Seats change in the app, under My Trips, Mara.')
    const found = ranked('change my seat', [again, seat], 3, ({ answer }) => !answer.includes('Mara'))
    expect(found.map(({ candidate }) => candidate.answer)).toEqual([seat.answer])
  })
})

test('property: at most three, each from what was given, no two of which say the same; a weight changes no text', () => {
  const words = fc.array(fc.constantFrom('seat', 'bag', 'late', 'refund', 'app', 'desk', 'voucher'), {
    maxLength: 6,
  })
  const candidate = fc
    .tuple(words, words, fc.constantFrom('thanked' as const, 'settled' as const, null), fc.boolean())
    .map(([question, answer, confirmed, byWords]) =>
      said(question.join(' '), answer.join(' '), { confirmed, byWords }),
    )
  fc.assert(
    fc.property(words, fc.array(candidate, { maxLength: 15 }), (question, candidates) => {
      const found = ranked(question.join(' '), candidates, 3)
      expect(found.length).toBeLessThanOrEqual(3)
      for (const [n, one] of found.entries()) {
        expect(candidates).toContain(one.candidate)
        for (const other of found.slice(n + 1))
          expect(likeness(toldTerms(one.candidate.answer), toldTerms(other.candidate.answer))).toBeLessThan(
            alikeFrom,
          )
      }
    }),
  )
})
