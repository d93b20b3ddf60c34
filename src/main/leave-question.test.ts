/** @file The question at the end counts what is left behind and says what becomes of it. */
import { expect, test, vi } from 'vitest'
import { leaveWords } from './leave-question.ts'

vi.mock('electron', () => ({ dialog: {} }))

const hour = 3_600_000
const outgoing = { waiting: 0, scheduled: 0, nextScheduledAt: null, stopped: false }

test('with nothing on its way, or nothing before tomorrow, nobody is asked', () => {
  expect(leaveWords(outgoing, 0)).toBeNull()
  expect(leaveWords({ ...outgoing, scheduled: 4, nextScheduledAt: 25 * hour }, 0)).toBeNull()
})

test('messages are counted, and leave when it opens again', () => {
  expect(leaveWords({ ...outgoing, waiting: 3 }, 0)?.message).toBe('3 messages have not left. Quit anyway?')
  expect(leaveWords({ ...outgoing, waiting: 1 }, 0)?.message).toBe('1 message has not left. Quit anyway?')
  expect(leaveWords({ ...outgoing, waiting: 3 }, 0)?.detail).toContain('leave when')
})

test('stopped, they stay held', () => {
  expect(leaveWords({ ...outgoing, waiting: 3, stopped: true }, 0)?.detail).toContain('stay held')
})

test('scheduled posts of the next day are named beside them', () => {
  const words = leaveWords({ ...outgoing, waiting: 2, scheduled: 3, nextScheduledAt: hour }, 0)
  expect(words?.message).toBe(
    '2 messages have not left. 3 posts are scheduled, the first within 24 hours. Quit anyway?',
  )
  expect(words?.detail).toContain('only while Switchboard runs')
})
