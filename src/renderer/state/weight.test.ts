/** @file Lengths as X counts them. */
import { expect, test } from 'vitest'
import { weight } from './weight.ts'

test('public posts are weighed: links count 23, emoji and CJK 2', () => {
  expect(weight('public', 'Hello')).toBe(5)
  expect(weight('public', 'see https://example.com/a/very/long/path/that/goes/on/and/on?with=query')).toBe(27)
  expect(weight('public', '👨‍👩‍👧‍👦')).toBe(2)
  expect(weight('public', '日本語')).toBe(6)
})

test('direct messages and notes count characters', () => {
  expect(weight('dm', '日本語👍')).toBe(4)
  expect(weight('note', '')).toBe(0)
})
