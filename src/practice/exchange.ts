/** @file One HTTP exchange: what came in, how an answer goes out, and how it can be cut short. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { Refusal, type Answer } from './answer.ts'
import { bodyFor } from './faults.ts'

export type Exchange = {
  request: IncomingMessage
  response: ServerResponse
  method: string
  url: URL
  authorization: string
  contentType: string
  bytes: Buffer
}

/**
 * Sends an answer. @param at world time, for the Date header
 * @param cut `json`: a whole response whose JSON is cut · `bytes`: the connection breaks before the promised length
 */
export function send(
  response: ServerResponse,
  answer: Answer,
  at: number,
  cut: 'json' | 'bytes' | null = null,
): void {
  const { body, open } = answer
  if (open) {
    response.writeHead(answer.status, {
      'content-type': 'application/json; charset=utf-8',
      date: new Date(at).toUTCString(),
      ...answer.headers,
    })
    response.flushHeaders()
    return open(response)
  }
  const whole = Buffer.isBuffer(body)
    ? body
    : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body))
  const part = whole.subarray(0, Math.floor((whole.length * 2) / 3))
  response.writeHead(answer.status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': cut === 'json' ? part.length : whole.length,
    date: new Date(at).toUTCString(),
    'x-content-type-options': 'nosniff',
    ...answer.headers,
  })
  if (cut === null) response.end(whole)
  else if (cut === 'json') response.end(part)
  else response.write(part, () => response.destroy())
}

/** A bug of the practice X: whoever runs it sees the whole of it. */
export const complain = (cause: unknown): void => {
  process.stderr.write(
    `practice: ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}\n`,
  )
}

/** The answer of `run`, a refusal thrown in it, or a 500 for a bug. */
export function attempt(run: () => Answer): Answer {
  try {
    return run()
  } catch (cause) {
    if (cause instanceof Refusal) return cause.answer
    complain(cause)
    return { status: 500, body: bodyFor(500) }
  }
}
