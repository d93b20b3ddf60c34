/**
 * @file A year of four brands with a million posts, written row by row: what a report counts of them is all there, and
 * the posts lie beside it, as in a workspace that grew.
 */
import type { Database, Tx } from '../../src/core/db/database.ts'
import { newId } from '../../src/core/db/uuid.ts'
import { idAt } from '../../src/core/x/dates.ts'
import { setBrand } from '../../src/core/brands/settings.ts'
import { addHandle, testStart, type TestHandle } from '../database.ts'
import { seeded, type Chance } from './seeded.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour
const zones = ['Europe/Berlin', 'America/New_York', 'Asia/Tokyo', 'UTC']
/** So many tickets are written by one transaction. */
const atOnce = 2_000

/** The first instant of the year that is filled. */
export const yearStart = testStart - 365 * day

/** Adds about `posts` posts in tickets of four new brands. @returns the brands */
export async function fillYear(database: Database, posts: number): Promise<TestHandle[]> {
  const brands: TestHandle[] = []
  for (const [n, zone] of zones.entries()) {
    const brand = await addHandle(database, `brand${n}`, String(100 + n))
    await database.write((tx) => setBrand(tx, brand.brandId, 'hours', { zone }))
    brands.push(brand)
  }
  const agentIds = await database.write(async (tx) => {
    const ids = Array.from({ length: 8 }, () => newId(tx.at))
    for (const [n, id] of ids.entries())
      await tx.db
        .insertInto('agents')
        .values({ id, name: `Agent ${n}`, initials: `A${n}`, created_at: tx.at })
        .execute()
    return ids
  })
  const chance = seeded(1)
  const year = { brands, agentIds, chance, written: 0, tickets: 0 }
  const perTicket = 5
  const stepMs = (365 * day) / (posts / perTicket)
  while (year.written < posts)
    await database.write((tx) => {
      for (let n = 0; n < atOnce && year.written < posts; n += 1)
        writeTicket(tx, year, yearStart + Math.floor(year.tickets * stepMs))
    })
  return brands
}

type Year = {
  brands: readonly TestHandle[]
  agentIds: readonly string[]
  chance: Chance
  written: number
  tickets: number
}

function writeTicket(tx: Tx, year: Year, openedAt: number): void {
  const { chance } = year
  const brand = chance.one(year.brands)
  const id = newId(tx.at)
  year.tickets += 1
  const customerId = String(1_000_000 + chance.whole(90_000))
  tx.raw(insertTicket).run(
    id,
    year.tickets,
    brand.brandId,
    brand.id,
    customerId,
    String(year.tickets),
    chance.one(['urgent', 'high', 'normal', 'normal', 'low']),
    openedAt,
    openedAt,
    chance.one(year.agentIds),
    openedAt,
  )
  tx.raw('INSERT INTO ticket_traits (ticket_id, category, reach, lang) VALUES (?, ?, ?, ?)').run(
    id,
    chance.one(['question', 'question', 'complaint', 'feedback', 'negative']),
    'usual',
    chance.one(['en', 'de', 'es']),
  )
  if (chance.whole(3) === 0)
    tx.raw('INSERT INTO ticket_tags (ticket_id, tag) VALUES (?, ?)').run(id, `tag${chance.whole(30)}`)
  let at = openedAt
  const messages = 3 + chance.whole(5)
  for (let n = 0; n < messages; n += 1) {
    writeMessage(tx, year, { ticketId: id, brand, customerId, isOurs: n % 2 === 1, at })
    at += chance.whole(6 * hour) + 1_000
  }
  const pendingAt = openedAt + hour
  tx.raw(insertPause).run(id, pendingAt, 'pending', pendingAt + hour)
  tx.raw(insertPause).run(id, at, 'solved', chance.whole(8) === 0 ? at + day : null)
}

function writeMessage(
  tx: Tx,
  year: Year,
  of: { ticketId: string; brand: TestHandle; customerId: string; isOurs: boolean; at: number },
): void {
  const itemId = String(BigInt(idAt(of.at)) + BigInt(year.written % 4_000_000))
  year.written += 1
  tx.raw(insertPost).run(itemId, itemId, of.isOurs ? of.brand.xUserId : of.customerId, itemId, of.at, of.at)
  tx.raw(insertItem).run(of.ticketId, itemId, of.isOurs ? 'ours' : 'customer', of.at, of.at + 20_000)
  if (!of.isOurs) return
  tx.raw(insertJob).run(
    newId(tx.at),
    of.ticketId,
    of.brand.brandId,
    of.brand.id,
    year.chance.one(year.agentIds),
    of.at,
    of.at,
    itemId,
    of.at,
  )
}

const insertTicket = `
  INSERT INTO tickets (id, number, brand_id, handle_id, customer_id, channel, conversation_id, status, priority, opened_at,
    clock_from, solved_how, owner_agent_id, newest_customer_at, newest_customer_item, newest_customer_kind, needs_reply)
  VALUES (?, ?, ?, ?, ?, 'public', ?, 'solved', ?, ?, ?, 'answered', ?, ?, '1', 'post', 0)`

const insertPause = 'INSERT INTO ticket_pauses (ticket_id, from_at, status, until_at) VALUES (?, ?, ?, ?)'

const insertPost = `
  INSERT INTO posts (id, latest_id, version, author_id, conversation_id, text, created_at, observed_at)
  VALUES (?, ?, 1, ?, ?, 'My parcel has not come, where is it? I was told Tuesday.', ?, ?)`

const insertItem = `
  INSERT INTO ticket_items (ticket_id, kind, item_id, role, at, heard_at) VALUES (?, 'post', ?, ?, ?, ?)`

const insertJob = `
  INSERT INTO jobs (id, kind, lane, ticket_id, brand_id, handle_id, agent_id, payload, solves, state, created_at, release_at,
    sent_item_id, settled_at)
  VALUES (?, 'reply', 'l', ?, ?, ?, ?, '{}', 0, 'sent', ?, ?, ?, ?)`
