/** @file When many suddenly write about one thing, and what it is. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SpikeAbout } from '../../shared/domain/alert.ts'
import { isAbout, isSpike, spikesIn, type Heard } from './rules.ts'
import { topicsIn } from './words.ts'

const said = (customerId: string, text: string, more: Partial<Heard> = {}): Heard => ({
  customerId,
  words: topicsIn(text, 'en'),
  category: null,
  tags: [],
  ...more,
})
const crowd = (count: number, text: string, from = 0): Heard[] =>
  Array.from({ length: count }, (_, n) => said(`c${from + n}`, text))

test('words that say what it is about, and pairs that stand together', () => {
  expect([...topicsIn('@northair The check-in page is DOWN at https://t.co/x', 'en')]).toEqual([
    'check-in',
    'page',
    'check-in page',
    'down',
  ])
  expect([...topicsIn('Das WLAN im Zug geht seit heute nicht', 'de')]).toEqual(
    expect.arrayContaining(['wlan', 'zug']),
  )
  expect([...topicsIn('アプリにログインできません', 'ja')]).toEqual(
    expect.arrayContaining(['アプリ', 'ログイン']),
  )
  expect([...topicsIn('error 503', 'en')]).toEqual(expect.arrayContaining(['error', '503', 'error 503']))
})

test('one wave is told once, by the pair of words that nearly all of it shares', () => {
  const spikes = spikesIn(
    [...crowd(20, 'the check-in page is broken'), ...crowd(3, 'may I bring a violin?', 100)],
    [],
  )
  expect(spikes).toEqual([{ about: 'word', value: 'check-in page', count: 20, usual: 0 }])
})

test('two things at once are two', () => {
  const spikes = spikesIn([...crowd(12, 'wifi gone'), ...crowd(9, 'refund missing', 50)], [])
  expect(spikes.map(({ count }) => count)).toEqual([12, 9])
})

test('what is usual at this hour is none', () => {
  const usual = crowd(10, 'where is my parcel')
  expect(spikesIn(crowd(12, 'where is my parcel'), [usual, usual, usual, usual])).toEqual([])
  expect(spikesIn(crowd(40, 'where is my parcel'), [usual, usual, usual, usual])).toMatchObject([
    { value: 'parcel', count: 40, usual: 10 },
  ])
})

test('one customer who writes fifty times is one', () => {
  const angry = Array.from({ length: 50 }, () => said('one', 'the app crashes'))
  expect(spikesIn(angry, [])).toEqual([])
})

test('where they share no word: the label, the category, or that so many write at all', () => {
  const each = (n: number, more: Partial<Heard>): Heard => ({
    customerId: `c${n}`,
    words: new Set([`w${n}`]),
    category: null,
    tags: [],
    ...more,
  })
  const many = (more: Partial<Heard>): Heard[] => Array.from({ length: 20 }, (_, n) => each(n, more))
  expect(spikesIn(many({ tags: ['baggage'] }), [])).toMatchObject([{ about: 'tag', value: 'baggage' }])
  expect(spikesIn(many({ category: 'complaint' }), [])).toMatchObject([
    { about: 'category', value: 'complaint' },
  ])
  expect(spikesIn(many({}), [])).toMatchObject([{ about: 'all', count: 20 }])
})

const heard = fc.array(
  fc.record({
    customerId: fc.integer({ min: 0, max: 40 }).map((n) => `c${n}`),
    words: fc
      .array(fc.constantFrom('wifi', 'refund', 'app', 'app crash'), { maxLength: 3 })
      .map((all) => new Set(all)),
    category: fc.constantFrom('complaint', 'question', null),
    tags: fc.array(fc.constantFrom('vip', 'baggage'), { maxLength: 1 }),
  }),
  { maxLength: 120 },
)

test('whatever is told is a spike, is counted right, and its messages are found again', () => {
  fc.assert(
    fc.property(heard, fc.array(heard, { maxLength: 4 }), (now, earlier) => {
      for (const spike of spikesIn(now, earlier)) {
        const about = now.filter((one) => isAbout(one, spike))
        expect(new Set(about.map(({ customerId }) => customerId)).size).toBe(spike.count)
        expect(spike.count).toBeGreaterThanOrEqual(3 * (spike.usual - 0.1))
      }
    }),
  )
})

test('more customers never make less of a spike, and a higher usual count never more of one', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...SpikeAbout.options),
      fc.nat(200),
      fc.nat(200),
      fc.nat(50),
      (about, count, usual, more) => {
        if (!isSpike(about, count, usual)) return
        expect(isSpike(about, count + more, usual)).toBe(true)
        expect(isSpike(about, count, Math.max(0, usual - more))).toBe(true)
      },
    ),
  )
})
