import { expect, test } from 'vitest'
import { card } from '../../../tests/cards.ts'
import { JobView, type JobState } from '../../shared/domain/outbox.ts'
import type { ColumnRow } from '../../shared/domain/deck.ts'
import { afterHold } from './after-hold.ts'

const id = '0193f0a0-0000-7000-8000-000000000000'
const other = '0193f0a0-0000-7000-8000-000000000001'

const job = (state: JobState, jobId = id): JobView =>
  JobView.parse({
    id: jobId,
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
    state,
    createdAt: 0,
    releaseAt: null,
    scheduledAt: null,
    stoppedAt: null,
    nextTryAt: null,
    failure: null,
    asks: [],
    solves: false,
    reversible: { by: 'final' },
    agentInitials: null,
    approval: null,
  })

const message = { name: 'Mara', at: 0, jobId: id, ticketId: card(1).ticketId }
const after = (row: ColumnRow | null) =>
  afterHold({ rows: new Map(row === null ? [] : [[row.id, row]]) }, message)
const withJob = (one: JobView | null): ColumnRow => ({
  kind: 'ticket',
  id: card(1).ticketId,
  card: { ...card(1), job: one },
})

test('a message whose hold is over is on its way, at X, or waits for a decision', () => {
  expect(after(withJob(job('queued')))).toBe('said.left')
  expect(after(withJob(null))).toBe('said.sent')
  expect(after(withJob(job('unsure')))).toBe('said.unsure')
  for (const state of ['ask', 'refused', 'missed', 'stopped'] as const)
    expect(after(withJob(job(state)))).toBe('said.waits')
})

test('what is not on screen, or is about another message, tells nothing', () => {
  expect(after(null)).toBe('said.left')
  expect(after(withJob(job('unsure', other)))).toBe('said.left')
})
