import { expect, test } from 'vitest'
import { contrast, lightOfHex } from '../ui/colour.ts'
import { isForWords } from './client-look.ts'

test('a colour is for words where they can be read on white', () => {
  expect(contrast(lightOfHex('#000000'), lightOfHex('#ffffff'))).toBeCloseTo(21)
  // The greys on either side of 4.5.
  expect(isForWords('#767676')).toBe(true)
  expect(isForWords('#777777')).toBe(false)
  expect(isForWords('#1a5fb4')).toBe(true)
  expect(isForWords('#ffd400')).toBe(false)
})
