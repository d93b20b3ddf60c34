/** @file The ways out of a message fit where it stands, and a refusal comes with what mends it. */
import { expect, test } from 'vitest'
import { JobKind, JobState, type JobView } from '../../shared/domain/outbox.ts'
import { waysOf } from './job.ts'

const id = '0193f0a0-0000-7000-8000-000000000001'
const job = (more: Partial<JobView>): JobView => ({
  id,
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
  state: 'held',
  createdAt: 0,
  releaseAt: null,
  scheduledAt: null,
  stoppedAt: null,
  nextTryAt: null,
  failure: null,
  asks: [],
  solves: false,
  reversible: { by: 'recall' },
  agentInitials: null,
  approval: null,
  ...more,
})
const refused = (reason: string): JobView =>
  job({ state: 'refused', failure: { code: 'x.refused', data: { reason, detail: '' } } })

test('what carries no words never goes back into a draft', () => {
  for (const kind of JobKind.options)
    for (const state of JobState.options) {
      const wordless = !['reply', 'chain', 'dm', 'post', 'edit'].includes(kind)
      if (wordless) expect(waysOf(job({ kind, state }))).not.toContain('to-draft')
    }
})

test('what waits for a decision always has a way to send it, and one to let it go', () => {
  for (const state of ['ask', 'stopped', 'missed', 'refused', 'unsure'] as const) {
    const ways = waysOf(job({ state }))
    expect(
      ways.some((way) => way.startsWith('send')),
      state,
    ).toBe(true)
    expect(ways).toContain('drop')
  }
})

test('a refusal comes first with what mends it', () => {
  expect(waysOf(refused('not-summoned'))[0]).toBe('open-on-x')
  expect(waysOf(refused('missing-permission'))[0]).toBe('reconnect')
  expect(waysOf(refused('duplicate'))[0]).toBe('to-draft')
  expect(
    waysOf(
      job({ state: 'refused', failure: { code: 'x.reconnect', data: { username: 'northwindair' } } }),
    )[0],
  ).toBe('reconnect')
})

test('what is settled has none, and what is on its way none either', () => {
  for (const state of ['sent', 'sending', 'recalled', 'dropped'] as const)
    expect(waysOf(job({ state }))).toEqual([])
})
