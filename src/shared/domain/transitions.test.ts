import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SolvedHow, TicketStatus } from './ticket.ts'
import { isOver, mayMove, moved, standing, type Mover, type Standing } from './transitions.ts'

const movers: readonly Mover[] = ['agent', 'customer', 'answer', 'answer-gone', 'past', 'merge']

/** Where each hand may lead from each status, in the order of the statuses. */
test.each<[TicketStatus, Record<Mover, readonly TicketStatus[]>]>([
  [
    'new',
    {
      agent: ['open', 'pending', 'on-hold', 'solved'],
      customer: ['open'],
      answer: ['open', 'pending', 'solved'],
      'answer-gone': [],
      past: ['closed'],
      merge: ['closed'],
    },
  ],
  [
    'open',
    {
      agent: ['pending', 'on-hold', 'solved'],
      customer: [],
      answer: ['pending', 'solved'],
      'answer-gone': [],
      past: ['closed'],
      merge: ['closed'],
    },
  ],
  [
    'pending',
    {
      agent: ['open', 'on-hold', 'solved'],
      customer: ['open'],
      answer: ['open', 'solved'],
      'answer-gone': ['open'],
      past: [],
      merge: ['closed'],
    },
  ],
  [
    'on-hold',
    {
      agent: ['open', 'pending', 'solved'],
      customer: ['open'],
      answer: ['solved'],
      'answer-gone': [],
      past: [],
      merge: ['closed'],
    },
  ],
  [
    'solved',
    {
      agent: ['open', 'pending', 'on-hold', 'closed'],
      customer: ['open'],
      answer: [],
      'answer-gone': ['open'],
      past: [],
      merge: ['closed'],
    },
  ],
  [
    'closed',
    {
      agent: ['open'],
      customer: [],
      answer: [],
      'answer-gone': [],
      past: ['new', 'open', 'pending'],
      merge: [],
    },
  ],
])('from %s', (from, expected) => {
  const found = Object.fromEntries(
    movers.map((mover) => [mover, TicketStatus.options.filter((to) => mayMove(from, to, mover))]),
  )
  expect(found).toEqual(expected)
})

const anyStatus = fc.constantFrom(...TicketStatus.options)
test('a move that is none leaves a ticket where it is; nobody makes an old ticket new, or ends one that is closed', () => {
  fc.assert(
    fc.property(anyStatus, anyStatus, fc.constantFrom(...movers), (from, to, mover) => {
      expect(moved(from, to, mover)).toBe(mayMove(from, to, mover) ? to : from)
      expect(mayMove(from, from, mover)).toBe(false)
      if (to === 'new') expect(mayMove(from, to, 'agent')).toBe(false)
      if (from === 'closed') expect(mayMove(from, 'solved', mover)).toBe(false)
    }),
  )
})

test('what is over knows since when and how, what is alive does not, however it got there', () => {
  const step = fc.record({ to: anyStatus, at: fc.nat(), how: fc.constantFrom(...SolvedHow.options) })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      let now: Standing = { status: 'new', solved_at: null, solved_how: null }
      for (const { to, at, how } of steps) {
        const before = now
        now = standing(now, to, { at, how })
        expect(now.status).toBe(to)
        expect(now.solved_at !== null).toBe(isOver(to))
        expect(now.solved_how !== null).toBe(isOver(to))
        // Closing says nothing new about how a ticket was solved.
        if (to === 'closed' && before.solved_at !== null) expect(now).toEqual({ ...before, status: to })
      }
    }),
  )
})
