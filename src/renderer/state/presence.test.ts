/** @file What a window shows is told once, and again to a core that began anew. */
import { plainKeymap } from '../../shared/keymap.ts'
import { expect, test } from 'vitest'
import type { SessionView } from '../../shared/domain/session.ts'
import type { WindowView } from '../../shared/window-protocol.ts'
import { tellPresence, type Surface } from './presence.ts'
import { rowsStore } from './rows.ts'
import { sessionStore } from './session.ts'

const view: SessionView = {
  workspace: { id: 'w', kind: 'practice', xOrigin: 'http://127.0.0.1:1' },
  secretsKept: 'beside',
  agent: null,
  agentAsked: true,
  agents: [],
  idleMinutes: 30,
  clockOffsetMs: 0,
  holdMs: { public: 10_000, dm: 5_000 },
  stopped: null,
  absence: null,
  keymap: plainKeymap,
  trained: [],
}

function begin(shown: WindowView = { kind: 'main' }) {
  const said: unknown[] = []
  const page = { visible: true, online: true, changed: () => {} }
  const surface: Surface = {
    isVisible: () => page.visible,
    isOnline: () => page.online,
    onChange: (listener) => void (page.changed = listener),
  }
  const say = async (method: string, input: unknown) => void said.push([method, input])
  const rows = rowsStore()
  const session = sessionStore()
  session.setState({ view: shown })
  const host = { invoke: say, onEvent: () => () => {}, onPort: () => () => {} }
  const parts = { rows, session, host, call: say, tell: () => {} }
  tellPresence(parts as never, surface)
  return { said, page, rows, session }
}

test('the deck and the ticket on screen, once', () => {
  const { said, rows, session, page } = begin()
  expect(said).toEqual([['window.network', { online: true }]])
  rows.setState({
    session: view,
    decks: [{ id: 'b', brandId: 'b', name: null, arranged: false, columns: [] }],
  })
  session.setState({ said: null })
  session.setState({ openTicketId: 't' })
  page.visible = false
  page.changed()
  expect(said.slice(1)).toEqual([
    ['session.focus', { visible: true, brandId: 'b', ticketId: null }],
    ['session.focus', { visible: true, brandId: 'b', ticketId: 't' }],
    ['session.focus', { visible: false, brandId: 'b', ticketId: 't' }],
  ])
})

test('a core that began anew is told again; the network, when it changes', () => {
  const { said, rows, page } = begin()
  rows.setState({ session: view })
  rows.setState({ session: { ...view } })
  page.online = false
  page.changed()
  page.changed()
  expect(said.slice(1)).toEqual([
    ['session.focus', { visible: true, brandId: null, ticketId: null }],
    ['session.focus', { visible: true, brandId: null, ticketId: null }],
    ['window.network', { online: false }],
  ])
})

test('a window of one ticket counts for the brand of that ticket alone, and tells nothing of the network', () => {
  const { said, rows, session, page } = begin({ kind: 'ticket', ticketId: 't' })
  page.online = false
  page.changed()
  rows.setState({ session: view })
  session.setState({ openTicketId: 't' })
  rows.setState({ detail: { card: { ticketId: 't', brandId: 'b' } } as never })
  expect(said).toEqual([
    ['session.focus', { visible: false, brandId: null, ticketId: null }],
    ['session.focus', { visible: false, brandId: null, ticketId: 't' }],
    ['session.focus', { visible: true, brandId: 'b', ticketId: 't' }],
  ])
})
