import { expect, test } from 'vitest'
import { restingPictures } from './resting-pictures.ts'

test('a picture that failed is asked for again after a minute, and not before', () => {
  let now = 0
  const pictures = restingPictures(() => now)
  expect(pictures.rests('a')).toBe(false)
  pictures.failed('a')
  now = 59_999
  expect(pictures.rests('a')).toBe(true)
  expect(pictures.rests('b')).toBe(false)
  now = 60_000
  expect(pictures.rests('a')).toBe(false)
})

test('however many fail, few are remembered: the newest', () => {
  const pictures = restingPictures(() => 0)
  for (let n = 0; n < 5_000; n++) pictures.failed(`${n}`)
  expect(pictures.rests('4999')).toBe(true)
  expect(pictures.rests('0')).toBe(false)
})
