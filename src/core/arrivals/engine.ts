/**
 * @file New messages in columns that make themselves known. What counts is what a customer wrote since core came to life
 * and what was stored just now: neither what is read at the start, nor what an agent did. A page of messages is told as
 * one, a little later, when triage has looked at it; and then nothing for a while.
 */
import type { Clock } from '../../shared/clock.ts'
import type { Arrival } from '../../shared/host-protocol.ts'
import { heldBy } from '../columns/holds.ts'
import type { Database } from '../db/database.ts'
import { isSet } from '../db/values.ts'
import { lane } from '../lane.ts'
import type { Log } from '../log/log.ts'
import { loudColumns, messagesOf, type LoudColumn, type Message } from './rows.ts'

export type ArrivalEngine = {
  /** What is written from now on is new. */
  start(): void
  /** These tickets changed. */
  told(ticketIds: readonly string[]): void
  idle(): Promise<void>
  stop(): Promise<void>
}

/** So long a page comes in and is looked at by triage. */
const settleMs = 3_000
/** After something was told, nothing more is told for so long. */
const quietMs = 30_000
/** Between asking X for a message and the commit that tells of its ticket. */
const justNowMs = 30_000
/** So many tickets are looked at at once; a burst beyond is told with the next. */
const atOnce = 500
const knownAtMost = 20_000

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
  /** When each ticket changed first since it was last looked at. */
  const waiting = new Map<string, number>()
  /** Messages that were looked at, whether they were told or not. */
  const known = new Set<string>()
  let lookAt = Infinity
  let toldAt = -Infinity

  const nextLook = (): number => Math.max(clock.now() + settleMs, toldAt + quietMs)

  async function pass(): Promise<number> {
    if (waiting.size === 0) return Infinity
    const now = clock.now()
    if (now < lookAt) return lookAt
    lookAt = Infinity
    const batch = new Map([...waiting].slice(0, atOnce))
    for (const ticketId of batch.keys()) waiting.delete(ticketId)
    const arrivals = await arrivalsOf(batch, now).catch((error: unknown) => {
      for (const [ticketId, at] of batch) if (!waiting.has(ticketId)) waiting.set(ticketId, at)
      throw error
    })
    if (arrivals.length > 0) {
      toldAt = now
      onArrived(arrivals)
    }
    if (waiting.size > 0 && lookAt === Infinity) lookAt = nextLook()
    return lookAt
  }

  async function arrivalsOf(batch: ReadonlyMap<string, number>, now: number): Promise<Arrival[]> {
    const columns = await loudColumns(database.read, now)
    if (columns.length > 0) return arrivalsIn(batch, columns)
    // What came while nobody listened is not new when somebody begins to.
    startedAt = now
    return []
  }

  async function arrivalsIn(
    batch: ReadonlyMap<string, number>,
    columns: readonly LoudColumn[],
  ): Promise<Arrival[]> {
    // X tells whole seconds.
    const since = Math.floor((startedAt + xNow() - clock.now()) / 1_000) * 1_000
    const messages = (await messagesOf(database.read, [...batch.keys()], since)).filter(
      ({ itemId, ticketId, observedAt }) =>
        !known.has(itemId) && observedAt >= (batch.get(ticketId) ?? Infinity) - justNowMs,
    )
    const ticketIds = [...new Set(messages.map(({ ticketId }) => ticketId))]
    const held = new Map<LoudColumn, Set<string>>()
    for (const column of columns)
      held.set(column, await heldBy(database, column.columnId, ticketIds, clock.now()))
    for (const { itemId } of messages) known.add(itemId)
    for (const itemId of [...known].slice(0, Math.max(0, known.size - knownAtMost))) known.delete(itemId)
    return messages.flatMap((message) => {
      const its = columns.filter((column) => held.get(column)?.has(message.ticketId))
      return its.length === 0 ? [] : [arrival(message, its)]
    })
  }

  const engine = lane(pass, { clock, log, failed: 'arrivals.failed' })
  return {
    start() {
      startedAt = clock.now()
    },
    told(ticketIds) {
      if (startedAt === Infinity || ticketIds.length === 0) return
      for (const ticketId of ticketIds) if (!waiting.has(ticketId)) waiting.set(ticketId, clock.now())
      if (lookAt !== Infinity) return
      lookAt = nextLook()
      engine.wake()
    },
    idle: engine.idle,
    stop: engine.stop,
  }
}

/** A message told for the columns that it stands in. */
function arrival(message: Message, columns: readonly LoudColumn[]): Arrival {
  const { ticketId, customer, brandId, brandName, loud } = message
  const first = columns.find(({ alert }) => alert)
  return {
    ticketId,
    customer,
    brandId,
    brandName,
    loud: isSet(loud),
    notice: first
      ? { deckId: first.deckId, columnId: first.columnId, kind: first.kind, title: first.title }
      : null,
    sound: columns.some(({ sound }) => sound),
  }
}
