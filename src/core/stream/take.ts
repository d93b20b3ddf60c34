/**
 * @file Takes what the stream told into the database: events that are waiting go in together, each once. What cannot be
 * read or kept is left to the polls, which are asked at once. Decides nothing about tickets.
 */
import type { SourceKind } from '../../shared/domain/brand.ts'
import type { Database, Tx } from '../db/database.ts'
import type { Log } from '../log/log.ts'
import { noteChatEvent } from '../dms/signals.ts'
import { ingestDms, ingestPosts } from '../sync/ingest.ts'
import { postDeleted } from '../tickets/answer-gone.ts'
import type { ActivityEvent } from '../x/activity.ts'
import type { OnCharge } from '../x/charges.ts'
import { isNews, type StreamedHandle } from './repo.ts'

export type TakeParts = {
  database: Database
  log: Log
  onCharge: OnCharge
  /** X's clock, epoch ms: its UTC day is what is paid for. */
  xNow: () => number
  /** Reads a source as soon as may be. */
  pollSoon: (handleId: string, source: SourceKind) => void
  /** A sign-in is said to be withdrawn: X is to be asked whether that is so. */
  onRevoked: (handleId: string) => void
  /** A handle was written to in encrypted chat for the first time. */
  onChat: () => void
}

export type Taker = {
  /** Queues one event. `handleOf`: the handle of this app that is that user of X's. */
  take(appId: string, event: ActivityEvent, handleOf: (xUserId: string | null) => StreamedHandle | null): void
  /** Resolves once everything that was queued is in the database. */
  idle(): Promise<void>
}

/** So many at once: a burst must not hold the writer for long. */
const together = 100

type Waiting = { appId: string; event: ActivityEvent; handle: StreamedHandle | null }

export function taker(parts: TakeParts): Taker {
  const { database, log, onCharge, xNow, pollSoon, onRevoked, onChat } = parts
  let queue: Waiting[] = []
  let running: Promise<void> | null = null

  async function drain(): Promise<void> {
    while (queue.length > 0) {
      const batch = queue.slice(0, together)
      queue = queue.slice(together)
      for (const one of batch) charge(one)
      try {
        const after = await database.write(async (tx) => {
          const all: (() => void)[] = []
          for (const one of batch) all.push(...(await keep(tx, one)))
          return all
        })
        for (const run of after) run()
      } catch (error) {
        log.error('stream.not-kept', error, { events: batch.length })
        for (const one of batch) leaveToPolls(one)
      }
    }
  }

  function charge({ appId, event, handle }: Waiting): void {
    const about = { appId, handleId: handle?.id ?? null, stream: 'stream', ticketId: null, count: 0 } as const
    if (event.kind === 'post') onCharge({ ...about, kind: 'post', ids: [event.post.latestId], at: xNow() })
    const received = event.kind === 'dm' ? event.events.filter((dm) => dm.senderId !== event.xUserId) : []
    if (received.length > 0) onCharge({ ...about, kind: 'dm', ids: received.map((dm) => dm.id), at: xNow() })
  }

  /** Writes one event; what it leads to is done after the commit. */
  async function keep(tx: Tx, waiting: Waiting): Promise<(() => void)[]> {
    const { appId, event, handle } = waiting
    if (!isNews(tx, appId, event.key)) return []
    if (event.kind === 'deleted') {
      await postDeleted(tx, event.postId)
      return []
    }
    if (handle === null) return []
    switch (event.kind) {
      case 'post': {
        // The text of a delivery may be cut: whatever a read showed of the same version knows better.
        const observedAt = Math.min(tx.at, event.post.createdAt)
        const { post, included, people } = event
        ingestPosts(tx, { handle, via: 'stream', posts: [post], included, people, observedAt })
        const isWanting = tx.raw(wanting).get(handle.id) !== undefined
        return event.isCut || isWanting ? [() => pollSoon(handle.id, 'mentions')] : []
      }
      case 'dm':
        ingestDms(tx, { handle, events: event.events, people: event.people })
        return []
      case 'chat':
        return noteChatEvent(tx, handle.id) ? [onChat] : []
      case 'revoked':
        return [() => onRevoked(handle.id)]
      case 'unreadable':
        log.warn('stream.unreadable', { handleId: handle.id, eventType: event.eventType })
        return [() => leaveToPolls(waiting)]
      case 'other':
        return []
    }
  }

  function leaveToPolls({ handle, event }: Waiting): void {
    if (handle === null) return
    const isDm = event.kind === 'dm' || (event.kind === 'unreadable' && event.eventType.startsWith('dm.'))
    pollSoon(handle.id, isDm ? 'dms' : 'mentions')
  }

  return {
    take(appId, event, handleOf) {
      queue.push({ appId, event, handle: handleOf(event.xUserId) })
      running ??= drain().finally(() => {
        running = null
      })
    },
    async idle() {
      while (running) await running
    },
  }
}

const wanting = 'SELECT 1 FROM wanted_posts WHERE handle_id = ? AND tries = 0 LIMIT 1'
