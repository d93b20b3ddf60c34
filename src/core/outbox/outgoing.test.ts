/** @file What main hears of the outbox: everything that would be left behind, and the newest count last. */
import { expect, test } from 'vitest'
import type { Pending } from '../../shared/domain/outbox.ts'
import { outgoingOf, outgoingTeller } from './outgoing.ts'

const none: Pending = { held: 0, leaving: 0, scheduled: 0, stopped: 0, unsure: 0, nextScheduledAt: null }

test('what is held, leaving or frozen waits; a scheduled post is told by the clock of the machine', () => {
  const pending = { ...none, held: 1, leaving: 2, stopped: 4, scheduled: 1, nextScheduledAt: 9_000 }
  expect(outgoingOf(pending, true, 2_000)).toEqual({
    waiting: 7,
    scheduled: 1,
    nextScheduledAt: 7_000,
    stopped: true,
  })
  expect(outgoingOf(none, false, 2_000)).toEqual({
    waiting: 0,
    scheduled: 0,
    nextScheduledAt: null,
    stopped: false,
  })
})

test('a change while it counts is counted too', async () => {
  let held = 1
  const told: number[] = []
  const teller = outgoingTeller({
    pending: async () => ({ ...none, held }),
    stopped: async () => false,
    clockOffsetMs: 0,
    tell: ({ waiting }) => void told.push(waiting),
    failed: (error) => {
      throw error
    },
  })
  const first = teller.changed()
  held = 2
  await Promise.all([first, teller.changed()])
  expect(told.at(-1)).toBe(2)
})
