/** @file A month that cannot even be counted is told of, once, and is tried again. */
import { afterEach, expect, test } from 'vitest'
import { addHandle, silentLog, testDatabase, testStart, type TestDatabase } from '../../../tests/database.ts'
import type { WriteReport } from '../../shared/host-protocol.ts'
import { deliveries } from './deliveries.ts'

let made: TestDatabase
afterEach(() => made.end())

test('a month that cannot be counted: somebody is told once, what was asked for stays asked for, and comes', async () => {
  made = testDatabase()
  const { database, clock } = made
  const { brandId } = await addHandle(database, 'northair', '1')
  const { client_id: clientId } = await database.read
    .selectFrom('brands')
    .select('client_id')
    .where('id', '=', brandId)
    .executeTakeFirstOrThrow()
  await database.write((tx) =>
    tx.db
      .insertInto('report_schedules')
      // Not due before December: somebody asks for it now.
      .values({
        client_id: clientId,
        day: 31,
        folder: '/reports',
        words: '',
        is_on: 1,
        next_month: '2026-10',
      })
      .execute(),
  )
  let fails = true
  let tries = 0
  const work: typeof database.work = (name, input) => {
    tries += 1
    return fails ? Promise.reject(new Error('the thread died')) : database.work(name, input)
  }
  const written: WriteReport[] = []
  const engine = deliveries({
    database: { ...database, work },
    clock,
    log: silentLog,
    writeReport: async (job) => void written.push(job),
  })
  await engine.now(clientId)
  await engine.idle()
  await clock.advance(10 * 60_000)
  await engine.idle()
  expect(tries).toBe(2)
  const alerts = () => database.read.selectFrom('alerts').select(['reason', 'at']).execute()
  expect(await alerts()).toEqual([{ reason: 'report', at: testStart }])

  fails = false
  await clock.advance(10 * 60_000)
  await engine.idle()
  expect(written.map(({ folder }) => folder)).toEqual(['/reports'])
  expect(await alerts()).toHaveLength(1)
  await engine.stop()
})
