/**
 * @file Brings attached files to X in its three steps, before the message that names them leaves. Publishes nothing, so
 * that every step may be repeated whatever became of it; what X has is written down step by step, so that a crash costs
 * one segment. Reads files segment by segment: a film never stands in memory.
 */
import type { Clock } from '../../shared/clock.ts'
import { chunkBytes, MediaType } from '../../shared/domain/media.ts'
import { Failure, toWire } from '../../shared/errors.ts'
import type { Database } from '../db/database.ts'
import type { Log } from '../log/log.ts'
import type { MediaGateway } from '../x/gateway.ts'
import type { UploadStatus } from '../x/media-shapes.ts'
import { attachmentById, setAttachment, type AttachmentRow } from './attachments.ts'
import { readSealed } from './sealed-file.ts'
import type { Outgoing } from './service.ts'

export type Uploads = {
  /**
   * X's ids of these files, in this order, uploading what X does not have for this handle.
   * @throws Failure `x.*`: nothing was published, it may be tried again · `attachment.*`: it never works as it is ·
   * `disk.*`
   */
  prepare(handleId: string, attachmentIds: readonly string[]): Promise<string[]>
  /** Ends what is being done with a file. */
  cancel(attachmentId: string): void
  stop(): void
}

type Parts = {
  database: Database
  files: Outgoing
  x: Pick<MediaGateway, 'uploadStart' | 'uploadAppend' | 'uploadEnd' | 'uploadStatus' | 'mediaDescribe'>
  clock: Clock
  log: Log
}

/** A message must have time to leave before X forgets its files. */
const leastLifeMs = 10 * 60_000
/** X looks at a film for a while; longer than this it is stuck. */
const patienceMs = 15 * 60_000
/** Answers that got lost on the way are asked for again this often before the message waits. */
const triesAtOnce = 3
const betweenTriesMs = 1_000

export function uploads({ database, files, x, clock, log }: Parts): Uploads {
  const cancelled = new Set<string>()
  const wakers = new Set<() => void>()
  let stopped = false

  const set = (row: AttachmentRow, columns: Partial<AttachmentRow>): Promise<void> =>
    database.write((tx) => setAttachment(tx, row, columns))

  const wait = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const end = (): void => {
        cancel()
        wakers.delete(end)
        resolve()
      }
      const cancel = clock.after(ms, end)
      wakers.add(end)
    })

  /** @throws Failure `attachment.missing` when it was taken off meanwhile, `x.timeout` when the program is closing */
  function goOn(attachmentId: string): void {
    if (cancelled.has(attachmentId)) throw new Failure('attachment.missing', { attachmentId })
    if (stopped) throw new Failure('x.timeout', {}, 'closing')
  }

  /** Repeats a step whose answer was lost: it changes nothing that it did not change before. */
  async function again<T>(attachmentId: string, step: () => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      goOn(attachmentId)
      try {
        return await step()
      } catch (error) {
        const lost =
          error instanceof Failure &&
          ['x.timeout', 'x.server', 'x.malformed', 'x.offline'].includes(error.code)
        if (!lost || tries >= triesAtOnce || stopped) throw error
        await wait(betweenTriesMs * tries)
      }
    }
  }

  async function one(handleId: string, attachmentId: string): Promise<string> {
    const row = await attachmentById(database.read, attachmentId)
    if (row.state === 'arriving') throw new Failure('attachment.arriving', { name: row.name })
    const mediaId = isAtX(row, handleId) ? row.x_media_id : await bring(row, handleId)
    // It may have been described anew since.
    const { alt, alt_sent } = await attachmentById(database.read, attachmentId)
    if (alt !== alt_sent) {
      await again(attachmentId, () => x.mediaDescribe(handleId, mediaId, alt))
      await set(row, { alt_sent: alt })
    }
    return mediaId
  }

  const isAtX = (row: AttachmentRow, handleId: string): row is AttachmentRow & { x_media_id: string } =>
    row.state === 'uploaded' && isBegun(row, handleId)

  const isBegun = (row: AttachmentRow, handleId: string): row is AttachmentRow & { x_media_id: string } =>
    row.handle_id === handleId &&
    row.x_media_id !== null &&
    (row.x_expires_at ?? 0) - clock.now() > leastLifeMs

  async function bring(row: AttachmentRow, handleId: string): Promise<string> {
    try {
      if (isBegun(row, handleId) && row.state !== 'failed') {
        try {
          return await finish(row, handleId, row.x_media_id, row.segments)
        } catch (error) {
          // X does not know it any more, though it should: from the start, once.
          if (!(error instanceof Failure && error.is('x.refused'))) throw error
          log.warn('upload.unknown', { attachmentId: row.id })
        }
      }
      const begun = await begin(row, handleId)
      return await finish(row, handleId, begun.mediaId, 0)
    } catch (error) {
      if (error instanceof Failure && !error.is('attachment.missing'))
        await set(row, { failure: JSON.stringify(toWire(error)) })
      throw error
    }
  }

  async function begin(row: AttachmentRow, handleId: string): Promise<UploadStatus> {
    const use = row.channel === 'dm' ? 'dm' : 'tweet'
    const file = { type: MediaType.parse(row.type), kind: row.kind, use, bytes: row.bytes } as const
    const begun = await again(row.id, () => x.uploadStart(handleId, file))
    await set(row, {
      handle_id: handleId,
      x_media_id: begun.mediaId,
      x_expires_at: clock.now() + begun.expiresAfterMs,
      segments: 0,
      state: 'uploading',
      alt_sent: '',
      failure: null,
    })
    return begun
  }

  async function finish(
    row: AttachmentRow,
    handleId: string,
    mediaId: string,
    segments: number,
  ): Promise<string> {
    const all = Math.ceil(row.bytes / chunkBytes)
    for (let segment = segments; segment < all; segment += 1) {
      const bytes = await segmentOf(row, segment)
      await again(row.id, () => x.uploadAppend(handleId, mediaId, segment, bytes))
      await set(row, { segments: segment + 1 })
    }
    const fresh = await attachmentById(database.read, row.id)
    // After a lost answer X may have closed it already, and takes it ill to be asked twice.
    let status =
      fresh.state === 'processing'
        ? await again(row.id, () => x.uploadStatus(handleId, mediaId))
        : await end(row, handleId, mediaId)
    const until = clock.monotonic() + patienceMs
    while (status.state === 'processing') {
      if (clock.monotonic() > until) throw new Failure('x.timeout', {}, 'still processing')
      await wait(status.checkAfterMs)
      status = await again(row.id, () => x.uploadStatus(handleId, mediaId))
    }
    if (status.state === 'failed') {
      const failure = new Failure('attachment.failed', {
        name: row.name,
        detail: status.detail || 'processing failed',
      })
      await set(row, { state: 'failed', x_media_id: null })
      throw failure
    }
    await set(row, {
      state: 'uploaded',
      x_expires_at: clock.now() + status.expiresAfterMs,
      failure: null,
    })
    return mediaId
  }

  async function segmentOf(row: AttachmentRow, segment: number): Promise<Buffer> {
    goOn(row.id)
    try {
      return await readSealed(files.path(row), row.key, segment * chunkBytes, chunkBytes)
    } catch (error) {
      // Taken off in this very moment, its file is gone.
      goOn(row.id)
      throw error
    }
  }

  async function end(row: AttachmentRow, handleId: string, mediaId: string): Promise<UploadStatus> {
    let asked = false
    return again(row.id, async () => {
      const status = asked ? await endedMeanwhile(handleId, mediaId) : null
      asked = true
      const closed = status ?? (await x.uploadEnd(handleId, mediaId))
      await set(row, { state: 'processing' })
      return closed
    })
  }

  /** Whether the step whose answer was lost had worked; null when it had not. */
  async function endedMeanwhile(handleId: string, mediaId: string): Promise<UploadStatus | null> {
    try {
      const status = await x.uploadStatus(handleId, mediaId)
      return status.isClosed ? status : null
    } catch (error) {
      if (error instanceof Failure && error.is('x.refused')) return null
      throw error
    }
  }

  return {
    async prepare(handleId, attachmentIds) {
      const mediaIds: string[] = []
      for (const attachmentId of attachmentIds) mediaIds.push(await one(handleId, attachmentId))
      return mediaIds
    },
    cancel(attachmentId) {
      cancelled.add(attachmentId)
      for (const wake of wakers) wake()
    },
    stop() {
      stopped = true
      for (const wake of wakers) wake()
    },
  }
}
