/** @file By when a reply and a solution are owed: targets, pauses, priorities, and what is told of them. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { HoursSetting, TargetsSetting } from '../../shared/domain/deadline-settings.ts'
import { Priority, TicketStatus } from '../../shared/domain/ticket.ts'
import { businessTime } from './business-time.ts'
import { deadlinesOf, isPaused, tellings, type Pause, type Policy, type TicketFacts } from './rules.ts'

const minute = 60_000
const hour = 60 * minute
const at = (text: string): number => Date.parse(`2026-11-${text}Z`)
const policy: Policy = {
  zone: 'UTC',
  time: businessTime('UTC', HoursSetting.parse({}).week, []),
  targets: TargetsSetting.parse({}),
}
/** Monday, 16 November, 10:00. */
const monday = at('16T10:00')
const facts: TicketFacts = {
  status: 'new',
  priority: 'normal',
  openedAt: monday,
  clockFrom: 0,
  oldestUnansweredAt: monday,
  troubleAt: null,
  isAnsweredBefore: false,
  pauses: [],
}
const of = (change: Partial<TicketFacts>, by: Policy = policy) => deadlinesOf({ ...facts, ...change }, by)

test('an hour for a reply, 24 business hours to solve it, and a warning after three quarters of each', () => {
  expect(of({})).toEqual({
    dueAt: at('16T11:00'),
    warnAt: at('16T10:45'),
    resolveDueAt: at('18T16:00'),
    resolveWarnAt: at('18T10:00'),
  })
})

test.each<[Priority, number]>([
  ['urgent', 15],
  ['high', 60],
  ['normal', 60],
  ['low', 240],
])('%s is answered within %i minutes', (priority, minutes) => {
  expect(of({ priority }).dueAt).toBe(monday + minutes * minute)
})

test('a next reply has a target of its own', () => {
  const targets = TargetsSetting.parse({ nextReply: { normal: 120 } })
  expect(of({ isAnsweredBefore: true }, { ...policy, targets }).dueAt).toBe(monday + 2 * hour)
  expect(of({}, { ...policy, targets }).dueAt).toBe(monday + hour)
})

test('no clock starts before the handle was connected', () => {
  expect(of({ clockFrom: at('16T12:00') })).toMatchObject({
    dueAt: at('16T13:00'),
    resolveDueAt: at('18T18:00'),
  })
})

test('an answer in trouble is due like a reply', () => {
  expect(of({ oldestUnansweredAt: null, troubleAt: at('16T15:00'), isAnsweredBefore: true }).dueAt).toBe(
    at('16T16:00'),
  )
  expect(of({ oldestUnansweredAt: null }).dueAt).toBeNull()
})

const ended = (status: Pause['status'], from: string, until: string): Pause => ({
  status,
  from: at(from),
  until: at(until),
})

test('Pending stops both clocks, On hold that of the solution', () => {
  expect(of({ status: 'pending' })).toEqual({
    dueAt: null,
    warnAt: null,
    resolveDueAt: null,
    resolveWarnAt: null,
  })
  expect(of({ status: 'on-hold' })).toMatchObject({ dueAt: at('16T11:00'), resolveDueAt: null })
  const half = ended('pending', '16T10:30', '16T12:00')
  expect(of({ status: 'open', pauses: [half] })).toMatchObject({
    dueAt: at('16T12:30'),
    resolveDueAt: at('18T17:30'),
  })
  const held = ended('on-hold', '16T10:30', '16T12:00')
  expect(of({ status: 'open', pauses: [held] })).toMatchObject({
    dueAt: at('16T11:00'),
    resolveDueAt: at('18T17:30'),
  })
})

test('a pause outside business hours changes nothing', () => {
  const night = ended('pending', '16T19:00', '17T08:00')
  expect(of({ status: 'open', pauses: [night] })).toEqual(of({ status: 'open' }))
})

test('whoever solves a ticket settles what waited: reopened, its reply is owed in full', () => {
  const solved = ended('solved', '16T10:50', '17T10:00')
  expect(of({ status: 'open', pauses: [solved] })).toMatchObject({
    dueAt: at('17T11:00'),
    resolveDueAt: at('19T15:10'),
  })
})

test('without its clocks a ticket tells nothing; with them first the warnings', () => {
  expect(tellings(of({ status: 'pending' }), true)).toEqual([])
  expect(tellings(of({}), true).map(({ event, about, at: when }) => [event, about, when])).toEqual([
    ['deadline.warned', 'reply', at('16T10:45')],
    ['deadline.missed', 'reply', at('16T11:00')],
    ['deadline.warned', 'resolution', at('18T10:00')],
    ['deadline.missed', 'resolution', at('18T16:00')],
  ])
  expect(tellings(of({}), false).map(({ about }) => about)).toEqual(['resolution', 'resolution'])
})

test('a deadline comes after what it is owed for, its warning before it, and a pause only ever puts it off', () => {
  const instant = fc.integer({ min: 0, max: 60 * 24 * 14 }).map((n) => monday + n * minute)
  const pause = fc.record({
    status: fc.constantFrom(...TicketStatus.options.filter(isPaused)),
    from: instant,
    until: instant,
  })
  const some = fc.record({
    status: fc.constantFrom<TicketStatus>('new', 'open'),
    priority: fc.constantFrom(...Priority.options),
    openedAt: fc.constant(monday),
    clockFrom: instant,
    oldestUnansweredAt: instant,
    troubleAt: fc.constant(null),
    isAnsweredBefore: fc.boolean(),
    pauses: fc.array(
      pause.filter(({ from, until }) => from < until),
      { maxLength: 4 },
    ),
  })
  fc.assert(
    fc.property(some, (one) => {
      const found = deadlinesOf(one, policy)
      const without = deadlinesOf({ ...one, pauses: [] }, policy)
      expect(found.dueAt).toBeGreaterThan(Math.max(one.oldestUnansweredAt, one.clockFrom))
      expect(found.warnAt).toBeLessThan(found.dueAt ?? 0)
      expect(found.resolveWarnAt).toBeLessThan(found.resolveDueAt ?? 0)
      expect(found.dueAt).toBeGreaterThanOrEqual(without.dueAt ?? 0)
      expect(found.resolveDueAt).toBeGreaterThanOrEqual(without.resolveDueAt ?? 0)
    }),
    { numRuns: 200 },
  )
})
