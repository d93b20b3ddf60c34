/**
 * @file What reading leaves to be looked up: posts that others name and that are not here, people of whom only the id is
 * known. What X refuses here is told to the log and put off: it must not stop a source that was read well.
 */
import type { Clock } from '../../shared/clock.ts'
import { Failure } from '../../shared/errors.ts'
import type { Database } from '../db/database.ts'
import type { Log } from '../log/log.ts'
import type { PeopleLookup } from '../people/lookup.ts'
import { keepPeople } from '../people/repo.ts'
import type { XGateway } from '../x/gateway.ts'
import { ingestPosts } from './ingest.ts'
import type { SyncHandle } from './sources.ts'
import { dueWanted, settleWanted } from './wanted.ts'

export type Lookups = {
  /** Looks up what is due for a handle; one after the other, however many of its sources ask. @throws Failure `disk.*` */
  lookUp(handle: SyncHandle): Promise<void>
}

/** Parents of parents: each round is one step up a conversation. */
const roundsAtMost = 6

/** After a refused lookup a handle asks for no more of them for this long. */
const restMs = 60_000

export function lookups(deps: {
  database: Database
  gateway: Pick<XGateway, 'posts'>
  people: PeopleLookup
  clock: Clock
  log: Log
}): Lookups {
  const { database, gateway, people, clock, log } = deps
  const turns = new Map<string, Promise<void>>()
  const restUntil = new Map<string, number>()

  /** A handle's sources may end at the same moment, wanting the same posts. */
  async function lookUp(handle: SyncHandle): Promise<void> {
    const { id } = handle
    const turn = (turns.get(id) ?? Promise.resolve()).then(() => lookUpNow(handle))
    const settled = turn.then(
      () => undefined,
      () => undefined,
    )
    turns.set(id, settled)
    await turn
    if (turns.get(id) === settled) turns.delete(id)
  }

  async function lookUpNow(handle: SyncHandle): Promise<void> {
    const { id } = handle
    if (clock.now() < (restUntil.get(id) ?? 0)) return
    try {
      await fetchWanted(handle)
      await people.meetStrangers(id)
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      restUntil.set(id, error.is('x.rate-limited') ? error.data.resetAt : clock.now() + restMs)
      log.warn('sync.not-looked-up', { handleId: id, code: error.code })
    }
  }

  async function fetchWanted(handle: SyncHandle): Promise<void> {
    for (let round = 0; round < roundsAtMost; round++) {
      const ids = await dueWanted(database.read, handle.id, clock.now())
      if (ids.length === 0) break
      const { found, missing } = await gateway.posts(handle.id, ids)
      const profiles = await people.profilesFor(
        handle.id,
        found.map(({ authorId }) => authorId),
      )
      await database.write((tx) => {
        keepPeople(tx, profiles.found, profiles.missingIds)
        ingestPosts(tx, { handle, via: 'lookup', posts: found, included: [], people: [] })
        settleWanted(tx, handle.id, ids, missing)
      })
    }
  }

  return { lookUp }
}
