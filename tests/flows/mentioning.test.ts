/** @file Whom a message may name while an @ is typed: brands of several clients side by side, and nothing asked of X. */
import { afterEach, expect, test } from 'vitest'
import { flow, type Flow } from './harness.ts'

let desk: Flow
afterEach(() => desk.end())

const post = (key: string, by: string, text: string, more: object = {}) => ({
  type: 'post',
  key,
  by,
  at: '2026-11-17T11:50:00Z',
  text,
  ...more,
})
const lines = [
  { type: 'user', username: 'max_m', name: 'Max Mahler' },
  { type: 'user', username: 'magda', name: 'Magda' },
  post('bag', 'mara', '@northair where is my bag?'),
  post('me-too', 'max_m', '@northair mine is gone as well', { replyTo: 'bag' }),
  post('seat', 'paulo', '@northair my seat is broken'),
  post('bill', 'magda', '@lumen my bill is wrong'),
]

async function begin() {
  desk = await flow({ handles: ['northair', 'lumen', 'metro'], lines })
}
async function names(username: string, query: string): Promise<string[]> {
  const to = { kind: 'ticket', ticketId: await desk.ticketOf(username), channel: 'public' } as const
  const found = await desk.call('person.mentionable', { to, query })
  return found.map((one) => `${one.username}: ${one.reason}`)
}
async function namesOfBrand(handle: string, query: string): Promise<string[]> {
  const { brand } = await desk.handle(handle)
  const found = await desk.call('person.mentionable', { to: { kind: 'compose', brandId: brand.id }, query })
  return found.map((one) => `${one.username}: ${one.reason}`)
}

test('those of the conversation come first, then who wrote to this brand; a name counts by any of its words', async () => {
  await begin()
  expect(await names('mara', 'ma')).toEqual(['mara: conversation', 'max_m: conversation'])
  expect(await names('mara', 'mahl')).toEqual(['max_m: conversation'])
  expect(await names('mara', 'pau')).toEqual(['paulo: customer'])
  // Who only joined in somebody else's conversation asked this brand nothing.
  expect(await names('paulo', 'ma')).toEqual(['mara: customer'])
  expect(await namesOfBrand('northair', 'ma')).toEqual(['mara: customer'])
})

test('nobody is offered whom only another brand knows, and never a handle of another brand', async () => {
  await begin()
  expect(await names('mara', 'magda')).toEqual([])
  expect(await namesOfBrand('lumen', 'ma')).toEqual(expect.arrayContaining(['magda: customer']))
  expect(await namesOfBrand('lumen', 'paulo')).toEqual([])
  for (const other of ['lumen', 'metro']) {
    expect(await names('mara', other)).toEqual([])
    expect(await namesOfBrand('northair', other)).toEqual([])
  }
  expect(await namesOfBrand('northair', 'north')).toEqual(['northair: own'])
  // The handle that speaks does not name itself.
  expect(await names('mara', 'north')).toEqual([])
})

test('who asked this brand to be left alone is not offered', async () => {
  await begin()
  const ticketId = await desk.ticketOf('paulo')
  await desk.call('person.leave-alone', { ticketId })
  expect(await names('mara', 'pau')).toEqual([])
  await desk.call('person.leave-alone', { ticketId })
  expect(await names('mara', 'pau')).toEqual(['paulo: customer'])
})

test('X is asked nothing', async () => {
  await begin()
  const before = await desk.control.meter({})
  await names('mara', 'ma')
  await namesOfBrand('northair', 'somebody')
  expect(await desk.control.meter({})).toEqual(before)
})
