/** @file A filter that fits little looks at a bounded stretch of a column, and says where to go on. */
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../../tests/database.ts'
import { fitting, lookedAtMost, narrowed, ticketRows } from './narrowed.ts'

let t: TestDatabase
beforeEach(() => void (t = testDatabase()))
afterEach(() => t.end())

/** So many rows of a column, of tickets that nothing fits. */
const rows = (count: number) => sql`
  SELECT at, printf('%06d', at) AS id FROM (
    WITH RECURSIVE n (at) AS (SELECT 1 UNION ALL SELECT at + 1 FROM n WHERE at < ${sql.lit(count)}) SELECT at FROM n)
  LIMIT ${lookedAtMost}`

const look = async (count: number, newestFirst: boolean) =>
  narrowed(t.database.long, rows(count), {
    ...ticketRows,
    condition: await fitting(t.database.long, 'is:dm', 0),
    newestFirst,
    limit: 60,
  })

test('nothing found among very many is no end: the next call goes on behind the last that was looked at', async () => {
  expect(await look(20_000, false)).toEqual({ places: [], next: { at: 5_000, id: '005000' } })
  expect(await look(4_999, false)).toEqual({ places: [], next: null })
  // Downwards the last is the lowest.
  expect((await look(5_000, true)).next).toEqual({ at: 1, id: '000001' })
})
