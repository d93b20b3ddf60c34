/** @file Reads request bodies: JSON, forms, multipart with files. Knows nothing of X. */
import type { IncomingMessage } from 'node:http'
import { Refusal, refuse } from './answer.ts'
import type { Body } from './call.ts'

const largest = 12 * 1_024 * 1_024

/** The raw bytes. Throws a 413 beyond 12 MB. */
export async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    if (!Buffer.isBuffer(chunk)) continue
    size += chunk.length
    if (size > largest)
      throw new Refusal({
        status: 413,
        body: { title: 'Payload Too Large', type: 'about:blank', status: 413 },
      })
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function multipart(bytes: Buffer, boundary: string): Body {
  const fields: Record<string, string> = {}
  const files = new Map<string, Buffer>()
  const mark = Buffer.from(`--${boundary}`)
  let at = bytes.indexOf(mark)
  while (at >= 0) {
    const next = bytes.indexOf(mark, at + mark.length)
    if (next < 0) break
    // A part is CRLF, headers, an empty line, the content, CRLF.
    const part = bytes.subarray(at + mark.length + 2, next - 2)
    const split = part.indexOf('\r\n\r\n')
    if (split < 0) throw refuse.invalid({ body: [] }, 'The multipart body could not be read.')
    const headers = part.subarray(0, split).toString('utf8')
    const content = part.subarray(split + 4)
    const name = /name="([^"]*)"/.exec(headers)?.[1] ?? ''
    if (/filename=|content-type:\s*(application\/octet-stream|image\/|video\/)/i.test(headers))
      files.set(name, Buffer.from(content))
    else fields[name] = content.toString('utf8')
    at = next
  }
  return { fields, files }
}

/** Reads a body by its content type. Throws X's 400 for what cannot be read. */
export function readBody(bytes: Buffer, contentType: string): Body & { form: URLSearchParams | null } {
  const none = new Map<string, Buffer>()
  const text = () => bytes.toString('utf8')
  if (bytes.length === 0) return { fields: {}, files: none, form: null }
  if (contentType.startsWith('application/x-www-form-urlencoded')) {
    const form = new URLSearchParams(text())
    return { fields: Object.fromEntries(form), files: none, form }
  }
  const boundary = /^multipart\/form-data;.*boundary="?([^";]+)"?/i.exec(contentType)?.[1]
  if (boundary !== undefined) return { ...multipart(bytes, boundary), form: null }
  try {
    return { fields: JSON.parse(text()), files: none, form: null }
  } catch (cause) {
    throw refuse.invalid(
      { body: [] },
      `Request body could not be parsed: ${cause instanceof Error ? cause.message : String(cause)}`,
    )
  }
}
