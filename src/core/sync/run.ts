/**
 * @file One reading of one source, whatever its kind: its pages or searches, then what it left to be looked up, the gaps
 * that a search can close, and whether its silence is odd.
 */
import type { Clock } from '../../shared/clock.ts'
import { Failure } from '../../shared/errors.ts'
import type { Database } from '../db/database.ts'
import type { Log } from '../log/log.ts'
import type { PeopleLookup } from '../people/lookup.ts'
import { instantOfId } from '../x/dates.ts'
import type { XGateway } from '../x/gateway.ts'
import type { Cursor } from './chain.ts'
import { gapFiller } from './filler.ts'
import { pageKeeper } from './keeper.ts'
import { lookups } from './lookups.ts'
import { sourceReader } from './reader.ts'
import { latelyPerHour, oddSilence, usualHours, type HourCount } from './rhythm.ts'
import { subjectSearcher } from './searcher.ts'
import type { Slot } from './slots.ts'
import { refOf, writeSilence } from './sources.ts'
import { xClock } from './x-clock.ts'

export type SourceRun = {
  /** `onWell` is called after every commit. @throws Failure `x.*`, `vault.*`, `disk.*`; what was committed stays */
  run(slot: Slot, onWell: () => void): Promise<void>
}

const hourMs = 3_600_000

export function sourceRun(deps: {
  database: Database
  gateway: XGateway
  people: PeopleLookup
  clock: Clock
  log: Log
}): SourceRun {
  const { database, gateway, log } = deps
  const clock = xClock(deps.clock, () => gateway.dateOffsetMs())
  const keeper = pageKeeper(deps)
  const reader = sourceReader({ ...deps, clock, keeper })
  const searcher = subjectSearcher({ ...deps, clock, keeper })
  const filler = gapFiller({ ...deps, clock, keeper })
  const { lookUp } = lookups(deps)

  function read(slot: Slot, onWell: () => void): Promise<'end' | 'rest'> {
    const { source } = slot
    const onCursor = (cursor: Cursor, came: readonly HourCount[]): void => {
      slot.cursor = cursor
      slot.arrivals = added(slot.arrivals, came)
      onWell()
    }
    if (source === 'thread' || source === 'quotes')
      return searcher.read({ ...slot, source }, (cursor, requests) => {
        slot.requests = requests
        onCursor(cursor, [])
      })
    return reader.read({ ...slot, source }, expectedOf(slot), onCursor)
  }

  function expectedOf({ arrivals, cursor }: Slot): number {
    const now = clock.now()
    return ((latelyPerHour(arrivals, now) ?? 0) * (now - (cursor.completeToAt ?? now))) / hourMs
  }

  /** What fails here is told to the log and tried again with a later reading. */
  async function fill(slot: Slot): Promise<void> {
    try {
      await filler.fill(slot)
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      log.warn('sync.gap-not-filled', { handleId: slot.handle.id, source: slot.source, code: error.code })
    }
  }

  async function listen(slot: Slot): Promise<void> {
    const { source, cursor, silentSince } = slot
    if (source === 'posts' || source === 'thread' || source === 'quotes' || cursor.sinceId === null) return
    const since = instantOfId(cursor.sinceId)
    const odd = oddSilence(slot.arrivals, since, clock.now(), usualHours)
    const now = odd === null ? null : since
    if (now === silentSince) return
    slot.silentSince = now
    await database.write((tx) => {
      writeSilence(tx, refOf(slot), odd === null ? null : { since, rhythmMs: odd.rhythmMs })
      tx.touch.brand(slot.handle.brandId)
    })
  }

  return {
    async run(slot, onWell) {
      if ((await read(slot, onWell)) !== 'end') return
      await lookUp(slot.handle)
      await fill(slot)
      await listen(slot)
    },
  }
}

function added(counts: readonly HourCount[], came: readonly HourCount[]): HourCount[] {
  if (came.length === 0) return [...counts]
  const sums = new Map(counts.map(({ hour, items }) => [hour, items]))
  for (const { hour, items } of came) sums.set(hour, (sums.get(hour) ?? 0) + items)
  return [...sums].map(([hour, items]) => ({ hour, items }))
}
