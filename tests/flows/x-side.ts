/**
 * @file Core's X side (database, sign-in, sync) against a practice X over HTTP, on one fake clock: for stories that
 * need no window. Stories of answering use harness.ts.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { accountsOf } from '../../src/core/brands/accounts.ts'
import { adoptGrants } from '../../src/core/connect/grants.ts'
import { connectService } from '../../src/core/connect/service.ts'
import { openDatabase } from '../../src/core/db/database.ts'
import type { LogFacts } from '../../src/core/log/log.ts'
import { syncEngine, type SyncParts } from '../../src/core/sync/engine.ts'
import { loopbackIntervals } from '../../src/core/sync/intervals.ts'
import { xStack } from '../../src/core/x/stack.ts'
import type { SourceKind } from '../../src/shared/domain/brand.ts'
import type { ChangeEvent } from '../../src/shared/contract/contract.ts'
import type { LoggedRequest } from '../../src/practice/control-protocol.ts'
import { longThread } from '../database.ts'
import { fakeClock } from '../fake-clock.ts'
import { noon, stage } from '../practice-x/stage.ts'
import { mapVault } from './map-vault.ts'
import { freePort } from './ports.ts'

export type XSide = Awaited<ReturnType<typeof xSide>>

/**
 * Starts a practice X with these lines beside its people (see practice-x/stage.ts) and a core with `handles` connected.
 * Advancing the clock waits for whatever the engine does then.
 */
export async function xSide({
  lines = [],
  handles = ['northair', 'lumen'],
  aheadMs = 0,
  ...ways
}: {
  lines?: readonly object[]
  handles?: readonly string[]
  /** How far this computer's clock is ahead of X's. */
  aheadMs?: number
} & Partial<Pick<SyncParts, 'intervals' | 'budgetOf' | 'isStreaming' | 'isOnScreen'>> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'switchboard-flow-'))
  const vault = mapVault()
  const events: ChangeEvent[] = []
  const lineLog: { event: string; facts: LogFacts }[] = []
  const note = (event: string, facts: LogFacts = {}): void => void lineLog.push({ event, facts })
  const log = {
    info: note,
    warn: note,
    error: (event: string, error: unknown) => note(event, { error: String(error) }),
  }
  const opened: string[] = []
  const browser = { fails: false }
  const listeners = new Set<(event: ChangeEvent) => void>()
  // Replaced in stories whose answers never come: there waiting for silence would wait for ever.
  const waiting = { settle: async (): Promise<void> => core?.sync.idle() }
  const clock = fakeClock(noon, () => waiting.settle())
  const own = { ...clock, now: () => clock.now() + aheadMs }
  const s = await stage(lines, { clock })
  const ports = [await freePort()]
  for (const app of s.x.grants.apps)
    await s.control.app({
      name: app.name,
      redirectUris: ports.map((port) => `http://127.0.0.1:${port}/callback`),
    })

  const open = () => {
    const database = openDatabase({
      file: join(folder, 'switchboard.db'),
      key: 'ab'.repeat(32),
      workspaceId: 'flow',
      xOrigin: 'practice',
      clock: own,
      log,
      longThread,
      onCommit: (event) => {
        events.push(event)
        for (const listener of listeners) listener(event)
      },
    })
    const accounts = accountsOf(database)
    const x = xStack({
      origin: s.x.baseUrl,
      webOrigin: s.x.baseUrl,
      accounts,
      vault,
      clock: own,
      log,
      onCharge: () => {},
      admit: () => {},
    })
    const sync = syncEngine({
      database,
      gateway: x.client,
      credits: x.credits,
      clock: own,
      log,
      intervals: loopbackIntervals,
      random: () => 0,
      ...ways,
    })
    const parts = { database, accounts, vault, x, clock: own }
    const connect = connectService({
      ...parts,
      log,
      redirectPorts: ports,
      openOutside: async (url) => {
        if (browser.fails) throw new Error('no browser')
        opened.push(url)
      },
      onConnected: () => void sync.refresh(),
    })
    return { database, accounts, x, sync, connect, parts }
  }

  let core: ReturnType<typeof open> | null = null
  core = open()
  const granted = s.x.grants.handles.filter((handle) => handles.includes(handle.username))
  await adoptGrants(core.parts, { apps: s.x.grants.apps, handles: granted })
  await s.control.requests({ clear: true })

  const running = () => {
    if (!core) throw new Error('core is closed')
    return core
  }

  return {
    s,
    clock,
    vault,
    events,
    log: lineLog,
    opened,
    browser,
    waiting,
    control: s.control,
    get core() {
      return running()
    },
    /** The next committed change that fits. */
    event: (fits: (event: ChangeEvent) => boolean): Promise<ChangeEvent> =>
      new Promise((resolve) => {
        const listener = (event: ChangeEvent): void => {
          if (!fits(event)) return
          listeners.delete(listener)
          resolve(event)
        }
        listeners.add(listener)
      }),
    /** Begins to read, and waits until all that is due at this moment is here. */
    async begin(): Promise<void> {
      await running().sync.start()
      await running().sync.idle()
    },
    /** The id of a connected handle. */
    async handle(username: string): Promise<string> {
      const row = await running()
        .database.read.selectFrom('handles')
        .select('id')
        .where('username', '=', username)
        .executeTakeFirstOrThrow()
      return row.id
    },
    state: async (username: string) =>
      (
        await running()
          .database.read.selectFrom('handles')
          .select('state')
          .where('username', '=', username)
          .executeTakeFirstOrThrow()
      ).state,
    /** How one source of a handle stands. */
    source: async (username: string, source: SourceKind) =>
      running()
        .database.read.selectFrom('sources')
        .innerJoin('handles', 'handles.id', 'sources.handle_id')
        .selectAll('sources')
        .where('handles.username', '=', username)
        .where('sources.source', '=', source)
        .executeTakeFirst(),
    /** Texts of the posts that are here, oldest first. */
    texts: async () =>
      (await running().database.read.selectFrom('posts').select('text').orderBy('created_at').execute()).map(
        (row) => row.text,
      ),
    /** What the practice X was asked since the last time. */
    async asked(): Promise<LoggedRequest[]> {
      return (await s.control.requests({ clear: true })).requests
    },
    /** Ends core in good order and opens it again on the same file and vault. */
    async restart(): Promise<void> {
      await close()
      core = open()
    },
    async end(): Promise<void> {
      await close()
      await s.close()
      rmSync(folder, { recursive: true })
    },
  }

  async function close(): Promise<void> {
    const closing = running()
    core = null
    closing.connect.close()
    closing.x.close()
    await closing.sync.stop()
    await closing.database.close()
  }
}
