/** @file Facts from state: which ticket commands work on, and which scopes hear a key. */
import { expect, test } from 'vitest'
import { card } from '../../../tests/cards.ts'
import { commands } from '../../shared/commands.ts'
import type { BrandView, HandleView } from '../../shared/domain/brand.ts'
import { plainLook, unfiltered, type ColumnRow } from '../../shared/domain/deck.ts'
import { noRows, type Rows } from '../state/rows.ts'
import { sessionStore, type Session } from '../state/session.ts'
import { contextOf, scopesOf, targetPost, targetTicket, ticketsMeant } from './context.ts'
import { registry } from './registry.ts'

const [one, two] = ['0193f0a0-0000-7000-8000-000000000001', '0193f0a0-0000-7000-8000-000000000002']
const row = (ticketId: string, status: 'open' | 'solved'): ColumnRow => ({
  kind: 'ticket',
  id: ticketId,
  card: { ...card(1), ticketId, status, needsReply: status === 'open' },
})
const rows: Rows = {
  ...noRows,
  decks: [
    {
      id: 'all',
      brandId: null,
      name: null,
      arranged: false,
      columns: [
        {
          id: 'c',
          kind: 'needs-reply',
          brandId: null,
          title: null,
          filter: unfiltered,
          order: 'own' as const,
          look: plainLook,
        },
      ],
    },
  ],
  columns: new Map([
    [
      'c',
      {
        ids: [one, two],
        next: null,
        total: 2,
        muted: { count: 0, many: false },
        grouped: null,
        looking: false,
        failure: null,
      },
    ],
  ]),
  rows: new Map([
    [one, row(one, 'open')],
    [two, row(two, 'solved')],
  ]),
}
const session = (more: Partial<Session>): Session => ({
  ...sessionStore().getState(),
  workspace: { state: 'open' },
  ...more,
})

test('in the deck commands work on the row under the cursor, in the pane on the open ticket', () => {
  const both = { cursors: { c: one }, openTicketId: two }
  expect(targetTicket(rows, session({ ...both, area: 'deck' }))).toBe(one)
  expect(targetTicket(rows, session({ ...both, area: 'pane' }))).toBe(two)
  expect(targetTicket(rows, session({ ...both, area: 'composer' }))).toBe(two)
  expect(targetTicket(rows, session({}))).toBeNull()
})

test('what is chosen together is meant in the deck; in the pane the open ticket is', () => {
  const chosen = { selection: [two, one], cursors: { c: one }, openTicketId: two }
  expect(ticketsMeant(rows, session({ ...chosen, area: 'deck' }))).toEqual([two, one])
  expect(ticketsMeant(rows, session({ ...chosen, area: 'pane' }))).toEqual([two])
  expect(ticketsMeant(rows, session({ ...chosen, selection: null, area: 'deck' }))).toEqual([one])
  expect(ticketsMeant(rows, session({}))).toEqual([])
  // One that waits still is enough to solve them all.
  expect(contextOf(rows, session(chosen), '')).toMatchObject({ manyChosen: true, ticketSolved: false })
  expect(contextOf(rows, session({ ...chosen, selection: [two] }), '').ticketSolved).toBe(true)
})

test('a post of a search is opened on X; only one that is nobody’s request is answered there without a ticket', () => {
  const post = (ticketId: string | null): ColumnRow => ({
    kind: 'post',
    id: '12',
    card: null,
    post: {
      postId: '12',
      brandId: one,
      author: { xUserId: '1', name: 'M', username: 'mara', avatar: null, followers: null, verified: false },
      runs: [],
      lang: null,
      at: 0,
      hasMedia: false,
      isQuote: false,
      link: null,
      likes: 0,
      reposts: 0,
      ticketId,
    },
  })
  const listened = (ticketId: string | null): Rows => ({ ...rows, rows: new Map([['12', post(ticketId)]]) })
  const inDeck = session({ cursors: { c: '12' } })
  const alone = contextOf(listened(null), inDeck, '')
  expect(alone).toMatchObject({ ticketChosen: false, postChosen: true, postAlone: true })
  expect(registry['ticket.view-on-x'].when(alone)).toBe(true)
  expect(registry['reply.on-x'].when(alone)).toBe(true)
  expect(registry['ticket.solve'].when(alone)).toBe(false)
  expect(contextOf(listened(two), inDeck, '')).toMatchObject({ ticketChosen: true, postAlone: false })
  const handle: HandleView = {
    id: two,
    brandId: one,
    appId: two,
    username: 'mara',
    xUserId: '1',
    name: 'M',
    avatar: null,
    state: 'connected',
    dmsMoved: null,
    live: false,
    otherSeat: false,
    sources: [],
  }
  const brand: BrandView = {
    id: one,
    clientId: two,
    clientName: 'M',
    name: 'M',
    initials: 'M',
    fill: 0,
    handles: [handle],
    expected: [],
    holdMs: { public: 0, dm: 0 },
    needsReply: 0,
    pressing: false,
    hours: { zone: 'UTC', open: true, changesAt: null, opensAt: null },
  }
  const ours = contextOf({ ...listened(null), brands: [brand] }, inDeck, '')
  expect(ours).toMatchObject({ postChosen: true, postAlone: false })
  expect(registry['ticket.open'].when(ours)).toBe(false)
  const inPane = session({ area: 'pane', openRowId: '12' })
  expect(targetPost(listened(null), inPane)?.postId).toBe('12')
  expect(targetPost(listened(null), { ...inPane, openTicketId: two })).toBeNull()
})

test('a solved ticket can be reopened, not solved again', () => {
  const open = contextOf(rows, session({ cursors: { c: one } }), '')
  const solved = contextOf(rows, session({ cursors: { c: two } }), '')
  expect([registry['ticket.solve'].when(open), registry['ticket.reopen'].when(open)]).toEqual([true, false])
  expect([registry['ticket.solve'].when(solved), registry['ticket.reopen'].when(solved)]).toEqual([
    false,
    true,
  ])
})

test('nothing can be sent without a ticket and a text', () => {
  expect(registry['reply.send'].when(contextOf(rows, session({}), 'Hello'))).toBe(false)
  expect(
    registry['reply.send'].when(contextOf(rows, session({ cursors: { c: one }, openTicketId: one }), ' ')),
  ).toBe(false)
})

test('scopes go from the inside out', () => {
  expect(scopesOf(session({ overlay: { kind: 'palette', only: null } }))).toEqual(['overlay'])
  expect(scopesOf(session({ area: 'composer' }))).toEqual(['composer', 'app'])
  expect(scopesOf(session({ area: 'pane' }))).toEqual(['ticket', 'column', 'app'])
  expect(scopesOf(session({ area: 'deck', overlay: { kind: 'agent' } }))).toEqual(['column', 'app'])
})

test('every declared command has its behaviour', () => {
  expect(
    commands.map((command) => command.id).filter((id) => typeof registry[id]?.run !== 'function'),
  ).toEqual([])
})
