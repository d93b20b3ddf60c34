/**
 * @file The world that both stores hold: two brands and a hundred customers, taken in by core itself on SQLite, and
 * everything an agent may have left behind. Copied row by row into any other store.
 */
import { sql } from 'kysely'
import type { Reads } from '../../src/core/db/database.ts'
import { newId } from '../../src/core/db/uuid.ts'
import { ingestDms, ingestPosts } from '../../src/core/sync/ingest.ts'
import { postPage } from '../../src/core/x/shapes.ts'
import { must } from '../../src/shared/must.ts'
import { traffic } from '../bench/traffic.ts'
import { addHandle, testDatabase, testStart, type TestDatabase, type TestHandle } from '../database.ts'
import { leaveBeside, type Beside } from './beside.ts'
import type { Store } from './store.ts'

export type RepoWorld = {
  on: TestDatabase
  air: TestHandle
  care: TestHandle
  /** A ticket with a note, a draft and an outgoing reply. */
  busyTicket: string
  dmTicket: string
  jobId: string
  agentId: string
  customerId: string
  /** A post of `busyTicket`. */
  post: { id: string; conversationId: string }
} & Beside

/** Grown anew at each call, always the same but for ids of ours. */
export async function repoWorld(): Promise<RepoWorld> {
  const on = testDatabase()
  const { database } = on
  const air = await addHandle(database, 'northair', '100200300')
  const care = await addHandle(database, 'aircare', '100200301', air.brandId)
  for (const [seed, us] of [air, care].entries()) {
    const source = traffic({ seed: seed + 1, us, startAt: testStart - 5 * 3_600_000, stepMs: 60_000 })
    const { mentions, answers } = source.next()
    await database.write((tx) => {
      const people = postPage(mentions).items.map(({ authorId }, n) => ({
        xUserId: authorId,
        name: `Zoë ${n}`,
        username: `zoe_${n}`,
        avatarUrl: null,
        followers: n * 10,
        verified: n % 3 === 0,
        about: {
          description: `Says ${n} &amp; more`,
          entities: null,
          location: `Zoë’s place ${n}`,
          site: { url: 'https://t.co/a', displayUrl: 'zoe.example' },
        },
        joinedAt: testStart - n * 86_400_000,
      }))
      ingestPosts(tx, { handle: us, via: 'mentions', posts: postPage(mentions).items, included: [], people })
      ingestPosts(tx, { handle: us, via: 'posts', posts: postPage(answers).items, included: [], people: [] })
    })
  }
  await database.write((tx) =>
    ingestDms(tx, {
      handle: air,
      people: [],
      events: [1, 2, 3].map((n) => dm(n, String(700 + n), air)),
    }),
  )
  const left = await leftByAgents(on, air)
  const post = await postOf(on, left.busyTicket)
  const beside = await database.write((tx) => leaveBeside(tx, { air, care, ...left }, post))
  return { on, air, care, post, ...left, ...beside }
}

const dm = (n: number, senderId: string, us: TestHandle) => ({
  id: String(9_000_000_000_000_000_000n + BigInt(n)),
  conversationId: `${senderId}-${us.xUserId}`,
  senderId,
  text: `message ${n}`,
  entities: null,
  mediaCount: 0,
  createdAt: testStart - n * 60_000,
})

async function postOf({ database }: TestDatabase, ticketId: string): Promise<RepoWorld['post']> {
  const row = await database.read
    .selectFrom('ticket_items')
    .innerJoin('posts', 'posts.id', 'ticket_items.item_id')
    .select(['posts.id', 'posts.conversation_id as conversationId'])
    .where('ticket_id', '=', ticketId)
    .where('role', '=', 'customer')
    .executeTakeFirst()
  return must(row, 'a post of the ticket')
}

async function leftByAgents({ database }: TestDatabase, air: TestHandle) {
  const ticketOf = async (channel: 'public' | 'dm') => {
    const row = await database.read
      .selectFrom('tickets')
      .select(['id', 'customer_id'])
      .where('handle_id', '=', air.id)
      .where('channel', '=', channel)
      .where('needs_reply', '=', 1)
      .orderBy('opened_at')
      .executeTakeFirst()
    return must(row, 'a ticket that waits')
  }
  const busy = await ticketOf('public')
  const { id: dmTicket } = await ticketOf('dm')
  return database.write(async (tx) => {
    const agentId = newId(tx.at)
    const jobId = newId(tx.at)
    await tx.db
      .insertInto('agents')
      .values({ id: agentId, name: 'Jo Doe', initials: 'JD', created_at: tx.at })
      .execute()
    await tx.db
      .insertInto('notes')
      .values({
        id: newId(tx.at),
        ticket_id: busy.id,
        agent_id: agentId,
        text: 'asked Boston',
        created_at: tx.at,
      })
      .execute()
    await tx.db
      .insertInto('drafts')
      .values({ ticket_id: busy.id, channel: 'dm', text: 'Could you', revision: 2, updated_at: tx.at })
      .execute()
    await tx.db
      .insertInto('jobs')
      .values({
        id: jobId,
        kind: 'reply',
        lane: `${air.brandId}/posts`,
        ticket_id: busy.id,
        brand_id: air.brandId,
        handle_id: air.id,
        agent_id: agentId,
        payload: JSON.stringify({ text: 'We look into it', targetPostId: '1' }),
        solves: 1,
        state: 'held',
        created_at: tx.at,
        release_at: tx.at + 10_000,
      })
      .execute()
    await tx.db.updateTable('tickets').set({ owner_agent_id: agentId }).where('id', '=', busy.id).execute()
    return { busyTicket: busy.id, dmTicket, jobId, agentId, customerId: busy.customer_id }
  })
}

/** Tables in the order in which they were made: each leans on earlier ones only. Full text is none of them. */
async function tablesOf(read: Reads): Promise<string[]> {
  const all = await sql<{ name: string; type: string }>`
    SELECT s.name, t.type FROM sqlite_schema s JOIN pragma_table_list t ON t.name = s.name
    WHERE s.type = 'table' ORDER BY s.rowid`.execute(read)
  return all.rows
    .filter(({ name, type }) => type === 'table' && !name.startsWith('sqlite_'))
    .map(({ name }) => name)
}

const rowsAtOnce = 200

/** Fills an empty store with every row of the world. */
export async function copyWorld({ on }: RepoWorld, to: Store): Promise<void> {
  const names = await tablesOf(on.database.read)
  await to.write(async (tx) => {
    for (const name of names) {
      const table = name as 'agents'
      const rows = await on.database.read.selectFrom(table).selectAll().execute()
      for (let from = 0; from < rows.length; from += rowsAtOnce)
        await tx.db
          .insertInto(table)
          .values(rows.slice(from, from + rowsAtOnce))
          .execute()
    }
  })
}
