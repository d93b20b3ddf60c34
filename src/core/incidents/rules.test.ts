/** @file Whom an incident gathers, who hears of it once, and by when. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TellKind, type Told } from '../../shared/domain/incident.ts'
import { JobState } from '../../shared/domain/outbox.ts'
import { TicketStatus, type Routes } from '../../shared/domain/ticket.ts'
import { windows } from '../outbox/limits.ts'
import { finishOf, holdsTerm, skipOf, toldByAll, tooAlike, wayOf, type Listener } from './rules.ts'

test.each([
  ['My site is DOWN since noon!', ['down'], true],
  ['Let us go downtown', ['down'], false],
  ['error 503 everywhere', ['error 503'], true],
  ['error 404 everywhere', ['error 503'], false],
  ['Check—in fails', ['check-in'], true],
  ['see https://down.example/x', ['down'], false],
  ['ｄｏｗｎ again', ['down'], true],
  ['نظام التسجيل معطل', ['معطل'], true],
  ['anything', ['!!'], false],
  ['anything', [], false],
])('%s holds one of %j: %s', (text, terms, holds) => {
  expect(holdsTerm(text, terms)).toBe(holds)
})

const routes = (open: 'yes' | 'perhaps' | 'no', dm: boolean): Routes => ({
  username: 'northair',
  public: {
    open,
    reason: open === 'yes' ? 'typed-handle' : 'not-addressed',
    targetPostId: open === 'no' ? null : '7',
    targetAt: null,
    targetIsOlder: false,
  },
  dm: { open: dm, reason: dm ? 'dm-conversation' : 'no-dm-conversation' },
  webIntentUrl: null,
  suggested: 'public',
})
const waiting: Listener = {
  status: 'open',
  told: null,
  hasAnswer: false,
  isOnItsWay: false,
  hasDraft: false,
  isAnswered: false,
  channel: 'public',
  routes: routes('yes', false),
}

test.each<[Partial<Listener>, TellKind, string | undefined]>([
  [{}, 'answer', undefined],
  [{ told: 'sent' }, 'answer', 'told'],
  [{ told: 'waiting' }, 'answer', 'told'],
  [{ told: 'failed' }, 'answer', undefined],
  [{ isOnItsWay: true }, 'answer', 'on-its-way'],
  [{ status: 'solved' }, 'answer', 'over'],
  [{ status: 'solved', hasAnswer: true }, 'all-clear', undefined],
  [{ status: 'solved' }, 'all-clear', 'over'],
  [{ hasDraft: true }, 'answer', 'draft'],
  [{ isAnswered: true }, 'answer', 'answered'],
  [{ isAnswered: true }, 'all-clear', undefined],
  [{ routes: routes('no', false) }, 'answer', 'no-way'],
  [{ routes: routes('perhaps', false) }, 'answer', 'no-way'],
  [{ routes: routes('no', true) }, 'answer', undefined],
])('%j at an %s: %s', (more, kind, why) => {
  expect(skipOf(kind, { ...waiting, ...more })?.why).toBe(why)
})

test('whoever has a message, or one on its way, never gets a second of its kind', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...JobState.options), { minLength: 1, maxLength: 4 }),
      fc.constantFrom(...TellKind.options),
      fc.constantFrom(...TicketStatus.options),
      (states, kind, status) => {
        const told: Told | null = toldByAll(states)
        const isOut = states.some((state) => !['recalled', 'dropped', 'refused', 'missed'].includes(state))
        if (isOut) expect(skipOf(kind, { ...waiting, status, told })?.why).toBe('told')
        else expect(told === 'failed' || told === null).toBe(true)
      },
    ),
  )
})

test('where somebody wrote last is where they hear of it, if X lets us', () => {
  expect(wayOf({ channel: 'dm', routes: routes('yes', true) })).toBe('dm')
  expect(wayOf({ channel: 'public', routes: routes('yes', true) })).toBe('public')
  expect(wayOf({ channel: 'public', routes: routes('perhaps', true) })).toBe('dm')
})

test('three may hear the same words, whatever name is in them; the fourth is told apart', () => {
  const texts = ['Ada', 'Ben', 'Cem', 'Dora', 'Eve'].map(
    (name) => `@${name} we are sorry that the check-in page does not work at the moment`,
  )
  expect([...tooAlike(texts)]).toEqual([3, 4])
  expect([
    ...tooAlike(texts.map((text, n) => (n === 1 ? 'Something else altogether, at some length' : text))),
  ]).toEqual([4])
})

test('what is told as the end keeps to X’s limits, and is the earliest that does', () => {
  const from = Date.parse('2026-11-17T10:00:00Z')
  const one = { handleId: 'h', appId: 'a', family: 'posts' as const }
  const window = windows.find(({ limit }) => limit === 'posts')
  const max = window?.max ?? 0
  const many = (count: number) => Array.from({ length: count }, () => one)
  expect(finishOf([], [], from)).toBeNull()
  expect(finishOf(many(max), [], from)).toBe(from)
  expect(finishOf(many(max + 1), [], from)).toBe(from + (window?.ms ?? 0))
  expect(
    finishOf(
      many(1),
      many(max).map((each) => ({ ...each, at: from - 60_000 })),
      from,
    ),
  ).toBe(from - 60_000 + (window?.ms ?? 0))
  // Another handle’s requests are no hindrance.
  expect(
    finishOf(
      many(1),
      many(max).map((each) => ({ ...each, handleId: 'other', at: from })),
      from,
    ),
  ).toBe(from)
})
