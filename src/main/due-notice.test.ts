import { expect, test, vi } from 'vitest'
import { dueWords } from './due-notice.ts'

vi.mock('electron', () => ({ Notification: class {} }))

test('one reply, many, and more brands than fit', () => {
  expect(dueWords({ count: 1, brands: ['Northwind Air'] })).toEqual({
    title: 'A reply is due',
    body: 'Northwind Air',
  })
  expect(dueWords({ count: 12, brands: ['A$&', 'B', 'C', 'D', 'E'] })).toEqual({
    title: '12 replies are due',
    body: 'A$&, B, C and 2 more',
  })
})
