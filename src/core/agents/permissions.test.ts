/** @file What is a lead's alone, and what stays everybody's. */
import { expect, test } from 'vitest'
import { roleFor } from './permissions.ts'

test('brands, budgets, agents and the end of Stop are a lead’s; answering and Stop itself are everybody’s', () => {
  for (const method of [
    'brand.set',
    'brand.remove',
    'kit.import',
    'money.limit',
    'agent.add',
    'outbox.resume',
  ])
    expect(roleFor(method, {}), method).toBe('lead')
  for (const method of ['reply.send', 'ticket.solve', 'outbox.stop', 'agent.sit', 'agent.set-pin', 'no.such'])
    expect(roleFor(method, {}), method).toBeNull()
})

test('a new handle is a lead’s to connect, a broken one is anybody’s to sign in again', () => {
  expect(roleFor('connect.start', { target: { kind: 'new' } })).toBe('lead')
  expect(roleFor('connect.start', { target: { kind: 'reconnect', handleId: 'h' } })).toBeNull()
})
