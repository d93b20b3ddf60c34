import fc from 'fast-check'
import { expect, test } from 'vitest'
import { budget, fieldDollars, price, priceRange, spent, typedDollars } from './money.ts'

test('amounts are as short as they stay exact', () => {
  expect(spent(3_180_000)).toBe('$3.18')
  expect(budget(10_000_000)).toBe('$10')
  expect(budget(2_500_000)).toBe('$2.50')
  expect(price(15_000)).toBe('$0.015')
  expect(price(200_000)).toBe('$0.20')
  expect(priceRange({ low: 10_000, high: 200_000 }, 'to')).toBe('$0.01 to $0.20')
  expect(priceRange({ low: 10_000, high: 10_000 }, 'to')).toBe('$0.01')
})

test('what is typed is an amount, nothing, or refused', () => {
  expect(typedDollars(' $2.50 ')).toBe(2_500_000)
  expect(typedDollars('2,5')).toBe(2_500_000)
  expect(typedDollars('')).toBeNull()
  for (const wrong of ['two', '-1', '1.2345', '1e3', '12345678']) expect(typedDollars(wrong)).toBeUndefined()
})

test('what a field shows is what it means', () => {
  fc.assert(
    fc.property(fc.nat({ max: 999_999_999 }), (mills) => {
      expect(typedDollars(fieldDollars(mills * 1_000))).toBe(mills * 1_000)
    }),
  )
})
