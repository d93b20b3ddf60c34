/**
 * @file New messages in columns that make themselves known. What counts is what was written since core came to life and
 * what was stored just now: neither what is read at the start, nor what an agent did. A page of messages is told as one,
 * a little later, when triage has looked at it; and then nothing for a while.
 */
import type { Clock } from '../../shared/clock.ts'
import type { Arrival } from '../../shared/host-protocol.ts'
import type { Database } from '../db/database.ts'
import { lane } from '../lane.ts'
import type { Log } from '../log/log.ts'
import { arrivalOf, keyOf, postNews, ticketNews, together } from './news.ts'
import { loudColumns, messagesOf, type LoudColumn } from './rows.ts'

export type ArrivalEngine = {
  /** What is written from now on is new. */
  start(): void
  /** These tickets changed, and these posts came into what columns of posts hold. */
  told(ticketIds: readonly string[], postIds: readonly string[]): void
  idle(): Promise<void>
  stop(): Promise<void>
}

/** So long a page comes in and is looked at by triage. */
const settleMs = 3_000
/** After something was told, nothing more is told for so long. */
const quietMs = 30_000
/** Between asking X for a message and the commit that tells of it. */
const justNowMs = 30_000
/** So many tickets or posts are looked at at once; a burst beyond is told with the next. */
const atOnce = 500
const rememberedAtMost = 20_000

/** When each ticket changed first, and each post came, since it was last looked at. */
type Waiting = Record<'tickets' | 'posts', ReadonlyMap<string, number>>

/** Takes out what is looked at now. */
function taken(waiting: Map<string, number>): ReadonlyMap<string, number> {
  const batch = new Map([...waiting].slice(0, atOnce))
  for (const id of batch.keys()) waiting.delete(id)
  return batch
}

/** Adds to what is remembered; the oldest is forgotten first. */
function remember(all: Set<string>, keys: readonly string[]): void {
  for (const key of keys) all.add(key)
  for (const key of [...all].slice(0, Math.max(0, all.size - rememberedAtMost))) all.delete(key)
}

/** Nothing is told before `start`. @param xNow X's clock, epoch ms */
export function arrivalEngine({
  database,
  clock,
  log,
  xNow,
  onArrived,
}: {
  database: Database
  clock: Clock
  log: Log
  xNow: () => number
  onArrived: (arrivals: Arrival[]) => void
}): ArrivalEngine {
  let startedAt = Infinity
  const waiting = { tickets: new Map<string, number>(), posts: new Map<string, number>() }
  /** Messages of tickets that were looked at, whether they were told or not. */
  const known = new Set<string>()
  /** What was told: in another column it is the same message still. */
  const told = new Set<string>()
  let lookAt = Infinity
  let toldAt = -Infinity

  const nextLook = (): number => Math.max(clock.now() + settleMs, toldAt + quietMs)
  const waits = (): boolean => waiting.tickets.size + waiting.posts.size > 0

  async function pass(): Promise<number> {
    if (!waits()) return Infinity
    const now = clock.now()
    if (now < lookAt) return lookAt
    lookAt = Infinity
    const batch: Waiting = { tickets: taken(waiting.tickets), posts: taken(waiting.posts) }
    const arrivals = await arrivalsOf(batch, now).catch((error: unknown) => {
      log.error('arrivals.failed', error)
      wait('tickets', batch.tickets)
      wait('posts', batch.posts)
      return []
    })
    if (arrivals.length > 0) {
      toldAt = now
      onArrived(arrivals)
    }
    if (waits() && lookAt === Infinity) lookAt = nextLook()
    return lookAt
  }

  function wait(what: keyof Waiting, ids: Iterable<readonly [string, number]>): void {
    for (const [id, at] of ids) if (!waiting[what].has(id)) waiting[what].set(id, at)
  }

  async function arrivalsOf(batch: Waiting, now: number): Promise<Arrival[]> {
    const columns = await loudColumns(database.read, now)
    if (columns.length > 0) return arrivalsIn(batch, columns, now)
    // What came while nobody listened is not new when somebody begins to.
    startedAt = now
    return []
  }

  async function arrivalsIn(
    { tickets, posts }: Waiting,
    columns: readonly LoudColumn[],
    now: number,
  ): Promise<Arrival[]> {
    // X tells whole seconds.
    const since = Math.floor((startedAt + xNow() - clock.now()) / 1_000) * 1_000
    const messages = (await messagesOf(database.read, [...tickets.keys()], since)).filter(
      ({ itemId, ticketId, observedAt }) =>
        !known.has(itemId) && observedAt >= (tickets.get(ticketId) ?? Infinity) - justNowMs,
    )
    const news = together([
      ...(await ticketNews(database, messages, columns, now)),
      ...(await postNews(database, [...posts.keys()], columns, { since, now })),
    ]).filter((one) => !told.has(keyOf(one)))
    remember(
      known,
      messages.map(({ itemId }) => itemId),
    )
    remember(told, news.map(keyOf))
    return news.map((one) => arrivalOf(one, columns))
  }

  const engine = lane(pass, { clock, log, failed: 'arrivals.failed' })
  return {
    start() {
      startedAt = clock.now()
    },
    told(ticketIds, postIds) {
      if (startedAt === Infinity || ticketIds.length + postIds.length === 0) return
      const now = clock.now()
      wait(
        'tickets',
        ticketIds.map((id) => [id, now]),
      )
      wait(
        'posts',
        postIds.map((id) => [id, now]),
      )
      if (lookAt !== Infinity) return
      lookAt = nextLook()
      engine.wake()
    },
    idle: engine.idle,
    stop: engine.stop,
  }
}
