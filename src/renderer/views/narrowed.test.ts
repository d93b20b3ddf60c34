/** @file Finding by letters: words in any order, with or without accents, some letters left out. */
import { expect, test } from 'vitest'
import { narrowed } from './narrowed.ts'

const entries = [
  { title: 'Reply in public', detail: 'Answer' },
  { title: 'Solve ticket', detail: 'Ticket' },
  { title: '#1042 Inês Rocha', detail: 'Estamos sem internet' },
  { title: 'Send and solve', detail: 'Answer' },
  { title: 'Mentions', detail: 'Column · Northwind Air' },
  { title: 'Mentions', detail: 'Column · Lumen' },
]
const titles = (query: string) => narrowed(entries, query).map((entry) => entry.title)

test('words match by their beginning, in any order and with or without accents', () => {
  expect(titles('sol')).toEqual(['Solve ticket', 'Send and solve'])
  expect(titles('tick sol')[0]).toBe('Solve ticket')
  expect(titles('ines')).toEqual(['#1042 Inês Rocha'])
  expect(titles('1042')).toEqual(['#1042 Inês Rocha'])
  expect(narrowed(entries, 'col mentions northwind').map(({ detail }) => detail)).toEqual([
    'Column · Northwind Air',
  ])
  expect(titles('  ')).toHaveLength(entries.length)
})

test('letters may be left out, but not be in another order', () => {
  expect(titles('slv')[0]).toBe('Solve ticket')
  expect(titles('xqz')).toEqual([])
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

test('what speaks for an entry decides between names that fit alike, and where nothing is typed', () => {
  const lift = ({ title }: { title: string }) => (title === 'Send and solve' ? 0.1 : 0)
  expect(narrowed(entries, 'sol', lift)[0]?.title).toBe('Send and solve')
  expect(narrowed(entries, '', lift)[0]?.title).toBe('Send and solve')
  expect(narrowed(entries, 'solve ticket', lift)[0]?.title).toBe('Solve ticket')
})
