/** @file Rate-limit windows as X tells them. */
import { describe, expect, it } from 'vitest'
import { rateLedger } from './limits.ts'

const now = Date.parse('2026-11-17T10:07:00Z')
const who = { handleId: 'h1', appId: 'a1' }
const reset = String((now + 60_000) / 1_000)
const usedUp = (window: string) => ({ [`${window}-remaining`]: '0', [`${window}-reset`]: reset })

describe('the rate ledger', () => {
  it('closes a route for one handle until its window ends', () => {
    const ledger = rateLedger()
    ledger.note(who, 'dms', usedUp('x-rate-limit'), now)
    expect(ledger.closedUntil(who, 'dms', now)).toBe(now + 60_000)
    expect(ledger.closedUntil(who, 'mentions', now)).toBeNull()
    expect(ledger.closedUntil({ ...who, handleId: 'h2' }, 'dms', now)).toBeNull()
    expect(ledger.closedUntil(who, 'dms', now + 60_000)).toBeNull()
  })

  it('closes a route for every handle of an app when the app’s day is used up', () => {
    const ledger = rateLedger()
    ledger.note(who, 'dm', usedUp('x-app-limit-24hour'), now)
    expect(ledger.closedUntil({ ...who, handleId: 'h2' }, 'dm', now)).toBe(now + 60_000)
    expect(ledger.closedUntil({ handleId: 'h3', appId: 'a2' }, 'dm', now)).toBeNull()
  })

  it('keeps the later of two ends', () => {
    const ledger = rateLedger()
    ledger.close(who, 'dm', now + 90_000)
    ledger.note(who, 'dm', usedUp('x-rate-limit'), now)
    expect(ledger.closedUntil(who, 'dm', now)).toBe(now + 90_000)
  })

  it('leaves a window alone that has calls left, or that X says nothing about', () => {
    const ledger = rateLedger()
    ledger.note(who, 'dms', { 'x-rate-limit-remaining': '1', 'x-rate-limit-reset': reset }, now)
    ledger.note(who, 'dms', {}, now)
    ledger.note(who, 'dms', { 'x-rate-limit-remaining': '0', 'x-rate-limit-reset': 'soon' }, now)
    expect(ledger.closedUntil(who, 'dms', now)).toBeNull()
  })

  it('knows how far X’s clock is from ours', () => {
    const ledger = rateLedger()
    ledger.note(who, 'dms', { date: new Date(now - 5_000).toUTCString(), ...usedUp('x-rate-limit') }, now)
    expect(ledger.dateOffsetMs()).toBe(-5_000)
    expect(ledger.closedUntil(who, 'dms', now)).toBe(now + 65_000)
  })
})
