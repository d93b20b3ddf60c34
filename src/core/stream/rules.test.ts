/** @file The life of a stream's connection, moved by made-up time. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Failure } from '../../shared/errors.ts'
import { backfillOf, silentAfterMs, streamStep, wakeAt, type StreamEvent, type StreamState } from './rules.ts'

const off: StreamState = { kind: 'off' }
const live = (heardAt: number, since = 0, attempt = 0): StreamState => ({
  kind: 'live',
  attempt,
  since,
  heardAt,
})

describe('one connection', () => {
  it('connects, lives, and is taken for dead after two missed keep-alives', () => {
    const begun = streamStep(off, { kind: 'start' }, 0, 0)
    expect(begun).toMatchObject({ state: { kind: 'connecting' }, act: 'connect' })
    const opened = streamStep(begun.state, { kind: 'opened' }, 100, 0).state
    const heard = streamStep(opened, { kind: 'heard' }, 20_000, 0).state
    expect(wakeAt(heard)).toBe(20_000 + silentAfterMs)
    expect(streamStep(heard, { kind: 'time' }, 59_999, 0)).toEqual({ state: heard, act: null })
    const silent = streamStep(heard, { kind: 'time' }, 60_000, 0)
    expect(silent).toMatchObject({ act: 'disconnect', state: { kind: 'waiting', until: 60_250 } })
    expect(streamStep(silent.state, { kind: 'time' }, 60_250, 0)).toMatchObject({ act: 'connect' })
  })

  it('forgets earlier trouble only after a minute of life', () => {
    const ended: StreamEvent = { kind: 'ended', failure: null }
    expect(streamStep(live(59_000, 0, 5), ended, 59_000, 0).state).toMatchObject({ attempt: 6 })
    expect(streamStep(live(61_000, 0, 5), ended, 61_000, 0).state).toMatchObject({ attempt: 1 })
  })

  it.each([
    [new Failure('stream.busy', {}), 120_000],
    [new Failure('x.credits', { appId: 'a' }), 60_000],
    [new Failure('stream.bearer', { app: 'Agency' }), 3_600_000],
    [new Failure('x.refused', { reason: 'app-not-enrolled', detail: '' }), 3_600_000],
  ])('says what somebody must mend, and tries again later: $code', (failure, until) => {
    const begun = streamStep(off, { kind: 'start' }, 0, 0).state
    expect(streamStep(begun, { kind: 'ended', failure }, 0, 0).state).toMatchObject({
      kind: 'refused',
      until,
      failure: { code: failure.code },
    })
  })

  it('ignores what comes from a connection that was given up', () => {
    for (const kind of ['opened', 'heard'] as const)
      expect(streamStep(off, { kind }, 5, 0)).toEqual({ state: off, act: null })
    expect(streamStep(off, { kind: 'ended', failure: null }, 5, 0)).toEqual({ state: off, act: null })
  })

  const failures = fc.constantFrom(
    null,
    new Failure('x.timeout', {}),
    new Failure('x.offline', {}),
    new Failure('x.server', { status: 503 }),
    new Failure('x.rate-limited', { resetAt: 1 }),
    new Failure('stream.busy', {}),
    new Failure('x.credits', { appId: 'a' }),
  )
  const events: fc.Arbitrary<StreamEvent> = fc.oneof(
    fc.constantFrom<StreamEvent>({ kind: 'opened' }, { kind: 'heard' }, { kind: 'time' }),
    failures.map((failure): StreamEvent => ({ kind: 'ended', failure })),
  )

  it('never hangs: whatever happens, there is an instant at which it goes on; waits grow and stay under their bound', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(events, fc.nat(100_000)), { maxLength: 60 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (story, random) => {
          let now = 0
          let state = streamStep(off, { kind: 'start' }, now, random).state
          for (const [event, passes] of story) {
            now += passes
            const before = state
            state = streamStep(state, event, now, random).state
            expect(state.kind).not.toBe('off')
            const at = wakeAt(state)
            expect(at).not.toBeNull()
            if (state.kind === 'waiting' && state !== before) expect(state.until - now).toBeLessThan(430_000)
          }
        },
      ),
    )
  })

  it('never connects twice without an end in between', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(events, fc.nat(400_000)), { maxLength: 60 }), (story) => {
        let now = 0
        let open = 1
        let state = streamStep(off, { kind: 'start' }, now, 0).state
        for (const [event, passes] of story) {
          now += passes
          const step = streamStep(state, event, now, 0)
          if (step.act === 'connect') open += 1
          if (step.act === 'disconnect') open = 0
          expect(open).toBeLessThanOrEqual(1)
          state = step.state
        }
      }),
    )
  })
})

describe('what X is asked to send again', () => {
  it('covers short gaps with a minute to spare and leaves long ones to the polls', () => {
    expect(backfillOf(null)).toEqual({ minutes: 0, covers: false })
    expect(backfillOf(0)).toEqual({ minutes: 1, covers: true })
    expect(backfillOf(61_000)).toEqual({ minutes: 3, covers: true })
    expect(backfillOf(240_000)).toEqual({ minutes: 5, covers: true })
    expect(backfillOf(241_000)).toEqual({ minutes: 0, covers: false })
  })

  it('says that it covers only what it does', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), (gap) => {
        const { minutes, covers } = backfillOf(gap)
        expect(minutes).toBeLessThanOrEqual(5)
        if (covers) expect(minutes * 60_000).toBeGreaterThanOrEqual(gap)
      }),
    )
  })
})
