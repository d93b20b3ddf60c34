/**
 * @file Real conversations, as they came in: what opens which ticket, who answered whom, and when. A few brands in every
 * run; `SWITCHBOARD_ALL_CONVERSATIONS=1 npm run unit -- tests/flows/conversations.test.ts` plays all of them.
 */
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { openConnection } from '../../src/core/db/connection.ts'
import { databaseFileName } from '../../src/shared/host-protocol.ts'
import { noon } from '../practice-x/stage.ts'
import { conversationScenario, looks, type Expected } from './conversation-scenario.ts'
import { flow, type Flow } from './harness.ts'
import { haveConversations } from '../conversations.ts'

const everything = process.env['SWITCHBOARD_ALL_CONVERSATIONS'] === '1'
const sample = ['sprintcare', 'Ask_Spectrum', 'SouthwestAir', 'AskPlayStation', 'hulu_support']

const minute = 60_000
const hour = 60 * minute
let f: Flow | undefined
afterEach(async () => f?.end())

type Kept = Expected & { id: string; status: string }

/** Every ticket as its row keeps it. */
function kept({ workspace }: Flow): Kept[] {
  const reader = openConnection(
    join(workspace.folder, databaseFileName),
    workspace.databaseKey,
    'read',
    () => {},
  )
  try {
    return reader
      .prepare<{ id: string; brand: string; customer: string; status: string; first: number | null }>(
        `SELECT t.id, b.name AS brand, p.username AS customer, t.status, t.first_reply_at AS first
         FROM tickets t JOIN brands b ON b.id = t.brand_id JOIN people p ON p.x_user_id = t.customer_id`,
      )
      .all()
      .map(({ first, ...row }) => ({
        ...row,
        firstReplyAt: first,
        isAnswered: row.status === 'pending' || row.status === 'solved',
      }))
  } finally {
    reader.close()
  }
}

const told = ({ brand, customer, firstReplyAt }: Expected): string =>
  `${brand} ${customer} ${firstReplyAt === null ? '-' : new Date(firstReplyAt).toISOString()}`

test.skipIf(!haveConversations)(
  'real conversations: a ticket for each brand, customer and thread, answered when they were answered',
  { timeout: everything ? 30 * minute : 2 * minute },
  async () => {
    const scenario = conversationScenario(noon, everything ? 'all' : sample)
    f = await flow({ lines: scenario.lines })
    // As long as a brand may choose: longer than these conversations last.
    for (const brand of await f.call('brand.list', {}))
      await f.call('brand.set', { brandId: brand.id, name: 'lifecycle', value: { reopenDays: 365 } })

    const solved = new Set<string>()
    for (const at of looks(scenario.instants)) {
      f.clock.jump(at - f.clock.now())
      f.core.power('resume')
      await f.idle()
      if (solved.size > 0) continue
      // What is answered is solved: whoever goes on in that thread later comes back to the same ticket.
      const ticketIds = kept(f).flatMap(({ id, status }) => (status === 'pending' ? [id] : []))
      if (ticketIds.length === 0) continue
      for (const id of ticketIds) solved.add(id)
      await f.call('ticket.solve', { ticketIds })
    }

    // X lets an app ask so often in a quarter of an hour: of a hundred handles, some come later.
    await f.clock.advance(hour)
    const tickets = kept(f)
    expect(tickets.map(told).sort()).toEqual(scenario.tickets.map(told).sort())
    const stillAsked = (from: readonly Expected[]): string[] =>
      from.flatMap((ticket) => (ticket.isAnswered ? [] : [told(ticket)])).sort()
    const untouched = tickets.filter(({ id }) => !solved.has(id))
    const handled = new Set(tickets.filter(({ id }) => solved.has(id)).map(told))
    expect(stillAsked(untouched)).toEqual(
      stillAsked(scenario.tickets.filter((ticket) => !handled.has(told(ticket)))),
    )
    expect(solved.size).toBeGreaterThan(0)
  },
)
