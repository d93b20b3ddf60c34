/**
 * @file Takes what X answered into the database: mirror rows, full text and tickets, in the caller's transaction, which
 * moves the cursor too. A crash repeats work, it never loses it.
 */
import type { Tx } from '../db/database.ts'
import { noteLegacy } from '../dms/signals.ts'
import { mirror } from '../posts/mirror.ts'
import type { DmRecord, PersonRecord, PostRecord } from '../posts/records.ts'
import { intake, type HandleRef } from '../tickets/intake.ts'

export type { HandleRef } from '../tickets/intake.ts'

/**
 * How posts came: from a time line of the handle, told by X's stream, by a search or a list, by looking ids up, by looking again at what is
 * here, or as X's answer to our own sending.
 */
export type PostSource =
  | 'mentions'
  | 'stream'
  | 'posts'
  | 'search'
  | 'list'
  | 'thread'
  | 'quotes'
  | 'backfill'
  | 'lookup'
  | 'recheck'
  | 'sent'

export type PostPage = {
  handle: HandleRef
  via: PostSource
  posts: PostRecord[]
  /** Posts that X sent along because others name them. */
  included: PostRecord[]
  people: PersonRecord[]
  /** When X showed this, epoch ms; the transaction's instant unless told. */
  observedAt?: number
  /** Of the first reading of a source: it was there before, and is news to nobody. */
  isFirst?: boolean
}

export type DmPage = { handle: HandleRef; events: DmRecord[]; people: PersonRecord[]; observedAt?: number }

/** What a page brought. */
export type Ingested = {
  /** Items that this handle had not seen before. */
  fresh: number
}

const oldestFirst = (a: { createdAt: number; id: string }, b: { createdAt: number; id: string }): number =>
  a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1)

/** What we sent is noted before X shows it: whatever X showed or will show knows better. */
const neverObserved = 0

/**
 * Takes in posts, in any order and any number of times. Whoever sees a post for the first time is asked for tickets:
 * which messages open or join one is told in core/tickets/rules.ts.
 */
export function ingestPosts(tx: Tx, page: PostPage): Ingested {
  const { handle, via } = page
  const observedAt = via === 'sent' ? neverObserved : (page.observedAt ?? tx.at)
  const rows = mirror(tx)
  const tickets = intake(tx, handle)
  const takeWanted = tx.raw<{ depth: number }>(
    'DELETE FROM wanted_posts WHERE post_id = ? AND handle_id = ? RETURNING depth',
  )
  const met = page.people.filter((person) => rows.person(person, observedAt))

  let fresh = 0
  const seen = new Set(met.map((person) => person.xUserId))
  for (const post of [...page.included, ...page.posts].sort(oldestFirst)) {
    const kept = rows.post(post, handle.id, observedAt)
    if (!kept) continue
    if (!seen.has(post.authorId)) {
      seen.add(post.authorId)
      rows.stranger(post.authorId)
    }
    const wanted = kept.isNewToHandle ? takeWanted.get(post.id, handle.id) : undefined
    if (kept.isNewToHandle) fresh += 1
    if (kept.isNewToHandle && via !== 'sent' && standsInOwnColumns(post, handle)) {
      tx.touch.brand(handle.brandId)
      if (via !== 'backfill' && !page.isFirst && !kept.isBack) tx.touch.post(post.id)
    }
    if (kept.isNewToHandle || kept.isOther)
      tickets.post({ ...post, createdAt: kept.createdAt }, wanted?.depth ?? 0)
    if (kept.isOther) tickets.changed(post.id)
    if (kept.isBack) tickets.back('post', post)
    if (kept.isNew) {
      tickets.arrived(post.id)
      if (post.latestId !== post.id) tickets.arrived(post.latestId)
    }
  }
  tickets.finish()
  return { fresh }
}

/** Whether it may stand in a column of what the handle wrote, or of what quotes that. */
const standsInOwnColumns = ({ authorId, quotedPostId }: PostRecord, { xUserId }: HandleRef): boolean =>
  authorId === xUserId || quotedPostId !== null

/** Takes in direct messages, in any order and any number of times. */
export function ingestDms(tx: Tx, page: DmPage): Ingested {
  const { handle } = page
  const observedAt = page.observedAt ?? tx.at
  const rows = mirror(tx)
  const tickets = intake(tx, handle)
  for (const person of page.people) rows.person(person, observedAt)
  let fresh = 0
  for (const event of [...page.events].sort(oldestFirst)) {
    const kept = rows.dm(event, handle.id, observedAt)
    if (!kept) continue
    rows.stranger(event.senderId)
    if (kept.isNewToHandle) {
      fresh += 1
      noteLegacy(tx, handle.id, event.senderId, event.createdAt)
    }
    if (kept.isNewToHandle || kept.isOther) tickets.dm({ ...event, createdAt: kept.createdAt })
    if (kept.isBack) tickets.back('dm', event)
  }
  tickets.finish()
  return { fresh }
}

/** Takes in people who were looked up; the tickets of these customers changed, and our own handles may be renamed. */
export function ingestPeople(tx: Tx, people: readonly PersonRecord[], observedAt: number = tx.at): void {
  const rows = mirror(tx)
  const tickets = tx.raw<{ id: string }>(ticketsOfCustomer)
  for (const person of people) {
    rows.person(person, observedAt)
    const renamed = tx
      .raw<{ brandId: string }>(renameHandle)
      .get(person.username, person.xUserId, person.username)
    if (renamed) {
      tx.touch.brand(renamed.brandId)
      tx.touch.session()
    }
    for (const { id } of tickets.all(person.xUserId)) tx.touch.ticket(id)
  }
}

const renameHandle =
  'UPDATE handles SET username = ? WHERE x_user_id = ? AND username <> ? RETURNING brand_id AS brandId'

// Brand by brand: so the key of the table finds them.
const ticketsOfCustomer =
  'SELECT id FROM tickets WHERE brand_id IN (SELECT id FROM brands) AND customer_id = ?'
