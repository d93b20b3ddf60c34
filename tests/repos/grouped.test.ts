/** @file A grouped column much longer than what one call looks at: read to its end it is what the whole column makes of it. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { columnPage } from '../../src/core/columns/columns.ts'
import { newId } from '../../src/core/db/uuid.ts'
import { put } from '../../src/core/mutes/repo.ts'
import type { ColumnPage } from '../../src/shared/domain/deck.ts'
import { must } from '../../src/shared/must.ts'
import { addHandle, testStart } from '../database.ts'
import { repoWorld, type RepoWorld } from './world.ts'

const many = 1_900
/** So many of the first rows are of one customer. */
const angry = 1_100

let world: RepoWorld
beforeAll(async () => {
  world = await repoWorld()
  const lumen = await addHandle(world.on.database, 'lumen', '100200302')
  await world.on.database.write(async (tx) => {
    const { rows } = await sql<{ name: string }>`SELECT name FROM pragma_table_info('tickets')`.execute(tx.db)
    const changed: Record<string, string> = {
      id: `printf('0193f0a0-0000-7000-8000-%012d', n)`,
      number: '100000 + n',
      conversation_id: 'CAST(n AS TEXT)',
      // Behind the angry one: customers at random, some of both brands, several with the same instant.
      customer_id: `CASE WHEN n <= ${angry} THEN '424242' ELSE CAST(500000 + (n * 7919) % 211 AS TEXT) END`,
      brand_id: `CASE WHEN n > ${angry} AND (n * 31) % 3 = 0 THEN ${quoted(lumen.brandId)} ELSE ${quoted(world.air.brandId)} END`,
      due_at: '1 + n / 3',
    }
    const names = rows.map(({ name }) => name)
    tx.raw(
      `WITH RECURSIVE k (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM k WHERE n < ${many})
       INSERT INTO tickets (${names.join()}) SELECT ${names.map((name) => changed[name] ?? `t.${name}`).join()}
       FROM k CROSS JOIN (SELECT * FROM tickets WHERE needs_reply = 1 LIMIT 1) t`,
    ).run()
  })
}, 60_000)
afterAll(() => world.on.end())

const quoted = (id: string): string => `'${id}'`
const columnId = 'needs-reply:all'

async function read(more: { grouped?: { unfolded: [] } }, limit: number): Promise<ColumnPage[]> {
  const pages: ColumnPage[] = []
  for (let after: string | null = null; ;) {
    const page: ColumnPage = await columnPage(
      world.on.database,
      { columnId, after, until: null, limit, muted: false, ...more },
      testStart,
    )
    pages.push(page)
    after = page.next
    if (after === null) return pages
  }
}

test('each customer of each brand once, in order, with all that is folded counted; a page may be empty and go on', async () => {
  const plain = (await read({}, 200)).flatMap(({ rows }) => rows)
  expect(plain.length).toBeGreaterThan(many)
  const customers = Map.groupBy(plain, ({ card }) => {
    const { brandId, customer } = must(card, 'a card')
    return `${brandId} ${customer.xUserId}`
  })
  const pages = await read({ grouped: { unfolded: [] } }, 40)
  const found = pages.flatMap(({ rows, grouped }) =>
    rows.map(({ id }) => ({ id, tickets: 1 + (grouped?.rows[id]?.more ?? 0) })),
  )
  expect(found).toEqual([...customers.values()].map((own) => ({ id: own[0]?.id, tickets: own.length })))
  expect(found.reduce((sum, { tickets }) => sum + tickets, 0)).toBe(plain.length)
  expect(found[0]?.tickets).toBe(angry)
  expect(pages.some(({ rows, next }) => rows.length === 0 && next !== null)).toBe(true)
  // Counted once, at the top, and this one is longer than anybody counts.
  expect(pages[1]).toMatchObject({ total: null, grouped: { tickets: null } })
  expect(pages[0]).toMatchObject({ total: null, grouped: { tickets: 1_000 } })
})

test('with mutes more is looked at, and no more is counted', async () => {
  const { write } = world.on.database
  const [id, agent_id] = [newId(testStart), world.agentId]
  const mute = {
    id,
    kind: 'person',
    what: '1',
    column_id: null,
    until: null,
    agent_id,
    created_at: testStart,
  } as const
  await write((tx) => put(tx, id, mute))
  const [page] = await read({ grouped: { unfolded: [] } }, 40)
  await write((tx) => put(tx, id, null))
  expect(page?.grouped?.tickets).toBe(1_000)
  expect(page?.total).toBeGreaterThan(100)
})
