import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addHandle, testDatabase, testStart, type TestHandle } from '../../../tests/database.ts'
import { columnPage } from '../columns/columns.ts'
import type { Database } from '../db/database.ts'
import { routesOf } from '../replies/routes.ts'
import { ingestDms, ingestPosts } from '../sync/ingest.ts'
import { ticketCard, ticketState } from '../tickets/repo.ts'
import { earlierPage } from '../tickets/earlier.ts'
import { timelineOf } from '../tickets/timeline.ts'
import { titleOf } from '../tickets/title.ts'
import { buryDm, buryPost, withdrawDm, withdrawPost } from './bury.ts'
import type { PostRecord } from './records.ts'

/** Letters only, so that no word stands in another or in an id. */
const wordOf = (n: number): string => `zanzibar${String.fromCharCode(97 + n)}fish`

const post = (n: number, author: string, quotes: number | null): PostRecord => {
  const text = `@northair @lakeside ${wordOf(n)}`
  const mention = (start: number, end: number, username: string, userId: string) => ({
    start,
    end,
    username,
    userId,
  })
  return {
    id: String(1_000 + n),
    latestId: String(1_000 + n),
    version: 1,
    authorId: author,
    conversationId: '1000',
    inReplyToPostId: n === 0 ? null : '1000',
    inReplyToUserId: null,
    quotedPostId: quotes === null ? null : String(1_000 + quotes),
    repostedPostId: null,
    text,
    entities: {
      mentions: [mention(0, 9, 'northair', '100'), mention(10, 19, 'lakeside', '200')],
      urls: [],
      hashtags: [],
      cashtags: [],
    },
    lang: 'en',
    mediaCount: 0,
    likes: 0,
    reposts: 0,
    createdAt: testStart + n * 60_000,
  }
}

/** Everything that the console may show of one brand. */
async function shownOf(database: Database, brandId: string): Promise<string> {
  const { read } = database
  const tickets = await read.selectFrom('tickets').select('id').where('brand_id', '=', brandId).execute()
  const parts: unknown[] = []
  for (const kind of ['needs-reply', 'mentions', 'dms', 'waiting', 'outbox'])
    parts.push(
      await columnPage(
        database,
        { columnId: `${kind}:${brandId}`, after: null, until: null, limit: 200, muted: false },
        testStart,
      ),
    )
  for (const { id } of tickets) {
    const state = await ticketState(read, id)
    const told = await timelineOf(read, state, 'https://x.test')
    parts.push(
      await ticketCard(read, id),
      told,
      await earlierPage(read, state, told, { after: null, limit: 50, xWebOrigin: 'https://x.test' }),
      await titleOf(read, state),
      await routesOf(read, id, 'https://x.test'),
    )
  }
  return JSON.stringify(parts)
}

type Deed = { what: 'withdraw' | 'bury' | 'remove' | 'reconnect'; item: number; handle: 0 | 1 }
const items = 8
const world = fc.record({
  /** Which handle sees which item: bit 0 the first, bit 1 the second. */
  sees: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: items, maxLength: items }),
  deeds: fc.array(
    fc.record<Deed>({
      what: fc.constantFrom('withdraw', 'withdraw', 'bury', 'remove', 'reconnect'),
      item: fc.nat(items - 1),
      handle: fc.constantFrom(0, 1),
    }),
    { maxLength: 8 },
  ),
})

test('what X showed to no handle of a brand, or no longer shows, is in no answer for that brand', async () => {
  await fc.assert(
    fc.asyncProperty(world, async ({ sees, deeds }) => {
      const made = testDatabase()
      const { database } = made
      const handles = [
        await addHandle(database, 'northair', '100'),
        await addHandle(database, 'lakeside', '200'),
      ] as const
      const visible = [new Set<number>(), new Set<number>()] as const
      const signedIn = [true, true]
      for (const [n, mask] of sees.entries())
        for (const place of [0, 1] as const)
          if (mask & (1 << place)) {
            visible[place].add(n)
            await database.write((tx) => show(tx, handles[place], n))
          }
      for (const { what, item, handle } of deeds) {
        const { id } = handles[handle]
        await database.write(async (tx) => {
          if (what === 'remove' || what === 'reconnect')
            await tx.db
              .updateTable('handles')
              .set({ state: what === 'remove' ? 'removed' : 'reconnect' })
              .where('id', '=', id)
              .execute()
          else if (what === 'bury') (isDm(item) ? buryDm : buryPost)(tx, String(1_000 + item), 'deleted')
          else (isDm(item) ? withdrawDm : withdrawPost)(tx, id, String(1_000 + item), { why: 'protected' })
        })
        if (what === 'remove') signedIn[handle] = false
        if (what === 'reconnect') signedIn[handle] = true
        if (what === 'withdraw') visible[handle].delete(item)
        if (what === 'bury') for (const set of visible) set.delete(item)
      }
      for (const place of [0, 1] as const) {
        const shown = await shownOf(database, handles[place].brandId)
        for (let n = 0; n < items; n++)
          if (!visible[place].has(n) || !signedIn[place]) expect(shown).not.toContain(wordOf(n))
      }
      await made.end()
    }),
    { numRuns: 25 },
  )
})

/** The last two items are direct messages. */
const isDm = (n: number): boolean => n >= items - 2

function show(tx: Parameters<Parameters<Database['write']>[0]>[0], handle: TestHandle, n: number): void {
  if (isDm(n)) {
    const conversationId = `11-${handle.xUserId}`
    const event = { id: String(1_000 + n), senderId: '11', text: wordOf(n), createdAt: testStart + n }
    ingestDms(tx, {
      handle,
      people: [],
      events: [{ ...event, conversationId, entities: null, mediaCount: 0 }],
    })
  } else {
    const posts = [post(n, n % 3 === 0 ? '22' : '11', n > 2 ? n - 2 : null)]
    ingestPosts(tx, { handle, via: 'mentions', posts, included: [], people: [] })
  }
}
