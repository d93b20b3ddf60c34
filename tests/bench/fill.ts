/**
 * @file Fills a practice workspace that is closed: a month of posts, direct messages and tickets of its own brands,
 * through core's own ingest. Most tickets are done, as in a month's end anywhere; the newest ones wait.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { openDatabase, type Database, type Tx } from '../../src/core/db/database.ts'
import type { PersonRecord } from '../../src/core/posts/records.ts'
import { ingestDms, ingestPosts, type HandleRef } from '../../src/core/sync/ingest.ts'
import { postPage } from '../../src/core/x/shapes.ts'
import { databaseFileName } from '../../src/shared/host-protocol.ts'
import { must } from '../../src/shared/must.ts'
import { longThread, silentLog } from '../database.ts'
import { fakeClock } from '../fake-clock.ts'
import { complaint } from './sentences.ts'
import { seeded } from './seeded.ts'
import { traffic } from './traffic.ts'

/** The key beside a practice database, on a machine without a keychain. */
const Beside = z.object({ database: z.string() })

const day = 86_400_000
const days = 30
const dmsPerExchange = 12
/** So many exchanges are taken in by one transaction. */
const exchangesAtOnce = 20

export type Filled = { posts: number; dms: number; tickets: number; needsReply: number }

/**
 * Adds at least `posts` posts.
 * @param folder the practice workspace's; no core may have it open
 * @param waiting of all that is left unanswered, this many still wait; the rest was closed without a word
 */
export async function fill(folder: string, posts: number, waiting: number): Promise<Filled> {
  const { database: key } = Beside.parse(JSON.parse(readFileSync(join(folder, 'secrets.json'), 'utf8')))
  const file = join(folder, databaseFileName)
  const common = {
    file,
    key,
    workspaceId: 'practice',
    xOrigin: 'practice',
    log: silentLog,
    longThread,
    onCommit: () => {},
  }
  const now = await newestPostAt(common)
  const database = openDatabase({ ...common, clock: fakeClock(now) })
  try {
    const handles = await handlesOf(database)
    // One exchange in a hundred more than needed: the steps between posts are drawn, not counted.
    const stepMs = (days * day * handles.length) / (posts * 1.01)
    for (const [number, us] of handles.entries())
      await fillHandle(database, us, { seed: number + 1, now, stepMs })
    await database.write((tx) => {
      closeOld(tx, waiting)
      lookedAt(tx)
      keptUp(tx, now)
    })
    return await count(database)
  } finally {
    await database.close()
  }
}

type Opening = Omit<Parameters<typeof openDatabase>[0], 'clock'>

/** The instant that the practice world has reached, near enough. */
async function newestPostAt(opening: Opening): Promise<number> {
  const database = openDatabase({ ...opening, clock: fakeClock(0) })
  const { at } = await database.read
    .selectFrom('posts')
    .select((select) => select.fn.max('created_at').as('at'))
    .executeTakeFirstOrThrow()
  await database.close()
  return must(at, 'the practice workspace has posts')
}

const handlesOf = (database: Database): Promise<HandleRef[]> =>
  database.read
    .selectFrom('handles')
    .select(['id', 'brand_id as brandId', 'x_user_id as xUserId', 'username'])
    .orderBy('username')
    .execute()

async function fillHandle(
  database: Database,
  us: HandleRef,
  { seed, now, stepMs }: { seed: number; now: number; stepMs: number },
): Promise<void> {
  const source = traffic({ seed, us, startAt: now - days * day, stepMs })
  let done = 0
  let next = source.next()
  while (next.newestAt < now)
    await database.write((tx) => {
      for (let n = 0; n < exchangesAtOnce && next.newestAt < now; n += 1) {
        const { mentions, answers, newestAt } = next
        const posts = postPage(mentions).items
        const people = posts.map(({ authorId }) => profileOf(authorId))
        ingestPosts(tx, { handle: us, via: 'mentions', posts, included: [], people })
        ingestPosts(tx, {
          handle: us,
          via: 'posts',
          posts: postPage(answers).items,
          included: [],
          people: [],
        })
        writeDms(tx, us, { seed: seed * 100_000 + done, at: newestAt, perSide: dmsPerExchange >> 1 })
        done += 1
        next = source.next()
      }
    })
}

const profileOf = (xUserId: string): PersonRecord => ({
  xUserId,
  name: `Customer ${xUserId.slice(-5)}`,
  username: `customer_${xUserId.slice(-5)}`,
  avatarUrl: null,
  followers: Number(xUserId.slice(-4)),
  verified: false,
  about: {
    description: `Trains, rain and too many suitcases. Mornings on the radio, evenings at ${xUserId.slice(-5)}.`,
    entities: null,
    location: 'Philadelphia',
    site: null,
  },
  joinedAt: Date.UTC(2012, 2, 15),
})

/** A few customers write, and get an answer a minute later. */
function writeDms(
  tx: Tx,
  us: HandleRef,
  { seed, at, perSide }: { seed: number; at: number; perSide: number },
): void {
  const chance = seeded(seed)
  const events = Array.from({ length: perSide }, (_, number) => {
    const customerId = String(800_000_000 + seed * 10 + number)
    const from = (senderId: string, minutes: number) => ({
      id: String(BigInt(at + minutes * 60_000 + number) << 20n),
      conversationId: `${customerId}-${us.xUserId}`,
      senderId,
      text: complaint(chance).text,
      entities: null,
      mediaCount: 0,
      createdAt: at + minutes * 60_000,
    })
    return [from(customerId, -2), from(us.xUserId, -1)]
  }).flat()
  const customers = events.map(({ senderId }) => senderId).filter((id) => id !== us.xUserId)
  ingestDms(tx, { handle: us, events, people: customers.map(profileOf) })
}

/** What an agent would have solved long ago. */
function closeOld(tx: Tx, waiting: number): void {
  tx.raw(
    `
    UPDATE tickets SET status = 'solved', needs_reply = 0, due_at = NULL, warn_at = NULL, resolve_due_at = NULL,
      resolve_warn_at = NULL, tell_at = NULL
    WHERE needs_reply = 1 AND id NOT IN (
      SELECT id FROM tickets WHERE needs_reply = 1 ORDER BY newest_customer_at DESC LIMIT ${waiting})`,
  ).run()
  tx.raw(
    `
    UPDATE tickets SET status = 'solved' WHERE status = 'pending' AND id NOT IN (
      SELECT id FROM tickets WHERE status = 'pending' ORDER BY newest_customer_at DESC LIMIT ${waiting})`,
  ).run()
}

/** What triage would have looked at as it came: that work is measured elsewhere. */
function lookedAt(tx: Tx): void {
  tx.raw(
    `
    INSERT OR IGNORE INTO triage_items (brand_id, kind, item_id, version, lang, category, terms, voices, sentiment,
      urgency, last_resort, private_data, at)
    SELECT t.brand_id, i.kind, i.item_id, coalesce(p.version, 0), 'en', 'question', '[]', '[]', 'neutral', 'normal', NULL,
      '', i.at
    FROM ticket_items i JOIN tickets t ON t.id = i.ticket_id LEFT JOIN posts p ON p.id = i.item_id AND i.kind = 'post'
    WHERE i.role = 'customer'`,
  ).run()
  tx.raw(
    `
    INSERT OR IGNORE INTO ticket_triage (ticket_id, kind, item_id, category, corrected, sentiment, urgency, reach,
      last_resort, private_data, loud)
    SELECT ticket_id, kind, item_id, 'question', 0, 'neutral', 'normal', 'usual', NULL, '', 0 FROM (
      SELECT ticket_id, kind, item_id, row_number() OVER (PARTITION BY ticket_id ORDER BY at DESC, item_id DESC) AS place
      FROM ticket_items WHERE role = 'customer')
    WHERE place = 1`,
  ).run()
}

/** Core was there all the time: it told what fell due, and searched for what it follows a moment ago. */
function keptUp(tx: Tx, now: number): void {
  tx.raw('UPDATE tickets SET tell_at = NULL WHERE tell_at <= ?').run(now)
  tx.raw(
    `
    INSERT OR IGNORE INTO watched (handle_id, source, subject, complete_to_at)
    SELECT DISTINCT handle_id, 'thread', conversation_id, 0 FROM tickets
    WHERE channel = 'public' AND status IN ('new', 'open', 'on-hold', 'pending')`,
  ).run()
  tx.raw('UPDATE watched SET complete_to_at = ?').run(now)
}

async function count(database: Database): Promise<Filled> {
  const rows = async (table: 'posts' | 'dm_events' | 'tickets'): Promise<number> => {
    const { n } = await database.read
      .selectFrom(table)
      .select((select) => select.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
    return n
  }
  const { n: needsReply } = await database.read
    .selectFrom('tickets')
    .select((select) => select.fn.countAll<number>().as('n'))
    .where('needs_reply', '=', 1)
    .executeTakeFirstOrThrow()
  return {
    posts: await rows('posts'),
    dms: await rows('dm_events'),
    tickets: await rows('tickets'),
    needsReply,
  }
}
