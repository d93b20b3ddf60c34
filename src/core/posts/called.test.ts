/** @file An edited post is found by each of its ids, and no other post is looked at for it. */
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../../tests/database.ts'
import { isCalled, isCalledOne } from './called.ts'

let t: TestDatabase
beforeEach(() => void (t = testDatabase()))
afterEach(() => t.end())

test('both ids lead there by an index', async () => {
  const { rows: many } = await sql<{ detail: string }>`
    EXPLAIN QUERY PLAN SELECT 1 FROM posts WHERE ${isCalled('posts', ['1', '2'])}`.execute(t.database.read)
  const one = await t.database.write(async (tx) =>
    tx.raw<{ detail: string }>(`EXPLAIN QUERY PLAN SELECT 1 FROM posts WHERE ${isCalledOne}`).all('1', '1'),
  )
  for (const plan of [many, one].map((rows) => rows.map(({ detail }) => detail).join('\n'))) {
    expect(plan).toMatch(/USING (COVERING )?INDEX posts_by_latest/)
    expect(plan).not.toMatch(/SCAN/)
  }
})
