/** @file Long reads in their thread, and the backup that comes from it. */
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { silentLog, testDatabase, testKey, type TestDatabase } from '../../../tests/database.ts'
import { ReportAsked } from '../../shared/domain/report.ts'
import { Failure } from '../../shared/errors.ts'
import { backupService, backupsFolder } from '../backup/service.ts'
import { openConnection } from './connection.ts'
import type { reportWorks } from '../reports/works.ts'
import { callerOf } from './long-reads.ts'
import { newId } from './uuid.ts'

let made: TestDatabase
afterEach(() => made.end())

const addAgents = (count: number): Promise<void> =>
  made.database.write(async (tx) => {
    for (let n = 0; n < count; n++)
      await tx.db
        .insertInto('agents')
        .values({ id: newId(tx.at), name: `agent ${n}`, initials: 'AA', created_at: n })
        .execute()
  })

test('reads what is committed, in as many messages as it takes', async () => {
  made = testDatabase()
  await addAgents(1_203)
  const rows = await made.database.long
    .selectFrom('agents')
    .select(['name', 'created_at'])
    .where('created_at', '>=', 100)
    .orderBy('created_at')
    .execute()
  expect(rows).toHaveLength(1_103)
  expect(rows.at(-1)).toEqual({ name: 'agent 1202', created_at: 1_202 })
})

test('a statement that does not fit fails by itself, and the next one works', async () => {
  made = testDatabase()
  const { long } = made.database
  const wrong = long
    .selectFrom('agents')
    .select('name')
    .where('nothing' as 'name', '=', 'x')
    .execute()
  await expect(wrong).rejects.toThrow('a long read failed: SQLITE_ERROR')
  expect(await long.selectFrom('agents').select('name').execute()).toEqual([])
})

test('what is asked while the database closes is refused by name', async () => {
  made = testDatabase()
  const { database } = made
  await addAgents(2)
  expect(await database.long.selectFrom('agents').select('name').execute()).toHaveLength(2)
  const other = testDatabase()
  await other.end()
  await expect(other.database.long.selectFrom('agents').select('name').execute()).rejects.toEqual(
    new Failure('core.gone', {}),
  )
})

test('what a work refuses arrives by name, and the thread goes on', async () => {
  made = testDatabase()
  const count = callerOf<typeof reportWorks>(made.database.work)
  const asked = (brandIds: string[]) => ({
    at: 0,
    asked: ReportAsked.parse({ scope: { brandIds }, period: { from: '2026-10-01', until: '2026-11-01' } }),
  })
  const brandId = newId(0)
  const refused = new Failure('brand.missing', { brandId })
  await expect(count('report.build', asked([brandId]))).rejects.toEqual(refused)
  await expect(made.database.work('report.guess', {})).rejects.toMatchObject({
    message: 'a long read failed: Error',
    // Where it happened is no secret: without it, nobody would find out why.
    stack: expect.stringMatching(/^a long read failed: Error\n {4}at .*must/),
  })
  await expect(count('report.build', asked([brandId]))).rejects.toEqual(refused)
})

test('a backup opens under the same key only; the newest five stay', async () => {
  made = testDatabase()
  await addAgents(3)
  const { database, folder, clock } = made
  const service = backupService({ database, folder, clock, log: silentLog })
  const backUp = async (): Promise<string> =>
    (await service['workspace.backup']({}, { connectionId: 'a' })).file
  const first = await backUp()
  for (let n = 0; n < 5; n++) {
    await clock.advance(1_000)
    await backUp()
  }
  const names = readdirSync(backupsFolder(folder))
  expect(names).toHaveLength(5)
  expect(existsSync(first)).toBe(false)
  const newest = join(backupsFolder(folder), names.sort().at(-1) ?? '')
  const copy = openConnection(newest, testKey, 'read', () => {})
  expect(copy.prepare('SELECT count(*) AS n FROM agents').get()).toEqual({ n: 3 })
  copy.close()
  expect(() => openConnection(newest, '00'.repeat(32), 'read', () => {})).toThrow('not a database')
})

test('a backup that cannot be written says why and leaves no half copy', async () => {
  made = testDatabase()
  const { database, folder, clock } = made
  writeFileSync(backupsFolder(folder), 'a file where the folder should be')
  const service = backupService({ database, folder, clock, log: silentLog })
  const failed = Promise.resolve(service['workspace.backup']({}, { connectionId: 'a' }))
  await expect(failed).rejects.toMatchObject({ code: 'disk.failed' })
})
