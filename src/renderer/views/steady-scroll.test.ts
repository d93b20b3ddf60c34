/** @file Nothing moves under the cursor when posts arrive. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { steadyScroll } from './steady-scroll.ts'

const height = 100
const rows = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']

function setUp(scrollTop: number) {
  const list = { scrollTop, clientHeight: 400 }
  const content = { style: { minHeight: '' } }
  let fresh = 0
  const steady = steadyScroll((count) => (fresh = count))
  steady.attach(list, content)
  steady.rows(rows, height, null, true)
  /** Where a row stands on screen. */
  const place = (ids: readonly string[], id: string) => ids.indexOf(id) * height - list.scrollTop
  return { list, content, steady, place, fresh: () => fresh }
}

test('rows that arrive above leave the cursor where it is and raise the count', () => {
  const { steady, place, fresh } = setUp(0)
  const was = place(rows, 'c')
  const now = ['x', 'y', ...rows]
  steady.rows(now, height, 'c', true)
  expect(place(now, 'c')).toBe(was)
  expect(fresh()).toBe(2)
})

test('without a cursor in sight the first visible row stays', () => {
  const { steady, place } = setUp(300)
  const was = place(rows, 'd')
  const now = ['x', ...rows]
  steady.rows(now, height, 'a', true)
  expect(place(now, 'd')).toBe(was)
})

test('rows that arrive below are no news above', () => {
  const { list, steady, fresh } = setUp(0)
  steady.rows([...rows, 'x'], height, 'a', true)
  expect(list.scrollTop).toBe(0)
  expect(fresh()).toBe(0)
})

test('a list too short to scroll is given room, and gives it back at the top', () => {
  const { content, list, steady, fresh } = setUp(0)
  steady.rows(['x', ...rows], height, 'a', true)
  expect(content.style.minHeight).toBe('500px')
  steady.toTop()
  expect(list.scrollTop).toBe(0)
  expect(content.style.minHeight).toBe('')
  expect(fresh()).toBe(0)
})

test('what was scrolled into view is new no more', () => {
  const { list, steady, fresh } = setUp(0)
  steady.rows(['x', 'y', ...rows], height, 'a', true)
  list.scrollTop = 100
  steady.scrolled()
  expect(fresh()).toBe(1)
})

test('while the list fills for the first time the top stays the top, and nothing is new', () => {
  const { list, steady, fresh } = setUp(0)
  steady.rows(['x', 'y', ...rows], height, null, false)
  expect(list.scrollTop).toBe(0)
  expect(fresh()).toBe(0)
})

test('however somebody scrolls, new is what stands above the highest row that was on screen', () => {
  const come = Array.from({ length: 20 }, (_, n) => `new ${n}`)
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 25 }), { minLength: 1 }), (tops) => {
      const { list, steady, fresh } = setUp(0)
      steady.rows([...come, ...rows], height, 'a', true)
      for (const top of tops) {
        list.scrollTop = top * height
        steady.scrolled()
      }
      // It stood at the row that was held, the twentieth, to begin with.
      expect(fresh()).toBe(Math.min(20, ...tops))
    }),
  )
})

test('rows that get lower leave the row at the top where it is', () => {
  const { list, steady } = setUp(300)
  steady.rows(rows, 80, null, true)
  expect(list.scrollTop).toBe(240)
})

test('room that was made above is given back when other rows stand there, so that nobody looks at nothing', () => {
  const { content, list, steady } = setUp(0)
  const many = [...Array.from({ length: 60 }, (_, n) => `new ${n}`), ...rows]
  steady.rows(many, height, 'a', true)
  expect(list.scrollTop).toBe(6_000)
  steady.rows(['other'], height, null, true)
  expect(content.style.minHeight).toBe('')
})
