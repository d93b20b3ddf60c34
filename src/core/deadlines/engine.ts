/**
 * @file Time passing for deadlines: tells what is near and what is late, once each; tells when a brand opens and closes;
 * reckons again what stands by old settings. One timer for the next of them.
 *
 * [Note: The clock may jump] A timer counts the time that passes, not what the clock of the wall says. So the engine looks
 * at the clock every few minutes, without reading anything, and at once when the computer wakes up.
 */
import type { Clock } from '../../shared/clock.ts'
import { raiseOneMore } from '../alerts/raise.ts'
import { recordNow } from '../audit/audit.ts'
import type { FellDue } from '../../shared/host-protocol.ts'
import type { Database, Tx } from '../db/database.ts'
import { newId } from '../db/uuid.ts'
import { isSet, toJson } from '../db/values.ts'
import { lane } from '../lane.ts'
import type { Log } from '../log/log.ts'
import { policiesOf } from './policy.ts'
import { reckonBrand, reckonedHashes } from './reckon.ts'
import { tellings, type Deadlines, type Telling } from './rules.ts'

export type DeadlineEngine = {
  /** Tickets changed, or the computer woke up: looks for the next instant again. */
  rearm(): void
  /** Brands changed, perhaps their settings or this computer's zone: also looks whether deadlines stand by old ones. */
  brandsChanged(): void
  /** Resolves once nothing is under way; a timer that waits does not count. */
  idle(): Promise<void>
  stop(): Promise<void>
}

type Parts = {
  database: Database
  clock: Clock
  log: Log
  /** The person at this computer is to be told, where the brand wants that. */
  onFellDue: (due: FellDue) => void
}

/** So many tickets are told of in one transaction. */
const batch = 200
/** How often the clock of the wall is looked at. */
const lookMs = 5 * 60_000

/** Nothing happens before the first call of `brandsChanged`. */
export function deadlineEngine({ database, clock, log, onFellDue }: Parts): DeadlineEngine {
  let cancel = (): void => {}
  let perhapsStale = false
  let nextAt = Infinity
  /** When the next brand opens or closes. */
  let doorsAt = -Infinity
  let policies: Awaited<ReturnType<typeof policiesOf>> = new Map()
  let reckoned: Map<string, string> | null = null
  /** Whether each brand was open when it was last looked at. */
  const open = new Map<string, boolean>()

  async function pass(): Promise<number> {
    cancel()
    if (perhapsStale) {
      perhapsStale = false
      policies = await policiesOf(database.read)
      await reckonStale()
      doorsAt = -Infinity
    }
    while (!engine.isStopped() && (await nextTelling()) <= clock.now()) await tellDue()
    if (doorsAt <= clock.now()) doorsAt = await lookAtDoors()
    nextAt = Math.min(await nextTelling(), doorsAt)
    arm()
    return Infinity
  }

  async function reckonStale(): Promise<void> {
    reckoned ??= await reckonedHashes(database)
    for (const [brandId, { hash }] of policies) {
      if (engine.isStopped() || reckoned.get(brandId) === hash) continue
      await reckonBrand(database, brandId, hash, engine.isStopped)
      reckoned.set(brandId, hash)
    }
  }

  function arm(): void {
    if (engine.isStopped()) return
    cancel = clock.after(Math.min(lookMs, Math.max(0, nextAt - clock.now())), () => {
      if (clock.now() >= nextAt) engine.wake()
      else arm()
    })
  }

  async function nextTelling(): Promise<number> {
    const row = await database.read
      .selectFrom('tickets')
      .select(({ fn }) => fn.min('tell_at').as('at'))
      .where('tell_at', 'is not', null)
      .executeTakeFirst()
    return row?.at ?? Infinity
  }

  async function tellDue(): Promise<void> {
    const late = await database.write((tx) => {
      const missed = tx
        .raw<Row>(dueRows)
        .all(tx.at, batch)
        .filter((row) => tellNow(tx, row))
      for (const { brandId, id } of missed) raiseOneMore(tx, { brandId, ticketId: id, reason: 'late' })
      return missed
    })
    const loud = late.filter(({ brandId }) => policies.get(brandId)?.targets.notify ?? true)
    const byBrand = Map.groupBy(loud, ({ brandId }) => brandId)
    if (byBrand.size > 0)
      onFellDue({
        brands: [...byBrand].map(([brandId, rows]) => ({
          brandId,
          name: rows[0]?.brandName ?? '',
          count: rows.length,
          loud: rows.filter(({ loud }) => isSet(loud)).length,
        })),
      })
  }

  /** Tells brands that opened or closed. @returns when the next of them does, epoch ms */
  async function lookAtDoors(): Promise<number> {
    const now = clock.now()
    const moved: string[] = []
    let next = Infinity
    for (const [brandId, { time }] of policies) {
      const isOpen = time.isOpen(now)
      if ((open.get(brandId) ?? isOpen) !== isOpen) moved.push(brandId)
      open.set(brandId, isOpen)
      next = Math.min(next, (isOpen ? time.closesAt(now) : time.nextOpening(now)) ?? Infinity)
    }
    if (moved.length > 0)
      await database.write((tx) => {
        for (const brandId of moved) tx.touch.brand(brandId)
      })
    return next
  }

  const engine = lane(pass, { clock, log, failed: 'deadlines.wake' })
  return {
    rearm: engine.wake,
    brandsChanged() {
      perhapsStale = true
      engine.wake()
    },
    idle: engine.idle,
    async stop() {
      cancel()
      await engine.stop()
      cancel()
    },
  }
}

type Row = Deadlines & {
  id: string
  brandId: string
  brandName: string
  needsReply: number
  removedAt: number | null
  /** Breaks through quiet hours. */
  loud: number
}

const dueRows = `
  SELECT t.id, t.brand_id AS "brandId", t.needs_reply AS "needsReply", t.due_at AS "dueAt", t.warn_at AS "warnAt",
    t.resolve_due_at AS "resolveDueAt", t.resolve_warn_at AS "resolveWarnAt", b.name AS "brandName", b.removed_at AS "removedAt",
    coalesce((SELECT g.loud FROM ticket_triage g WHERE g.ticket_id = t.id), 0) AS loud
  FROM tickets t JOIN brands b ON b.id = t.brand_id WHERE t.tell_at <= ? ORDER BY t.tell_at LIMIT ?`

/**
 * Writes what became near or late into the history, once per deadline, and when this ticket is next told of.
 * @returns whether its reply fell due
 */
function tellNow(tx: Tx, row: Row): boolean {
  // Nobody answers for a brand that was removed with its data kept.
  const all = row.removedAt === null ? tellings(row, isSet(row.needsReply)) : []
  let fellDue = false
  for (const telling of all) {
    if (telling.at > tx.at || isOvertaken(telling, all, tx.at) || isTold(tx, row.id, telling)) continue
    recordNow(tx, 'core', {
      event: telling.event,
      actionId: newId(tx.at),
      ticketId: row.id,
      brandId: row.brandId,
      after: factsOf(telling),
      undoable: false,
    })
    fellDue ||= telling.event === 'deadline.missed' && telling.about === 'reply'
  }
  const next = all.find(({ at }) => at > tx.at)
  tx.raw('UPDATE tickets SET tell_at = ? WHERE id = ?').run(next?.at ?? null, row.id)
  tx.touch.ticket(row.id)
  tx.touch.brand(row.brandId)
  return fellDue
}

/** What is late already, after a night's sleep for one, needs no warning any more. */
const isOvertaken = (telling: Telling, all: readonly Telling[], now: number): boolean =>
  telling.event === 'deadline.warned' &&
  all.some(({ event, about, at }) => event === 'deadline.missed' && about === telling.about && at <= now)

const factsOf = ({ about, dueAt }: Telling) => ({ about, due_at: dueAt })

/** A deadline that stood still and came back as it was is told no second time. */
const isTold = (tx: Tx, ticketId: string, telling: Telling): boolean =>
  tx
    .raw('SELECT 1 FROM audit WHERE ticket_id = ? AND event = ? AND after = ?')
    .get(ticketId, telling.event, toJson(factsOf(telling))) !== undefined
