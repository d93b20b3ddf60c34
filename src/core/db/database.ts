/**
 * @file The one way into the database: `openDatabase` opens, checks and migrates; `read` sees what is committed;
 * `write` alone makes a `Tx`, and only a `Tx` writes. After COMMIT one event tells what the transaction touched.
 *
 * [Note: Two connections] On one connection a raw insert during an awaited Kysely transaction joins it, reads see rows
 * that may still be rolled back, and a read inside a transaction waits for itself. So there is one writer, reachable
 * only through `Tx`, and one reader that SQLite itself keeps from writing.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { Clock } from '../../shared/clock.ts'
import type { ChangeEvent } from '../../shared/contract/contract.ts'
import { must } from '../../shared/must.ts'
import type { Log } from '../log/log.ts'
import { openConnection, type Connection, type Statement } from './connection.ts'
import { translateSqlite } from './failures.ts'
import { longReads, type LongReads } from './long-reads.ts'
import { migrations as shipped, type Migration } from './migrations.ts'
import { prepareFile } from './prepare-file.ts'
import type { Schema } from './schema.ts'

/** What a reader may call; both `Database.read` and `Tx.db` are one. */
export type Reads = Pick<Kysely<Schema>, 'selectFrom' | 'selectNoFrom' | 'fn' | 'dynamic' | 'getExecutor'>

const txMark: unique symbol = Symbol('tx')

/** Leave to write, until the function given to `write` has returned. Nothing but `write` can make one. */
export type Tx = {
  readonly [txMark]: true
  /** Typed SQL on the writer. */
  readonly db: Kysely<Schema>
  /** A prepared statement on the writer, synchronous: for ingest. */
  raw<Row = unknown>(sql: string): Statement<Row>
  /** Names what changed, for the event after COMMIT. */
  readonly touch: {
    ticket(id: string): void
    brand(id: string): void
    job(id: string): void
    connect(id: string): void
    /** A post that came into what columns of posts hold: for those that make themselves known, not for windows. */
    post(id: string): void
    /** What was spent or may be spent. */
    money(): void
    session(): void
  }
  /**
   * Writes in a transaction of its own, right after this one has ended, whether it was kept or rolled back: for what is
   * to be known of a try that failed. Its own trouble is told to the log alone.
   */
  afterwards(work: (tx: Tx) => Promise<void> | void): void
  /** The instant of the whole transaction, epoch ms. */
  readonly at: number
}

export type Database = {
  /** What is committed. Never sees an open write, also from inside one. */
  readonly read: Reads
  /** The same in a thread of its own, for what may take long: ranked search, exports. */
  readonly long: Reads
  /** Has work done whole in another such thread: see `callerOf`. */
  work: LongReads['work']
  /** Writes a whole, encrypted copy beside everything else. @throws Failure `disk.*` */
  backUp: LongReads['backUp']
  /**
   * Runs `work` in a transaction, one at a time in the order of the calls. Throwing rolls everything back and tells
   * nobody. Await nothing but the database inside.
   * @param options.durable the commit has reached the disk before this returns; otherwise a power cut may take the
   * newest commits, whole ones and in order
   * @throws Failure `disk.full`, `disk.failed`; Error when called from inside a write
   */
  write<T>(work: (tx: Tx) => Promise<T> | T, options?: { durable?: boolean }): Promise<T>
  /**
   * Leaves nothing of deleted rows in any file: after the writes that were asked for, the log is emptied into the
   * database. Deleted content itself is overwritten as it is deleted.
   * @throws Failure `disk.*`; Error when a long read held the log all the time
   */
  purge(): Promise<void>
  /** Ends after the writes that were asked for; nothing can be read afterwards. */
  close(): Promise<void>
}

export type DatabaseOptions = {
  file: string
  /** 64 hex digits. */
  key: string
  workspaceId: string
  /** The X that this workspace belongs to; a file of another one is refused. */
  xOrigin: string
  clock: Clock
  log: Log
  /** Called once after each commit that touched something. @param postIds what came into columns of posts */
  onCommit: (event: ChangeEvent, postIds: readonly string[]) => void
  /** The built `long-thread`. */
  longThread: string | URL
  /** May add to every transaction before its COMMIT; what it returns is called after it, and never after a rollback. */
  beforeCommit?: (tx: Tx) => (() => void) | null
  /** Tests only: another list than the shipped one. */
  migrations?: readonly Migration[]
}

/**
 * Opens the file, makes it when it is missing, and brings it to the newest schema; an existing file is backed up first.
 * @throws Failure `workspace.newer`, `workspace.other-origin`, `workspace.unreadable` (also: another key), `disk.full`,
 * `disk.failed`
 */
export function openDatabase(options: DatabaseOptions): Database {
  const { file, key, clock, log, onCommit, beforeCommit = () => null } = options
  const onSlow = (sql: string, ms: number): void =>
    log.warn('database.slow', { sql: sql.slice(0, 120), ms: Math.round(ms) })
  const writer = prepareFile({ ...options, migrations: options.migrations ?? shipped, onSlow })
  const reader = openConnection(file, key, 'read', onSlow)
  const long = longReads(options.longThread, file, key)
  // What takes seconds keeps no search waiting.
  const worker = longReads(options.longThread, file, key)

  let tail: Promise<unknown> = Promise.resolve()
  const inside = new AsyncLocalStorage<{ open: boolean }>()

  async function transact<T>(work: (tx: Tx) => Promise<T> | T, durable: boolean): Promise<T> {
    const begun = beginTx(writer, clock.now())
    try {
      return await run(begun, work, durable)
    } finally {
      for (const more of begun.afterwards)
        await transact(more, false).catch((error: unknown) => log.error('database.afterwards', error))
    }
  }

  async function run<T>(
    { tx, event, posts, end }: Begun,
    work: (tx: Tx) => Promise<T> | T,
    durable: boolean,
  ): Promise<T> {
    const scope = { open: true }
    try {
      if (durable) beDurable(writer, true)
      writer.sqlite.exec('BEGIN IMMEDIATE')
      const result = await inside.run(scope, async () => work(tx))
      const committed = beforeCommit(tx)
      writer.sqlite.exec('COMMIT')
      tell(event(), [...posts], committed)
      return result
    } catch (error) {
      // SQLite may have rolled back by itself, on a full disk for one.
      if (writer.sqlite.inTransaction) writer.sqlite.exec('ROLLBACK')
      throw translateSqlite(error)
    } finally {
      scope.open = false
      end()
      if (durable) beDurable(writer, false)
    }
  }

  function tell(event: ChangeEvent | null, postIds: readonly string[], committed: (() => void) | null): void {
    try {
      committed?.()
      if (event) onCommit(event, postIds)
    } catch (error) {
      // The rows are committed: a listener's trouble must not look like a failed write.
      log.error('database.told', error)
    }
  }

  return {
    read: reader.kysely(() => {}),
    long: long.reads,
    backUp: long.backUp,
    work: worker.work,
    write(work, { durable = false } = {}) {
      if (inside.getStore()?.open) {
        return Promise.reject(new Error('a write inside a write would wait for itself: pass the Tx on'))
      }
      const result = tail.then(() => transact(work, durable))
      tail = result.catch(() => undefined)
      return result
    },
    purge() {
      const result = tail.then(() => emptyLog(writer))
      tail = result.catch(() => undefined)
      return result
    },
    async close() {
      await tail
      await long.close()
      await worker.close()
      reader.close()
      // One file is left behind, so that copying it copies everything.
      writer.sqlite.pragma('wal_checkpoint(TRUNCATE)')
      writer.close()
    },
  }
}

function emptyLog({ sqlite }: Connection): void {
  const [{ busy } = { busy: 1 }] = CheckpointRow.array().parse(sqlite.pragma('wal_checkpoint(TRUNCATE)'))
  if (busy !== 0) throw new Error('a long read holds the write-ahead log')
}

const CheckpointRow = z.object({ busy: z.number() })

/** WAL with NORMAL syncs at checkpoints only; FULL syncs the commit itself. Neither can change within a transaction. */
function beDurable({ sqlite }: Connection, on: boolean): void {
  sqlite.pragma(`synchronous=${on ? 'FULL' : 'NORMAL'}`)
  // macOS lies to fsync unless told so.
  sqlite.pragma(`fullfsync=${on ? 'ON' : 'OFF'}`)
}

type Begun = {
  tx: Tx
  event(): ChangeEvent | null
  posts: ReadonlySet<string>
  afterwards: readonly ((tx: Tx) => Promise<void> | void)[]
  end(): void
}

function beginTx(writer: Connection, at: number): Begun {
  let open = true
  const touched = { tickets: new Set<string>(), brands: new Set<string>(), jobs: new Set<string>() }
  const connects = new Set<string>()
  const posts = new Set<string>()
  const afterwards: ((tx: Tx) => Promise<void> | void)[] = []
  let session = false
  let money = false
  const guard = (): void => void must(open ? open : null, 'a Tx is used only while its write runs')
  let kysely: Kysely<Schema> | null = null

  const tx: Tx = {
    [txMark]: true,
    get db() {
      kysely ??= writer.kysely(guard)
      return kysely
    },
    raw<Row>(sql: string) {
      guard()
      return writer.prepare<Row>(sql)
    },
    touch: {
      ticket: (id) => void touched.tickets.add(id),
      brand: (id) => void touched.brands.add(id),
      job: (id) => void touched.jobs.add(id),
      connect: (id) => void connects.add(id),
      post: (id) => void posts.add(id),
      money: () => {
        money = true
      },
      session: () => {
        session = true
      },
    },
    afterwards(work) {
      guard()
      afterwards.push(work)
    },
    at,
  }
  return {
    tx,
    posts,
    afterwards,
    event() {
      const sets = [touched.tickets, touched.brands, touched.jobs, connects, posts]
      if (!session && !money && sets.every((set) => set.size === 0)) return null
      return {
        kind: 'changed',
        ticketIds: [...touched.tickets],
        brandIds: [...touched.brands],
        jobIds: [...touched.jobs],
        connectIds: [...connects],
        money,
        session,
      }
    },
    end: () => {
      open = false
    },
  }
}
