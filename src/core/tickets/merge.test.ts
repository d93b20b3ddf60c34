/** @file Merging, splitting, linking and naming tickets, and that undo gives back exactly what was. */
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { addHandle, testDatabase, type TestDatabase, type TestHandle } from '../../../tests/database.ts'
import { day, dm, giveDms, givePosts, goesOn, minute, post, reply, shelf } from '../../../tests/inbound.ts'
import { undoLast } from '../audit/undo.ts'
import { mergeService } from './merge.ts'
import { mergeUndoers } from './merge-undo.ts'
import { statusService } from './status.ts'

const context = { connectionId: 'w1' }
const made: TestDatabase[] = []
afterEach(async () => {
  for (const one of made.splice(0)) await one.end()
})

async function desk(): Promise<{ t: TestDatabase; air: TestHandle }> {
  const t = testDatabase()
  made.push(t)
  return { t, air: await addHandle(t.database, 'northwindair', '100') }
}
const service = (t: TestDatabase) => ({
  ...mergeService({ database: t.database }),
  ...statusService({ database: t.database }),
})
const undo = (t: TestDatabase) => undoLast(t.database, mergeUndoers)
const idOf = async (t: TestDatabase, itemId: string): Promise<string> =>
  (await shelf(t)).find(({ items }) => items.includes(itemId))?.id ?? ''

test('merged: one ticket has all messages, the other is closed and leads there; undo parts them again', async () => {
  const { t, air } = await desk()
  await givePosts(t, air, post('1', -10), reply(air, '2', -9, post('1', -10)), post('5', -5))
  const [into, source] = [await idOf(t, '1'), await idOf(t, '5')]
  const before = await shelf(t)
  await service(t)['ticket.merge']({ ticketIds: [source], into }, context)
  expect(await shelf(t)).toMatchObject([
    { id: into, status: 'open', needs_reply: 1, items: ['1', '2', '5'] },
    { id: source, status: 'closed', merged_into_id: into, needs_reply: 0, due_at: null, items: [] },
  ])
  // What comes to the merged thread goes where its messages went.
  await undo(t)
  expect(await shelf(t)).toEqual(before)
})

test('what comes to a thread that was merged goes to where its messages are; then undo says it is too late', async () => {
  const { t, air } = await desk()
  await givePosts(t, air, post('1', -10), post('5', -5))
  const [into, source] = [await idOf(t, '1'), await idOf(t, '5')]
  await service(t)['ticket.merge']({ ticketIds: [source], into }, context)
  await givePosts(t, air, reply(air, '6', 1, post('5', -5)))
  expect(await shelf(t)).toMatchObject([{ status: 'pending', items: ['1', '5', '6'] }, { items: [] }])
  await expect(undo(t)).rejects.toMatchObject({ code: 'undo.conflict' })
})

test('only tickets of one customer with one brand belong together', async () => {
  const { t, air } = await desk()
  await givePosts(t, air, post('1', -10), post('5', -5, { authorId: '12' }))
  const [into, source] = [await idOf(t, '1'), await idOf(t, '5')]
  const before = await shelf(t)
  await expect(service(t)['ticket.merge']({ ticketIds: [source], into }, context)).rejects.toMatchObject({
    code: 'ticket.unlike',
  })
  await expect(
    service(t)['ticket.link']({ ticketId: source, previousId: into }, context),
  ).rejects.toMatchObject({ code: 'ticket.unlike' })
  expect(await shelf(t)).toEqual(before)
})

test('split: a message and what follows stand in a ticket of their own, which is linked; undo puts them back', async () => {
  const { t, air } = await desk()
  const asked = post('1', -10)
  const answer = reply(air, '2', -9, asked)
  const other = goesOn(air, '3', -8, answer, '@northwindair and another thing')
  await givePosts(t, air, asked, answer, other)
  const source = await idOf(t, '1')
  const before = await shelf(t)
  await expect(
    service(t)['ticket.split']({ ticketId: source, kind: 'post', itemId: '1' }, context),
  ).rejects.toMatchObject({ code: 'ticket.nothing-to-split' })
  await service(t)['ticket.split']({ ticketId: source, kind: 'post', itemId: '3' }, context)
  expect(await shelf(t)).toMatchObject([
    { id: source, items: ['1', '2'] },
    { status: 'open', needs_reply: 1, previous_ticket_id: source, items: ['3'] },
  ])
  // Each goes on where it stands.
  await givePosts(t, air, reply(air, '4', 1, other))
  expect(await shelf(t)).toMatchObject([{ items: ['1', '2'] }, { status: 'pending', items: ['3', '4'] }])
  await expect(undo(t)).rejects.toMatchObject({ code: 'undo.conflict' })
  expect(before).toHaveLength(1)
})

test('a split that nothing happened to since is undone without a trace', async () => {
  const { t, air } = await desk()
  await givePosts(t, air, post('1', -10))
  await giveDms(t, air, dm(air, '7', -3), dm(air, '8', -2))
  const before = await shelf(t)
  await service(t)['ticket.split']({ ticketId: await idOf(t, '1'), kind: 'dm', itemId: '8' }, context)
  expect(await shelf(t)).toMatchObject([{ items: ['1', '7'] }, { channel: 'dm', items: ['8'] }])
  await undo(t)
  expect(await shelf(t)).toEqual(before)
})

test('a title and a link are kept, and taken back', async () => {
  const { t, air } = await desk()
  await givePosts(t, air, post('1', -10), post('5', -5))
  const [first, second] = [await idOf(t, '1'), await idOf(t, '5')]
  const before = await shelf(t)
  await service(t)['ticket.rename']({ ticketId: second, title: 'Bag to Boston' }, context)
  await service(t)['ticket.link']({ ticketId: second, previousId: first }, context)
  expect(await shelf(t)).toMatchObject([{}, { title: 'Bag to Boston', previous_ticket_id: first }])
  expect(await service(t)['ticket.stack']({ ticketId: second }, context)).toMatchObject({
    others: [{ ticketId: first, title: 'my bag is gone' }],
    previous: { ticketId: first },
  })
  await undo(t)
  await undo(t)
  expect(await shelf(t)).toEqual(before)
})

test('undo leaves the clocks as they stood, also where X’s clock is ahead of this computer’s', async () => {
  const { t, air } = await desk()
  const asked = post('1', -5)
  await givePosts(t, air, asked, reply(air, '2', 1, asked))
  await giveDms(t, air, dm(air, '7', 2))
  const before = await shelf(t)
  await service(t)['ticket.solve']({ ticketIds: [await idOf(t, '1')] }, context)
  await undo(t)
  expect(await shelf(t)).toEqual(before)
})

type Step =
  | { kind: 'post'; thread: number; by: 'them' | 'us' }
  | { kind: 'dm'; by: 'them' | 'us' }
  | { kind: 'stand'; to: 'solve' | 'hold' | 'close' | 'reopen'; at: number }
  | { kind: 'merge'; at: number; into: number }
  | { kind: 'split'; at: number; from: number }
  | { kind: 'undo' }
  | { kind: 'days'; count: number }

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('post' as const),
    thread: fc.nat(2),
    by: fc.constantFrom('them' as const, 'us' as const),
  }),
  fc.record({ kind: fc.constant('dm' as const), by: fc.constantFrom('them' as const, 'us' as const) }),
  fc.record({
    kind: fc.constant('stand' as const),
    to: fc.constantFrom('solve', 'hold', 'close', 'reopen'),
    at: fc.nat(5),
  }),
  fc.record({ kind: fc.constant('merge' as const), at: fc.nat(5), into: fc.nat(5) }),
  fc.record({ kind: fc.constant('split' as const), at: fc.nat(5), from: fc.nat(5) }),
  fc.record({ kind: fc.constant('undo' as const) }),
  fc.record({ kind: fc.constant('days' as const), count: fc.constantFrom(1, 9) }),
)

/** Plays steps; whatever is refused changes nothing. @returns the ids of what customers wrote */
async function play(t: TestDatabase, air: TestHandle, steps: readonly Step[]): Promise<string[]> {
  const told: string[] = []
  let id = 1_000
  let at = 0
  for (const one of steps) {
    id += 1
    at += 1
    const tickets = await shelf(t)
    const pick = (n: number) => tickets[n % Math.max(1, tickets.length)]
    const ticketIds = 'at' in one ? [pick(one.at)?.id ?? ''].filter((known) => known !== '') : []
    const refused = async (work: unknown): Promise<void> => {
      await Promise.resolve(work).catch(() => null)
    }
    if (one.kind === 'post') {
      const root = post(String(1 + one.thread), one.thread - 5)
      const given =
        one.by === 'us'
          ? reply(air, String(id), at, root)
          : {
              ...post(String(id), at),
              conversationId: root.id,
              inReplyToPostId: root.id,
              inReplyToUserId: '11',
            }
      await givePosts(t, air, root, given)
      told.push(root.id, ...(one.by === 'them' ? [given.id] : []))
    } else if (one.kind === 'dm') {
      await giveDms(t, air, dm(air, String(id), at, one.by === 'us' ? '100' : '11'))
      if (one.by === 'them') told.push(String(id))
    } else if (one.kind === 'days') {
      at += (one.count * day) / minute
      await t.clock.advance(one.count * day)
    } else if (one.kind === 'undo') await refused(undo(t))
    else if (ticketIds.length === 0) continue
    else if (one.kind === 'stand') {
      const { to } = one
      if (to === 'solve') await refused(service(t)['ticket.solve']({ ticketIds }, context))
      if (to === 'hold') await refused(service(t)['ticket.hold']({ ticketIds }, context))
      if (to === 'reopen') await refused(service(t)['ticket.reopen']({ ticketIds }, context))
      if (to === 'close')
        await refused(service(t)['ticket.set-status']({ ticketIds, status: 'closed' }, context))
    } else if (one.kind === 'merge')
      await refused(service(t)['ticket.merge']({ ticketIds, into: pick(one.into)?.id ?? '' }, context))
    else {
      const items = pick(one.at)?.items ?? []
      const itemId = items[one.from % Math.max(1, items.length)] ?? '0'
      for (const kind of ['post', 'dm'] as const)
        await refused(service(t)['ticket.split']({ ticketId: ticketIds[0] ?? '', kind, itemId }, context))
    }
  }
  return told
}

test('whatever arrives and whatever agents do, each message stands in one ticket, and undo gives back what was', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 1, maxLength: 10 }),
      fc.array(
        step.filter(({ kind }) => !['post', 'dm', 'days', 'undo'].includes(kind)),
        { minLength: 1, maxLength: 4 },
      ),
      async (story, actions) => {
        const { t, air } = await desk()
        const told = await play(t, air, story)
        const rows = await t.database.read
          .selectFrom('ticket_items')
          .select('item_id')
          .where('role', '=', 'customer')
          .orderBy('item_id')
          .execute()
        expect(rows.map((row) => row.item_id)).toEqual([...new Set(told)].sort())
        const lines = await t.database.read.selectFrom('audit').select('id').execute()
        const before = await shelf(t)
        await play(t, air, actions)
        const since = await t.database.read
          .selectFrom('audit')
          .select('action_id')
          .distinct()
          .where('undoable', '=', 1)
          .where(
            'id',
            'not in',
            lines.map(({ id }) => id),
          )
          .execute()
        for (const _ of since) await undo(t)
        expect(await shelf(t)).toEqual(before)
        await t.end()
        made.pop()
      },
    ),
    { numRuns: 25 },
  )
}, 90_000)
