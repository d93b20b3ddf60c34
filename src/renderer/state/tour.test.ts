/** @file The first steps go on as they are done, and the first few answers are summed up once. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tally } from './tally.ts'
import { after, steps, tourBegins, tries, type Deed } from './tour.ts'

const all = (deeds: readonly Deed[]) => deeds.reduce(after, tourBegins)

test('each step is done by doing it; who sends at once knows how to move and to answer', () => {
  expect(all(['move']).step).toBe(1)
  expect(all(['move', 'move']).step).toBe(1)
  expect(all(['send']).step).toBe(3)
  expect(all(['send', 'reply']).step).toBe(3)
})

test('a message that is taken back ends the steps and is one of the three tries', () => {
  expect(all(['recall'])).toEqual({ step: 4, caught: ['recall'] })
  expect(all(['number', 'brand', 'brand', 'recall']).caught).toEqual(['number', 'brand', 'recall'])
})

test('property: nothing that is done leads back, and nothing is counted twice', () => {
  const deeds = fc.array(fc.constantFrom<Deed>(...steps, ...tries))
  fc.assert(
    fc.property(deeds, (done) => {
      let tour = tourBegins
      for (const deed of done) {
        const next = after(tour, deed)
        expect(next.step).toBeGreaterThanOrEqual(tour.step)
        expect(new Set(next.caught).size).toBe(next.caught.length)
        tour = next
      }
      expect(tour.step).toBeLessThanOrEqual(steps.length)
    }),
  )
})

test('five answered tickets are summed up, once, by the middle time; a second answer to one counts nothing', () => {
  const t = tally()
  const seconds = [10, 90, 20, 41, 60]
  let at = 0
  for (const key of ['j', 'r', 'o', 'k']) if (key) t.key()
  t.slip()
  const sums = seconds.map((took, n) => {
    t.opened(`t${n}`, at)
    at += took * 1_000
    expect(t.answered(`t${n === 4 ? 3 : n}`, at)).toBeNull()
    return n === 4 ? t.answered('t4', at) : null
  })
  expect(sums).toEqual([null, null, null, null, { count: 5, seconds: 41, keys: 4, slips: 1 }])
  t.opened('t9', at)
  expect(t.answered('t9', at)).toBeNull()
})
