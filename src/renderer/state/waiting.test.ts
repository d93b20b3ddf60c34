/** @file Who goes through a list of handles comes to each once, wherever they begin. */
import { expect, test } from 'vitest'
import { waitingAfter, type WaitingHandle } from './waiting.ts'

const handle = (name: string): WaitingHandle => ({
  expectedId: name,
  username: name,
  brandId: name,
  brandName: name,
})
const names = (list: readonly WaitingHandle[]) => list.map(({ username }) => username).join('')
const all = [...'abcd'].map(handle)

test('those behind come first, then those before, and never one that is gone', () => {
  expect(names(waitingAfter(all, 'a', all.slice(1)))).toBe('bcd')
  expect(names(waitingAfter(all, 'c', all))).toBe('dab')
  expect(names(waitingAfter(all, 'd', [handle('b')]))).toBe('b')
  expect(names(waitingAfter(all, 'd', []))).toBe('')
})
