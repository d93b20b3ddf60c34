/** @file How money reads on screen. Pure; amounts are millionths of a dollar. */
import { dollar } from '../shared/domain/prices.ts'
import { locale } from './language.ts'

const dollars = { style: 'currency', currency: 'USD', currencyDisplay: 'narrowSymbol' } as const
const exact = new Intl.NumberFormat(locale, dollars)
const whole = new Intl.NumberFormat(locale, { ...dollars, maximumFractionDigits: 0 })
const fine = new Intl.NumberFormat(locale, { ...dollars, maximumFractionDigits: 3 })

/** What was spent: `$3.18`. */
export const spent = (micros: number): string => exact.format(micros / dollar)

/** A budget: `$10`, and `$2.50` where it is no whole dollar. */
export const budget = (micros: number): string =>
  (micros % dollar === 0 ? whole : exact).format(micros / dollar)

/** One line of a price list: `$0.015`. */
export const price = (micros: number): string => fine.format(micros / dollar)

/** A price or a range of prices: `$0.01`, `$0.01 to $0.20`. */
export const priceRange = ({ low, high }: { low: number; high: number }, to: string): string =>
  low === high ? price(high) : `${price(low)} ${to} ${price(high)}`

/** What was typed as dollars; null for nothing, undefined for what is no amount. */
export function typedDollars(text: string): number | null | undefined {
  const plain = text.trim().replace(/^\$/, '').replace(',', '.')
  if (plain === '') return null
  if (!/^\d{1,6}(\.\d{1,3})?$/.test(plain)) return undefined
  return Math.round(Number(plain) * dollar)
}

/** An amount as it stands in a field. */
export const fieldDollars = (micros: number | null): string =>
  micros === null ? '' : String(micros / dollar)
