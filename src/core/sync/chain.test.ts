/** @file Reading a timeline page by page, with crashes, lag and a server that walks in circles. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareXIds } from '../../shared/ids.ts'
import { must } from '../../shared/must.ts'
import { idEarlier } from '../x/dates.ts'
import {
  afterPage,
  emptyCursor,
  newRun,
  requestOf,
  restarted,
  sinceWithOverlap,
  type Cursor,
} from './chain.ts'

const now = Date.parse('2026-11-17T10:07:00Z')
const idAt = (at: number, sequence = 0): string =>
  ((BigInt(at - 1_288_834_974_657) << 22n) + BigInt(sequence)).toString()

/** A timeline that pages like X: newest first, above since_id, `size` at a time; tokens are offsets from its top. */
function timeline(ids: readonly string[], size: number) {
  const newestFirst = [...ids].sort((a, b) => compareXIds(b, a))
  return (sinceId: string | null, token: string | null) => {
    const above = newestFirst.filter((id) => sinceId === null || compareXIds(id, sinceId) > 0)
    const start = token === null ? 0 : above.indexOf(token) + 1
    const items = above.slice(start, start + size)
    const last = items.at(-1)
    return { ids: items, nextToken: last !== undefined && start + size < above.length ? last : null }
  }
}

describe('a chain of pages', () => {
  it('finds every post whatever crashes in between', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 600_000 }), { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 1, max: 9 }),
        fc.array(fc.boolean(), { maxLength: 40 }),
        (offsets, size, crashes) => {
          const ids = offsets.map((offset) => idAt(now + offset))
          const read = timeline(ids, size)
          const seen = new Set<string>()
          let cursor: Cursor = { ...emptyCursor, sinceId: idAt(now), completeToAt: now + 700_000 }
          const crash = [...crashes]
          for (let attempt = 0; attempt < 200; attempt++) {
            let run = newRun(cursor, now + 700_000)
            let ended = false
            while (!ended) {
              const request = requestOf('mentions', cursor, run.pages)
              const page = read(request.sinceId ?? null, request.token ?? null)
              // The crash comes before the page and its cursor are committed.
              if (crash.shift()) break
              for (const id of page.ids) seen.add(id)
              const after = afterPage('mentions', cursor, run, page)
              ;({ cursor, run } = after)
              ended = after.next === 'end'
            }
            if (ended) break
          }
          expect(seen).toEqual(new Set(ids))
          expect(cursor.sinceId).toBe([...ids].sort(compareXIds).at(-1))
          expect(cursor.resumeToken).toBeNull()
        },
      ),
    )
  })

  it('keeps since_id where it was until the chain is at its end', () => {
    const cursor: Cursor = { ...emptyCursor, sinceId: '100', completeToAt: now }
    const half = afterPage('posts', cursor, newRun(cursor, now), { ids: ['300', '250'], nextToken: 't' })
    expect(half).toMatchObject({
      next: 'read-on',
      cursor: { sinceId: '100', resumeToken: 't', chainTopId: '300' },
    })
    const whole = afterPage('posts', half.cursor, half.run, { ids: ['200'], nextToken: null })
    expect(whole).toMatchObject({
      next: 'end',
      cursor: { sinceId: '300', resumeToken: null, completeToAt: now },
    })
  })

  it('stops direct messages at the first known one', () => {
    const cursor: Cursor = { ...emptyCursor, sinceId: '100', completeToAt: now }
    const after = afterPage('dms', cursor, newRun(cursor, now), { ids: ['101', '100', '99'], nextToken: 't' })
    expect(after).toMatchObject({ next: 'end', cursor: { sinceId: '101' } })
    expect(requestOf('dms', cursor, 0).max).toBeLessThan(requestOf('dms', cursor, 1).max)
  })

  it('takes a few pages of the past at first, no more', () => {
    let state = { cursor: emptyCursor, run: newRun(emptyCursor, now), next: 'read-on' }
    let pages = 0
    while (state.next === 'read-on') {
      pages++
      state = afterPage('dms', state.cursor, state.run, {
        ids: [String(1_000 - pages)],
        nextToken: `t${pages}`,
      })
    }
    expect(pages).toBe(2)
    expect(state.cursor.sinceId).toBe('999')
  })

  it('leaves a circle', () => {
    const cursor: Cursor = { ...emptyCursor, sinceId: '1', completeToAt: now }
    const first = afterPage('posts', cursor, newRun(cursor, now), { ids: ['9'], nextToken: 't' })
    expect(afterPage('posts', first.cursor, first.run, { ids: ['8'], nextToken: 't' }).next).toBe('end')
    let state = { cursor, run: newRun(cursor, now), next: 'read-on' }
    for (let page = 0; page < 3; page++)
      state = afterPage('posts', state.cursor, state.run, { ids: [], nextToken: `empty-${page}` })
    expect(state.next).toBe('end')
  })

  it('rests when a chain is very long, and goes on from there', () => {
    const cursor: Cursor = { ...emptyCursor, sinceId: '1', completeToAt: now }
    let state = { cursor, run: newRun(cursor, now), next: 'read-on' }
    for (let page = 0; state.next === 'read-on'; page++)
      state = afterPage('posts', state.cursor, state.run, {
        ids: [String(9_999 - page)],
        nextToken: `t${page}`,
      })
    expect(state.next).toBe('rest')
    expect(state.cursor).toMatchObject({ sinceId: '1', resumeToken: 't29', chainTopId: '9999' })
    expect(restarted(state.cursor)).toMatchObject({ sinceId: '1', resumeToken: null, chainTopId: null })
  })

  it('looks a little further back while a late post may still appear below the newest', () => {
    const sinceId = idAt(now)
    expect(sinceWithOverlap({ ...emptyCursor, sinceId, completeToAt: now + 60_000 })).toBe(
      idEarlier(sinceId, 120_000),
    )
    expect(sinceWithOverlap({ ...emptyCursor, sinceId, completeToAt: now + 120_000 })).toBe(sinceId)
    expect(must(sinceWithOverlap({ ...emptyCursor, sinceId: '5', completeToAt: now }), 'an id')).toBe('5')
  })
})
