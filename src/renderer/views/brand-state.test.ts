/** @file How a brand stands in its line of the brands dialog. */
import { expect, test } from 'vitest'
import type { BrandView, HandleView, SourceStatus } from '../../shared/domain/brand.ts'
import { brandState } from './brand-state.ts'

const id = '0193f0a0-0000-7000-8000-000000000001'

const source = (more: Partial<SourceStatus> = {}): SourceStatus => ({
  source: 'mentions',
  subject: '',
  title: null,
  state: 'ok',
  completeToAt: new Date(2026, 10, 26, 10, 7).getTime(),
  proof: 'poll',
  gaps: [],
  alarm: null,
  nextTryAt: null,
  failure: null,
  ...more,
})

const brand = (sources: SourceStatus[], state: HandleView['state'] = 'connected'): BrandView => ({
  id,
  clientId: id,
  clientName: 'Client',
  name: 'Northair',
  initials: 'NA',
  fill: 0,
  holdMs: { public: 0, dm: 0 },
  expected: [],
  needsReply: 0,
  pressing: false,
  hours: { zone: 'UTC', open: true, changesAt: null, opensAt: null },
  handles: [
    {
      id,
      brandId: id,
      appId: id,
      username: 'northair',
      xUserId: '1',
      name: 'Northair',
      avatar: null,
      state,
      dmsMoved: null,
      otherSeat: false,
      live: false,
      sources,
    },
  ],
})

test('what needs a person comes first, then what fails, then what may be missing', () => {
  const gap = { id, fromAt: 1, toAt: 2, why: 'horizon', seen: false } as const
  const quiet = source({ source: 'dms', alarm: { since: 1, rhythmMs: 2 }, gaps: [gap] })
  const failed = source({ source: 'posts', state: 'failed', failure: { code: 'x.offline', data: {} } })
  const state = (sources: SourceStatus[], handle?: HandleView['state']) => brandState(brand(sources, handle))
  expect(state([failed, quiet], 'reconnect')).toEqual({ words: 'Sign in again', tone: 'bad' })
  expect(state([failed, quiet])).toEqual({ words: '1 source fails', tone: 'bad' })
  expect(state([source(), quiet])).toEqual({ words: '2 things may be missing', tone: 'warn' })
  expect(state([source({ completeToAt: null, state: 'waiting' })]).tone).toBe('info')
  expect(state([source()])).toEqual({ words: 'Complete to 10:07', tone: 'good' })
})
