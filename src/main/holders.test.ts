/** @file The composer of a ticket is in one window, whatever windows ask for and in whatever order. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { holders } from './holders.ts'

const window = fc.constantFrom('main', 'deck', 'ticket')
const ticketId = fc.constantFrom('a', 'b', 'c')
const step = fc.oneof(
  fc.record({ does: fc.constant('take' as const), window, ticketId }),
  fc.record({ does: fc.constant('release' as const), window, ticketId }),
  fc.record({ does: fc.constant('leave' as const), window, ticketId }),
)

test('a window that was told yes has it until it lets go, and nobody else is told yes meanwhile', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const all = holders<string>()
      const known = new Map<string, string>()
      for (const { does, window: who, ticketId: which } of steps) {
        if (does === 'take') {
          const taken = all.take(who, which)
          expect(taken).toBe((known.get(which) ?? who) === who)
          if (taken) known.set(which, who)
        } else if (does === 'release') {
          all.release(who, which)
          if (known.get(which) === who) known.delete(which)
        } else {
          all.leave(who, which)
          for (const [one, has] of known) if (has === who && one !== which) known.delete(one)
        }
        for (const one of ['a', 'b', 'c']) {
          expect(all.of(one)).toBe(known.get(one) ?? null)
          for (const other of ['main', 'deck', 'ticket'])
            expect(all.elsewhere(other).includes(one)).toBe((known.get(one) ?? other) !== other)
        }
      }
    }),
  )
})
