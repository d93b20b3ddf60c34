/**
 * @file Fetches one picture or film into a sealed file: from the hosts of hosts.ts alone, from redirects too, of a type
 * that sniff.ts knows, and never more bytes than allowed. Sends no sign-in and no cookie anywhere.
 */
import { rm } from 'node:fs/promises'
import type { MediaType } from '../../shared/domain/media.ts'
import type { Clock } from '../../shared/clock.ts'
import { addressOf } from './hosts.ts'
import { sealedWriter, type SealedWriter } from './sealed-file.ts'
import { sniff, sniffLength } from './sniff.ts'

/** Why there is nothing to show. `refused`: not from there, not of that type, or too large. */
export type NotFetched = 'gone' | 'refused' | 'unreachable'
export type Fetched = { type: MediaType; bytes: number }

export type DownloadParts = {
  xOrigin: string
  clock: Clock
  /** Aborts whatever is under way. */
  signal: AbortSignal
}

/** What a file may be and how large, bytes. */
export type Expected = { film: boolean; atMost: number }

const redirectsAtMost = 3
/** A server that says nothing for so long is given up. */
const silenceMs = 30_000

const isExpected = (type: MediaType, { film }: Expected): boolean => type.startsWith('video/') === film

/**
 * Puts what `url` holds into `path`, sealed with `key`.
 * @returns what it is, or why there is nothing; then no file is left. @throws the system's error: a full disk
 */
export async function download(
  url: string,
  path: string,
  key: string,
  expected: Expected,
  { xOrigin, clock, signal }: DownloadParts,
): Promise<Fetched | NotFetched> {
  const silence = new AbortController()
  let cancel = (): void => {}
  const heard = (): void => {
    cancel()
    cancel = clock.after(silenceMs, () => silence.abort())
  }
  heard()
  try {
    const response = await follow(url, xOrigin, AbortSignal.any([signal, silence.signal]))
    if (typeof response === 'string') return response
    const length = Number(response.headers.get('content-length') ?? 0)
    if (length > expected.atMost || response.body === null) {
      await response.body?.cancel()
      return 'refused'
    }
    return await store(response.body, path, key, expected, heard)
  } catch (error) {
    // What fetch throws is a TypeError, or the abort.
    const ofNetwork =
      error instanceof TypeError || (error instanceof DOMException && error.name === 'AbortError')
    if (!ofNetwork) throw error
    await rm(path, { force: true })
    return 'unreachable'
  } finally {
    cancel()
  }
}

async function follow(url: string, xOrigin: string, signal: AbortSignal): Promise<Response | NotFetched> {
  let next = url
  for (let hop = 0; hop <= redirectsAtMost; hop += 1) {
    const address = addressOf(next, xOrigin)
    if (address === null) return 'refused'
    const response = await fetch(address.href, {
      redirect: 'manual',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      headers: { accept: 'image/*,video/mp4' },
      signal,
    })
    if (response.ok) return response
    await response.body?.cancel()
    const location = response.headers.get('location')
    if (response.status < 300 || response.status >= 400 || location === null)
      return response.status === 404 || response.status === 410 || response.status === 403
        ? 'gone'
        : 'unreachable'
    if (!URL.canParse(location, address.href)) return 'refused'
    next = new URL(location, address.href).href
  }
  return 'refused'
}

/** Writes what comes, once its first bytes say that it is what it should be. */
export async function store(
  chunks: AsyncIterable<Uint8Array>,
  path: string,
  key: string,
  expected: Expected,
  heard: () => void = () => {},
): Promise<Fetched | 'refused'> {
  let head: Uint8Array = new Uint8Array(0)
  let type: MediaType | null = null
  let bytes = 0
  let file: SealedWriter | null = null
  let whole = false
  const write = async (chunk: Uint8Array): Promise<void> => {
    file ??= await sealedWriter(path, key)
    await file.write(chunk, bytes)
    bytes += chunk.length
  }
  const begin = async (): Promise<boolean> => {
    type = sniff(head)
    if (type === null || !isExpected(type, expected)) return false
    await write(head)
    return true
  }
  try {
    for await (const chunk of chunks) {
      heard()
      if (bytes + head.length + chunk.length > expected.atMost) return 'refused'
      if (type !== null) await write(chunk)
      else {
        head = Buffer.concat([head, chunk])
        if (head.length >= sniffLength) {
          if (!(await begin())) return 'refused'
          head = new Uint8Array(0)
        }
      }
    }
    if (type === null && !(await begin())) return 'refused'
    whole = true
    return type === null ? 'refused' : { type, bytes }
  } finally {
    await closeOr(file, path, whole)
  }
}

async function closeOr(file: SealedWriter | null, path: string, whole: boolean): Promise<void> {
  await file?.close()
  if (!whole) await rm(path, { force: true })
}
