import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Category, Sentiment, Urgency } from '../../shared/domain/triage.ts'
import { deciding, triageOf, type LookedItem } from './of-ticket.ts'

const item = (at: number, category: Category, more: Partial<LookedItem> = {}): LookedItem => ({
  kind: 'post',
  itemId: String(at),
  at,
  category,
  said: null,
  sentiment: 'neutral',
  urgency: 'normal',
  lastResort: null,
  privateData: [],
  likes: 0,
  reposts: 0,
  ...more,
})
const ticket = { answeredAt: null, followers: 100, verified: false, now: 1_000_000 }

test('of what waits the most severe decides, of equals the newest', () => {
  const items = [item(1, 'complaint'), item(2, 'complaint'), item(3, 'no-reply')]
  expect(triageOf(items, ticket)).toMatchObject({ category: 'complaint', itemId: '2' })
  expect(triageOf(items, { ...ticket, answeredAt: 2 })).toMatchObject({ category: 'no-reply', itemId: '3' })
})

test('once all is answered the newest decides, and nothing is loud any more', () => {
  const items = [item(1, 'security'), item(2, 'security')]
  expect(triageOf(items, ticket)).toMatchObject({ loud: true })
  expect(triageOf(items, { ...ticket, answeredAt: 5 })).toMatchObject({ itemId: '2', loud: false })
})

test('what an agent said counts instead of what was found', () => {
  const items = [item(1, 'complaint', { said: 'praise' }), item(2, 'no-reply')]
  expect(triageOf(items, ticket)).toMatchObject({ category: 'praise', corrected: true, itemId: '1' })
})

test('a later message is found anew, whatever was said of those before', () => {
  const items = [item(1, 'complaint', { said: 'praise' }), item(2, 'security')]
  expect(triageOf(items, ticket)).toMatchObject({ category: 'security', corrected: false })
})

test('private data counts where others see it', () => {
  const items = [
    item(1, 'question', { privateData: ['phone'] }),
    item(2, 'question', { kind: 'dm', privateData: ['email'] }),
  ]
  expect(triageOf(items, ticket)?.privateData).toEqual(['phone'])
})

test('nothing left to look at: nothing found', () => expect(triageOf([], ticket)).toBeNull())

const anyItem = fc.record({
  category: fc.constantFrom(...Category.options),
  said: fc.option(fc.constantFrom(...Category.options)),
  sentiment: fc.constantFrom(...Sentiment.options),
  urgency: fc.constantFrom(...Urgency.options),
})

test('what decides is one of the messages that wait, and what is found does not depend on who is asked twice', () => {
  fc.assert(
    fc.property(
      fc.array(anyItem, { minLength: 1, maxLength: 12 }),
      fc.option(fc.nat({ max: 12 })),
      (all, answeredAt) => {
        const items = all.map((more, at) => item(at, more.category, more))
        const found = triageOf(items, { ...ticket, answeredAt })
        expect(deciding(items, answeredAt).map(({ itemId }) => itemId)).toContain(found?.itemId)
        expect(triageOf(items, { ...ticket, answeredAt })).toEqual(found)
      },
    ),
    { numRuns: 100 },
  )
})
