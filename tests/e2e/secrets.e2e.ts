/** @file No token anywhere it does not belong, and no customer's word readable in the database file. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './launch.ts'
import { row, skipWhoIsHere } from './console.ts'
import { connectHandle } from './connecting.ts'
import { startWorld } from './world.ts'

/** Every file below a folder. */
async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

test('no issued token is in a file, a log or the renderer; the database is encrypted', async ({
  launchSwitchboard,
}) => {
  const world = await startWorld()
  const { window, profile, logs, close } = await launchSwitchboard({ env: world.env })
  await skipWhoIsHere(window)
  await connectHandle(window, world, {
    user: 'northwindair',
    client: 'Northwind Group',
    brand: 'Northwind Air',
  })
  await expect(row(window, 'Mara Holt').first()).toBeVisible()

  const session = await window.context().newCDPSession(window)
  const chunks: string[] = []
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk))
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  const heap = chunks.join('')
  expect(heap).toContain('Mara Holt')
  await close()

  const { issued } = await world.control.tokens()
  // A client id is no secret: the person reads it in the dialog that asks for it.
  const clientIds = new Set(world.x.grants.apps.map((app) => app.clientId))
  const secrets = issued.filter((token) => !clientIds.has(token))
  expect(secrets.length).toBeGreaterThan(4)
  const isLeaked = (text: string): string[] => secrets.filter((secret) => text.includes(secret))
  expect(isLeaked(heap)).toEqual([])
  expect(isLeaked(logs())).toEqual([])
  const files = await filesBelow(profile)
  const databases = files.filter((file) => /switchboard\.db/.test(file))
  expect(databases.length).toBeGreaterThan(0)
  for (const file of files) {
    // The profile's own world file exists in practice workspaces only; this is a loopback one.
    const bytes = await readFile(file, 'latin1')
    expect({ file, leaked: isLeaked(bytes) }).toEqual({ file, leaked: [] })
  }
  for (const file of databases) {
    const bytes = await readFile(file, 'latin1')
    expect(bytes).not.toContain('carousel')
    expect(bytes.startsWith('SQLite format 3')).toBe(false)
  }
  await world.x.close()
})
