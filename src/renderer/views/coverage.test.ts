/** @file What a column says of its own completeness. */
import { expect, test } from 'vitest'
import type { BrandView, SourceKind, SourceStatus } from '../../shared/domain/brand.ts'
import { plainLook, unfiltered, type ColumnView } from '../../shared/domain/deck.ts'
import { allDoubtsOf, coverageOf } from './coverage.ts'

const brandId = '0193f0a0-0000-7000-8000-000000000001'
const otherId = '0193f0a0-0000-7000-8000-000000000002'

const source = (
  kind: SourceKind,
  completeToAt: number | null,
  more: Partial<SourceStatus> = {},
): SourceStatus => ({
  source: kind,
  subject: '',
  title: null,
  state: 'ok',
  completeToAt,
  proof: 'poll',
  gaps: [],
  alarm: null,
  nextTryAt: null,
  failure: null,
  ...more,
})

const brand = (id: string, username: string, sources: SourceStatus[]): BrandView => ({
  id,
  clientId: id,
  clientName: 'Client',
  name: username,
  initials: 'AA',
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
      username,
      xUserId: '1',
      name: username,
      avatar: null,
      state: 'connected',
      dmsMoved: null,
      otherSeat: false,
      live: false,
      sources,
    },
  ],
})

const column = (kind: ColumnView['kind'], ofBrand: string | null): ColumnView => ({
  id: `${kind}:${ofBrand ?? 'all'}`,
  kind,
  brandId: ofBrand,
  title: null,
  filter: unfiltered,
  order: 'own' as const,
  look: plainLook,
})

test('the oldest of what fills the column counts, and of its own brand alone', () => {
  const brands = [
    brand(brandId, 'northair', [source('mentions', 500), source('dms', 300), source('posts', 1)]),
    brand(otherId, 'lumen', [source('mentions', 200), source('dms', 900)]),
  ]
  expect(coverageOf(column('mentions', null), brands)?.completeToAt).toBe(200)
  expect(coverageOf(column('mentions', brandId), brands)?.completeToAt).toBe(500)
  expect(coverageOf(column('needs-reply', brandId), brands)?.completeToAt).toBe(300)
})

test('what was never read makes no promise', () => {
  const brands = [brand(brandId, 'northair', [source('mentions', 500), source('dms', null)])]
  expect(coverageOf(column('needs-reply', null), brands)?.completeToAt).toBeNull()
})

test('a search that fills in takes its time, its gaps are told all the same', () => {
  const gap = { id: otherId, fromAt: 10, toAt: 20, why: 'horizon', seen: false } as const
  const brands = [
    brand(brandId, 'northair', [source('mentions', 500), source('thread', 100, { gaps: [gap] })]),
  ]
  expect(coverageOf(column('mentions', null), brands)).toEqual({
    completeToAt: 500,
    doubts: [
      {
        handleId: brandId,
        source: 'thread',
        subject: '',
        title: null,
        username: 'northair',
        what: { kind: 'gap', gap },
      },
    ],
  })
})

test('silence against the rhythm comes before gaps', () => {
  const gap = { id: otherId, fromAt: 10, toAt: 20, why: 'circle', seen: false } as const
  const alarm = { since: 400, rhythmMs: 60 }
  const brands = [brand(brandId, 'northair', [source('dms', 500, { gaps: [gap], alarm })])]
  const doubts = coverageOf(column('dms', null), brands)?.doubts ?? []
  expect(doubts.map(({ what }) => what.kind)).toEqual(['quiet', 'gap'])
})

test('a column of our own doing has no coverage', () => {
  const brands = [brand(brandId, 'northair', [source('mentions', 500)])]
  expect(coverageOf(column('outbox', null), brands)).toBeNull()
})

test('a column of posts knows the one source that fills it', () => {
  const search = (subject: string, completeToAt: number) =>
    source('search', completeToAt, { subject, title: subject, alarm: { since: 1, rhythmMs: 2 } })
  const brands = [
    brand(brandId, 'northair', [source('mentions', 1), search(brandId, 700), search(otherId, 2)]),
  ]
  const listened = coverageOf(
    {
      id: `search:${brandId}`,
      kind: 'search',
      brandId,
      title: 'Bags',
      filter: unfiltered,
      order: 'own' as const,
      look: plainLook,
    },
    brands,
  )
  expect(listened?.completeToAt).toBe(700)
  expect(listened?.doubts.map(({ subject }) => subject)).toEqual([brandId])
})

test('a gap that somebody took note of stays with its source and leaves the column', () => {
  const gap = { id: otherId, fromAt: 10, toAt: 20, why: 'horizon', seen: true } as const
  const status = source('mentions', 500, { gaps: [gap] })
  expect(coverageOf(column('mentions', null), [brand(brandId, 'northair', [status])])?.doubts).toEqual([])
  expect(allDoubtsOf(status)).toEqual([{ kind: 'gap', gap }])
})
