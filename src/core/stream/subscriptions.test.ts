/** @file Keeping X's subscriptions in step with the handles: what is made, what goes, what is left alone. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Subscribed } from '../x/gateway.ts'
import { isServed, subscriptionChanges, subscriptionsAtMost, wantedSubscriptions } from './subscriptions.ts'

const handle = { id: 'h1', xUserId: '10', chatSeen: false, isCapped: false }
const at = (id: string, eventType: string, xUserId = '10'): Subscribed => ({
  id,
  eventType,
  xUserId,
  tag: null,
})

describe('what is wanted', () => {
  it('asks for nothing that costs and is known anyway', () => {
    const types = wantedSubscriptions([handle], []).map((one) => one.eventType)
    expect(types).toContain('post.mention.create')
    expect(types).toContain('dm.sent')
    expect(types).not.toContain('post.create')
  })

  it('asks for encrypted chat until it was seen once', () => {
    const types = (chatSeen: boolean) =>
      wantedSubscriptions([{ ...handle, chatSeen }], []).map((one) => one.eventType)
    expect(types(false)).toContain('chat.received')
    expect(types(true)).not.toContain('chat.received')
  })

  it('asks beyond a cap for what costs nothing alone', () => {
    const types = wantedSubscriptions([{ ...handle, isCapped: true }], []).map((one) => one.eventType)
    expect(types.sort()).toEqual(['dm.sent', 'oauth.revoke', 'post.delete'])
  })

  it('watches customers for deleted posts, by the app, as far as X lets it', () => {
    const many = Array.from({ length: 3_000 }, (_, n) => String(1_000 + n))
    const wanted = wantedSubscriptions([handle], ['10', '20', '20', ...many])
    expect(wanted.length).toBeLessThan(subscriptionsAtMost)
    expect(wanted.filter((one) => one.xUserId === '20')).toEqual([
      { eventType: 'post.delete', xUserId: '20', byHandleId: null },
    ])
    expect(wanted.filter((one) => one.xUserId === '10' && one.eventType === 'post.delete')).toHaveLength(1)
    expect(wantedSubscriptions([], many)).toEqual([])
  })
})

describe('what changes', () => {
  it('takes another program’s subscription as it is and never deletes it', () => {
    const wanted = wantedSubscriptions([handle], [])
    const { create, remove } = subscriptionChanges(
      wanted,
      [at('1', 'post.mention.create'), at('2', 'like.create')],
      new Set(),
    )
    expect(create.map((one) => one.eventType)).not.toContain('post.mention.create')
    expect(remove).toEqual([])
  })

  it('deletes its own when a handle is gone, and its own twin', () => {
    const there = [at('1', 'dm.received', '99'), at('2', 'dm.received'), at('3', 'dm.received')]
    const { remove } = subscriptionChanges(wantedSubscriptions([handle], []), there, new Set(['1', '2']))
    expect(remove.sort()).toEqual(['1', '2'])
  })

  it('is settled after one round', () => {
    const ids = fc.constantFrom('10', '11', '12')
    const types = fc.constantFrom('post.mention.create', 'dm.received', 'post.delete', 'like.create')
    const any = fc.uniqueArray(
      fc.record({ id: fc.string({ minLength: 1 }), eventType: types, xUserId: ids, tag: fc.constant(null) }),
      { selector: (one) => one.id, maxLength: 20 },
    )
    fc.assert(
      fc.property(any, fc.boolean(), (there, ours) => {
        const madeHere = new Set(ours ? there.map((one) => one.id) : [])
        const wanted = wantedSubscriptions(
          [handle, { ...handle, id: 'h2', xUserId: '11', chatSeen: true }],
          [],
        )
        const first = subscriptionChanges(wanted, there, madeHere)
        const after = [
          ...there.filter((one) => !first.remove.includes(one.id)),
          ...first.create.map((one, n) => ({ ...one, id: `new-${n}-${one.eventType}`, tag: null })),
        ]
        const second = subscriptionChanges(wanted, after, madeHere)
        expect(second.create).toEqual([])
        expect(second.remove).toEqual([])
        expect(isServed(handle, second.inPlace)).toBe(true)
      }),
    )
  })
})
