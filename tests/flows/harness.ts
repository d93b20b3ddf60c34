/**
 * @file The whole of core in one process, as a window sees it, against a practice X over HTTP, on one fake clock. For
 * stories that go from a customer's post to an answer; stories below the window use x-side.ts.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openCore, type Core } from '../../src/core/open-core.ts'
import type { LogFacts } from '../../src/core/log/log.ts'
import { ChangeEvent, type Contract } from '../../src/shared/contract/contract.ts'
import type { JobView } from '../../src/shared/domain/outbox.ts'
import type { ColumnRow } from '../../src/shared/domain/deck.ts'
import type { BrandView, HandleView } from '../../src/shared/domain/brand.ts'
import { openConnection } from '../../src/core/db/connection.ts'
import type { Schema } from '../../src/core/db/schema.ts'
import {
  databaseFileName,
  type Arrival,
  type FellDue,
  type WorkspaceBoot,
  type WriteReport,
} from '../../src/shared/host-protocol.ts'
import { must } from '../../src/shared/must.ts'
import { connect, type Client } from '../../src/shared/rpc.ts'
import { longThread } from '../database.ts'
import { fakeClock } from '../fake-clock.ts'
import { noon, stage } from '../practice-x/stage.ts'
import { mapVault } from './map-vault.ts'
import { freePort } from './ports.ts'
import { rpcPorts } from './rpc-ports.ts'

export type Flow = Awaited<ReturnType<typeof flow>>

type Options = {
  /** Scenario lines beside the people of practice-x/stage.ts, or a whole scenario as text. */
  lines?: readonly object[] | string
  /** Usernames to connect; all that the scenario grants by default. */
  handles?: readonly string[]
  summon?: 'typed' | 'any'
  kind?: WorkspaceBoot['kind']
  /** The apps have their bearer tokens, so that X's stream is opened. */
  stream?: boolean
  /** What the clock shows at first, epoch ms. */
  startAt?: number
}

/** So many turns of the event loop bring what is written to a loopback socket to its reader. */
const turnsOfTheLine = 12

/** Starts a practice X and a core with `handles` connected, reads all that is there, and opens one window's connection. */
export async function flow(options: Options = {}) {
  const { lines = [], handles, summon = 'typed', kind = 'practice', stream = false, startAt = noon } = options
  const folder = mkdtempSync(join(tmpdir(), 'switchboard-flow-'))
  const vault = mapVault()
  const events: ChangeEvent[] = []
  const opened: string[] = []
  const badges: { needsReply: number; pressing: boolean }[] = []
  const fellDue: FellDue[] = []
  const arrived: Arrival[][] = []
  const written: WriteReport[] = []
  const lineLog: { event: string; facts: LogFacts }[] = []
  const note = (event: string, facts: LogFacts = {}): void => void lineLog.push({ event, facts })
  const log = {
    info: note,
    warn: note,
    error: (event: string, error: unknown, facts: LogFacts = {}) =>
      note(event, { ...facts, error: String(error) }),
  }
  let core: Core | null = null
  let client: Client<Contract> | null = null
  // Main's side of a report: replaced in stories whose folder fails.
  const reports = {
    write: async (_job: WriteReport): Promise<void> => {},
  }
  // Replaced in stories whose answers never come: there waiting for silence would wait for ever.
  const waiting = {
    async settle(): Promise<void> {
      await core?.idle()
      if (!stream) return
      for (let turn = 0; turn < turnsOfTheLine; turn++)
        await new Promise<void>((resolve) => setImmediate(resolve))
      await core?.idle()
    },
  }
  const listeners = new Set<() => void>()
  const clock = fakeClock(startAt, () => waiting.settle())
  const s = await stage(lines, { clock, summon })
  const redirectPorts = [await freePort()]
  for (const { name } of s.x.grants.apps)
    await s.control.app({
      name,
      redirectUris: redirectPorts.map((port) => `http://127.0.0.1:${port}/callback`),
    })
  const granted = s.x.grants.handles.filter(
    ({ username }) => handles === undefined || handles.includes(username),
  )
  const workspace: WorkspaceBoot = {
    id: 'flow',
    kind,
    folder,
    stamp: kind === 'practice' ? 'practice' : s.x.baseUrl,
    xOrigin: s.x.baseUrl,
    xWebOrigin: s.x.baseUrl,
    databaseKey: 'ab'.repeat(32),
    secretsKept: 'beside',
    clockOffsetMs: 0,
    redirectPorts,
    grants: {
      apps: s.x.grants.apps.map((app) => (stream ? app : { ...app, bearer: '' })),
      handles: granted,
    },
  }

  async function open(): Promise<void> {
    core = await openCore({
      workspace,
      longThread,
      clock,
      vault,
      openOutside: async (url) => void opened.push(url),
      onBadge: (badge) => badges.push(badge),
      onOutgoing: () => {},
      onFellDue: (due) => fellDue.push(due),
      onArrived: (arrivals) => arrived.push(arrivals),
      async writeReport(job) {
        await reports.write(job)
        written.push(job)
      },
      log,
      random: () => 0,
    })
    const [window, served] = rpcPorts()
    core.connect('window', served)
    await core.begin()
    client = connect<Contract>(
      window,
      (event) => {
        events.push(ChangeEvent.parse(event))
        for (const listener of listeners) listener()
      },
      () => note('window.gap'),
    )
    await core.idle()
  }
  await open()

  const call: Client<Contract>['call'] = (method, input) => must(client, 'an open window').call(method, input)

  return {
    s,
    clock,
    vault,
    events,
    opened,
    badges,
    /** What the system was asked to tell of deadlines. */
    fellDue,
    /** What came into columns that make themselves known, one entry for each time it was told. */
    arrived,
    /** Whose files were written whole, in their order. */
    written,
    reports,
    log: lineLog,
    waiting,
    control: s.control,
    workspace,
    /** Calls core as a window does. */
    call,
    /** Waits, from one change that core tells to the next, until this holds. No time passes meanwhile. */
    async until(holds: () => Promise<boolean>): Promise<void> {
      for (;;) {
        const told = new Promise<void>((resolve) => {
          const listener = (): void => {
            listeners.delete(listener)
            resolve()
          }
          listeners.add(listener)
        })
        if (await holds()) return
        await told
      }
    },
    get core(): Core {
      return must(core, 'an open core')
    },
    idle: async (): Promise<void> => must(core, 'an open core').idle(),
    /** A connected handle with its brand. */
    async handle(username: string): Promise<{ brand: BrandView; handle: HandleView }> {
      for (const brand of await call('brand.list', {}))
        for (const handle of brand.handles) if (handle.username === username) return { brand, handle }
      throw new Error(`@${username} is not connected`)
    },
    /** The rows of a column of tickets: `needs-reply`, `mentions`, `dms`, `waiting`, over all brands. */
    async column(name: string): Promise<Extract<ColumnRow, { kind: 'ticket' }>[]> {
      const { rows } = await call('column.page', { columnId: `${name}:all`, after: null, limit: 200 })
      return rows.flatMap((row) => (row.kind === 'ticket' ? [row] : []))
    },
    /** What the outbox column shows, newest first. */
    async outbox(): Promise<JobView[]> {
      const { rows } = await call('column.page', { columnId: 'outbox:all', after: null, limit: 200 })
      return rows.flatMap((row) => (row.kind === 'job' ? [row.job] : []))
    },
    /** The one ticket of a customer. */
    async ticketOf(username: string): Promise<string> {
      for (const column of ['mentions', 'dms'])
        for (const row of (await call('column.page', { columnId: `${column}:all`, after: null, limit: 200 }))
          .rows)
          if (row.card?.customer.username === username) return row.card.ticketId
      throw new Error(`no ticket of @${username}`)
    },
    /** Dollars that X's own meter shows for all apps. */
    async metered(): Promise<number> {
      const { apps } = await s.control.meter({})
      return Object.values(apps).reduce((sum, app) => sum + app.dollars, 0)
    },
    /** Dollars that the ledger in this workspace's file holds. */
    async spent(): Promise<number> {
      return readSpent(join(folder, databaseFileName), workspace.databaseKey)
    },
    /** How many rows a table of this workspace's file has. */
    async counted(table: keyof Schema): Promise<number> {
      return countRows(join(folder, databaseFileName), workspace.databaseKey, table)
    },
    /** What the history of this workspace's file tells of one event, oldest first. */
    async told(event: string): Promise<Told[]> {
      return readTold(join(folder, databaseFileName), workspace.databaseKey, event)
    },
    /** Reads one source now and waits for it. */
    async readNow(username: string, source: 'mentions' | 'dms' | 'posts'): Promise<void> {
      const { handle } = await this.handle(username)
      await call('sync.now', { handleId: handle.id, source })
      await must(core, 'an open core').idle()
    },
    /** Ends core in good order and opens it again on the same folder and vault; `meanwhile` runs in between. */
    async restart(meanwhile: () => Promise<void> = async () => {}): Promise<void> {
      await close()
      await meanwhile()
      await open()
    },
    async end(): Promise<void> {
      await close()
      await s.close()
      rmSync(folder, { recursive: true })
    },
  }

  async function close(): Promise<void> {
    const closing = must(core, 'an open core')
    core = null
    client?.close()
    client = null
    await closing.close()
  }
}

function countRows(file: string, key: string, table: keyof Schema): number {
  const reader = openConnection(file, key, 'read', () => {})
  try {
    return reader.prepare<{ n: number }>(`SELECT count(*) AS n FROM ${table}`).get()?.n ?? 0
  } finally {
    reader.close()
  }
}

type Told = { ticketId: string | null; brandId: string | null; after: string | null }

function readTold(file: string, key: string, event: string): Told[] {
  const reader = openConnection(file, key, 'read', () => {})
  try {
    return reader
      .prepare<Told>(
        'SELECT ticket_id AS ticketId, brand_id AS brandId, after FROM audit WHERE event = ? ORDER BY id',
      )
      .all(event)
  } finally {
    reader.close()
  }
}

function readSpent(file: string, key: string): number {
  const reader = openConnection(file, key, 'read', () => {})
  try {
    const row = reader.prepare<{ micros: number | null }>('SELECT sum(micros) AS micros FROM spend').get()
    return (row?.micros ?? 0) / 1_000_000
  } finally {
    reader.close()
  }
}
