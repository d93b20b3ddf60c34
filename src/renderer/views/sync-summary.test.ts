/** @file The oldest source speaks for all, trouble speaks first. */
import { expect, test } from 'vitest'
import type { BrandView, HandleState, SourceStatus } from '../../shared/domain/brand.ts'
import { syncSummary } from './sync-summary.ts'

const id = '0193f0a0-0000-7000-8000-000000000001'
const source = (state: SourceStatus['state'], completeToAt: number | null): SourceStatus => ({
  source: 'mentions',
  subject: '',
  title: null,
  state,
  completeToAt,
  proof: 'poll',
  gaps: [],
  alarm: null,
  nextTryAt: null,
  failure: null,
})
const brand = (state: HandleState, ...sources: SourceStatus[]): BrandView => ({
  id,
  clientId: id,
  clientName: 'Client',
  name: 'Brand',
  initials: 'B',
  fill: 0,
  holdMs: { public: 10_000, dm: 5_000 },
  expected: [],
  needsReply: 0,
  pressing: false,
  hours: { zone: 'UTC', open: true, changesAt: null, opensAt: null },
  handles: [
    {
      id,
      brandId: id,
      appId: id,
      username: 'brand',
      xUserId: '1',
      name: 'Brand',
      avatar: null,
      live: false,
      state,
      dmsMoved: null,
      otherSeat: false,
      sources,
    },
  ],
})

test('complete to the oldest instant of all', () => {
  expect(
    syncSummary([
      brand('connected', source('ok', 30), source('ok', 10)),
      brand('connected', source('ok', 20)),
    ]),
  ).toEqual({
    kind: 'complete',
    at: 10,
    live: false,
  })
})

test('a source that never completed keeps the whole from being called complete', () => {
  expect(syncSummary([brand('connected', source('ok', 30), source('waiting', null))])).toEqual({
    kind: 'first',
  })
})

test('failures come before, a lost sign-in first of all', () => {
  const failing = brand('connected', source('failed', 10), source('failed', 10))
  expect(syncSummary([failing])).toEqual({ kind: 'failing', count: 2 })
  expect(syncSummary([failing, brand('reconnect', source('ok', 1))])).toEqual({
    kind: 'reconnect',
    username: 'brand',
  })
  expect(syncSummary([])).toEqual({ kind: 'none' })
})

test('live only when every handle is', () => {
  const live = (is: boolean): BrandView => {
    const one = brand('connected', source('ok', 5))
    return { ...one, handles: one.handles.map((handle) => ({ ...handle, live: is })) }
  }
  expect(syncSummary([live(true), live(true)])).toMatchObject({ live: true })
  expect(syncSummary([live(true), live(false)])).toMatchObject({ live: false })
})

test('what may be missing is never called complete', () => {
  const quiet = { ...source('ok', 30), alarm: { since: 1, rhythmMs: 2 } }
  const gappy = {
    ...source('ok', 30),
    gaps: [{ id, fromAt: 1, toAt: 2, why: 'horizon' as const, seen: false }],
  }
  expect(syncSummary([brand('connected', source('ok', 30), quiet, gappy)])).toEqual({
    kind: 'doubts',
    count: 2,
  })
})
