/** @file What the palette offers, and what earlier choices add. */
import { expect, test } from 'vitest'
import { plainLook, unfiltered } from '../../../shared/domain/deck.ts'
import { usedOnce } from '../../../shared/domain/palette.ts'
import { contextOf } from '../../commands/context.ts'
import { noRows, type Rows } from '../../state/rows.ts'
import { sessionStore } from '../../state/session.ts'
import { narrowed } from '../narrowed.ts'
import { entriesOf, liftOf, searchEntry } from './entries.ts'

const offer = (rows: Rows) => ({
  rows,
  context: contextOf(rows, sessionStore().getState(), ''),
  macros: [],
  mac: false,
})

test('only what can be done now is offered', () => {
  const ids = entriesOf(offer(noRows)).map((entry) => entry.key)
  expect(ids).toContain('view.cheat-sheet')
  expect(ids).not.toContain('ticket.solve')
  expect(ids).not.toContain('column.jump-1')
})

test('a column is found by its name and its deck', () => {
  const column = {
    id: 'mentions:all',
    kind: 'mentions' as const,
    brandId: null,
    title: null,
    filter: unfiltered,
    order: 'own' as const,
    look: plainLook,
  }
  const rows = {
    ...noRows,
    decks: [{ id: 'all', brandId: null, name: null, arranged: false, columns: [column] }],
  }
  expect(narrowed(entriesOf(offer(rows)), 'col mentions all')[0]).toMatchObject({
    kind: 'column',
    columnId: 'mentions:all',
    deckId: 'all',
  })
})

test('what somebody chooses often stands first, and never above the name that was typed', () => {
  const entries = entriesOf(offer(noRows))
  const uses = [1, 2, 3].reduce(
    (all, at) => usedOnce(all, 'view.theme-light', at),
    usedOnce([], 'view.cheat-sheet', 0),
  )
  const lift = liftOf(uses, 4)
  expect(
    narrowed(entries, '', lift)
      .slice(0, 2)
      .map(({ key }) => key),
  ).toEqual(['view.theme-light', 'view.cheat-sheet'])
  expect(narrowed(entries, 'theme', lift)[0]?.key).toBe('view.theme-light')
  expect(narrowed(entries, 'theme: dark', lift)[0]?.key).toBe('view.theme-dark')
})

test('whatever is typed can be looked for in everything', () => {
  expect(searchEntry(' zanzibar ')).toMatchObject({ kind: 'search', text: 'zanzibar' })
})
