/** @file A limit is said before it bites, for the handle and the way that would send. */
import { expect, test } from 'vitest'
import type { OutboxLimits, SendLimit } from '../../shared/domain/outbox.ts'
import { freesNext, limitWords, type Sender } from './limit-words.ts'

const [app, us, other] = ['a', 'h1', 'h2'] as const
const at = new Date(2026, 10, 26, 10, 42).getTime()
const limit = (more: Partial<SendLimit>): SendLimit => ({
  limit: 'posts',
  appId: app,
  handleId: us,
  max: 100,
  used: 0,
  freesAt: at,
  ...more,
})
const of = (...limits: SendLimit[]): OutboxLimits => ({ limits, queue: [] })
const sender: Sender = { appId: app, handleId: us, channel: 'public' }

test('far from a limit nothing is said', () => {
  expect(limitWords(of(limit({ used: 60 })), sender, 1)).toBeNull()
  expect(limitWords(null, sender, 1)).toBeNull()
})

test('near it, it is counted; past it, the next time is said', () => {
  expect(limitWords(of(limit({ used: 88 })), sender, 1)).toBe('88 of 100 posts in 15 minutes')
  expect(limitWords(of(limit({ used: 100 })), sender, 1)).toContain('the next leaves at 10:42')
  expect(limitWords(of(limit({ used: 98 })), sender, 3)).toContain('10:42')
})

test('another handle’s limit and another way’s limit do not count; the app’s does', () => {
  expect(limitWords(of(limit({ used: 99, handleId: other })), sender, 1)).toBeNull()
  expect(limitWords(of(limit({ used: 14, max: 15, limit: 'dms' })), sender, 1)).toBeNull()
  const dm = { ...sender, channel: 'dm' as const }
  expect(limitWords(of(limit({ limit: 'dms-day', handleId: null, used: 1_400, max: 1_440 })), dm, 1)).toBe(
    '1400 of 1440 direct messages today through this app',
  )
})

test('what is said is looked at again when the first of its own limits has more room', () => {
  const dmsDay = limit({ limit: 'dms-day', handleId: null, used: 1_400, max: 1_440, freesAt: at - 2 })
  const all = of(limit({ used: 88 }), limit({ handleId: other, used: 1, freesAt: at - 1 }), dmsDay)
  expect(freesNext(all, sender)).toBe(at)
  expect(freesNext(all, { ...sender, channel: 'dm' })).toBe(at - 2)
  expect(freesNext(of(limit({ freesAt: null })), sender)).toBeNull()
})
