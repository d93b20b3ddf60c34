/**
 * @file The stream of one app while core lives: does what rules.ts says, arms the one timer, and keeps the instant up to
 * which X was heard. Holds the socket; knows no event and no table.
 */
import type { Clock } from '../../shared/clock.ts'
import { Failure } from '../../shared/errors.ts'
import type { Log } from '../log/log.ts'
import type { AppGateway } from '../x/app-gateway.ts'
import type { CloseStream } from '../x/stream-socket.ts'
import { backfillOf, streamStep, wakeAt, type StreamEvent, type StreamState } from './rules.ts'

export type AppStream = {
  state(): StreamState
  /** Wall clock: everything that X told up to here was handed over; null before anything was heard. */
  heardAt(): number | null
  tell(event: StreamEvent): void
  /** Resolves once no opening is under way. */
  idle(): Promise<void>
}

/**
 * After opening X sends again what was missed. A line that breaks before this has passed may not have brought all of it:
 * the gap is still the old one.
 */
const sentAgainWithinMs = 15_000

export function appStream(deps: {
  appId: string
  apps: Pick<AppGateway, 'stream'>
  clock: Clock
  log: Log
  random: () => number
  heardAt: number | null
  onLine: (line: string) => void
  onMoved: (from: StreamState, to: StreamState) => void
  /** It opened after a gap that X does not send again. */
  onUncovered: () => void
}): AppStream {
  const { appId, apps, clock, log, random, onLine, onMoved, onUncovered } = deps
  let state: StreamState = { kind: 'off' }
  let heardAt = deps.heardAt
  let close: CloseStream | null = null
  let stopTimer: (() => void) | null = null
  let opening: PromiseWithResolvers<void> | null = null
  /** Counts connections: what an earlier one still tells is not about the present one. */
  let current = 0

  function tell(event: StreamEvent): void {
    const before = state
    const { state: after, act } = streamStep(before, event, clock.monotonic(), random())
    state = after
    if (act !== null) disconnect()
    if (act === 'connect') {
      opening ??= Promise.withResolvers<void>()
      void connect()
    }
    if (after.kind !== 'connecting') {
      opening?.resolve()
      opening = null
    }
    arm()
    if (before.kind !== after.kind) {
      log.info('stream.moved', { appId, from: before.kind, to: after.kind, ...failureOf(after) })
      onMoved(before, after)
    }
  }

  function arm(): void {
    stopTimer?.()
    stopTimer = null
    const at = wakeAt(state)
    if (at !== null) stopTimer = clock.after(at - clock.monotonic(), () => tell({ kind: 'time' }))
  }

  function disconnect(): void {
    current += 1
    close?.()
    close = null
  }

  async function connect(): Promise<void> {
    const own = current
    const isCurrent = (): boolean => own === current
    let heldFrom = Infinity
    const { minutes, covers } = backfillOf(heardAt === null ? null : clock.now() - heardAt)
    try {
      const opened = await apps.stream(appId, minutes, {
        opened() {
          if (!isCurrent()) return
          tell({ kind: 'opened' })
          heldFrom = clock.monotonic() + (covers ? sentAgainWithinMs : 0)
          if (covers) return
          onUncovered()
          heardAt = clock.now()
        },
        line(text) {
          if (!isCurrent()) return
          if (text !== '') onLine(text)
          if (clock.monotonic() >= heldFrom) heardAt = clock.now()
          tell({ kind: 'heard' })
        },
        ended(failure) {
          if (isCurrent()) tell({ kind: 'ended', failure })
        },
      })
      if (isCurrent()) close = opened
      else opened()
    } catch (error) {
      if (!(error instanceof Failure)) log.error('stream.open', error, { appId })
      const failure = error instanceof Failure ? error : new Failure('x.timeout', {})
      if (isCurrent()) tell({ kind: 'ended', failure })
    }
  }

  return {
    state: () => state,
    heardAt: () => heardAt,
    tell,
    idle: () => opening?.promise ?? Promise.resolve(),
  }
}

const failureOf = (state: StreamState): { code?: string } =>
  (state.kind === 'waiting' || state.kind === 'refused') && state.failure ? { code: state.failure.code } : {}
