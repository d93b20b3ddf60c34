/** @file Reading a timeline page by page, with crashes, lag, horizons and a server that walks in circles. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareXIds } from '../../shared/ids.ts'
import { must } from '../../shared/must.ts'
import { idAt, idEarlier, instantOfId } from '../x/dates.ts'
import type { PageRequest } from '../x/gateway.ts'
import {
  afterPage,
  begun,
  deepEveryMs,
  deepFrom,
  emptyCursor,
  isOpen,
  newRun,
  requestOf,
  restarted,
  searchReachMs,
  sinceWithOverlap,
  type ChainKind,
  type Cursor,
  type Hole,
  type ChainRun,
} from './chain.ts'

const now = Date.parse('2026-11-17T10:07:00Z')
const minute = 60_000
const withItem = (at: number): Cursor => ({
  ...emptyCursor,
  sinceId: idAt(at),
  completeToAt: at,
  deepToAt: at,
})
const start = (cursor: Cursor) => newRun(cursor, now)

type Mishap = 'none' | 'crash' | 'token-refused' | 'repeat-token' | 'empty-page'

/** X with one list of posts: newest first, `size` at a time, no more than `horizon`; tokens are ids. */
function server(ids: readonly string[], size: number, horizon: number) {
  const shown = [...ids].sort((a, b) => compareXIds(b, a)).slice(0, horizon)
  return (request: PageRequest, mishap: Mishap): { ids: string[]; nextToken: string | null } | 'refused' => {
    if (mishap === 'token-refused' && request.token) return 'refused'
    // X's token of an empty page leads back to what is newest just then.
    const [newest] = shown
    if (mishap === 'empty-page')
      return { ids: [], nextToken: newest ? idAt(instantOfId(newest) + 1) : 'nowhere' }
    const { sinceId, untilId, startAt, token } = request
    const below = [untilId, mishap === 'repeat-token' ? null : token].filter(
      (id) => id !== null && id !== undefined,
    )
    const fits = shown.filter(
      (id) =>
        (!sinceId || compareXIds(id, sinceId) > 0) &&
        (startAt === null || startAt === undefined || instantOfId(id) >= startAt) &&
        below.every((edge) => edge === 'nowhere' || compareXIds(id, edge) < 0),
    )
    const items = fits.slice(0, size)
    const last = items.at(-1)
    const hasMore = fits.length > size || mishap === 'repeat-token'
    return { ids: items, nextToken: hasMore && last ? last : null }
  }
}

const anyMishaps = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.constant<Mishap>('none') },
    fc.constantFrom<Mishap>('crash', 'token-refused', 'repeat-token', 'empty-page'),
  ),
  { maxLength: 60 },
)

/** One page: what goes wrong with it, and how much is written in how many minutes before it is asked for. */
type Step = { mishap: Mishap; written: number; minutes: number }

/** Reads page by page while posts come in; after each, what the cursor passed by must be here or in a gap. */
function readsThrough(
  steps: readonly Step[],
  x: {
    kind: ChainKind
    size: number
    horizon: number
    /** A longer wait, in minutes, ends the run. */ restsAfter: number
  },
): void {
  const ids: string[] = []
  const seen = new Set<string>()
  const holes: Hole[] = []
  let at = now
  let cursor = withItem(now)
  let run: ChainRun | null = null
  for (const { mishap, written, minutes } of steps) {
    const ms = minutes * minute + 1_000
    for (let n = 1; n <= written; n++) ids.push(idAt(at + Math.round((n * ms) / (written + 1))))
    at += ms
    if (mishap === 'crash' || minutes > x.restsAfter) run = null
    if (run === null) {
      const began = begun(x.kind, cursor, at)
      if (began.hole) holes.push(began.hole)
      cursor = began.cursor
      run = newRun(cursor, at)
    }
    const page = server(ids, x.size, x.horizon)(requestOf(x.kind, cursor, run), mishap)
    if (page === 'refused') {
      cursor = restarted(x.kind, cursor)
      run = null
      continue
    }
    for (const id of page.ids) seen.add(id)
    const after = afterPage(x.kind, cursor, run, page)
    if (after.hole) holes.push(after.hole)
    cursor = after.cursor
    run = after.next === 'read-on' ? after.run : null
    const { sinceId } = cursor
    for (const id of ids) {
      if (sinceId === null || compareXIds(id, sinceId) > 0 || seen.has(id)) continue
      const missing = instantOfId(id)
      expect(holes.some(({ fromAt, toAt }) => missing >= fromAt && missing <= toAt)).toBe(true)
    }
  }
}

describe('a chain of pages', () => {
  it('whatever interrupts it: what X showed is here, or a gap says what is not', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<ChainKind>('mentions', 'posts', 'search', 'dms', 'list'),
        // Minutes after `now` at which posts are written; each reading happens an interval later.
        fc.array(fc.array(fc.integer({ min: 0, max: 299_999 }), { maxLength: 25 }), {
          minLength: 1,
          maxLength: 5,
        }),
        fc.integer({ min: 1, max: 9 }),
        anyMishaps,
        (kind, rounds, size, given) => {
          const mishaps = [...given]
          const seen = new Set<string>()
          const holes: Hole[] = []
          const written: string[] = []
          let cursor = withItem(now)
          let before = cursor
          for (const [round, offsets] of rounds.entries()) {
            const roundAt = now + round * 300_000
            for (const offset of new Set(offsets)) written.push(idAt(roundAt + offset + 1))
            const readAt = roundAt + 300_000
            const ask = server(written, size, Infinity)
            let attempts = 0
            for (let ended = false; !ended; attempts++) {
              expect(attempts).toBeLessThan(400)
              const began = begun(kind, cursor, readAt)
              if (began.hole) holes.push(began.hole)
              cursor = began.cursor
              let run = newRun(cursor, readAt)
              for (let pages = 0; pages < 400; pages++) {
                const mishap = mishaps.shift() ?? 'none'
                const page = ask(requestOf(kind, cursor, run), mishap)
                // The crash comes before the page and its cursor are committed.
                if (mishap === 'crash') break
                if (page === 'refused') {
                  cursor = restarted(kind, cursor)
                  run = { ...newRun(cursor, readAt), idle: run.idle, pages: run.pages }
                  continue
                }
                for (const id of page.ids) seen.add(id)
                const after = afterPage(kind, cursor, run, page)
                ;({ cursor, run } = after)
                if (after.hole) holes.push(after.hole)
                if (after.next === 'end') ended = true
                if (after.next !== 'read-on') break
              }
            }
            expect(isOpen(cursor)).toBe(false)
            const edge = must(cursor.sinceId, 'a cursor')
            for (const id of written) {
              const at = instantOfId(id)
              const isExcused = holes.some((hole) => at >= hole.fromAt && at <= hole.toAt)
              if (compareXIds(id, edge) <= 0) expect(seen.has(id) || isExcused).toBe(true)
            }
            expect(compareXIds(edge, must(before.sinceId, 'a cursor'))).toBeGreaterThanOrEqual(0)
            expect(cursor.completeToAt).toBeGreaterThanOrEqual(before.completeToAt ?? 0)
            before = cursor
          }
          if (given.every((mishap) => mishap === 'none' || mishap === 'crash')) {
            expect(holes).toEqual([])
            expect(seen.size).toBe(new Set(written).size)
          }
        },
      ),
      { numRuns: 400 },
    )
  })

  it('says what lies beyond the horizon', () => {
    fc.assert(
      fc.property(fc.integer({ min: 700, max: 1_000 }), (many) => {
        const ids = Array.from({ length: many }, (_, n) => idAt(now + 1 + n * 1_000))
        const ask = server(ids, 100, 800)
        let { cursor } = begun('mentions', withItem(now), now + 2_000_000)
        let run = newRun(cursor, now + 2_000_000)
        const seen = new Set<string>()
        let hole: Hole | null = null
        for (let next = 'read-on'; next !== 'end';) {
          const page = ask(requestOf('mentions', cursor, run), 'none')
          if (page === 'refused') throw new Error('nothing was refused')
          for (const id of page.ids) seen.add(id)
          const after = afterPage('mentions', cursor, run, page)
          ;({ cursor, run, next, hole } = after)
        }
        const missing = ids.filter((id) => !seen.has(id))
        for (const id of missing) {
          expect(hole).toMatchObject({ why: 'horizon' })
          expect(instantOfId(id)).toBeGreaterThan(hole?.fromAt ?? Infinity)
          expect(instantOfId(id)).toBeLessThan(hole?.toAt ?? 0)
        }
        if (many < 760) expect(hole).toBeNull()
      }),
      { numRuns: 30 },
    )
  })

  it('says what lies beyond the horizon of a chain that goes by time, also below what since_id has read', () => {
    const ids = Array.from({ length: 900 }, (_, n) => idAt(now + 1 + n * 1_000))
    const readTo = now + 500_000
    const later = now + 2_000_000
    let { cursor } = begun('mentions', { ...withItem(readTo), deepToAt: now }, later)
    expect(cursor.chainFromAt).toBeLessThanOrEqual(now)
    let run = newRun(cursor, later)
    const seen = new Set<string>()
    let hole: Hole | null = null
    for (let next = 'read-on'; next !== 'end';) {
      const page = server(ids, 100, 800)(requestOf('mentions', cursor, run), 'none')
      if (page === 'refused') throw new Error('nothing was refused')
      for (const id of page.ids) seen.add(id)
      ;({ cursor, run, next, hole } = afterPage('mentions', cursor, run, page))
    }
    const missing = ids.filter((id) => !seen.has(id)).map(instantOfId)
    expect(missing).toHaveLength(100)
    expect(hole).toMatchObject({ why: 'horizon' })
    expect(Math.min(...missing)).toBeGreaterThanOrEqual(hole?.fromAt ?? Infinity)
    expect(Math.max(...missing)).toBeLessThan(hole?.toAt ?? 0)
  })

  it('whatever is written while it reads, and wherever its pages lead: what it passed by is here, or in a gap', () => {
    const step = fc.record({
      mishap: fc.oneof(
        { weight: 3, arbitrary: fc.constant<Mishap>('none') },
        fc.constantFrom<Mishap>('crash', 'token-refused', 'repeat-token', 'empty-page'),
      ),
      written: fc.integer({ min: 0, max: 30 }),
      minutes: fc.integer({ min: 0, max: 30 }),
    })
    fc.assert(
      fc.property(
        fc.constantFrom<ChainKind>('mentions', 'posts', 'search', 'dms', 'list'),
        fc.integer({ min: 1, max: 9 }),
        fc.array(step, { minLength: 1, maxLength: 60 }),
        (kind, size, steps) => readsThrough(steps, { kind, size, horizon: Infinity, restsAfter: Infinity }),
      ),
      { numRuns: 400 },
    )
  })

  it('wherever it stands still, also before it brought anything: what slips below the horizon is in a gap', () => {
    // Long enough to stand still, or so short that no more comes than the margins allow for.
    const wait = fc.oneof(
      fc.record({ minutes: fc.integer({ min: 0, max: 2 }), written: fc.integer({ min: 0, max: 3 }) }),
      fc.record({ minutes: fc.integer({ min: 15, max: 600 }), written: fc.integer({ min: 0, max: 700 }) }),
    )
    const mishap = fc.oneof(
      { weight: 2, arbitrary: fc.constant<Mishap>('none') },
      fc.constantFrom<Mishap>('crash', 'token-refused', 'repeat-token', 'empty-page'),
    )
    const step = fc.tuple(mishap, wait).map(([one, waited]) => ({ mishap: one, ...waited }))
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 25 }), (steps) =>
        readsThrough(steps, { kind: 'mentions', size: 100, horizon: 800, restsAfter: 2 }),
      ),
      { numRuns: 300 },
    )
  })

  it('a first reading that comes late goes down to where its source began, and says what X no longer shows', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<ChainKind>('mentions', 'dms', 'search', 'list'),
        fc.integer({ min: 0, max: 1_200 }),
        (kind, many) => {
          const horizon = kind === 'mentions' || kind === 'list' ? 800 : Infinity
          const past = Array.from({ length: 500 }, (_, n) => idAt(now - 10 * minute - n * 1_000))
          const since = Array.from({ length: many }, (_, n) => idAt(now + 1 + n * 1_000))
          const late = now + 5_000_000
          let { cursor } = begun(kind, emptyCursor, late)
          let run = newRun(cursor, late, now)
          const seen = new Set<string>()
          let hole: Hole | null = null
          for (let next = 'read-on'; next !== 'end';) {
            const page = server([...past, ...since], 100, horizon)(requestOf(kind, cursor, run), 'none')
            if (page === 'refused') throw new Error('nothing was refused')
            for (const id of page.ids) seen.add(id)
            ;({ cursor, run, next, hole } = afterPage(kind, cursor, run, page))
            if (next === 'rest') run = newRun(cursor, late, now)
          }
          for (const id of since.filter((each) => !seen.has(each))) {
            expect(hole).toMatchObject({ why: 'horizon' })
            expect(instantOfId(id)).toBeGreaterThanOrEqual(hole?.fromAt ?? Infinity)
            expect(instantOfId(id)).toBeLessThanOrEqual(hole?.toAt ?? 0)
          }
          // The past itself costs no more than it did.
          if (many === 0) expect(seen.size).toBeLessThanOrEqual(300)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('says what slipped below the horizon while the chain stood still', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 150, max: 700 }),
        fc.integer({ min: 0, max: 900 }),
        fc.integer({ min: 1, max: 5 }),
        (before, meanwhile, pagesBefore) => {
          const ids = Array.from({ length: before }, (_, n) => idAt(now + 1 + n * 1_000))
          const newer = Array.from({ length: meanwhile }, (_, n) => idAt(now + 3_600_000 + n * 1_000))
          const asked = now + before * 1_000
          let { cursor } = begun('mentions', withItem(now), asked)
          let run = newRun(cursor, asked)
          let state: { next: string; hole: Hole | null } = { next: 'read-on', hole: null }
          const seen = new Set<string>()
          const read = (x: ReturnType<typeof server>): void => {
            const page = x(requestOf('mentions', cursor, run), 'none')
            if (page === 'refused') throw new Error('nothing was refused')
            for (const id of page.ids) seen.add(id)
            const after = afterPage('mentions', cursor, run, page)
            ;({ cursor, run } = after)
            state = after
          }
          for (let page = 0; page < pagesBefore && state.next !== 'end'; page++) read(server(ids, 100, 800))
          if (state.next === 'end') return

          run = newRun(cursor, now + 3_600_000 + meanwhile * 1_000)
          while (state.next !== 'end') read(server([...ids, ...newer], 100, 800))
          for (const id of ids.filter((each) => !seen.has(each))) {
            expect(state.hole).toMatchObject({ why: 'horizon', fromAt: now - 2 * minute })
            expect(instantOfId(id)).toBeLessThan(state.hole?.toAt ?? 0)
          }
        },
      ),
      { numRuns: 60 },
    )
  })

  it('counts a post that X did not show yet when the last reading ended among what the horizon hides', () => {
    const ids = Array.from({ length: 900 }, (_, n) => idAt(now - 30_000 + n * 1_000))
    const cursor: Cursor = {
      ...withItem(now),
      chainTopId: ids.at(-1) ?? null,
      chainBottomId: ids[100] ?? null,
    }
    const run = newRun(cursor, now + 2_000_000)
    const { hole } = afterPage('mentions', cursor, run, { ids: [], nextToken: null })
    expect(hole?.fromAt).toBeLessThan(instantOfId(ids[0] ?? '0'))
  })

  it('keeps since_id where it was until the chain is at its end', () => {
    const cursor: Cursor = { ...emptyCursor, sinceId: '100', completeToAt: now }
    const half = afterPage('posts', cursor, start(cursor), { ids: ['300', '250'], nextToken: 't' })
    expect(half).toMatchObject({
      next: 'read-on',
      cursor: { sinceId: '100', resumeToken: 't', chainTopId: '300', chainBottomId: '250' },
    })
    const whole = afterPage('posts', half.cursor, half.run, { ids: ['200'], nextToken: null })
    expect(whole).toMatchObject({
      next: 'end',
      cursor: { sinceId: '300', resumeToken: null, completeToAt: now },
    })
  })

  it('stops direct messages at the first known one, and asks for few of them', () => {
    const cursor: Cursor = { ...emptyCursor, sinceId: '100', completeToAt: now }
    const run = start(cursor)
    const after = afterPage('dms', cursor, run, { ids: ['101', '100', '99'], nextToken: 't' })
    expect(after).toMatchObject({ next: 'end', cursor: { sinceId: '101' }, hole: null })
    const asked = (fresh: number, free: number, pages = 0) =>
      requestOf('dms', cursor, { ...run, pages }, { fresh, free }).max
    expect(asked(0, 9)).toBe(2)
    expect(asked(5.5, 9)).toBe(8)
    expect(asked(0, 9, 2)).toBe(4)
    expect(asked(9, 90, 5)).toBe(50)
  })

  it('asks for no more known direct messages than were charged for today, but for the one that ends the chain', () => {
    const cursor: Cursor = { ...emptyCursor, sinceId: '100', completeToAt: now }
    const asked = (fresh: number, free: number, pages = 0) =>
      requestOf('dms', cursor, { ...start(cursor), pages }, { fresh, free }).max
    expect(asked(0, 0)).toBe(1)
    expect(asked(0, 1)).toBe(1)
    expect(asked(0.9, 1, 1)).toBe(1)
    expect(asked(3.2, 1)).toBe(4)
  })

  it('takes a few pages of the past at first, no more', () => {
    let state = { cursor: emptyCursor, run: start(emptyCursor), next: 'read-on' }
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

  it('goes on by id where a token leads in a circle, and says what it could not see', () => {
    const cursor = withItem(now)
    const top = idAt(now + 20 * minute)
    const bottom = idAt(now + 10 * minute)
    const first = afterPage('posts', cursor, start(cursor), { ids: [top, bottom], nextToken: 't' })
    const again = afterPage('posts', first.cursor, first.run, { ids: [top, bottom], nextToken: 't' })
    expect(again.next).toBe('read-on')
    expect(requestOf('posts', again.cursor, again.run)).toMatchObject({ untilId: bottom, token: null })
    const rest = afterPage('posts', again.cursor, again.run, { ids: [], nextToken: null })
    expect(rest).toMatchObject({ next: 'end', hole: null, cursor: { sinceId: top } })
    const stuck = afterPage('posts', again.cursor, again.run, { ids: [bottom], nextToken: 't' })
    const lost = afterPage('posts', stuck.cursor, stuck.run, { ids: [bottom], nextToken: 't' })
    expect(lost).toMatchObject({
      next: 'end',
      hole: { fromAt: now - 2 * minute, toAt: instantOfId(bottom), why: 'circle' },
    })
  })

  it('rests when a chain is very long, and goes on from there', () => {
    const cursor: Cursor = { ...emptyCursor, sinceId: '1', completeToAt: now }
    let state = { cursor, run: start(cursor), next: 'read-on' }
    for (let page = 0; state.next === 'read-on'; page++)
      state = afterPage('posts', state.cursor, state.run, {
        ids: [String(9_999 - page)],
        nextToken: `t${page}`,
      })
    expect(state.next).toBe('rest')
    expect(state.cursor).toMatchObject({ sinceId: '1', resumeToken: 't29', chainTopId: '9999' })
    expect(restarted('posts', state.cursor)).toMatchObject({
      sinceId: '1',
      resumeToken: null,
      chainTopId: '9999',
    })
    expect(restarted('dms', state.cursor)).toMatchObject({
      sinceId: '1',
      resumeToken: null,
      chainTopId: null,
    })
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

describe('reading without since_id', () => {
  it('is not over while it was led in a circle: what since_id left out is still to be found', () => {
    const deepToAt = now - deepEveryMs
    const { cursor } = begun('mentions', { ...withItem(now - minute), deepToAt }, now)
    expect(cursor.chainFromAt).not.toBeNull()
    const nowhere = (state: { cursor: Cursor; run: ReturnType<typeof start> }, token: string) =>
      afterPage('mentions', state.cursor, state.run, { ids: [], nextToken: token })
    const first = nowhere({ cursor, run: start(cursor) }, 'a')
    const last = nowhere(nowhere(first, 'b'), 'c')
    expect(last).toMatchObject({ next: 'end', hole: { why: 'circle' }, cursor: { deepToAt } })
    expect(begun('mentions', last.cursor, now + minute).cursor.chainFromAt).not.toBeNull()
  })

  it('happens every quarter of an hour, and goes back an hour', () => {
    const cursor = { ...withItem(now), deepToAt: now - deepEveryMs }
    expect(begun('mentions', cursor, now).cursor.chainFromAt).toBe(now - 60 * minute)
    const { cursor: soon } = begun('mentions', withItem(now - minute), now)
    expect(soon.chainFromAt).toBeNull()
    expect(requestOf('mentions', soon, start(soon))).not.toHaveProperty('startAt')
  })

  it('never pays twice for what was read that way on an earlier day, but for the minutes that lists lag', () => {
    const day = 24 * 60 * minute
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3 * day }), fc.integer({ min: 0, max: 2 * day }), (at, ago) => {
        const read = now + at
        const from = deepFrom(read - ago, read)
        const midnight = Math.floor(read / day) * day
        expect(from).toBeGreaterThanOrEqual(Math.min(midnight, read - ago - 2 * minute))
        expect(from).toBeLessThanOrEqual(read - ago - 2 * minute)
      }),
    )
  })
})

describe('X’s horizons in time', () => {
  it('a search that slept longer than a week begins where X begins, and says what is lost', () => {
    const slept = now + searchReachMs + 60 * minute
    const { cursor, hole } = begun('search', withItem(now), slept)
    expect(hole).toEqual({ fromAt: now - 2 * minute, toAt: now + 60 * minute, why: 'horizon' })
    expect(requestOf('search', cursor, start(cursor))).toMatchObject({ startAt: now + 60 * minute })
    expect(begun('mentions', withItem(now), slept).hole).toBeNull()
  })

  it('a search that found nothing for a week is asked by time', () => {
    const quiet = {
      ...withItem(now),
      completeToAt: now + 10 * 24 * 60 * minute,
      deepToAt: now + 10 * 24 * 60 * minute,
    }
    const { cursor, hole } = begun('search', quiet, now + 10 * 24 * 60 * minute + minute)
    expect(hole).toBeNull()
    expect(requestOf('search', cursor, start(cursor))).not.toHaveProperty('sinceId')
  })
})
