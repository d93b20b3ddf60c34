import fc from 'fast-check'
import { expect, test } from 'vitest'
import { NoticeKind } from '../../shared/domain/notice.ts'
import { JobState } from '../../shared/domain/outbox.ts'
import {
  attaches,
  isTold,
  mayFollow,
  nudgeAfterMs,
  nudgeOf,
  sameTroubleMs,
  standingOf,
  underOf,
  type Step,
} from './rules.ts'

const state = fc.constantFrom(...JobState.options)
const chain = fc.uniqueArray(
  fc.record({
    n: fc.integer({ min: 1, max: 60 }),
    at: fc.integer({ min: 0, max: 20 }),
    state,
    hasId: fc.boolean(),
  }),
  { selector: ({ n }) => n, maxLength: 8 },
)
const steps = chain.map((all) =>
  all.map(({ n, at, state: its, hasId }): Step => ({
    jobId: `job-${String(n).padStart(2, '0')}`,
    at,
    state: its,
    postId: its === 'sent' && hasId ? String(1_000 + n) : null,
  })),
)
const isDecided = (one: Step): boolean => ['sent', 'recalled', 'dropped'].includes(one.state)

test('a post goes under what X has of its notice, the newest, and only once all before it is decided', () => {
  fc.assert(
    fc.property(steps, fc.integer({ min: 0, max: 20 }), (others, at) => {
      const me = { jobId: 'job-99', at }
      const under = underOf(me, others)
      const before = others.filter((one) => one.at <= at)
      const ids = others.flatMap(({ postId }) => (postId === null ? [] : [Number(postId)]))
      if (before.some((one) => !isDecided(one))) expect(under.kind).toBe('behind')
      else if (ids.length === 0) expect(under).toEqual({ kind: 'nothing' })
      else expect(under).toEqual({ kind: 'under', postId: String(Math.max(...ids)) })
    }),
  )
})

test('no two posts of one notice wait for each other', () => {
  fc.assert(
    fc.property(steps, (all) => {
      for (const one of all)
        for (const other of all) {
          if (one === other) continue
          const [under, over] = [underOf(one, [other]), underOf(other, [one])]
          expect(under.kind === 'behind' && over.kind === 'behind').toBe(false)
        }
    }),
  )
})

test('ids of X are numbers: one with more digits is newer', () => {
  const sent = (jobId: string, postId: string): Step => ({ jobId, at: 1, state: 'sent', postId })
  expect(underOf({ jobId: 'z', at: 9 }, [sent('a', '999'), sent('b', '1000')])).toEqual({
    kind: 'under',
    postId: '1000',
  })
})

const posts = fc.array(fc.record({ kind: fc.constantFrom(...NoticeKind.options), state }), { maxLength: 6 })

test('what waits for somebody’s word is never hidden behind what is out or over', () => {
  fc.assert(
    fc.property(posts, (all) => {
      const waits = all.some((post) => ['refused', 'unsure', 'missed', 'stopped', 'ask'].includes(post.state))
      expect(standingOf(all) === 'stuck').toBe(waits)
    }),
  )
})

test('a notice is over once its all-clear is out, not when it is written', () => {
  const first = { kind: 'outage', state: 'sent' } as const
  expect(standingOf([first])).toBe('out')
  expect(standingOf([first, { kind: 'all-clear', state: 'held' }])).toBe('out')
  expect(standingOf([first, { kind: 'all-clear', state: 'sent' }])).toBe('over')
  expect(standingOf([{ kind: 'outage', state: 'held' }])).toBe('waiting')
  expect(standingOf([{ kind: 'outage', state: 'recalled' }])).toBe('gone')
})

test('an update has something to stand under, and not before that leaves', () => {
  const step = (its: JobState, at: number): Step => ({ jobId: `${at}`, at, state: its, postId: null })
  expect(mayFollow([step('recalled', 1), step('dropped', 2)])).toEqual({ isOpen: false, notBefore: null })
  expect(mayFollow([step('held', 5)])).toEqual({ isOpen: true, notBefore: 5 })
  expect(mayFollow([step('sent', 5), step('held', 9)])).toEqual({ isOpen: true, notBefore: null })
})

const now = 100 * 3_600_000
const trouble = { id: 't1', incidentId: 't1', since: now - nudgeAfterMs }
const told = (its: JobState, incidentId: string | null = 't1', kind: NoticeKind = 'outage') => ({
  incidentId,
  createdAt: now - 60_000,
  posts: [{ kind, state: its }],
})

test('a trouble is told of by a notice that is out or about to leave, not by one that X refused', () => {
  for (const its of ['held', 'queued', 'sending', 'sent', 'unsure', 'stopped', 'ask'] as const)
    expect(isTold(trouble, [told(its)]), its).toBe(true)
  for (const its of ['recalled', 'dropped', 'refused', 'missed'] as const)
    expect(isTold(trouble, [told(its)]), its).toBe(false)
})

test('a notice of another incident, of planned work, or of an outage that is over tells nothing of this one', () => {
  expect(isTold(trouble, [told('sent', 'other')])).toBe(false)
  expect(isTold(trouble, [told('sent', null, 'planned')])).toBe(false)
  expect(isTold(trouble, [told('sent', null)])).toBe(true)
  const over = {
    ...told('sent', null),
    posts: [
      { kind: 'outage', state: 'sent' },
      { kind: 'all-clear', state: 'sent' },
    ] as const,
  }
  expect(isTold(trouble, [over])).toBe(false)
})

test('nobody is told twice of one trouble, whatever it is called by then', () => {
  const begun = fc.record({
    id: fc.constantFrom('a', 'b', 'c'),
    ago: fc.integer({ min: 0, max: 10 * 3_600_000 }),
  })
  fc.assert(
    fc.property(fc.uniqueArray(begun, { selector: ({ id }) => id }), (rows) => {
      const troubles = rows.map(({ id, ago }) => ({ id, incidentId: null, since: now - ago }))
      const nudges: { about: string; at: number }[] = []
      for (let turn = 0; turn < 20; turn++) {
        const { about } = nudgeOf(troubles, [], nudges, now)
        if (about) nudges.push({ about: about.id, at: now })
      }
      const told = nudges.map(({ about }) => about)
      expect(new Set(told).size).toBe(told.length)
      const fresh = troubles.filter(({ id, since }) => told.includes(id) && now - since <= sameTroubleMs)
      expect(fresh.length).toBeLessThanOrEqual(1)
      const isDue = troubles.some(({ since }) => since + nudgeAfterMs <= now)
      expect(told.length > 0).toBe(isDue)
    }),
  )
})

test('somebody is told a quarter of an hour after it began, and not before', () => {
  const young = { ...trouble, since: now - nudgeAfterMs + 1 }
  expect(nudgeOf([young], [], [], now)).toEqual({ about: null, nextAt: now + 1 })
  expect(nudgeOf([trouble], [], [], now)).toEqual({ about: trouble, nextAt: Infinity })
  expect(nudgeOf([trouble], [told('held')], [], now)).toEqual({ about: null, nextAt: Infinity })
  expect(nudgeOf([trouble], [], [{ about: 't1', at: now }], now).about).toBeNull()
})

test('an answer goes into the incident that its notice is of, unless something says otherwise', () => {
  const ticket = { conversationId: '7', incidentId: null, isMerged: false, isRefused: false }
  const notice = { conversationIds: ['7'], isOver: false }
  expect(attaches(ticket, notice)).toBe(true)
  for (const not of [
    { conversationId: '8' },
    { incidentId: 'another' },
    { isMerged: true },
    { isRefused: true },
  ])
    expect(attaches({ ...ticket, ...not }, notice)).toBe(false)
  expect(attaches(ticket, { ...notice, isOver: true })).toBe(false)
})
