/**
 * @file The ledger: every charge that X's answers told of, summed up in rows. Must not call X and must not slow a read
 * down.
 *
 * [Note: A charge is written with what it bought] A charge waits in memory for the transaction that stores the rows
 * that it paid for, and is written with them: so it can name their ticket, and a crash loses both or neither. Lost ones
 * are read again, which X charges once that day and the ledger then counts once. What no rows follow is written after
 * a few seconds. Requests that brought nothing cost nothing and are counted when something else is written.
 */
import type { Clock } from '../../shared/clock.ts'
import { readKinds } from '../../shared/domain/money.ts'
import type { Tx } from '../db/database.ts'
import type { Log } from '../log/log.ts'
import { isCalledOne } from '../posts/called.ts'
import type { Charge } from '../x/charges.ts'
import { dayOf, sumOf } from './dedup.ts'

export type Entry = {
  appId: string
  brandId: string
  handleId: string
  day: string
  micros: number
}

export type Ledger = {
  /** Takes a charge; it is in a row within seconds. */
  note(charge: Charge): void
  /** Writes what is due into the transaction that is about to commit. Call what it returns after COMMIT. */
  beforeCommit(tx: Tx): (() => void) | null
  /** Writes everything at once. @throws Failure `disk.*`: then it waits for the next transaction */
  flush(): Promise<void>
  /** Resolves when nothing is being written. */
  idle(): Promise<void>
  /** Writes everything and arms no timer any more. */
  stop(): Promise<void>
}

/** How long a charge may wait for its rows. */
const waitMs = 3_000
/** How long bare counts of requests may wait for something to be written. */
const quietMs = 10 * 60_000
/** How long after X's midnight an answer from before it may still wait to be written. */
const stragglersMs = 3_600_000
/** After a failed write. */
const againMs = 60_000

type Waiting = Charge & { notedAt: number }

export function spendLedger(deps: {
  clock: Clock
  log: Log
  /** `database.write`, whose transactions end with `beforeCommit`. */
  write: (work: (tx: Tx) => void) => Promise<void>
  /** Told after COMMIT. */
  onEntries: (entries: readonly Entry[]) => void
}): Ledger {
  const { clock, log, write, onEntries } = deps
  let waiting: Waiting[] = []
  let everything = false
  let stopped = false
  let timer: { at: number; stop: () => void } | null = null
  let writing = Promise.resolve()

  function arm(ms: number): void {
    const at = clock.monotonic() + ms
    if (stopped || (timer !== null && timer.at <= at)) return
    timer?.stop()
    timer = { at, stop: clock.after(ms, fire) }
  }

  function fire(): void {
    timer = null
    writing = flush().catch((error: unknown) => {
      log.error('ledger.unwritten', error, { charges: waiting.length })
      arm(againMs)
    })
  }

  async function flush(): Promise<void> {
    timer?.stop()
    timer = null
    if (waiting.length === 0) return
    await write(() => {
      everything = true
    }).finally(() => {
      everything = false
    })
  }

  const isBare = ({ ids, count }: Charge): boolean => ids.length === 0 && count === 0

  return {
    note(charge) {
      waiting.push({ ...charge, notedAt: clock.monotonic() })
      arm(isBare(charge) ? quietMs : waitMs)
    },
    beforeCommit(tx) {
      if (waiting.length === 0) return null
      const now = clock.monotonic()
      const due = waiting.filter(
        (charge) => everything || isBare(charge) || now - charge.notedAt >= waitMs || isStored(tx, charge),
      )
      if (due.length === 0 || (due.every(isBare) && !everything)) return null
      const entries = due.flatMap((charge) => enter(tx, charge))
      tx.touch.money()
      return () => {
        const done = new Set(due)
        waiting = waiting.filter((charge) => !done.has(charge))
        onEntries(entries)
      }
    },
    flush,
    idle: () => writing,
    async stop() {
      stopped = true
      timer?.stop()
      await writing
      await flush()
    },
  }
}

/** Whether the rows that it paid for are here. A write or a profile waits for none. */
function isStored(tx: Tx, { kind, ids }: Charge): boolean {
  const id = ids[0]
  if (id === undefined || kind === 'person' || kind === 'list') return true
  if (kind === 'dm') return tx.raw('SELECT 1 FROM dm_events WHERE id = ?').get(id) !== undefined
  return tx.raw(`SELECT 1 FROM posts WHERE ${isCalledOne}`).get(id, id) !== undefined
}

function enter(tx: Tx, charge: Charge): Entry[] {
  const day = dayOf(charge.at)
  const { appId } = charge
  const handleId = charge.handleId ?? ''
  const brand = tx.raw<{ id: string }>('SELECT brand_id AS id FROM handles WHERE id = ?').get(handleId)
  const brandId = brand?.id ?? ''
  const remember = tx.raw('INSERT OR IGNORE INTO spend_seen (app_id, day, resource) VALUES (?, ?, ?)')
  const isFirst = (resource: string): boolean => remember.run(appId, day, resource).changes > 0
  tx.raw('DELETE FROM spend_seen WHERE app_id = ? AND day < ?').run(appId, dayOf(charge.at - stragglersMs))

  let micros = 0
  let requests = 1
  for (const [ticketId, part] of byTicket(tx, charge)) {
    const sum = sumOf(part, isFirst)
    micros += sum.micros
    const row = [sum.delivered, sum.charged, sum.micros]
    tx.raw(add).run(day, appId, brandId, handleId, charge.stream, ticketId, charge.kind, requests, ...row)
    requests = 0
  }
  return micros === 0 ? [] : [{ appId, brandId, handleId, day, micros }]
}

/** The parts of a charge by the ticket that they belong to; empty for none. */
function byTicket(tx: Tx, charge: Charge): Map<string, Pick<Charge, 'kind' | 'ids' | 'count'>> {
  const { kind, ids, count, ticketId } = charge
  if (ticketId !== null || !readKinds.has(kind) || kind === 'person')
    return new Map([[ticketId ?? '', { kind, ids, count }]])
  const find = tx.raw<{ id: string }>(
    'SELECT ticket_id AS id FROM ticket_items WHERE item_id = ? AND kind = ? LIMIT 1',
  )
  const parts = new Map<string, { kind: Charge['kind']; ids: string[]; count: number }>([
    ['', { kind, ids: [], count }],
  ])
  for (const id of ids) {
    const ticket = find.get(id, kind === 'dm' ? 'dm' : 'post')?.id ?? ''
    const part = parts.get(ticket) ?? { kind, ids: [], count: 0 }
    part.ids.push(id)
    parts.set(ticket, part)
  }
  return parts
}

const add = `
  INSERT INTO spend (day, app_id, brand_id, handle_id, stream, ticket_id, kind, requests, delivered, charged, micros)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT DO UPDATE SET
    requests = requests + excluded.requests, delivered = delivered + excluded.delivered,
    charged = charged + excluded.charged, micros = micros + excluded.micros`
