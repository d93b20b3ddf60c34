/**
 * @file The lane of spikes: after customers wrote, and every minute at most, the last hour of each brand is held against
 * the same hour of earlier weeks. What is told of one wave is told once.
 */
import type { Clock } from '../../shared/clock.ts'
import type { Spike } from '../../shared/domain/alert.ts'
import { raiseAlert } from '../alerts/raise.ts'
import type { Database, Tx } from '../db/database.ts'
import { lane } from '../lane.ts'
import type { Log } from '../log/log.ts'
import { isWorthLooking, spikesIn, type Heard } from './rules.ts'
import { heardOf } from './heard.ts'
import { goingTerms, heardBetween, knownSince, toldSpikes } from './rows.ts'

export type SpikeEngine = {
  /** These tickets changed. */
  told(ticketIds: readonly string[]): void
  idle(): Promise<void>
  stop(): Promise<void>
}

const hourMs = 60 * 60_000
const weekMs = 7 * 24 * hourMs
/** How often the last hour is looked at. */
const gapMs = 60_000
/** What was usual stays so for a while. */
const usualMs = 15 * 60_000
const weeksAtMost = 4
/** Where no earlier week is known, the hours before the last one stand in. */
const hoursBefore = 24
/** A wave goes on: so long it is not told of again. */
const sameWaveMs = 6 * hourMs

export function spikeEngine({
  database,
  clock,
  log,
}: {
  database: Database
  clock: Clock
  log: Log
}): SpikeEngine {
  let moved = false
  let lookedAt = -Infinity
  const usual = new Map<string, { at: number; hours: (readonly Heard[])[] }>()

  async function pass(): Promise<number> {
    if (!moved) return Infinity
    const now = clock.now()
    if (now < lookedAt + gapMs) return lookedAt + gapMs
    moved = false
    lookedAt = now
    for (const [brandId, { at }] of usual) if (now - at >= usualMs) usual.delete(brandId)
    const rows = await heardBetween(database.read, now - hourMs, now + gapMs)
    const since = await knownSince(database.read)
    for (const [brandId, ofBrand] of Map.groupBy(rows, (row) => row.brandId)) {
      const from = since.get(brandId)
      if (from === undefined || !isWorthLooking(ofBrand)) continue
      const spikes = spikesIn(await heardOf(ofBrand), await earlierHours(brandId, from, now))
      if (spikes.length > 0) await database.write((tx) => tell(tx, brandId, spikes))
    }
    return Infinity
  }

  /** Each on its own. @param from since when the brand is read */
  async function earlierHours(brandId: string, from: number, now: number): Promise<(readonly Heard[])[]> {
    const known = usual.get(brandId)
    if (known) return known.hours
    const starts = startsOf(from, now)
    const hours: Heard[][] = []
    for (const start of starts)
      hours.push(await heardOf(await heardBetween(database.long, start, start + hourMs, brandId)))
    usual.set(brandId, { at: now, hours })
    return hours
  }

  const engine = lane(pass, { clock, log, failed: 'spikes.failed' })
  return {
    told(ticketIds) {
      if (ticketIds.length === 0) return
      moved = true
      engine.wake()
    },
    idle: engine.idle,
    stop: engine.stop,
  }
}

/** When the hours began that the one that ends now is held against, epoch ms. */
function startsOf(from: number, now: number): number[] {
  const weeks = Array.from({ length: weeksAtMost }, (_, n) => now - hourMs - (n + 1) * weekMs)
  const known = weeks.filter((start) => start >= from)
  if (known.length > 0) return known
  return Array.from({ length: hoursBefore }, (_, n) => now - (n + 2) * hourMs)
}

async function tell(tx: Tx, brandId: string, spikes: readonly Spike[]): Promise<void> {
  const going = await goingTerms(tx.db, brandId)
  for (const spike of spikes) {
    if (going.some((term) => spike.about === 'word' && shareWord(term, spike.value))) continue
    const told = (await toldSpikes(tx.db, brandId, tx.at - sameWaveMs)).find((one) =>
      isSame(one.spike, spike),
    )
    if (!told) {
      raiseAlert(tx, { brandId, ticketId: null, reason: 'spike', words: '', spike })
    } else if (told.spike.count < spike.count) {
      const grown = JSON.stringify({ ...told.spike, count: spike.count })
      tx.raw('UPDATE alerts SET count = ?, spike = ? WHERE id = ?').run(spike.count, grown, told.id)
      tx.touch.brand(brandId)
    }
  }
}

const isSame = (one: Spike, other: Spike): boolean =>
  one.about === other.about &&
  (one.value === other.value || (one.about === 'word' && shareWord(one.value, other.value)))

const shareWord = (one: string, other: string): boolean => {
  const words = new Set(one.toLowerCase().split(' '))
  return other
    .toLowerCase()
    .split(' ')
    .some((word) => words.has(word))
}
