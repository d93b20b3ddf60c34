import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  addHandle,
  testDatabase,
  testStart,
  type TestDatabase,
  type TestHandle,
} from '../../../tests/database.ts'
import { dm, giveDms, givePosts, minute, post, reply } from '../../../tests/inbound.ts'
import { otherSeats, otherSeatWithinMs } from './other-seat.ts'

let t: TestDatabase
let air: TestHandle
beforeEach(async () => {
  t = testDatabase()
  air = await addHandle(t.database, 'northwindair', '100')
  await t.database.write((tx) =>
    tx.db
      .updateTable('handles')
      .set({ connected_at: testStart - 90 * minute })
      .execute(),
  )
})
afterEach(() => t.end())

const seats = async (at = 0): Promise<string[]> => [...(await otherSeats(t.database.read, testStart + at))]

test('three answers within an hour that were not sent from here tell of another seat, until the hour is over', async () => {
  const asked = post('1', -40)
  await givePosts(t, air, asked, reply(air, '2', -30, asked), reply(air, '3', -20, asked))
  expect(await seats()).toEqual([])
  await giveDms(t, air, dm(air, '8', -15), dm(air, '9', -10, '100'))
  expect(await seats()).toEqual([air.id])
  expect(await seats(otherSeatWithinMs - 29 * minute)).toEqual([])
})

test('what was written before the handle was connected, or answers nobody, is no sign of one', async () => {
  await t.database.write((tx) => tx.db.updateTable('handles').set({ connected_at: testStart }).execute())
  const asked = post('1', -40)
  await givePosts(t, air, asked, ...['2', '3', '4', '5'].map((id, n) => reply(air, id, -30 + n, asked)))
  const news = ['6', '7', '8'].map((id, n) => post(id, n + 1, { authorId: '100', text: 'New routes' }))
  await givePosts(t, air, ...news)
  expect(await seats(10 * minute)).toEqual([])
})
