/** @file A day's direct messages count for an app over all of its handles, and what waits is told when it fits. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { addHandle, testDatabase, testStart, type TestDatabase } from '../../../tests/database.ts'
import type { Tx } from '../db/database.ts'
import { limitsView } from './limits-view.ts'

let t: TestDatabase
beforeEach(() => void (t = testDatabase()))
afterEach(() => t.end())

const hour = 3_600_000

/** So many direct messages of a handle, one a second, the first at `from`. */
async function sentBefore(tx: Tx, handleId: string, count: number, from: number): Promise<void> {
  const { app_id: appId } = await tx.db
    .selectFrom('handles')
    .select('app_id')
    .where('id', '=', handleId)
    .executeTakeFirstOrThrow()
  for (let n = 0; n < count; n++)
    tx.raw('INSERT INTO send_attempts (handle_id, app_id, family, at) VALUES (?, ?, ?, ?)').run(
      handleId,
      appId,
      'dms',
      from + n * 1_000,
    )
}

test('1,440 direct messages of two handles fill their app’s day, until the first is a day old', async () => {
  const air = await addHandle(t.database, 'northwindair', '1')
  const care = await addHandle(t.database, 'northwindcare', '2', air.brandId)
  const now = testStart
  const from = now - 20 * hour
  await t.database.write(async (tx) => {
    await sentBefore(tx, air.id, 1_000, from)
    await sentBefore(tx, care.id, 440, from + 2 * hour)
  })
  const view = (at: number) => limitsView(t.database.read, at, () => null)
  const day = async (at: number) => (await view(at)).limits.filter((one) => one.limit === 'dms-day')
  expect(await day(now)).toMatchObject([
    { handleId: null, max: 1_440, used: 1_440, freesAt: from + 24 * hour },
  ])
  // Each handle's own quarter of an hour is long over.
  expect((await view(now)).limits.filter((one) => one.limit === 'dms').map((one) => one.used)).toEqual([0, 0])
  expect(await day(from + 24 * hour + 999_000)).toMatchObject([{ used: 440 }])
})
