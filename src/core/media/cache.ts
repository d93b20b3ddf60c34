/**
 * @file The disk cache of pictures and films: fetched when somebody looks, least recently looked at first to go, gone
 * with the item that showed them. Owns the folder `media` of the workspace and the rows of `media_files`.
 */
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { MediaType, sizeLimits } from '../../shared/domain/media.ts'
import { Failure } from '../../shared/errors.ts'
import type { Clock } from '../../shared/clock.ts'
import type { MediaFile } from '../../shared/host-protocol.ts'
import type { Database } from '../db/database.ts'
import type { Log } from '../log/log.ts'
import type { MediaGateway } from '../x/gateway.ts'
import { download, store, type Expected, type Fetched, type NotFetched } from './download.ts'
import { avatarAddress, dmMediaOf } from './hosts.ts'
import { newFileKey } from './sealed-file.ts'
import { mediaSource, type MediaSource } from './sources.ts'

export type MediaCache = {
  /** The file behind a name, fetched first where need be; null when there is nothing that may be shown. */
  find(id: string): Promise<MediaFile | null>
  /** Removes files that no row stands for any more: what was forgotten, and what a crash left behind. */
  sweep(): Promise<void>
  /** Resolves once nothing is fetched any more. */
  idle(): Promise<void>
  /** Gives up what is under way. */
  stop(): Promise<void>
}

type Parts = {
  folder: string
  xOrigin: string
  database: Database
  x: Pick<MediaGateway, 'dmMedia'>
  clock: Clock
  log: Log
  /** All files together, bytes. */
  capacity?: number
}

export const mediaFolder = 'media'
/** What all files may take together, bytes. */
export const usualCapacity = 500 * 1_048_576
/** After it was full, the cache is emptied to this part, so that it is not emptied again for every picture. */
const emptiedTo = 0.9
/** When a file was last looked at is noted this precisely: enough to tell old from new. */
const usePrecisionMs = 600_000
/** A picture that could not be had is left alone for so long. */
const restMs: Readonly<Record<NotFetched, number>> = { gone: 600_000, refused: 600_000, unreachable: 15_000 }
const atOnceAtMost = 4
const pictureLimit = sizeLimits.gif

export function mediaCache(parts: Parts): MediaCache {
  const { database, x, clock, log, xOrigin, capacity = usualCapacity } = parts
  const folder = join(parts.folder, mediaFolder)
  const stopping = new AbortController()
  const fetching = new Map<string, Promise<MediaFile | null>>()
  const resting = new Map<string, number>()
  const waiting: (() => void)[] = []
  let running = 0

  async function find(id: string): Promise<MediaFile | null> {
    // Asked anew each time: who may see it can change while its file lies here.
    const source = await mediaSource(database.read, id)
    if (!source) return null
    const row = await database.read
      .selectFrom('media_files')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst()
    if (row) {
      if (row.used_at < clock.now() - usePrecisionMs) await used(id)
      return { folder: 'media', name: id, type: MediaType.parse(row.type), bytes: row.bytes, key: row.key }
    }
    if (stopping.signal.aborted || (resting.get(id) ?? 0) > clock.now()) return null
    const under = fetching.get(id)
    if (under) return under
    const work = inTurn(() => fetchFile(id, source)).finally(() => fetching.delete(id))
    fetching.set(id, work)
    return work
  }

  const used = (id: string): Promise<unknown> =>
    database.write((tx) => {
      tx.raw('UPDATE media_files SET used_at = ? WHERE id = ?').run(tx.at, id)
    })

  /** A pane full of pictures must not take every connection there is. */
  async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (running >= atOnceAtMost) await new Promise<void>((go) => waiting.push(go))
    running += 1
    try {
      return await work()
    } finally {
      running -= 1
      waiting.shift()?.()
    }
  }

  async function fetchFile(id: string, source: MediaSource): Promise<MediaFile | null> {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const key = newFileKey()
    const fetched = await bytesOf(source, join(folder, id), key)
    if (typeof fetched === 'string') {
      resting.set(id, clock.now() + restMs[fetched])
      log.warn('media.not-fetched', { id, why: fetched })
      return null
    }
    const kept = await database.write(async (tx) => {
      // It may have been forgotten while it was on its way.
      if (!(await mediaSource(tx.db, id))) return false
      const row = { id, ...fetched, key, used_at: tx.at }
      await tx.db
        .insertInto('media_files')
        .values(row)
        .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
        .execute()
      return true
    })
    if (!kept) {
      await rm(join(folder, id), { force: true })
      return null
    }
    await makeRoom(id)
    return { folder: 'media', name: id, ...fetched, key }
  }

  async function bytesOf(source: MediaSource, path: string, key: string): Promise<Fetched | NotFetched> {
    const film = source.what === 'film'
    const expected: Expected = { film, atMost: film ? sizeLimits.video : pictureLimit }
    const ofDm = source.what === 'avatar' ? null : dmMediaOf(source.url, xOrigin)
    if (!ofDm) {
      const url = source.what === 'avatar' ? avatarAddress(source.url) : source.url
      return download(url, path, key, expected, { xOrigin, clock, signal: stopping.signal })
    }
    try {
      return await store(inOne(await x.dmMedia(source.handleId, ofDm)), path, key, expected)
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      return error.is('x.refused') ? 'gone' : 'unreachable'
    }
  }

  /** Lets go of what was not looked at for longest. */
  async function makeRoom(newest: string): Promise<void> {
    const gone = await database.write((tx) => {
      const { total } = tx
        .raw<{ total: number }>('SELECT coalesce(sum(bytes), 0) AS total FROM media_files')
        .get() ?? { total: 0 }
      if (total <= capacity) return []
      let left = total
      const ids: string[] = []
      const oldest = tx.raw<{ id: string; bytes: number }>(
        'SELECT id, bytes FROM media_files WHERE id <> ? ORDER BY used_at, id',
      )
      for (const file of oldest.all(newest)) {
        if (left <= capacity * emptiedTo) break
        left -= file.bytes
        ids.push(file.id)
      }
      for (const id of ids) tx.raw('DELETE FROM media_files WHERE id = ?').run(id)
      return ids
    })
    await Promise.all(gone.map((id) => rm(join(folder, id), { force: true })))
  }

  async function sweep(): Promise<void> {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const names = await readdir(folder)
    if (names.length === 0) return
    const rows = await database.read.selectFrom('media_files').select('id').execute()
    const known = new Set([...rows.map((row) => row.id), ...fetching.keys()])
    const left = names.filter((name) => !known.has(name))
    await Promise.all(left.map((name) => rm(join(folder, name), { force: true })))
  }

  const idle = async (): Promise<void> => {
    while (fetching.size > 0) await Promise.allSettled(fetching.values())
  }
  return {
    find,
    sweep,
    idle,
    async stop() {
      stopping.abort()
      await idle()
    },
  }
}

async function* inOne(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}
