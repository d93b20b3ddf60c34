/**
 * @file Looks people up at X in batches of a hundred, only those who must be. A lookup that fails is told to the log and
 * costs a name for a while, never a message.
 */
import { Failure } from '../../shared/errors.ts'
import type { Clock } from '../../shared/clock.ts'
import type { Database } from '../db/database.ts'
import type { Log } from '../log/log.ts'
import type { PersonRecord } from '../posts/records.ts'
import type { XGateway } from '../x/gateway.ts'
import { keepPeople, lookupSize, staleAmong, strangers } from './repo.ts'

export type PeopleLookup = {
  /** Profiles for those of `ids` that need one, not yet kept: they go into the transaction of their messages. */
  profilesFor(
    handleId: string,
    ids: readonly string[],
  ): Promise<{ found: PersonRecord[]; missingIds: string[] }>
  /** Looks up people of whom only the id is known, and keeps them. */
  meetStrangers(handleId: string): Promise<void>
}

/** After a failed lookup strangers are left alone for this long. */
const restMs = 60_000

export function peopleLookup(deps: {
  database: Database
  gateway: Pick<XGateway, 'people'>
  clock: Clock
  log: Log
}): PeopleLookup {
  const { database, gateway, clock, log } = deps
  let restUntil = 0

  async function ask(
    handleId: string,
    ids: string[],
  ): Promise<{ found: PersonRecord[]; missingIds: string[] }> {
    const found: PersonRecord[] = []
    const missingIds: string[] = []
    if (ids.length === 0 || clock.now() < restUntil) return { found, missingIds }
    try {
      for (let start = 0; start < ids.length; start += lookupSize) {
        const answer = await gateway.people(handleId, ids.slice(start, start + lookupSize))
        found.push(...answer.found)
        missingIds.push(...answer.missing.map((one) => one.id))
      }
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      restUntil = error.is('x.rate-limited') ? error.data.resetAt : clock.now() + restMs
      log.warn('people.not-looked-up', { handleId, code: error.code })
    }
    return { found, missingIds }
  }

  return {
    profilesFor: async (handleId, ids) => ask(handleId, await staleAmong(database.read, ids, clock.now())),
    async meetStrangers(handleId) {
      const { found, missingIds } = await ask(handleId, await strangers(database.read))
      if (found.length + missingIds.length > 0)
        await database.write((tx) => keepPeople(tx, found, missingIds))
    },
  }
}
