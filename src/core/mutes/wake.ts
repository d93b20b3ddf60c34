/** @file Mutes whose time is over: one timer for the earliest of them, no polling. */
import type { Clock } from '../../shared/clock.ts'
import { recordNow } from '../audit/audit.ts'
import type { Database } from '../db/database.ts'
import { newId } from '../db/uuid.ts'
import { lane, type Lane } from '../lane.ts'
import type { Log } from '../log/log.ts'
import { endMutes, nextEnd } from './repo.ts'

/** Whoever changes mutes wakes it, to look for the next instant again; so does the computer's waking up. */
export function wakeMutes({ database, clock, log }: { database: Database; clock: Clock; log: Log }): Lane {
  async function pass(): Promise<number> {
    const at = await nextEnd(database.read)
    if (at === null) return Infinity
    if (at > clock.now()) return at
    await database.write(async (tx) => {
      for (const mute of await endMutes(tx)) {
        recordNow(tx, 'core', {
          event: 'mute.ended',
          actionId: newId(tx.at),
          before: { mute_id: mute.id, mute: JSON.stringify(mute) },
          undoable: false,
        })
      }
    })
    return (await nextEnd(database.read)) ?? Infinity
  }

  return lane(pass, { clock, log, failed: 'mutes.wake' })
}
