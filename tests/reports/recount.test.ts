/** @file Every number of a report, counted again by a plain script from raw tables: equal to the last digit. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildReport } from '../../src/core/reports/build.ts'
import { reportNumbers } from '../../src/shared/domain/report-numbers.ts'
import { ReportAsked } from '../../src/shared/domain/report.ts'
import { must } from '../../src/shared/must.ts'
import { testDatabase, testKey, type TestDatabase } from '../database.ts'
import { plainNumbers, type Raw } from './plain.ts'
import { rawTables } from './raw.ts'
import { generateYear, type Year } from './year.ts'

const computerZone = new Intl.DateTimeFormat().resolvedOptions().timeZone

async function bothWays(t: TestDatabase, raw: Raw, asked: ReportAsked) {
  const { report } = await buildReport(t.database.long, asked, t.clock.now())
  const core = new Map(
    reportNumbers(report).map(({ id, value, before }) => [
      id,
      before === undefined ? { value } : { value, before },
    ]),
  )
  return { core, plain: plainNumbers(raw, asked, computerZone) }
}

const sorted = (numbers: ReadonlyMap<string, unknown>) =>
  Object.fromEntries([...numbers].toSorted(([one], [other]) => (one < other ? -1 : 1)))

describe('a generated leap year', () => {
  let t: TestDatabase
  let year: Year
  let raw: Raw
  let close: () => void
  beforeAll(async () => {
    t = testDatabase()
    year = await generateYear(t.database, 2028, 700)
    const tables = rawTables(t.file, testKey)
    raw = tables.raw
    close = tables.close
  }, 120_000)
  afterAll(async () => {
    close()
    await t.end()
  })

  const periods = [
    ['the month with the leap day', '2028-02-01', '2028-03-01'],
    ['the month in which summer time begins in the north', '2028-03-01', '2028-04-01'],
    ['ten days over the change of the clocks in New York', '2028-03-07', '2028-03-17'],
    ['the month in which the clocks change on both sides of the world', '2028-10-01', '2028-11-01'],
    ['the leap day alone', '2028-02-29', '2028-03-01'],
    ['a quarter', '2028-07-01', '2028-10-01'],
  ] as const

  test.each(periods)('%s', async (_, from, until) => {
    const asked = ReportAsked.parse({
      scope: { brandIds: year.brands.map(({ brandId }) => brandId) },
      period: { from, until },
    })
    const { core, plain } = await bothWays(t, raw, asked)
    expect(core.get('figure.messages-in')?.value).toBeGreaterThan(0)
    expect(sorted(core)).toEqual(sorted(plain))
  })

  test('the year holds what makes counting hard', async () => {
    const asked = ReportAsked.parse({
      scope: { brandIds: year.brands.map(({ brandId }) => brandId) },
      period: { from: '2028-01-01', until: '2029-01-01' },
    })
    const { core, plain } = await bothWays(t, raw, asked)
    expect(sorted(core)).toEqual(sorted(plain))
    const many = [
      'time.first-reply.posted.business.count',
      'time.next-reply.delivered.wall.count',
      'time.resolution.posted.business.within',
      'figure.reopened',
      'figure.backlog',
      'figure.promises-broken',
      'figure.csat-count',
      'excluded.imported',
      'excluded.merged',
      'excluded.before-connected',
      'excluded.no-reply-needed',
      'category.',
      'guard.copied.overridden',
    ]
    for (const id of many)
      expect([id, core.get(id)?.value ?? 0]).toEqual([id, expect.toSatisfy((n) => n > 15)])
    expect(raw('erased_tickets').length).toBeGreaterThan(50)
  })

  test.each(['brand', 'agent', 'tag', 'category'] as const)('narrowed to one %s', async (by) => {
    const brandIds = year.brands.map(({ brandId }) => brandId)
    const asked = ReportAsked.parse({
      scope: {
        brandIds: by === 'brand' ? brandIds.slice(2, 3) : brandIds,
        agentId: by === 'agent' ? must(year.agentIds[1] ?? null, 'an agent') : null,
        tag: by === 'tag' ? 'refund' : null,
        category: by === 'category' ? 'question' : null,
      },
      period: { from: '2028-04-01', until: '2028-06-01' },
    })
    const { core, plain } = await bothWays(t, raw, asked)
    expect(core.get('figure.tickets')?.value).toBeGreaterThan(0)
    expect(sorted(core)).toEqual(sorted(plain))
  })
})
