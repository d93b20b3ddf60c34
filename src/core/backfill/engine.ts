/**
 * @file Reads the past of handles, one page at a time over all of them, whatever reaches least far back first. What is
 * new has its own engine, which this one never waits for and never holds up. Must decide nothing about tickets.
 */
import type { Clock } from '../../shared/clock.ts'
import { Failure, toWire } from '../../shared/errors.ts'
import type { Database } from '../db/database.ts'
import { newId } from '../db/uuid.ts'
import type { Log } from '../log/log.ts'
import { peopleLookup } from '../people/lookup.ts'
import { keepPeople } from '../people/repo.ts'
import type { DmRecord, PostRecord } from '../posts/records.ts'
import { ingestDms, ingestPosts } from '../sync/ingest.ts'
import { backoffMs } from '../sync/plan.ts'
import { watchQuotes } from '../sync/watched.ts'
import { instantOfId } from '../x/dates.ts'
import type { Page, XGateway } from '../x/gateway.ts'
import { countAbove, keepTrouble, loadBackfills, moveChain, type Backfill } from './repo.ts'
import { afterPage, dmPauseMs, hitHorizon, newTrail, requestOf, restarted, type Trail } from './rules.ts'

/** After trouble that no row holds. */
const restMs = 60_000

export type BackfillEngine = {
  /** Goes on with what was under way. */
  start(): Promise<void>
  /** Rows changed, or the network is back: looks again at what is due. */
  wake(): void
  /** Resolves when the page that is under way has ended. Abort the gateway's reads first. */
  stop(): Promise<void>
  /** Resolves once nothing is under way and nothing is due. */
  idle(): Promise<void>
}

export function backfillEngine(deps: {
  database: Database
  gateway: Pick<XGateway, 'mentions' | 'ownPosts' | 'dms' | 'people'>
  clock: Clock
  log: Log
  /** 0 ≤ x < 1: spreads retries. */
  random: () => number
  /** Whether the handle's budget has nothing left for its past. */
  isStopped: (handleId: string) => boolean
}): BackfillEngine {
  const { database, gateway, clock, log, random, isStopped } = deps
  const purpose = { stream: 'backfill' } as const
  const people = peopleLookup({
    database,
    gateway: { people: (handleId, ids) => gateway.people(handleId, ids, purpose) },
    clock,
    log,
  })
  const trails = new Map<string, Trail>()
  let started = false
  let working: Promise<void> | null = null
  let again = false
  let cancel = (): void => {}

  const keyOf = ({ handle, source }: Backfill): string => `${handle.id} ${source}`

  function wake(): void {
    if (!started) return
    if (working) {
      again = true
      return
    }
    working = run()
      .catch((error: unknown) => {
        // Not even the trouble could be written down: a full disk, most likely.
        log.error('backfill.run', error)
        if (started) cancel = clock.after(restMs, wake)
      })
      .finally(() => {
        working = null
        if (again) {
          again = false
          wake()
        }
      })
  }

  async function run(): Promise<void> {
    cancel()
    for (;;) {
      const running = (await loadBackfills(database.read)).filter(
        ({ state, isSignedIn }) => state === 'running' && isSignedIn,
      )
      const now = clock.now()
      const next = running
        .filter(({ nextTryAt }) => (nextTryAt ?? 0) <= now)
        .toSorted((a, b) => reachOf(b) - reachOf(a))[0]
      if (!started) return
      if (!next) {
        const at = Math.min(...running.map(({ nextTryAt }) => nextTryAt ?? Infinity))
        if (at < Infinity) cancel = clock.after(at - now, wake)
        return
      }
      await step(next).catch((error: unknown) => failed(next, error))
    }
  }

  const ask = ({ handle, source, chain }: Backfill): Promise<Page<PostRecord> | Page<DmRecord>> => {
    const request = requestOf(source, chain)
    if (source === 'dms') return gateway.dms(handle.id, request, purpose)
    return source === 'mentions'
      ? gateway.mentions(handle.id, request, purpose)
      : gateway.ownPosts(handle.id, request, purpose)
  }

  async function step(backfill: Backfill): Promise<void> {
    const { handle, source, chain } = backfill
    if (isStopped(handle.id)) throw new Failure('backfill.budget', {})
    const page = await ask(backfill).catch((error: unknown) => {
      if (chain.token === null || !isRefusedToken(error)) throw error
      return null
    })
    if (page === null) {
      log.warn('backfill.token-refused', { handleId: handle.id, source })
      const kept = { done: false, horizonAt: null, nextTryAt: null }
      await database.write((tx) => moveChain(tx, backfill, restarted(source, chain), kept))
      return
    }
    if (page.unreadable > 0)
      log.warn('backfill.unreadable', { handleId: handle.id, source, items: page.unreadable })
    await keep(backfill, page)
  }

  async function keep(backfill: Backfill, page: Page<PostRecord> | Page<DmRecord>): Promise<void> {
    const { handle, source } = backfill
    const { items, included, nextToken } = page
    const oldestAt = items.reduce<number | null>(
      (low, { createdAt }) => Math.min(low ?? createdAt, createdAt),
      null,
    )
    const ids = items.map(pageId)
    const after = afterPage(source, backfill.chain, trails.get(keyOf(backfill)) ?? newTrail, {
      ids,
      oldestAt,
      nextToken,
    })
    const done = after.next !== 'read-on'
    const { reachedId } = after.chain
    const isCut =
      after.next === 'lost' ||
      (done && hitHorizon(source, after.chain.items, await countAbove(database.long, backfill)))
    const profiles = await people.profilesFor(handle.id, [...items, ...included].map(authorOf))
    await database.write((tx) => {
      keepPeople(tx, [...page.people, ...profiles.found], profiles.missingIds)
      if (source === 'dms') ingestDms(tx, { handle, events: items.filter(isDm), people: [] })
      else ingestPosts(tx, { handle, via: 'backfill', posts: items.filter(isPost), included, people: [] })
      if (source === 'posts') watchQuotes(tx, handle, items.filter(isPost))
      moveChain(tx, backfill, after.chain, {
        done,
        horizonAt: isCut && reachedId !== null ? instantOfId(reachedId) : null,
        nextTryAt: source === 'dms' && !done ? tx.at + dmPauseMs : null,
      })
    })
    trails.set(keyOf(backfill), after.trail)
    if (done) log.info('backfill.done', { handleId: handle.id, source, items: after.chain.items })
  }

  async function failed(backfill: Backfill, error: unknown): Promise<void> {
    if (!started) return
    const { handle, source } = backfill
    const failure = error instanceof Failure ? error : new Failure('internal', { id: newId(clock.now()) })
    if (!(error instanceof Failure)) log.error('backfill.read', error, { handleId: handle.id, source })
    else log.warn('backfill.failed', { handleId: handle.id, source, code: failure.code })
    const failures = backfill.failures + 1
    await database.write((tx) =>
      keepTrouble(tx, backfill, {
        failure: toWire(failure),
        failures,
        state: waits(failure) ? 'running' : 'paused',
        nextTryAt: waits(failure) ? nextTryOf(failure, failures) : null,
      }),
    )
  }

  function nextTryOf(failure: Failure, failures: number): number {
    if (failure.is('x.rate-limited')) return Math.max(failure.data.resetAt, clock.now()) + 1_000
    return clock.now() + backoffMs(failures, random())
  }

  return {
    async start() {
      started = true
      wake()
    },
    wake,
    async stop() {
      started = false
      cancel()
      while (working) await working
    },
    async idle() {
      while (working) await working
    },
  }
}

/** How far back a chain is, epoch ms; the one that reaches least far goes next. */
const reachOf = ({ chain }: Backfill): number => instantOfId(chain.reachedId ?? chain.untilId)

/** What passes by itself; everything else waits for a person. */
const passing: ReadonlySet<string> = new Set([
  'x.offline',
  'x.timeout',
  'x.rate-limited',
  'x.server',
  'x.malformed',
  'vault.locked',
  'vault.unreachable',
])
const waits = (failure: Failure): boolean => passing.has(failure.code)

const isRefusedToken = (error: unknown): boolean =>
  error instanceof Failure && error.is('x.refused') && error.data.reason === 'invalid-request'

const isPost = (item: PostRecord | DmRecord): item is PostRecord => 'latestId' in item
const isDm = (item: PostRecord | DmRecord): item is DmRecord => !('latestId' in item)
/** X pages by the id of the version that it shows. */
const pageId = (item: PostRecord | DmRecord): string => (isPost(item) ? item.latestId : item.id)
const authorOf = (item: PostRecord | DmRecord): string => (isPost(item) ? item.authorId : item.senderId)
