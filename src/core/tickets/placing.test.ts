/** @file Which ticket takes a message, on real rows: after solving, across threads and channels, late and edited. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  addHandle,
  testDatabase,
  testStart,
  type TestDatabase,
  type TestHandle,
} from '../../../tests/database.ts'
import { day, dm, giveDms, givePosts, goesOn, minute, post, reply, shelf } from '../../../tests/inbound.ts'
import { setBrand } from '../brands/settings.ts'
import { statusService } from './status.ts'

const context = { connectionId: 'w1' }
let t: TestDatabase
let air: TestHandle
beforeEach(async () => {
  t = testDatabase()
  air = await addHandle(t.database, 'northwindair', '100')
})
afterEach(() => t.end())

const asked = post('1', -10)
const answered = reply({ xUserId: '100' }, '2', -9, asked)
const days = (n: number): number => (n * day) / minute
const solve = async (status: 'solved' | 'closed' = 'solved') => {
  const ticketIds = (await shelf(t)).map(({ id }) => id)
  await statusService({ database: t.database })['ticket.solve']({ ticketIds }, context)
  if (status === 'closed')
    await statusService({ database: t.database })['ticket.set-status']({ ticketIds, status }, context)
}

test('within the window a message reopens; after it, a new ticket of the same thread goes on from the old one', async () => {
  await givePosts(t, air, asked, answered)
  await solve()
  await givePosts(t, air, goesOn(air, '3', days(7) - 1, answered))
  expect(await shelf(t)).toMatchObject([{ status: 'open', solved_at: null, items: ['1', '2', '3'] }])
  await solve()
  await givePosts(t, air, goesOn(air, '4', days(8), answered))
  const [first, second] = await shelf(t)
  expect(first).toMatchObject({ status: 'solved', items: ['1', '2', '3'] })
  expect(second).toMatchObject({ status: 'new', previous_ticket_id: first?.id, needs_reply: 1, items: ['4'] })
  // Our answer goes to where the message is that it answers.
  await givePosts(t, air, reply(air, '5', days(8) + 1, goesOn(air, '4', days(8), answered)))
  expect(await shelf(t)).toMatchObject([{ items: ['1', '2', '3'] }, { status: 'pending', items: ['4', '5'] }])
})

test('the window is the brand’s: with none at all, every message after solving is a new ticket', async () => {
  await t.database.write((tx) => setBrand(tx, air.brandId, 'lifecycle', { reopenDays: 0 }))
  await givePosts(t, air, asked, answered)
  await solve()
  await givePosts(t, air, goesOn(air, '3', 1, answered))
  expect(await shelf(t)).toMatchObject([{ status: 'solved' }, { status: 'new', items: ['3'] }])
})

test('what an agent closed stays closed; what comes begins anew', async () => {
  await givePosts(t, air, asked, answered)
  await solve('closed')
  await givePosts(t, air, goesOn(air, '3', 1, answered))
  expect(await shelf(t)).toMatchObject([
    { status: 'closed', items: ['1', '2'] },
    { status: 'new', items: ['3'] },
  ])
})

test('a message that is read late goes to the ticket of its time', async () => {
  await givePosts(t, air, asked, answered)
  await solve()
  await givePosts(t, air, goesOn(air, '9', days(30), answered))
  await givePosts(t, air, goesOn(air, '8', days(29), answered))
  await givePosts(t, air, reply(air, '3', 5, asked))
  expect(await shelf(t)).toMatchObject([
    { status: 'solved', items: ['1', '2', '3'] },
    { status: 'new', opened_at: testStart + 29 * day, items: ['8', '9'] },
  ])
})

test('a second public thread is a ticket of its own', async () => {
  await givePosts(t, air, asked, post('5', -5))
  expect(await shelf(t)).toMatchObject([{ items: ['1'] }, { items: ['5'] }])
})

test('a direct message joins the newest ticket that is not over, public too; our answer goes with it', async () => {
  await givePosts(t, air, asked, post('5', -5))
  await giveDms(t, air, dm(air, '7', -3), dm(air, '8', -2, '100'))
  const [first, second] = await shelf(t)
  expect(first).toMatchObject({ status: 'new', needs_reply: 1, has_dm: 0, items: ['1'] })
  expect(second).toMatchObject({
    status: 'pending',
    newest_customer_kind: 'dm',
    has_dm: 1,
    channel: 'public',
    items: ['5', '7', '8'],
  })
})

test('with nothing open a direct message opens a ticket, and reopens its own within the window', async () => {
  await givePosts(t, air, asked, answered)
  await solve()
  await giveDms(t, air, dm(air, '7', 3))
  expect(await shelf(t)).toMatchObject([{ status: 'solved' }, { channel: 'dm', status: 'new', items: ['7'] }])
  await solve()
  await giveDms(t, air, dm(air, '8', days(2)))
  expect(await shelf(t)).toMatchObject([{ status: 'solved' }, { status: 'open', items: ['7', '8'] }])
})

test('what we wrote by direct message before their first is read later answers what it answered', async () => {
  await giveDms(t, air, dm(air, '8', -2, '100'))
  expect(await shelf(t)).toEqual([])
  await giveDms(t, air, dm(air, '7', -3))
  expect(await shelf(t)).toMatchObject([{ status: 'pending', items: ['7', '8'] }])
})

test('a bare thanks leaves it solved and is listed; one word more reopens, also by an edit', async () => {
  await givePosts(t, air, asked, answered)
  await solve()
  const thanks = goesOn(air, '3', 2, answered, '@northwindair Thank you!')
  await givePosts(t, air, thanks)
  expect(await shelf(t)).toMatchObject([
    { status: 'solved', needs_reply: 0, quiet_at: thanks.createdAt, items: ['1', '2', '3'] },
  ])
  const told = await t.database.read.selectFrom('audit').select('event').where('actor', '=', 'x').execute()
  expect(told.map(({ event }) => event)).toContain('ticket.quiet-close')
  await givePosts(t, air, {
    ...thanks,
    latestId: '39',
    version: 2,
    text: '@northwindair Thank you! But where is it?',
  })
  expect(await shelf(t)).toMatchObject([{ status: 'open', needs_reply: 1 }])
})

test('a thanks that comes together with more does not hide it', async () => {
  await givePosts(t, air, asked, answered)
  await solve()
  await givePosts(
    t,
    air,
    goesOn(air, '3', 2, answered, '@northwindair it is the wrong bag'),
    goesOn(air, '4', 3, answered, '@northwindair thanks'),
  )
  expect(await shelf(t)).toMatchObject([{ status: 'open', needs_reply: 1 }])
})

test('a thanks long after is no new ticket; a first one, to a brand that did nothing, is', async () => {
  await givePosts(t, air, asked, answered)
  await solve()
  await givePosts(t, air, goesOn(air, '3', days(90), answered, '@northwindair thanks'))
  expect(await shelf(t)).toMatchObject([{ status: 'solved', items: ['1', '2', '3'] }])
  await givePosts(t, air, post('5', 9, { text: '@northwindair thanks' }))
  expect(await shelf(t)).toHaveLength(2)
})

test('reposts and our own posts never become tickets', async () => {
  await givePosts(
    t,
    air,
    post('4', -3, { repostedPostId: '1', text: 'RT @northwindair' }),
    post('6', -2, { authorId: '100', text: 'New routes, @mara' }),
    post('7', -1, { authorId: '100', inReplyToPostId: '6', inReplyToUserId: '100', conversationId: '6' }),
  )
  expect(await shelf(t)).toEqual([])
})

test('the same message is in no two tickets of a brand, however often it is told', async () => {
  await givePosts(t, air, asked, answered)
  await solve('closed')
  await givePosts(t, air, { ...asked, latestId: '19', version: 2 }, goesOn(air, '3', 1, answered))
  await givePosts(t, air, asked, answered, goesOn(air, '3', 1, answered))
  const rows = await t.database.read
    .selectFrom('ticket_items')
    .select('item_id')
    .where('role', '=', 'customer')
    .execute()
  expect(rows.map((row) => row.item_id).sort()).toEqual(['1', '3'])
})

test('a direct message that is read before the post it goes with ends up in that ticket', async () => {
  await giveDms(t, air, dm(air, '7', -3), dm(air, '8', -2, '100'))
  await givePosts(t, air, asked)
  const [first, second] = await shelf(t)
  expect(first).toMatchObject({ channel: 'public', status: 'pending', has_dm: 1, items: ['1', '7', '8'] })
  expect(second).toMatchObject({ status: 'closed', merged_into_id: first?.id, needs_reply: 0, items: [] })
  await giveDms(t, air, dm(air, '9', 1))
  expect(await shelf(t)).toMatchObject([{ status: 'open', items: ['1', '7', '8', '9'] }, { items: [] }])
})

test('one that an agent took in hand keeps its messages', async () => {
  await giveDms(t, air, dm(air, '7', -3))
  const ticketIds = (await shelf(t)).map(({ id }) => id)
  await statusService({ database: t.database })['ticket.hold']({ ticketIds }, context)
  await givePosts(t, air, asked)
  expect(await shelf(t)).toMatchObject([{ items: ['1'] }, { status: 'on-hold', items: ['7'] }])
})

test('a message that reopens takes back what had begun anew because it was not known', async () => {
  await givePosts(t, air, asked, answered)
  await solve()
  await givePosts(t, air, goesOn(air, '9', days(9), answered))
  expect(await shelf(t)).toHaveLength(2)
  await givePosts(t, air, goesOn(air, '3', days(5), answered))
  expect(await shelf(t)).toMatchObject([
    { status: 'open', items: ['1', '2', '3', '9'] },
    { status: 'closed', items: [] },
  ])
})
