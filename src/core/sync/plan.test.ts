/** @file Planning, over any state of any number of sources. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { demandOf, intervalOf, limitFloor, liveIntervals } from './intervals.ts'
import { backoffMs, burst, dueAt, plan, type PlanInput, type PlanSource } from './plan.ts'
import type { PolledKind } from './sources.ts'

const now = Date.parse('2026-11-17T10:07:00Z')
const kinds: PolledKind[] = ['mentions', 'dms', 'posts', 'thread', 'quotes', 'search', 'list']
const source = (change: Partial<PlanSource> = {}): PlanSource => ({
  handleId: 'h1',
  appId: 'a1',
  source: 'mentions',
  subject: '',
  readAt: now,
  notBefore: null,
  interrupted: false,
  asked: false,
  running: false,
  requests: 1,
  budget: 'open',
  isStreaming: false,
  isOnScreen: true,
  isOpenHours: true,
  perHour: null,
  ...change,
})
const input = (change: Partial<PlanInput>): PlanInput => ({
  now,
  online: true,
  sources: [],
  apps: [],
  intervals: liveIntervals,
  width: 4,
  startedAt: [],
  ...change,
})
/** When a source of this input is due; null: not while its budget is used up. */
const dueOf = (one: PlanSource, { sources, intervals }: PlanInput): number | null =>
  dueAt(one, intervalOf(one, intervals, limitFloor(one, demandOf(sources))), now)
const keyOf = (one: { handleId: string; source: string; subject: string }): string =>
  `${one.handleId} ${one.source} ${one.subject}`

const instant = fc.integer({ min: now - 900_000, max: now + 900_000 })
const anySources = fc.uniqueArray(
  fc.record({
    handleId: fc.constantFrom('h1', 'h2', 'h3', 'h4'),
    appId: fc.constantFrom('a1', 'a2'),
    source: fc.constantFrom(...kinds),
    subject: fc.constantFrom('', 's1', 's2'),
    readAt: fc.option(instant),
    notBefore: fc.option(instant),
    interrupted: fc.boolean(),
    asked: fc.boolean(),
    running: fc.boolean(),
    requests: fc.integer({ min: 0, max: 40 }),
    budget: fc.constantFrom('open' as const, 'warn' as const, 'slow' as const, 'stopped' as const),
    isStreaming: fc.boolean(),
    isOnScreen: fc.boolean(),
    isOpenHours: fc.boolean(),
    perHour: fc.option(fc.double({ min: 0, max: 10_000, noNaN: true })),
  }),
  { selector: keyOf, maxLength: 60 },
)
const anyInput = fc
  .record({
    sources: anySources,
    apps: fc.uniqueArray(
      fc.record({ appId: fc.constantFrom('a1', 'a2'), outOfCredits: fc.boolean(), retryAt: instant }),
      { selector: (app) => app.appId },
    ),
    width: fc.integer({ min: 0, max: 6 }),
    startedAt: fc.array(fc.integer({ min: now - 5_000, max: now }), { maxLength: 40 }),
  })
  .map(input)

describe('planning', () => {
  it('reads what was never read, and then at its interval', () => {
    expect(plan(input({ sources: [source({ readAt: null })] })).steps).toEqual([
      { handleId: 'h1', source: 'mentions', subject: '' },
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
        const keys = steps.map(keyOf)
        expect(new Set(keys).size).toBe(keys.length)
        const running = any.sources.filter((one) => one.running).length
        expect(steps.length).toBeLessThanOrEqual(Math.max(0, any.width - running))
        for (const step of steps) {
          const own = any.sources.find((one) => keyOf(one) === keyOf(step))
          expect(own?.running).toBe(false)
          expect(own && dueOf(own, any)).toBeLessThanOrEqual(now)
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
          const starts = steps.some((step) => keyOf(step) === keyOf(one))
          const due = dueOf(one, roomy)
          // What is due and may not begin yet waits for the others to have begun long enough ago.
          const soon = Math.max(due ?? Infinity, now + burst.spanMs)
          expect(
            one.running || due === null || starts || (wakeAt !== null && wakeAt > now && wakeAt <= soon),
          ).toBe(true)
        }
      }),
    )
  })

  it('one closed source never moves another', () => {
    fc.assert(
      fc.property(anySources, (sources) => {
        const roomy = { width: 100 }
        fc.pre(sources.length <= burst.starts)
        const before = plan(input({ sources, ...roomy })).steps
        const closed = sources.map((one, at) => (at === 0 ? { ...one, notBefore: now + 900_000 } : one))
        const after = plan(input({ sources: closed, ...roomy })).steps
        const first = sources[0]
        const others = before.filter((step) => !first || keyOf(step) !== keyOf(first))
        expect(after).toEqual(others)
      }),
    )
  })

  it('lets an app without credits try with one read, the cheapest that is due', () => {
    const sources = kinds.map((kind) => source({ source: kind, readAt: null }))
    const out = { appId: 'a1', outOfCredits: true, retryAt: now + 60_000 }
    expect(plan(input({ sources, apps: [out] }))).toEqual({ steps: [], wakeAt: now + 60_000 })
    expect(plan(input({ sources, apps: [{ ...out, retryAt: now }] })).steps).toEqual([
      { handleId: 'h1', source: 'posts', subject: '' },
    ])
    const asking = sources.map((one) => ({ ...one, asked: one.source === 'dms' }))
    expect(plan(input({ sources: asking, apps: [out] })).steps).toEqual([
      { handleId: 'h1', source: 'dms', subject: '' },
    ])
  })

  it('starts at most one read of an app without credits, whatever else is going on', () => {
    fc.assert(
      fc.property(anyInput, (any) => {
        const out = new Set(any.apps.filter((app) => app.outOfCredits).map((app) => app.appId))
        const { steps } = plan({ ...any, width: 100 })
        for (const appId of out) {
          const own = any.sources.filter((one) => one.appId === appId)
          const started = own.filter((one) => steps.some((step) => keyOf(step) === keyOf(one)))
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

  it('begins no more at once than X and the network can bear, and goes on as soon as it may', () => {
    fc.assert(
      fc.property(anyInput, (any) => {
        const { steps } = plan({ ...any, width: 100 })
        const recent = any.startedAt.filter((at) => at > now - burst.spanMs)
        expect(steps.length + recent.length).toBeLessThanOrEqual(Math.max(burst.starts, recent.length))
      }),
    )
    const many = Array.from({ length: 100 }, (_, n) => source({ handleId: `h${n}`, readAt: null }))
    const full = Array.from({ length: burst.starts }, () => now - 1_000)
    expect(plan(input({ sources: many, width: 200 })).steps).toHaveLength(burst.starts)
    expect(plan(input({ sources: many, width: 200, startedAt: full }))).toEqual({
      steps: [],
      wakeAt: now + burst.spanMs - 1_000,
    })
  })

  it('reads nothing by itself that a used-up budget pays for', () => {
    fc.assert(
      fc.property(anyInput, (any) => {
        for (const step of plan({ ...any, width: 100 }).steps) {
          const own = any.sources.find((one) => keyOf(one) === keyOf(step))
          expect(own?.budget !== 'stopped' || own.asked || own.source === 'thread').toBe(true)
        }
      }),
    )
  })

  it('in the long run starves nobody: with room for one, each source has its turn', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), (many) => {
        let sources = Array.from({ length: many }, (_, n) => source({ handleId: `h${n}`, readAt: now - n }))
        const turns = new Map<string, number>()
        let at = now
        for (let turn = 0; turn < many * 3; turn++) {
          at += 60_000
          const [step] = plan(input({ now: at, sources, width: 1 })).steps
          if (!step) continue
          turns.set(step.handleId, (turns.get(step.handleId) ?? 0) + 1)
          sources = sources.map((one) => (one.handleId === step.handleId ? { ...one, readAt: at } : one))
        }
        expect(turns.size).toBe(many)
      }),
      { numRuns: 20 },
    )
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
