/** @file What a window sees after the first reading, through the contract alone. */
import { readFileSync } from 'node:fs'
import { afterEach, expect, test } from 'vitest'
import { flow, type Flow } from './harness.ts'

let f: Flow
afterEach(() => f.end())

test('the practice world opens with nineteen tickets that need a reply', async () => {
  const lines = readFileSync(new URL('../../resources/scenarios/practice.jsonl', import.meta.url), 'utf8')
  f = await flow({ lines })
  const brands = await f.call('brand.list', {})
  expect(brands.map((brand) => brand.initials)).toEqual(['NA', 'LB', 'KC', 'ML'])
  expect(brands.reduce((sum, brand) => sum + brand.needsReply, 0)).toBe(19)
  for (const brand of brands)
    for (const handle of brand.handles)
      for (const source of handle.sources) expect(source).toMatchObject({ state: 'ok', failure: null })
  const rows = await f.column('needs-reply')
  expect(rows).toHaveLength(19)
  for (const row of rows) expect(row.card.customer.name).toMatch(/./)
  const dueIn = rows.map((row) => Math.round(((row.card.dueAt ?? 0) - f.s.x.world.now()) / 60_000))
  expect(Math.min(...dueIn)).toBe(4)
})

test('a restart shows the same, and asks X for nothing but what is new', async () => {
  f = await flow({
    lines: [{ type: 'post', by: 'mara', text: '@northair hello', at: '2026-11-17T11:50:00Z' }],
  })
  const before = await f.column('mentions')
  expect(before).toHaveLength(1)
  await f.restart()
  expect(await f.column('mentions')).toEqual(before)
  expect(
    (await f.call('brand.list', {})).map((brand) => brand.handles.map((handle) => handle.state)),
  ).toEqual([['connected'], ['connected'], ['connected']])
  expect(f.vault.entries.size).toBeGreaterThan(0)
})
