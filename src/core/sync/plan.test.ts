/** @file Planning, over any state of any number of sources. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SourceKind } from '../../shared/domain/brand.ts'
import {
  backoffMs,
  dueAt,
  liveIntervals,
  loopbackIntervals,
  plan,
  type PlanInput,
  type PlanSource,
} from './plan.ts'

const now = Date.parse('2026-11-17T10:07:00Z')
const kinds: SourceKind[] = ['mentions', 'dms', 'posts']
const source = (change: Partial<PlanSource> = {}): PlanSource => ({
  handleId: 'h1',
  appId: 'a1',
  source: 'mentions',
  readAt: now,
  notBefore: null,
  interrupted: false,
  asked: false,
  running: false,
  ...change,
})
const input = (change: Partial<PlanInput>): PlanInput => ({
  now,
  online: true,
  sources: [],
  apps: [],
  intervals: liveIntervals,
  width: 4,
  ...change,
})

const instant = fc.integer({ min: now - 900_000, max: now + 900_000 })
const anySources = fc.uniqueArray(
  fc.record({
    handleId: fc.constantFrom('h1', 'h2', 'h3', 'h4'),
    appId: fc.constantFrom('a1', 'a2'),
    source: fc.constantFrom(...kinds),
    readAt: fc.option(instant),
    notBefore: fc.option(instant),
    interrupted: fc.boolean(),
    asked: fc.boolean(),
    running: fc.boolean(),
  }),
  { selector: (one) => `${one.handleId} ${one.source}` },
)
const anyInput = fc
  .record({
    sources: anySources,
    apps: fc.uniqueArray(
      fc.record({ appId: fc.constantFrom('a1', 'a2'), outOfCredits: fc.boolean(), retryAt: instant }),
      { selector: (app) => app.appId },
    ),
    width: fc.integer({ min: 0, max: 6 }),
  })
  .map(input)

describe('planning', () => {
  it('reads what was never read, and then at its interval', () => {
    expect(plan(input({ sources: [source({ readAt: null })] })).steps).toEqual([
      { handleId: 'h1', source: 'mentions' },
    ])
    expect(plan(input({ sources: [source()] }))).toEqual({ steps: [], wakeAt: now + 60_000 })
  })

  it('does nothing at all while offline', () => {
    fc.assert(
      fc.property(anyInput, (any) => {
        expect(plan({ ...any, online: false })).toEqual({ steps: [], wakeAt: null })
      }),
    )
  })

  it('starts nothing that runs, nothing before its time, nothing twice, and no more than there is room for', () => {
    fc.assert(
      fc.property(anyInput, (any) => {
        const { steps } = plan(any)
        const keys = steps.map((step) => `${step.handleId} ${step.source}`)
        expect(new Set(keys).size).toBe(keys.length)
        const running = any.sources.filter((one) => one.running).length
        expect(steps.length).toBeLessThanOrEqual(Math.max(0, any.width - running))
        for (const step of steps) {
          const own = any.sources.find((one) => one.handleId === step.handleId && one.source === step.source)
          expect(own?.running).toBe(false)
          expect(own && dueAt(own, any.intervals, now)).toBeLessThanOrEqual(now)
        }
      }),
    )
  })

  it('leaves no source behind: each is running, starting, waited for, or held back for want of room or credits', () => {
    fc.assert(
      fc.property(anyInput, (any) => {
        const roomy = { ...any, width: 100, apps: [] }
        const { steps, wakeAt } = plan(roomy)
        for (const one of roomy.sources) {
          const starts = steps.some((step) => step.handleId === one.handleId && step.source === one.source)
          const due = dueAt(one, roomy.intervals, now)
          expect(one.running || starts || (wakeAt !== null && wakeAt > now && wakeAt <= due)).toBe(true)
        }
      }),
    )
  })

  it('one closed source never moves another', () => {
    fc.assert(
      fc.property(anySources, (sources) => {
        const roomy = { width: 100 }
        const before = plan(input({ sources, ...roomy })).steps
        const closed = sources.map((one, at) => (at === 0 ? { ...one, notBefore: now + 900_000 } : one))
        const after = plan(input({ sources: closed, ...roomy })).steps
        const first = sources[0]
        const others = before.filter(
          (step) => step.handleId !== first?.handleId || step.source !== first.source,
        )
        expect(after).toEqual(others)
      }),
    )
  })

  it('lets an app without credits try with one read, the cheapest that is due', () => {
    const sources = kinds.map((kind) => source({ source: kind, readAt: null }))
    const out = { appId: 'a1', outOfCredits: true, retryAt: now + 60_000 }
    expect(plan(input({ sources, apps: [out] }))).toEqual({ steps: [], wakeAt: now + 60_000 })
    expect(plan(input({ sources, apps: [{ ...out, retryAt: now }] })).steps).toEqual([
      { handleId: 'h1', source: 'posts' },
    ])
    const asking = sources.map((one) => ({ ...one, asked: one.source === 'dms' }))
    expect(plan(input({ sources: asking, apps: [out] })).steps).toEqual([{ handleId: 'h1', source: 'dms' }])
  })

  it('starts at most one read of an app without credits, whatever else is going on', () => {
    fc.assert(
      fc.property(anyInput, (any) => {
        const out = new Set(any.apps.filter((app) => app.outOfCredits).map((app) => app.appId))
        const { steps } = plan({ ...any, width: 100 })
        for (const appId of out) {
          const own = any.sources.filter((one) => one.appId === appId)
          const started = own.filter((one) =>
            steps.some((step) => step.handleId === one.handleId && step.source === one.source),
          )
          expect(started.length + (own.some((one) => one.running) ? 1 : 0)).toBeLessThanOrEqual(1)
        }
      }),
    )
  })

  it('serves a wish first, then what has waited longest', () => {
    const sources = [
      source({ handleId: 'h1', readAt: now - 60_000 }),
      source({ handleId: 'h2', readAt: now - 90_000 }),
      source({ handleId: 'h3', asked: true }),
    ]
    const { steps } = plan(input({ sources }))
    expect(steps.map((step) => step.handleId)).toEqual(['h3', 'h2', 'h1'])
  })

  it('goes on when the computer’s clock was set back', () => {
    const day = 86_400_000
    expect(plan(input({ sources: [source({ readAt: now + 3 * day })] })).wakeAt).toBe(now + 60_000)
    expect(plan(input({ sources: [source({ readAt: null, notBefore: now + 3 * day })] })).steps).toHaveLength(
      1,
    )
  })

  it('stays within what X allows for direct messages', () => {
    for (const intervals of [liveIntervals, loopbackIntervals])
      expect(Math.ceil(900_000 / intervals.dms)).toBeLessThanOrEqual(15)
  })
})

describe('waiting after failures', () => {
  it('grows, is spread, and stays under a quarter of an hour', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (failures, random) => {
          const wait = backoffMs(failures, random)
          expect(wait).toBeGreaterThanOrEqual(5_000)
          expect(wait).toBeLessThanOrEqual(15 * 60_000)
          expect(backoffMs(failures + 1, random)).toBeGreaterThanOrEqual(wait)
        },
      ),
    )
  })
})
