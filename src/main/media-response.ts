/**
 * @file A picture or film of a workspace as an answer to a window: opened on the way, in ranges, never sniffed, never a
 * page of its own. Which file it is, core has decided.
 */
import { createDecipheriv } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { MediaFile } from '../shared/host-protocol.ts'
import { appOrigin } from './app-address.ts'
import { byteRange } from './byte-range.ts'
import { hasCode } from './system-errors.ts'

const safe: Readonly<Record<string, string>> = {
  // The console alone reads the points of what it shows.
  'Access-Control-Allow-Origin': appOrigin,
  'X-Content-Type-Options': 'nosniff',
  // Should it ever be taken for a page, it may do nothing.
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'Referrer-Policy': 'no-referrer',
}

/** What windows get for everything that they may not see, or that is not there. */
export const noMedia = (status: number = 404): Response => new Response(null, { status, headers: safe })

/** @param folder the workspace's own */
export async function mediaResponse(request: Request, file: MediaFile, folder: string): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return noMedia(405)
  const path = join(folder, file.folder, file.name)
  if (!(await isWhole(path, file.bytes))) return noMedia()
  const range = byteRange(request.headers.get('range'), file.bytes)
  if (range === null) {
    const headers = { ...safe, 'Content-Range': `bytes */${file.bytes}` }
    return new Response(null, { status: 416, headers })
  }
  const { first, last, whole } = range
  const headers = {
    ...safe,
    'Content-Type': file.type,
    'Content-Length': String(last - first + 1),
    'Accept-Ranges': 'bytes',
    // In the window's memory only: its session keeps nothing on disk.
    'Cache-Control': 'private, max-age=300',
    ...(whole ? {} : { 'Content-Range': `bytes ${first}-${last}/${file.bytes}` }),
  }
  const body = request.method === 'HEAD' ? null : opened(path, file.key, first, last)
  return new Response(body, { status: whole ? 200 : 206, headers })
}

/** A file that is still being written, or that was cut short, is not shown. */
async function isWhole(path: string, bytes: number): Promise<boolean> {
  try {
    return (await stat(path)).size === bytes
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return false
    throw error
  }
}

const blockBytes = 16

/** The plain bytes from `first` to `last`; begins at the block in which `first` lies. */
function opened(path: string, key: string, first: number, last: number): ReadableStream<Uint8Array> {
  const skipped = first % blockBytes
  const counter = Buffer.alloc(blockBytes)
  counter.writeBigUInt64BE(BigInt((first - skipped) / blockBytes), 8)
  const decipher = createDecipheriv('aes-256-ctr', Buffer.from(key, 'hex'), counter)
  decipher.update(Buffer.alloc(skipped))
  async function* plain(): AsyncIterable<Uint8Array> {
    for await (const chunk of createReadStream(path, { start: first, end: last }))
      if (Buffer.isBuffer(chunk)) yield decipher.update(chunk)
  }
  return ReadableStream.from(plain())
}
