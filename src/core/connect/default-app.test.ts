import { afterEach, beforeEach, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../../tests/database.ts'
import { mapVault } from '../../../tests/flows/map-vault.ts'
import { listApps } from '../brands/apps.ts'
import { builtInClientId, offerDefaultApp } from './default-app.ts'

let t: TestDatabase
beforeEach(() => {
  t = testDatabase()
})
afterEach(() => t.end())

test('this build brings no app along', async () => {
  expect(builtInClientId).toBe('')
  await offerDefaultApp({ database: t.database, vault: mapVault(), clock: t.clock }, builtInClientId)
  expect(await listApps(t.database.read)).toEqual([])
})

test('a build with an app offers it once, as a public client', async () => {
  const parts = { database: t.database, vault: mapVault(), clock: t.clock }
  await offerDefaultApp(parts, 'vendor-client')
  await offerDefaultApp(parts, 'vendor-client')
  expect(await listApps(t.database.read)).toMatchObject([
    { name: 'Switchboard', clientId: 'vendor-client', hasSecret: false, hasBearer: false },
  ])
})
