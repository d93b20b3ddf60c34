/** @file What is old, or in question, never leaves together with others. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AskReason, JobState, JobView, type HeldOfBrand } from '../../shared/domain/outbox.ts'
import { plainOnes, releaseKeys, settleKeys, undecided } from './release-rules.ts'

const id = '0193f0a0-0000-7000-8000-000000000001'
const now = 100 * 60_000

const job = fc.record({
  state: fc.constantFrom(...JobState.options),
  createdAt: fc.integer({ min: 0, max: now }),
  scheduledAt: fc.option(fc.integer({ min: 0, max: 2 * now })),
})
const held = fc.array(fc.tuple(job, fc.subarray([...AskReason.options]))).map((all): HeldOfBrand => ({
  brandId: id,
  stoppedAt: 0,
  jobs: all.map(([one, asks], n) => ({
    customer: null,
    asks,
    files: [],
    job: JobView.parse({
      ...one,
      id: `0193f0a0-0000-7000-8000-${String(n).padStart(12, '0')}`,
      kind: 'reply',
      ticketId: id,
      brandId: id,
      handleId: id,
      username: 'northwindair',
      channel: 'public',
      text: 'Thank you.',
      parts: [],
      attachmentIds: [],
      targetPostId: null,
      targetPersonId: null,
      releaseAt: null,
      stoppedAt: 0,
      nextTryAt: null,
      failure: null,
      asks: [],
      solves: false,
      reversible: { by: 'recall' },
      agentInitials: null,
      approval: null,
    }),
  })),
}))

test('together leave only recent ones that Stop holds and nothing is asked about', () => {
  fc.assert(
    fc.property(held, (brand) => {
      const leaving = new Set(plainOnes(brand, now).map((one) => one.id))
      for (const { job: one, asks } of brand.jobs) {
        const due = one.scheduledAt ?? one.createdAt
        const plain = one.state === 'stopped' && asks.length === 0 && due <= now && now - due <= 10 * 60_000
        expect(leaving.has(one.id)).toBe(plain)
      }
      expect(undecided(brand)).toBeGreaterThanOrEqual(leaving.size)
    }),
  )
})

test('each decision has a key of its own, and none is a key that moves', () => {
  for (const keys of [Object.values(releaseKeys), Object.values(settleKeys)])
    expect(new Set([...keys, 'j', 'k']).size).toBe(keys.length + 2)
})
