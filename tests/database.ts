/** @file A workspace database for tests, in a folder of its own, and the events that it told. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase, type Database, type DatabaseOptions } from '../src/core/db/database.ts'
import { newId } from '../src/core/db/uuid.ts'
import type { ChangeEvent } from '../src/shared/contract/contract.ts'
import { fakeClock, type FakeClock } from './fake-clock.ts'

/** Tuesday, 10 November 2026, 10:07 UTC. */
export const testStart = Date.UTC(2026, 10, 10, 10, 7)
export const testKey = '5a'.repeat(32)

/** From source, or beside a bundle. */
export const longThread = new URL(
  import.meta.url.endsWith('.ts') ? '../src/core/long-thread.ts' : 'long-thread.js',
  import.meta.url,
)

export const silentLog: DatabaseOptions['log'] = { info: () => {}, warn: () => {}, error: () => {} }

export type TestDatabase = {
  database: Database
  clock: FakeClock
  /** Each commit's event, oldest first. */
  events: ChangeEvent[]
  folder: string
  file: string
  /** Closes the database and removes its folder. */
  end(): Promise<void>
}

/** Opens a new, empty workspace. */
export function testDatabase(options: Partial<DatabaseOptions> = {}): TestDatabase {
  const folder = mkdtempSync(join(tmpdir(), 'switchboard-test-'))
  const file = join(folder, 'workspace.db')
  const clock = fakeClock(testStart)
  const events: ChangeEvent[] = []
  const database = openDatabase({
    file,
    key: testKey,
    workspaceId: 'test',
    xOrigin: 'http://127.0.0.1:1',
    clock,
    log: silentLog,
    longThread,
    onCommit: (event) => events.push(event),
    ...options,
  })
  return {
    database,
    clock,
    events,
    folder,
    file,
    async end() {
      await database.close()
      rmSync(folder, { recursive: true })
    },
  }
}

/** A connected handle, as ingest wants to know it. */
export type TestHandle = { id: string; brandId: string; xUserId: string; username: string }

let fills = 0

/** Writes a brand with one connected handle (or another handle of a brand that is there). */
export async function addHandle(
  database: Database,
  username: string,
  xUserId: string,
  brandId?: string,
): Promise<TestHandle> {
  return database.write(async (tx) => {
    const number = ++fills
    const app = await tx.db.selectFrom('apps').select('id').executeTakeFirst()
    const appId = app?.id ?? newId(tx.at)
    if (!app) {
      await tx.db.insertInto('apps').values({ id: appId, name: 'Agency', created_at: tx.at }).execute()
    }
    const id = newId(tx.at)
    const brand = brandId ?? newId(tx.at)
    if (brandId === undefined) {
      const clientId = newId(tx.at)
      await tx.db
        .insertInto('clients')
        .values({ id: clientId, name: `Client ${number}`, created_at: tx.at })
        .execute()
      await tx.db
        .insertInto('brands')
        .values({
          id: brand,
          client_id: clientId,
          name: `Brand of ${username}`,
          initials: `B${number}`,
          fill: number % 12,
          position: number,
          created_at: tx.at,
        })
        .execute()
    }
    await tx.db
      .insertInto('handles')
      .values({
        id,
        brand_id: brand,
        app_id: appId,
        x_user_id: xUserId,
        username,
        auth: 'oauth2',
        state: 'connected',
        created_at: tx.at,
      })
      .execute()
    return { id, brandId: brand, xUserId, username }
  })
}
