/** @file Without a change of policy, priority or status a deadline is constant, whatever else happens to a ticket. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addHandle, silentLog, testDatabase, testStart } from '../../../tests/database.ts'
import { giveDms, givePosts, dm, goesOn, minute, post } from '../../../tests/inbound.ts'
import { undoLast } from '../audit/undo.ts'
import { setBrand } from '../brands/settings.ts'
import { attributeService } from '../tickets/attributes.ts'
import { deskUndoers } from '../tickets/desk-undo.ts'
import { fieldService, fieldUndoers } from '../tickets/fields.ts'
import { mergeService } from '../tickets/merge.ts'
import { mergeUndoers } from '../tickets/merge-undo.ts'
import { wakeTickets } from '../tickets/wake.ts'
import { deadlineEngine } from './engine.ts'

const context = { connectionId: 'w1' }
const hour = 60 * minute

const actions = [
  'message',
  'dm',
  'label',
  'snooze',
  'until-reply',
  'wake',
  'follow-up',
  'rename',
  'field',
  'undo',
] as const
type Step = { kind: (typeof actions)[number]; waitMs: number }

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom(...actions),
  waitMs: fc.oneof(
    fc.integer({ min: 1, max: 3 * hour }),
    // Nights, weekends and, in the zones below, changes of the clocks.
    fc.integer({ min: 12 * hour, max: 100 * hour }),
  ),
})
const time = fc.constantFrom('00:00', '06:30', '09:00')
const hours = fc.record({
  zone: fc.constantFrom('UTC', 'America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe', 'Asia/Kathmandu'),
  week: fc.record({
    mon: fc.record({ from: time, to: fc.constantFrom('12:00', '18:00', '24:00') }).map((span) => [span]),
    sat: fc.constantFrom([], [{ from: '10:00', to: '12:00' }]),
  }),
})

test('time, messages that wait already, labels, snoozes and undo leave both deadlines where they are', async () => {
  await fc.assert(
    fc.asyncProperty(hours, fc.array(step, { minLength: 1, maxLength: 10 }), async (settled, steps) => {
      const t = testDatabase()
      const air = await addHandle(t.database, 'northwindair', '100')
      const { database, clock } = t
      await database.write(async (tx) => {
        await setBrand(tx, air.brandId, 'hours', settled)
        await setBrand(tx, air.brandId, 'fields', { fields: [{ id: 'booking', name: 'Booking' }] })
      })
      await givePosts(t, air, post('1', -5))
      const parts = { database, clock, log: silentLog }
      const deadlines = deadlineEngine({ ...parts, onFellDue: () => {} })
      const waker = wakeTickets(parts)
      deadlines.brandsChanged()
      const services = {
        ...attributeService({ database }),
        ...mergeService({ database }),
        ...fieldService({ database }),
      }
      const read = () =>
        database.read
          .selectFrom('tickets')
          .select(['id', 'due_at', 'resolve_due_at', 'status', 'priority'])
          .executeTakeFirstOrThrow()
      const idle = async (): Promise<void> => {
        waker.wake()
        deadlines.rearm()
        await waker.idle()
        await deadlines.idle()
      }
      await idle()
      const { id, ...before } = await read()
      expect(before.due_at).not.toBeNull()
      const ticketIds = [id]
      const at = (): number => (clock.now() - testStart) / minute
      for (const [n, { kind, waitMs }] of steps.entries()) {
        const item = String(1_000 + n)
        if (kind === 'message') await givePosts(t, air, goesOn(air, item, at(), post('1', -5)))
        if (kind === 'dm') await giveDms(t, air, dm(air, item, at()))
        if (kind === 'label') await services['ticket.tag']({ ticketIds, add: [`l${n}`], remove: [] }, context)
        if (kind === 'snooze')
          await services['ticket.snooze'](
            { ticketIds, until: clock.now() + hour, forReply: n % 2 === 0 },
            context,
          )
        if (kind === 'until-reply')
          await services['ticket.snooze']({ ticketIds, until: null, forReply: true }, context)
        if (kind === 'wake') await services['ticket.wake']({ ticketIds }, context)
        // One whose day has come is owed then: a debt of its own.
        if (kind === 'follow-up')
          await services['ticket.follow-up'](
            { ticketIds, at: clock.now() + 5_000 * hour, reason: '' },
            context,
          )
        if (kind === 'rename') await services['ticket.rename']({ ticketId: id, title: `Bag ${n}` }, context)
        if (kind === 'field')
          await services['ticket.set-fields'](
            { ticketIds, values: [{ fieldId: 'booking', value: `${n}` }] },
            context,
          )
        if (kind === 'undo')
          await undoLast(database, {
            ...deskUndoers,
            ...mergeUndoers,
            ...fieldUndoers,
            'brand.set': nothing,
          }).catch(() => null)
        await clock.advance(waitMs)
        await idle()
        const { id: _, ...after } = await read()
        expect(after).toEqual(before)
      }
      await waker.stop()
      await deadlines.stop()
      await t.end()
    }),
    { numRuns: 40 },
  )
}, 60_000)

/** What a brand settled is policy: it stays out of this story. */
const nothing = async (): Promise<never> => {
  throw new Error('not of this story')
}
