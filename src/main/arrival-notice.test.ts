/** @file The notice of new messages in words, and where a click on it leads. */
import { expect, test } from 'vitest'
import type { Arrival } from '../shared/host-protocol.ts'
import { arrivalTarget, arrivalWords, noticed } from './arrival-notice.ts'

const from = (author: string, brandName = 'Northwind Air', column = 'mentions'): Arrival => ({
  row: { kind: 'ticket', id: `ticket of ${author}` },
  author,
  brandId: `id of ${brandName}`,
  brandName,
  loud: false,
  notice: {
    deckId: 'all',
    columnId: `${column}:all`,
    kind: column === 'person' ? 'person' : 'mentions',
    title: column === 'person' ? 'Mara' : null,
  },
  sound: false,
})
const words = (...arrivals: Arrival[]) => arrivalWords(noticed(arrivals))
const target = (...arrivals: Arrival[]) => arrivalTarget(noticed(arrivals))

test('one message names its author, several of one column are a number, and their author if it is one', () => {
  expect(words(from('Mara $&'))).toEqual({ title: 'New in Mentions · Northwind Air', body: 'Mara $&' })
  expect(words(from('Mara'), from('Mara'))).toEqual({
    title: '2 new in Mentions · Northwind Air',
    body: 'Mara',
  })
  expect(words(from('Mara'), from('Bex'), from('Jo'))).toEqual({
    title: '3 new in Mentions · Northwind Air',
    body: '',
  })
})

test('several columns or brands are one notice, and a handful of them is named', () => {
  expect(words(from('Mara'), from('Bex', 'Kettle & Co'), from('Jo'))).toEqual({
    title: '3 new messages',
    body: '2 in Mentions · Northwind Air\n1 in Mentions · Kettle & Co',
  })
  expect(
    words(from('1', 'A'), from('2', 'B'), from('3', 'C', 'person'), from('4', 'D'), from('5', 'E')),
  ).toEqual({
    title: '5 new messages',
    body: '1 in Mentions · A\n1 in Mentions · B\n1 in Mara · C\nand 2 more',
  })
})

test('what no column tells by a notice is not in it', () => {
  expect(noticed([{ ...from('Mara'), notice: null }, from('Bex')]).map(({ author }) => author)).toEqual([
    'Bex',
  ])
})

test('a click leads to the ticket or the post if it is one, else to the column', () => {
  const place = { deckId: 'all', columnId: 'mentions:all' }
  const row = { kind: 'ticket', id: 'ticket of Mara' } as const
  const post = { kind: 'post', id: row.id } as const
  expect(target(from('Mara'), from('Mara'))).toEqual({ ...place, row })
  expect(target(from('Mara'), from('Bex'))).toEqual({ ...place, row: null })
  expect(target({ ...from('Mara'), row: post })).toEqual({ ...place, row: post })
  expect(target(from('Mara'), { ...from('Mara'), row: post })).toEqual({ ...place, row: null })
  expect(target()).toBeNull()
})
