/** @file Takes one page of X's into the database: its people, its rows, and what its reader adds, in one transaction. */
import type { Database, Tx } from '../db/database.ts'
import type { PeopleLookup } from '../people/lookup.ts'
import { keepPeople } from '../people/repo.ts'
import type { DmRecord, PostRecord } from '../posts/records.ts'
import type { Page } from '../x/gateway.ts'
import { ingestDms, ingestPosts, type PostSource } from './ingest.ts'
import type { SyncHandle } from './sources.ts'

type PostsPage = Page<PostRecord> & { isFirst?: boolean }

export type Keeper = {
  /**
   * `add` runs in the same transaction, after the rows.
   * @param page `isFirst`: of the first reading of its source
   * @throws Failure `disk.*`
   */
  posts(handle: SyncHandle, via: PostSource, page: PostsPage, add: (tx: Tx) => void): Promise<void>
  dms(handle: SyncHandle, page: Page<DmRecord>, add: (tx: Tx) => void): Promise<void>
}

export function pageKeeper({ database, people }: { database: Database; people: PeopleLookup }): Keeper {
  return {
    async posts(handle, via, page, add) {
      const { items: posts, included, isFirst = false } = page
      const authors = [...posts, ...included].map(({ authorId }) => authorId)
      const profiles = await people.profilesFor(handle.id, authors)
      await database.write((tx) => {
        keepPeople(tx, [...page.people, ...profiles.found], profiles.missingIds)
        ingestPosts(tx, { handle, via, posts, included, people: [], isFirst })
        add(tx)
      })
    },
    async dms(handle, page, add) {
      const { items: events } = page
      const profiles = await people.profilesFor(
        handle.id,
        events.map(({ senderId }) => senderId),
      )
      await database.write((tx) => {
        keepPeople(tx, [...page.people, ...profiles.found], profiles.missingIds)
        ingestDms(tx, { handle, events, people: [] })
        add(tx)
      })
    },
  }
}
