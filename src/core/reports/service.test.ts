/** @file What a report is delivered with when somebody is forgotten while it is counted. */
import { afterEach, expect, test } from 'vitest'
import { addHandle, testDatabase, testStart, type TestDatabase } from '../../../tests/database.ts'
import { newId } from '../db/uuid.ts'
import { reportService } from './service.ts'

let made: TestDatabase
afterEach(() => made.end())

test('who is forgotten while a report is counted is not frozen with it: it is counted again', async () => {
  made = testDatabase()
  const { database, clock } = made
  const { brandId } = await addHandle(database, 'northair', '1')
  let counts = 0
  const work: typeof database.work = async (name, input) => {
    const counted = await database.work(name, input)
    counts += 1
    if (counts === 1)
      await database.write((tx) =>
        tx.db
          .insertInto('receipts')
          .values({ id: newId(tx.at), at: tx.at, content: '{}', file: null })
          .execute(),
      )
    return counted
  }
  const service = reportService({ database: { ...database, work }, clock })
  const { reportId } = await service['report.deliver'](
    {
      scope: { brandIds: [brandId], agentId: null, tag: null, category: null },
      period: { from: '2026-10-01', until: '2026-11-01' },
      words: '',
    },
    { connectionId: 'a' },
  )
  expect(counts).toBe(2)
  const delivered = await service['report.delivered']({ onlyBrandId: null }, { connectionId: 'a' })
  expect(delivered.map(({ id, at }) => [id, at])).toEqual([[reportId, testStart]])
})
