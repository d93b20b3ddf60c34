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
  answer: [answer],
  confirmed: null,
  weight: 1,
  isKept: false,
  byWords: false,
  ...more,
})
const answers = async (question: string, ...candidates: Candidate<string>[]): Promise<string[]> =>
  (await ranked(question, candidates, 3)).map(({ candidate }) => candidate.source)

describe('which answers come first', () => {
  const seat = said('can I change my seat online', 'Seats change in the app, under My Trips.')
  const bag = said('my bag is lost', 'Please tell the desk where the bag was last seen.')

  test('what was said to a question like it', async () => {
    expect(await answers('how to change a seat', bag, seat)).toEqual([seat.source, bag.source])
    expect(await answers('lost my bag', seat, bag)).toEqual([bag.source, seat.source])
  })

  test('among equals the one that a customer confirmed', async () => {
    const other = said(seat.question, 'Any agent at the gate moves you elsewhere.', { confirmed: 'thanked' })
    expect((await answers('change my seat', seat, other))[0]).toBe(other.source)
  })

  test('what says the same stands there once, with how often it was said', async () => {
    const again = said('other seat please', 'Seats change in the app, under My Trips!')
    const found = await ranked('change my seat', [seat, again, bag], 3)
    expect(found.map(({ alike }) => alike)).toEqual([2, 1])
  })

  test('what several were told comes before what one was told whose question is nearer', async () => {
    const one = said('can I change my seat online after check-in', 'Yours was moved by the crew itself.')
    const two = said('change my booking', 'Please send us a message with your code.')
    const three = said('no seat chosen yet', 'Please send us a message with your code!')
    const found = await answers('can I change my seat online after check-in', one, two, three)
    expect(found).toEqual([two.source, one.source])
    // A kept one needs no other that says the same.
    const kept = { ...one, isKept: true }
    expect((await answers('can I change my seat online after check-in', kept, two, three))[0]).toBe(
      one.source,
    )
  })

  test('what was kept comes for its words alone', async () => {
    const macro = said('Vouchers', 'A voucher is valid for a year.', { byWords: true })
    expect(await answers('change my seat', seat, macro)).toEqual([seat.source])
    expect(await answers('is my voucher valid', macro)).toEqual([macro.source])
  })

  test('what may not be offered gives way to the next that says the same', async () => {
    const again = said(seat.question, 'Seats change in the app, under My Trips, Mara.')
    const found = await ranked('change my seat', [again, seat], 3, ({ source }) => !source.includes('Mara'))
    expect(found.map(({ candidate }) => candidate.source)).toEqual([seat.source])
  })
})

test('where nothing may be offered, the work grows with the candidates and not with their square, and others have turns', async () => {
  const many = Array.from({ length: 200 }, (_, n) => said('change my seat', `seat ${n} of row ${n * 7}`))
  let turns = 0
  let asked = 0
  const found = await ranked(
    'change my seat',
    many,
    3,
    () => {
      asked++
      return false
    },
    () => {
      turns++
      return undefined
    },
  )
  expect(found).toEqual([])
  expect(asked).toBe(many.length)
  // Once each: its question, its answer, how alike it is to the others, what it gains, and that it is refused.
  expect(turns).toBe(5 * many.length)
})

test('property: at most three, each from what was given, no two of which say the same; a weight changes no text', async () => {
  const words = fc.array(fc.constantFrom('seat', 'bag', 'late', 'refund', 'app', 'desk', 'voucher'), {
    maxLength: 6,
  })
  const candidate = fc
    .tuple(words, words, fc.constantFrom('thanked' as const, 'rated' as const, null), fc.boolean())
    .map(([question, answer, confirmed, byWords]) =>
      said(question.join(' '), answer.join(' '), { confirmed, byWords }),
    )
  await fc.assert(
    fc.asyncProperty(words, fc.array(candidate, { maxLength: 15 }), async (question, candidates) => {
      const found = await ranked(question.join(' '), candidates, 3)
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
