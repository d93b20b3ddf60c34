import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ResourceKind, readKinds } from '../../shared/domain/money.ts'
import { priceOf } from '../../shared/domain/prices.ts'
import { dayOf, resourceOf, sumOf } from './dedup.ts'

type Read = { app: string; at: number; kind: ResourceKind; ids: string[]; count: number }

const reads = fc.array(
  fc.record({
    app: fc.constantFrom('a', 'b'),
    at: fc.integer({ min: Date.UTC(2026, 10, 17), max: Date.UTC(2026, 10, 20) }),
    kind: fc.constantFrom<ResourceKind>('post', 'owned-post', 'person', 'dm'),
    ids: fc.array(fc.constantFrom('1', '2', '3', '4'), { maxLength: 6 }),
    count: fc.nat({ max: 2 }),
  }),
)

/** Sums up reads in the order of X's clock, as the ledger does. */
function ledgerOf(all: readonly Read[]): number {
  const seen = new Set<string>()
  return all
    .toSorted((a, b) => a.at - b.at)
    .map(({ app, at, ...read }) => {
      const isFirst = (resource: string): boolean => {
        const key = `${app} ${dayOf(at)} ${resource}`
        return !seen.has(key) && seen.add(key) !== undefined
      }
      return sumOf(read, isFirst).micros
    })
    .reduce((sum, micros) => sum + micros, 0)
}

describe('what X charges for reads', () => {
  test('each resource once per app and day of X’s, whatever brought it and how often', () => {
    fc.assert(
      fc.property(reads, (all) => {
        const plain = all.map((read): Read => ({
          ...read,
          kind: read.kind === 'owned-post' ? 'post' : read.kind,
        }))
        const distinct = new Set(
          plain.flatMap(({ app, at, kind, ids }) => ids.map((id) => `${app} ${dayOf(at)} ${kind} ${id}`)),
        )
        const named = [...distinct].reduce(
          (sum, key) => sum + priceOf[ResourceKind.parse(key.split(' ')[2])],
          0,
        )
        const unnamed = plain.reduce((sum, { kind, count }) => sum + count * priceOf[kind], 0)
        expect(ledgerOf(plain)).toBe(named + unnamed)
      }),
    )
  })

  test('reading the same again on the same day adds nothing', () => {
    fc.assert(
      fc.property(reads, (all) => {
        const named = all.map((read) => ({ ...read, count: 0 }))
        expect(ledgerOf([...named, ...named])).toBe(ledgerOf(named))
      }),
    )
  })

  test('the day is X’s: a second around its midnight makes a second charge', () => {
    const midnight = Date.UTC(2026, 10, 18)
    const read = { app: 'a', kind: 'post', ids: ['1'], count: 0 } as const
    const twice = (first: number, second: number) =>
      ledgerOf([
        { ...read, ids: ['1'], at: first },
        { ...read, ids: ['1'], at: second },
      ])
    expect(twice(midnight - 2, midnight - 1)).toBe(5_000)
    expect(twice(midnight - 1, midnight)).toBe(10_000)
  })

  test('the owner’s own posts are the posts that others read too', () => {
    expect(resourceOf('owned-post', '7')).toBe(resourceOf('post', '7'))
  })
})

test('a write is charged each time', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...ResourceKind.options.filter((kind) => !readKinds.has(kind))),
      fc.nat(5),
      (kind, count) => {
        const sum = sumOf({ kind, ids: [], count }, () => false)
        expect(sum).toEqual({ delivered: count, charged: count, micros: count * priceOf[kind] })
      },
    ),
  )
})
