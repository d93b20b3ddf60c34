/**
 * @file The life of one app's connection to X's activity stream: when to connect, when silence means that it is gone,
 * how long to wait after what. Pure; holds no socket and no timer. Instants count on the monotonic clock.
 */
import { Failure, toWire, type WireFailure } from '../../shared/errors.ts'

/** X writes at least a line break every 20 seconds; two missed ones are a dead connection. */
export const silentAfterMs = 40_000
/** How long X may take to open the stream. */
export const openWithinMs = 30_000
/** A connection that lasted this long was a good one: the next trouble begins with the shortest wait. */
const provenAfterMs = 60_000
const longestWaitMs = 320_000
/** Two computers hold the stream: one of them may have ended meanwhile. */
const busyWaitMs = 120_000
/** What only a person can mend is still tried now and then: it may have been mended at X. */
const refusedWaitMs = 3_600_000
/** Whether credits are back is known here, from the polls: X is not asked for it. */
const creditsWaitMs = 60_000
/** How far back X sends again what a broken connection missed, minutes. */
const backfillAtMost = 5

export type StreamState =
  | { kind: 'off' }
  | { kind: 'connecting'; attempt: number; giveUpAt: number }
  | { kind: 'live'; attempt: number; since: number; heardAt: number }
  /** Trouble that mends itself: lost, slow, X in trouble. */
  | { kind: 'waiting'; attempt: number; until: number; failure: WireFailure | null }
  /** Trouble that somebody must mend: no credits, a refused token, two other computers. */
  | { kind: 'refused'; attempt: number; until: number; failure: WireFailure }

export type StreamEvent =
  | { kind: 'start' }
  | { kind: 'stop' }
  | { kind: 'opened' }
  | { kind: 'heard' }
  /** The connection ended or was refused; `failure` null when X closed it without a word. */
  | { kind: 'ended'; failure: Failure | null }
  /** The instant of `wakeAt` has come. */
  | { kind: 'time' }

export type StreamStep = { state: StreamState; act: 'connect' | 'disconnect' | null }

const stay = (state: StreamState): StreamStep => ({ state, act: null })
const connecting = (attempt: number, now: number): StreamStep => ({
  state: { kind: 'connecting', attempt, giveUpAt: now + openWithinMs },
  act: 'connect',
})

/** What becomes of the connection. @param random 0 ≤ x < 1: spreads retries */
export function streamStep(state: StreamState, event: StreamEvent, now: number, random: number): StreamStep {
  switch (event.kind) {
    case 'start':
      return state.kind === 'live' || state.kind === 'connecting' ? stay(state) : connecting(0, now)
    case 'stop':
      return { state: { kind: 'off' }, act: 'disconnect' }
    case 'opened':
      if (state.kind !== 'connecting') return stay(state)
      return stay({ kind: 'live', attempt: state.attempt, since: now, heardAt: now })
    case 'heard':
      return stay(state.kind === 'live' ? { ...state, heardAt: now } : state)
    case 'ended':
      if (state.kind !== 'connecting' && state.kind !== 'live') return stay(state)
      return { state: afterEnd(state, event.failure, now, random), act: 'disconnect' }
    case 'time':
      return afterTime(state, now, random)
  }
}

function afterTime(state: StreamState, now: number, random: number): StreamStep {
  const at = wakeAt(state)
  if (at === null || now < at) return stay(state)
  if (state.kind === 'connecting' || state.kind === 'live')
    return { state: afterEnd(state, new Failure('x.timeout', {}), now, random), act: 'disconnect' }
  return state.kind === 'off' ? stay(state) : connecting(state.attempt, now)
}

function afterEnd(
  state: Extract<StreamState, { kind: 'connecting' | 'live' }>,
  failure: Failure | null,
  now: number,
  random: number,
): StreamState {
  const proven = state.kind === 'live' && state.heardAt - state.since >= provenAfterMs
  const attempt = (proven ? 0 : state.attempt) + 1
  const spread = (ms: number): number => now + Math.round(ms + (ms / 3) * random)
  const wire = failure === null ? null : toWire(failure)
  const refused = (ms: number): StreamState =>
    wire === null
      ? { kind: 'waiting', attempt, until: spread(ms), failure: null }
      : { kind: 'refused', attempt, until: spread(ms), failure: wire }
  if (failure?.is('x.credits')) return refused(creditsWaitMs)
  if (failure?.is('stream.busy')) return refused(busyWaitMs)
  if (failure?.is('stream.bearer') || failure?.is('x.refused') || failure?.is('vault.absent'))
    return refused(refusedWaitMs)
  return { kind: 'waiting', attempt, until: spread(waitMs(failure, attempt)), failure: wire }
}

/** A broken line is tried again at once, X in trouble after five seconds, X that asks to wait after a minute. */
function waitMs(failure: Failure | null, attempt: number): number {
  const first = failure?.is('x.rate-limited')
    ? 60_000
    : failure?.is('x.server') || failure?.is('x.malformed')
      ? 5_000
      : 250
  return Math.min(longestWaitMs, first * 2 ** Math.min(attempt - 1, 20))
}

/** When something is to be done without any event; null: only an event moves it. */
export function wakeAt(state: StreamState): number | null {
  switch (state.kind) {
    case 'off':
      return null
    case 'connecting':
      return state.giveUpAt
    case 'live':
      return state.heardAt + silentAfterMs
    case 'waiting':
    case 'refused':
      return state.until
  }
}

/**
 * How many minutes X is to send again after a gap, and whether that covers it whole. A gap that is too long is not
 * asked for at all: the polls read it, and X might charge for it twice. @param gapMs null: nothing was ever heard
 */
export function backfillOf(gapMs: number | null): { minutes: number; covers: boolean } {
  if (gapMs === null) return { minutes: 0, covers: false }
  // A minute more than needed: X rounds, and what was heard last is written down once a minute.
  const minutes = Math.ceil(Math.max(0, gapMs) / 60_000) + 1
  return minutes > backfillAtMost ? { minutes: 0, covers: false } : { minutes, covers: true }
}
