/**
 * @file A year of four brands in four zones, drawn from a seed and written row by row: changes of the clocks, a leap day,
 * ties within a millisecond, tickets that were over before we came, merged, forgotten, solved thrice, answered from elsewhere.
 */
import { newId } from '../../src/core/db/uuid.ts'
import type { Database, Tx } from '../../src/core/db/database.ts'
import { keepErased } from '../../src/core/reports/erased.ts'
import { idAt } from '../../src/core/x/dates.ts'
import { setBrand } from '../../src/core/brands/settings.ts'
import { seeded, type Chance } from '../bench/seeded.ts'
import { addHandle, type TestHandle } from '../database.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

export type Year = { brands: TestHandle[]; agentIds: string[]; tags: string[] }

const weekOf = (from: string, to: string) =>
  Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat'].map((name) => [name, [{ from, to }]]))

/** Each with what it settled about time. */
const settled = [
  { zone: 'Europe/Berlin', holidays: [{ name: 'May Day', date: '2028-05-01', days: 1 }] },
  { zone: 'America/New_York', week: weekOf('08:00', '20:00'), targets: { firstReply: { normal: 30 } } },
  {
    zone: 'Australia/Lord_Howe',
    week: { ...weekOf('00:00', '24:00'), sun: [{ from: '00:00', to: '24:00' }] },
  },
  { zone: 'Asia/Kathmandu', holidays: [{ name: 'Dashain', date: '2028-09-27', days: 5 }] },
]

/** @param perBrand tickets of each brand */
export async function generateYear(database: Database, seed: number, perBrand: number): Promise<Year> {
  const chance = seeded(seed)
  const brands: TestHandle[] = []
  for (const [n, { zone, week, holidays = [], targets = {} }] of settled.entries()) {
    const brand = await addHandle(database, `brand${n}`, String(100 + n))
    brands.push(brand)
    await database.write(async (tx) => {
      await setBrand(tx, brand.brandId, 'hours', { zone, ...(week ? { week } : {}) })
      await setBrand(tx, brand.brandId, 'holidays', {
        days: holidays.map((one) => ({ ...one, rule: null, except: [] })),
      })
      await setBrand(tx, brand.brandId, 'targets', targets)
    })
  }
  const agentIds = await database.write(async (tx) => {
    const ids = ['Ada', 'Bo', 'Cy'].map(() => newId(tx.at))
    for (const [n, id] of ids.entries())
      await tx.db
        .insertInto('agents')
        .values({ id, name: ['Ada', 'Bo', 'Cy'][n] ?? '', initials: `A${n}`, created_at: tx.at })
        .execute()
    return ids
  })
  const tags = ['refund', 'bag', 'seat', 'app']
  const year: Year = { brands, agentIds, tags }
  let number = 0
  for (const brand of brands) {
    const incidents = await writeIncidents(database, brand, chance)
    for (let done = 0; done < perBrand; done += 100)
      await database.write((tx) => {
        for (let n = 0; n < Math.min(100, perBrand - done); n += 1)
          writeTicket(tx, year, { brand, number: (number += 1), incidents, chance })
      })
  }
  await writeBeside(database, year, chance)
  return year
}

const start = Date.UTC(2028, 0, 1)
const instantOf = (chance: Chance): number => start - 20 * day + chance.whole(386 * day)

async function writeIncidents(database: Database, brand: TestHandle, chance: Chance): Promise<string[]> {
  return database.write((tx) =>
    Array.from({ length: 4 }, () => {
      const id = newId(tx.at)
      const openedAt = instantOf(chance)
      tx.raw(
        'INSERT INTO incidents (id, brand_id, title, terms, status_text, opened_at, over_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
      ).run(
        id,
        brand.brandId,
        'Outage',
        '[]',
        '',
        openedAt,
        chance.whole(4) === 0 ? null : openedAt + 40 * day,
      )
      return id
    }),
  )
}

type Of = { brand: TestHandle; number: number; incidents: string[]; chance: Chance }

function writeTicket(tx: Tx, year: Year, { brand, number, incidents, chance }: Of): void {
  const id = newId(tx.at)
  const openedAt = instantOf(chance)
  const isImported = chance.whole(25) === 0
  const priority = chance.one(['urgent', 'high', 'normal', 'normal', 'low'])
  const how = chance.one(['answered', 'answered', 'answered', 'unanswered', 'no-reply-needed', null])
  const owner = chance.whole(5) === 0 ? null : chance.one(year.agentIds)
  const isMerged = chance.whole(30) === 0
  tx.raw(
    `INSERT INTO tickets (id, number, brand_id, handle_id, customer_id, channel, conversation_id, status, priority,
       opened_at, clock_from, solved_how, owner_agent_id, newest_customer_at, newest_customer_item, newest_customer_kind,
       needs_reply, imported_at, incident_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, 'open', ?, ?, ?, ?, ?, ?, '1', 'post', 0, ?, ?)`,
  ).run(
    id,
    number,
    brand.brandId,
    brand.id,
    String(5_000 + chance.whole(400)),
    chance.one(['public', 'dm']),
    String(number),
    priority,
    openedAt,
    chance.whole(20) === 0 ? openedAt + hour : start - 60 * day,
    how,
    owner,
    openedAt,
    isImported ? openedAt : null,
    chance.whole(20) === 0 ? chance.one(incidents) : null,
  )
  if (chance.whole(10) > 0)
    tx.raw('INSERT INTO ticket_traits (ticket_id, category, reach, lang) VALUES (?, ?, ?, ?)').run(
      id,
      chance.one(['question', 'question', 'complaint', 'praise', 'spam']),
      chance.one(['usual', 'usual', 'wide', 'loud']),
      chance.one(['en', 'de', 'es', null]),
    )
  for (const tag of year.tags)
    if (chance.whole(6) === 0) tx.raw('INSERT INTO ticket_tags (ticket_id, tag) VALUES (?, ?)').run(id, tag)
  const last = writeItems(tx, year, { id, brand, openedAt, chance })
  writePauses(tx, { id, openedAt, last, isImported, chance })
  if (chance.whole(6) === 0)
    tx.raw(
      `INSERT INTO promises (id, ticket_id, brand_id, words, made_at, due_at, state) VALUES (?, ?, ?, 'soon', ?, ?, ?)`,
    ).run(
      newId(tx.at),
      id,
      brand.brandId,
      openedAt,
      openedAt + chance.whole(3 * day),
      chance.one(['kept', 'kept', 'broken', 'open']),
    )
  if (isMerged) {
    const into = tx
      .raw<{ id: string }>('SELECT id FROM tickets WHERE brand_id = ? AND id <> ? LIMIT 1')
      .get(brand.brandId, id)
    if (into) {
      tx.raw('DELETE FROM ticket_items WHERE ticket_id = ?').run(id)
      tx.raw('UPDATE tickets SET merged_into_id = ? WHERE id = ?').run(into.id, id)
    }
  }
}

/** @returns when the last message was written */
function writeItems(
  tx: Tx,
  { agentIds }: Year,
  { id, brand, openedAt, chance }: { id: string; brand: TestHandle; openedAt: number; chance: Chance },
): number {
  const add = tx.raw(
    'INSERT INTO ticket_items (ticket_id, kind, item_id, role, at, heard_at) VALUES (?, ?, ?, ?, ?, ?)',
  )
  let at = openedAt
  const ours = chance.whole(10) === 0
  for (let n = 0; n < 1 + chance.whole(7); n += 1) {
    const role = n === 0 ? 'customer' : chance.one(['customer', 'ours', 'ours'])
    const itemId = String(BigInt(idAt(at)) + BigInt(chance.whole(4_000_000)))
    add.run(id, 'post', itemId, role, at, chance.one([null, at, at + chance.whole(2 * hour)]))
    if (role === 'ours' && !ours) {
      const jobId = newId(tx.at)
      tx.raw(
        `INSERT INTO jobs (id, kind, lane, ticket_id, brand_id, handle_id, agent_id, payload, solves, state, created_at,
           release_at, sent_item_id, settled_at)
         VALUES (?, 'reply', 'l', ?, ?, ?, ?, '{}', 0, 'sent', ?, ?, ?, ?)`,
      ).run(
        jobId,
        id,
        brand.brandId,
        brand.id,
        chance.one(agentIds),
        at,
        at,
        chance.whole(3) === 0 ? null : itemId,
        at,
      )
      tx.raw('INSERT INTO job_parts (item_id, job_id) VALUES (?, ?)').run(itemId, jobId)
    }
    // Often within the same millisecond, and sometimes weeks later.
    at += chance.one([0, chance.whole(minute), chance.whole(hour), chance.whole(day), chance.whole(30 * day)])
  }
  return at
}

function writePauses(
  tx: Tx,
  {
    id,
    openedAt,
    last,
    isImported,
    chance,
  }: { id: string; openedAt: number; last: number; isImported: boolean; chance: Chance },
): void {
  const add = tx.raw(
    'INSERT OR IGNORE INTO ticket_pauses (ticket_id, from_at, status, until_at) VALUES (?, ?, ?, ?)',
  )
  if (isImported) return void add.run(id, openedAt, 'closed', null)
  let at = openedAt + chance.whole(Math.max(last - openedAt, hour))
  for (let n = 0; n < chance.whole(5); n += 1) {
    const status = chance.one(['pending', 'on-hold', 'solved', 'solved'])
    const until = at + chance.whole(5 * day)
    const lasts = chance.whole(3) === 0
    add.run(id, at, status, lasts ? null : until)
    if (lasts) return
    // Solved, then closed for good or for a while.
    if (status === 'solved' && chance.whole(3) === 0) {
      const again = chance.whole(2) === 0 ? null : until + chance.whole(day)
      add.run(id, until, 'closed', again)
      if (again === null) return
      at = again
    } else at = until
    at += chance.whole(2 * day)
  }
}

/** Ratings, spending, guards that fired, and people who were forgotten since. */
async function writeBeside(database: Database, { brands }: Year, chance: Chance): Promise<void> {
  await database.write((tx) => {
    for (const { id, brandId, customerId, at, jobId } of tx
      .raw<{ id: string; brandId: string; customerId: string; at: number; jobId: string }>(
        `SELECT t.id, t.brand_id AS brandId, t.customer_id AS customerId, t.opened_at AS at, j.id AS jobId
         FROM tickets t JOIN jobs j ON j.ticket_id = t.id GROUP BY t.id ORDER BY t.number`,
      )
      .all()) {
      if (chance.whole(4) > 0) continue
      const asked = at + chance.whole(3 * day)
      const answered = chance.whole(3) === 0 ? null : asked + chance.whole(10 * day)
      tx.raw(
        `INSERT INTO csat_asks (id, brand_id, x_user_id, ticket_id, job_id, asked_at, was_solved, answered_at, score)
         VALUES (?, ?, ?, ?, ?, ?, 1, ?, ?)`,
      ).run(
        newId(tx.at),
        brandId,
        customerId,
        id,
        jobId,
        asked,
        answered,
        answered === null || chance.whole(9) === 0 ? null : 1 + chance.whole(5),
      )
    }
    for (const { brandId } of brands) {
      for (let n = 0; n < 366; n += 2)
        tx.raw(
          `INSERT INTO spend (app_id, day, brand_id, handle_id, stream, ticket_id, kind, micros) VALUES ('a', ?, ?, '', 'mentions', '', 'post', ?)`,
        ).run(new Date(start + n * day).toISOString().slice(0, 10), brandId, chance.whole(90_000))
      for (let n = 0; n < 60; n += 1) {
        const at = instantOf(chance)
        tx.raw(
          'INSERT INTO audit (id, at, actor, event, action_id, brand_id, after, undoable) VALUES (?, ?, ?, ?, ?, ?, ?, 0)',
        ).run(
          idBorn(at, chance),
          at,
          'core',
          chance.one(['guard.held-back', 'guard.overridden']),
          'a',
          brandId,
          JSON.stringify({
            guard: chance.one(['private-data', 'copied', 'never-say']),
            reason: `because ${n % 7}`,
          }),
        )
      }
    }
    for (const { customerId } of tx
      .raw<{ customerId: string }>(
        'SELECT DISTINCT customer_id AS customerId FROM tickets ORDER BY customer_id LIMIT 30',
      )
      .all()) {
      const ids = tx.raw<{ id: string }>('SELECT id FROM tickets WHERE customer_id = ?').all(customerId)
      keepErased(
        tx,
        ids.map(({ id }) => id),
      )
      for (const { id } of ids) tx.raw('DELETE FROM tickets WHERE id = ?').run(id)
    }
  })
}

/** An id as it would have been made then. */
function idBorn(at: number, chance: Chance): string {
  const hex = at.toString(16).padStart(12, '0')
  const rest = Array.from({ length: 19 }, () => chance.whole(16).toString(16)).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7${rest.slice(0, 3)}-8${rest.slice(3, 6)}-${rest.slice(6, 18)}`
}
