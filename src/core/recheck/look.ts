/**
 * @file Asks X again for posts that are here, for one handle, and writes what it says: edits and figures are taken in,
 * what is gone goes, what is no longer shown is withdrawn from this handle.
 */
import type { Database } from '../db/database.ts'
import type { PeopleLookup } from '../people/lookup.ts'
import { keepPeople } from '../people/repo.ts'
import { withdrawPost } from '../posts/bury.ts'
import type { PersonRecord, PostRecord } from '../posts/records.ts'
import { ingestPosts, type HandleRef } from '../sync/ingest.ts'
import { postDeleted } from '../tickets/answer-gone.ts'
import type { Purpose } from '../x/charges.ts'
import type { Lookup, XGateway } from '../x/gateway.ts'
import { authorsOf } from './repo.ts'
import { verdictOn, type AuthorState } from './rules.ts'

type Parts = { database: Database; gateway: Pick<XGateway, 'posts' | 'people'>; people: PeopleLookup }

type Authors = { states: Map<string, AuthorState>; found: PersonRecord[]; missingIds: string[] }

/** For whom it is asked: a ticket that somebody opened, or nobody in particular. */
export type LookFor = { ticketId: string | null }

/**
 * One lookup, and what follows from it in one transaction.
 * @param ids of the newest versions that are here, 100 at most
 * @throws Failure `x.*`, `disk.*`: nothing has changed then
 */
export async function lookAgain(
  parts: Parts,
  handle: HandleRef,
  ids: string[],
  { ticketId }: LookFor,
): Promise<void> {
  const { database, people } = parts
  const purpose = { stream: 'recheck', ticketId } as const
  const { found, missing } = await withEdits(parts.gateway, handle.id, ids, purpose)
  const authorOf = await authorsOf(
    database.read,
    missing.map(({ id }) => id),
  )
  const authors = await authorsBehind(parts.gateway, handle.id, missing, authorOf, purpose)
  const profiles = await people.profilesFor(
    handle.id,
    found.map((post) => post.authorId),
  )
  await database.write(async (tx) => {
    keepPeople(tx, [...profiles.found, ...authors.found], [...profiles.missingIds, ...authors.missingIds])
    ingestPosts(tx, { handle, via: 'recheck', posts: found, included: [], people: [] })
    for (const { id, why } of missing) {
      const verdict = verdictOn(why, authors.states.get(authorOf.get(id) ?? '') ?? null)
      if (verdict === 'bury') await postDeleted(tx, id)
      else if (verdict !== null) withdrawPost(tx, handle.id, id, { why: verdict })
    }
  })
}

/** X shows the version that is asked for and names the newer ones: those are asked for too. */
async function withEdits(
  gateway: Pick<XGateway, 'posts'>,
  handleId: string,
  ids: string[],
  purpose: Purpose,
): Promise<Lookup<PostRecord>> {
  const first = await gateway.posts(handleId, ids, purpose)
  const newer = first.found.flatMap((post) => post.newerId ?? [])
  if (newer.length === 0) return first
  const second = await gateway.posts(handleId, newer, purpose)
  return { found: [...first.found, ...second.found], missing: first.missing }
}

/** The state of the authors whose posts X says we may not see: one read for all of them, free for who is not shown. */
async function authorsBehind(
  gateway: Pick<XGateway, 'people'>,
  handleId: string,
  missing: Lookup<PostRecord>['missing'],
  authorOf: ReadonlyMap<string, string>,
  purpose: Purpose,
): Promise<Authors> {
  const refused = missing.filter(({ why }) => why === 'protected')
  const ids = [...new Set(refused.flatMap(({ id }) => authorOf.get(id) ?? []))]
  if (ids.length === 0) return { states: new Map(), found: [], missingIds: [] }
  const answer = await gateway.people(handleId, ids, purpose)
  const states = new Map<string, AuthorState>(answer.found.map(({ xUserId }) => [xUserId, 'shown']))
  for (const { id, why } of answer.missing)
    states.set(id, why === 'suspended' || why === 'deleted' ? why : 'unavailable')
  return { states, found: answer.found, missingIds: answer.missing.map(({ id }) => id) }
}
