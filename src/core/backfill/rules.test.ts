/** @file Reading the past page by page: whatever crashes, whatever X refuses, nothing is missed and nothing asked twice. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareXIds } from '../../shared/ids.ts'
import { owedFrom } from '../tickets/rules.ts'
import { idAt, instantOfId } from '../x/dates.ts'
import {
  afterPage,
  hitHorizon,
  newTrail,
  priceOfPast,
  requestOf,
  restarted,
  topOf,
  type Chain,
  type Known,
} from './rules.ts'

const now = Date.parse('2026-11-17T12:00:00Z')
const day = 86_400_000
const chain = (more: Partial<Chain> = {}): Chain => ({
  untilId: topOf(now),
  token: null,
  reachedId: null,
  fromAt: now - 7 * day,
  items: 0,
  ...more,
})

/** A list that pages like X: newest first, below until_id, not older than start_time; tokens are ids. */
function list(ids: readonly string[], size: number) {
  const newestFirst = ids.toSorted((a, b) => compareXIds(b, a))
  return ({ untilId, startAt, token }: ReturnType<typeof requestOf>) => {
    const fits = newestFirst.filter(
      (id) =>
        (!untilId || compareXIds(id, untilId) < 0) &&
        (startAt === null || startAt === undefined || instantOfId(id) >= startAt),
    )
    const start = token ? fits.indexOf(token) + 1 : 0
    const items = fits.slice(start, start + size)
    const last = items.at(-1)
    return {
      ids: items,
      oldestAt: last === undefined ? null : instantOfId(last),
      nextToken: last !== undefined && start + size < fits.length ? last : null,
    }
  }
}

describe('a chain of past pages', () => {
  test('misses nothing and meets what is read live without a hole, whatever crashes or is refused', () => {
    const trouble = fc.constantFrom('none' as const, 'crash' as const, 'token' as const)
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: -8 * day, max: 0 }), { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 1, max: 9 }),
        fc.array(trouble, { maxLength: 30 }),
        fc.boolean(),
        (offsets, size, troubles, atSeam) => {
          const seam = idAt(owedFrom(now))
          const ids = [
            ...new Set([...offsets.map((offset) => idAt(now + offset)), ...(atSeam ? [seam] : [])]),
          ]
          const live = new Set(ids.filter((id) => compareXIds(id, seam) > 0))
          const read = list(ids, size)
          const past: string[] = []
          let at = chain()
          let trail = newTrail
          for (let step = 0; step < 300; step++) {
            const happens = troubles[step] ?? 'none'
            if (happens === 'token' && at.token !== null) at = restarted('mentions', at)
            const page = read(requestOf('mentions', at))
            if (happens === 'crash') {
              trail = newTrail
              continue
            }
            past.push(...page.ids)
            const after = afterPage('mentions', at, trail, page)
            at = after.chain
            trail = after.trail
            if (after.next !== 'read-on') break
          }
          expect(past).toEqual([...new Set(past)])
          expect(past.filter((id) => live.has(id))).toEqual([])
          const wanted = ids.filter((id) => instantOfId(id) >= now - 7 * day)
          expect(new Set([...past, ...live])).toEqual(new Set(wanted))
        },
      ),
    )
  })

  test('direct messages end with the first page that reaches the depth', () => {
    const old = { ids: ['5', '4'], oldestAt: now - 8 * day, nextToken: 't' }
    expect(afterPage('dms', chain(), newTrail, old)).toMatchObject({
      next: 'ended',
      chain: { token: null, reachedId: '4', items: 2 },
    })
    expect(requestOf('dms', chain())).toEqual({ token: null, max: 100 })
  })

  test('leaves a circle: once by beginning below what is here, then for good', () => {
    const page = { ids: ['50'], oldestAt: now, nextToken: 't' }
    const first = afterPage('mentions', chain({ untilId: '90' }), newTrail, page)
    const again = afterPage('mentions', first.chain, first.trail, { ...page, ids: [] })
    expect(again).toMatchObject({ next: 'read-on', chain: { untilId: '50', token: null } })
    let at = { ...again }
    for (let n = 0; at.next === 'read-on' && n < 9; n++)
      at = afterPage('mentions', at.chain, at.trail, { ids: [], oldestAt: null, nextToken: `empty-${n}` })
    expect(at.next).toBe('lost')
  })

  test('X’s own limit is told from the chosen depth by the number of items', () => {
    expect(hitHorizon('mentions', 700, 99)).toBe(true)
    expect(hitHorizon('mentions', 700, 9)).toBe(false)
    expect(hitHorizon('dms', 100_000, 0)).toBe(false)
  })
})

const known: Known = {
  ownsApp: false,
  day: { mentions: 60, posts: 20, dms: 10, authors: 35 },
  counted: null,
}

test('a price is told from X’s count where there is one, else from the last day; never above what X keeps', () => {
  expect(priceOfPast(7, known)).toEqual({
    days: 7,
    mentions: 360,
    posts: 120,
    dms: 60,
    people: 210,
    micros: 480 * 5_000 + 60 * 10_000 + 210 * 10_000,
    counted: false,
  })
  expect(priceOfPast(7, { ...known, counted: { mentions: 412, posts: 0 } })).toMatchObject({
    mentions: 412,
    posts: 0,
    counted: true,
  })
  expect(priceOfPast(30, known).mentions).toBe(740)
  expect(priceOfPast(7, { ...known, ownsApp: true }).micros).toBe(480 * 1_000 + 270 * 10_000)
  const silent = { mentions: 0, posts: 0, dms: 0, authors: 0 }
  expect(priceOfPast(7, { ...known, day: silent, counted: { mentions: 5, posts: 0 } })).toMatchObject({
    people: 5,
  })
})
