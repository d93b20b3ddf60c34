/** @file Finding by the first letters, in any order, with or without accents. */
import { expect, test } from 'vitest'
import { contextOf } from '../commands/context.ts'
import { noRows } from '../state/rows.ts'
import { sessionStore } from '../state/session.ts'
import { entriesOf, narrowed } from './palette-entries.ts'

const entries = [
  { title: 'Reply in public', detail: 'Answer' },
  { title: 'Solve ticket', detail: 'Ticket' },
  { title: '#1042 Inês Rocha', detail: 'Estamos sem internet' },
  { title: 'Send and solve', detail: 'Answer' },
]
const titles = (query: string) => narrowed(entries, query).map((entry) => entry.title)

test('words match by their beginning, in any order', () => {
  expect(titles('sol')).toEqual(['Solve ticket', 'Send and solve'])
  expect(titles('tick sol')).toEqual(['Solve ticket'])
  expect(titles('ines')).toEqual(['#1042 Inês Rocha'])
  expect(titles('1042')).toEqual(['#1042 Inês Rocha'])
  expect(titles('olve')).toEqual([])
  expect(titles('  ')).toHaveLength(4)
})

test('a title typed as it is written is found, and so is a key that is a sign', () => {
  const signs = [
    { title: 'Theme: dark', detail: 'View' },
    { title: 'Theme: light', detail: 'View' },
    { title: 'Keyboard cheat sheet', detail: 'View ?' },
  ]
  const found = (query: string) => narrowed(signs, query).map((entry) => entry.title)
  expect(found('Theme: dark')).toEqual(['Theme: dark'])
  expect(found('?')).toEqual(['Keyboard cheat sheet'])
  expect(found('!')).toEqual([])
})

test('only what can be done now is offered', () => {
  const context = contextOf(noRows, sessionStore().getState(), '')
  const ids = entriesOf(noRows, context, false).map((entry) => entry.key)
  expect(ids).toContain('view.cheat-sheet')
  expect(ids).not.toContain('ticket.solve')
  expect(ids).not.toContain('column.jump-1')
})
