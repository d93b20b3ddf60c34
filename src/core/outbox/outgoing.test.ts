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

test('stopping waits for the count under way, and nothing is counted afterwards', async () => {
  let release = (): void => {}
  let asked = 0
  const teller = outgoingTeller({
    pending: async () => {
      asked += 1
      await new Promise<void>((resolve) => {
        release = resolve
      })
      return none
    },
    stopped: async () => false,
    clockOffsetMs: 0,
    tell: () => {},
    failed: (error) => {
      throw error
    },
  })
  void teller.changed()
  void teller.changed()
  let isOver = false
  const stopped = teller.stop().then(() => {
    isOver = true
  })
  await Promise.resolve()
  expect(isOver).toBe(false)
  release()
  await stopped
  await teller.changed()
  expect(asked).toBe(1)
})
