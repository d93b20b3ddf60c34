import fc from 'fast-check'
import { expect, test } from 'vitest'
import { NoticeKind } from '../../shared/domain/notice.ts'
import { JobState } from '../../shared/domain/outbox.ts'
import { must } from '../../shared/must.ts'
import {
  newestLiving,
  isTold,
  mayFollow,
  nudgeAfterMs,
  nudgeOf,
  sameTroubleMs,
  standingOf,
  underOf,
  type Nudged,
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
      const nudges: Nudged[] = []
      for (let turn = 0; turn < 20; turn++) {
        const { about } = nudgeOf(troubles, [], nudges, now)
        if (about) nudges.push({ about: about.id, at: now, isSpike: true })
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
  expect(nudgeOf([trouble], [], [{ about: 't1', at: now, isSpike: false }], now).about).toBeNull()
})

test('another incident is told of though one was lately, but not while that goes on, nor where a spike became one', () => {
  const later = { id: 't2', incidentId: 't2', since: now - nudgeAfterMs }
  const earlier = { id: 't1', incidentId: 't1', since: now - 2 * nudgeAfterMs }
  const nudged = [{ about: 't1', at: now - nudgeAfterMs, isSpike: false }]
  expect(nudgeOf([later], [], nudged, now).about).toEqual(later)
  expect(nudgeOf([later, earlier], [], nudged, now).about).toBeNull()
  expect(nudgeOf([later], [], [{ about: 's1', at: now - nudgeAfterMs, isSpike: true }], now).about).toBeNull()
})

test('a spike is told of by the notice of an outage since it began, whatever its incident, and over by now or not', () => {
  const spike = { id: 's1', incidentId: null, since: now - nudgeAfterMs }
  const over = {
    incidentId: 't1',
    createdAt: spike.since - 10 * 60_000,
    posts: [
      { kind: 'outage', state: 'sent' },
      { kind: 'all-clear', state: 'sent' },
    ] as const,
  }
  expect(isTold(spike, [over])).toBe(true)
  expect(isTold(spike, [{ ...over, incidentId: null }])).toBe(true)
  expect(isTold(spike, [{ ...over, createdAt: spike.since - 5 * 3_600_000 }])).toBe(false)
  expect(isTold(spike, [told('sent', 'other', 'planned')])).toBe(false)
})

test('of the notices of an incident the newest that lives counts, and one that is gone only where none does', () => {
  const [recalled, sent, refused] = (['recalled', 'sent', 'refused'] as const).map((its) => ({ state: its }))
  expect(newestLiving([must(recalled, 'one'), must(sent, 'one')])).toEqual(sent)
  expect(newestLiving([must(refused, 'one'), must(recalled, 'one')])).toEqual(refused)
  expect(newestLiving([])).toBeNull()
})
