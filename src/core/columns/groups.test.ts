/** @file Folded or not, no ticket of a grouped column is lost, none stands twice, and brands stay apart. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { counted, keyOf, keysOf, laidOut } from './groups.ts'

const customers = fc.record({
  brandId: fc.constantFrom('air', 'lumen'),
  xUserId: fc.constantFrom('1', '2', '3', '4'),
})
const tickets = fc
  .array(customers, { maxLength: 30 })
  .map((all) => all.map((customer, n) => ({ id: `${n}`, customer: keyOf(customer) })))
const unfoldedOnes = fc.array(customers, { maxLength: 5 }).map(keysOf)

/** The page that core would make of all these tickets in their order. */
function pageOf(all: readonly { id: string; customer: string }[], unfolded: ReadonlySet<string>) {
  const held = [...Map.groupBy(all, ({ customer }) => customer)]
  const firsts = held.map(([customer, own]) => ({ id: own[0]?.id ?? '', customer, more: own.length - 1 }))
  const open = held.filter(([customer]) => unfolded.has(customer))
  const further = new Map(open.map(([customer, own]) => [customer, own.slice(1).map(({ id }) => id)]))
  return { held, firsts, ...laidOut(firsts, further) }
}

test('property: rows and what they fold are all tickets, each once', () => {
  fc.assert(
    fc.property(tickets, unfoldedOnes, (all, unfolded) => {
      const { ids, groups } = pageOf(all, unfolded)
      expect(new Set(ids).size).toBe(ids.length)
      const folded = Object.values(groups).reduce((sum, group) => sum + (group.unfolded ? 0 : group.more), 0)
      expect(ids.length + folded).toBe(all.length)
    }),
  )
})

test('property: the first ones keep their order, and what stands below one is of the same customer and brand', () => {
  fc.assert(
    fc.property(tickets, unfoldedOnes, (all, unfolded) => {
      const { ids, firsts, groups } = pageOf(all, unfolded)
      const customerOf = (id: string) => all.find((ticket) => ticket.id === id)?.customer
      expect(ids.filter((id) => groups[id]?.more !== 0)).toEqual(firsts.map(({ id }) => id))
      for (const [at, id] of ids.entries()) {
        if (groups[id]?.more !== 0) continue
        expect(customerOf(id)).toBe(customerOf(ids[at - 1] ?? ''))
        expect(unfolded.has(customerOf(id) ?? '')).toBe(true)
      }
    }),
  )
})

test('property: what is counted is what stands there', () => {
  fc.assert(
    fc.property(tickets, unfoldedOnes, (all, unfolded) => {
      const { held, ids } = pageOf(all, unfolded)
      const sizes = held.map(([customer, own]) => ({ customer, tickets: own.length }))
      expect(counted(sizes, unfolded)).toEqual({ rows: ids.length, tickets: all.length })
    }),
  )
})

test('a customer of whom nothing is left makes no row, and one of two brands is two', () => {
  const air = keyOf({ brandId: 'air', xUserId: '1' })
  const lumen = keyOf({ brandId: 'lumen', xUserId: '1' })
  expect(air).not.toBe(lumen)
  const held = [
    { customer: air, tickets: 0 },
    { customer: lumen, tickets: 3 },
  ]
  expect(counted(held, new Set([air]))).toEqual({ rows: 1, tickets: 3 })
})
