/** @file The system's notice that replies fell due. It names brands and numbers; a customer's words stay in the window. */
import type { FellDue } from '../shared/host-protocol.ts'
import type { NoticeWords } from './notice.ts'
import { word } from './words.ts'

/** So many brands are named one by one. */
const namedAtMost = 3

/** What of it may be told while one brand alone is shown; null: nothing. */
export function dueOf({ brands }: FellDue, onlyBrandId: string | null): FellDue | null {
  const left = onlyBrandId === null ? brands : brands.filter(({ brandId }) => brandId === onlyBrandId)
  return left.length === 0 ? null : { brands: left }
}

/** The notice in words. */
export const dueWords = (due: FellDue): NoticeWords => words(due, 'notice.due')

/** The same in the morning, for what quiet hours held back. */
export const meanwhileWords = (due: FellDue): NoticeWords => words(due, 'notice.meanwhile')

/** What of it breaks through quiet hours, and what waits for their end; null: nothing. */
export function splitByLoud({ brands }: FellDue): { loud: FellDue | null; rest: FellDue | null } {
  const part = (countOf: (brand: FellDue['brands'][number]) => number): FellDue | null => {
    const some = brands.map((brand) => ({ ...brand, count: countOf(brand) })).filter(({ count }) => count > 0)
    return some.length === 0 ? null : { brands: some }
  }
  return { loud: part(({ loud }) => loud), rest: part(({ count, loud }) => count - loud) }
}

/** Both as one, brand by brand. */
export function together(one: FellDue, other: FellDue): FellDue {
  const brands = new Map(one.brands.map((brand) => [brand.brandId, brand]))
  for (const brand of other.brands) {
    const { count = 0, loud = 0 } = brands.get(brand.brandId) ?? {}
    brands.set(brand.brandId, { ...brand, count: count + brand.count, loud: loud + brand.loud })
  }
  return { brands: [...brands.values()] }
}

function words({ brands }: FellDue, message: 'notice.due' | 'notice.meanwhile'): NoticeWords {
  const count = brands.reduce((sum, brand) => sum + brand.count, 0)
  const named = brands
    .slice(0, namedAtMost)
    .map(({ name }) => name)
    .join(', ')
  const more = brands.length - namedAtMost
  return {
    title:
      count === 1 ? word(`${message}.one`) : word(`${message}.many`).replace('{count}', () => `${count}`),
    body: more > 0 ? `${named} ${word('notice.due.more').replace('{count}', () => `${more}`)}` : named,
  }
}
