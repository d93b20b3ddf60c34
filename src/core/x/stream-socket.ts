/**
 * @file The one long answer of X: opens the activity stream and hands out its lines. Uses Node's own client, because the
 * library's stream parses by itself, keeps its own timers on the machine's clock and hides the status of a refusal. Must
 * not retry, watch for silence or read a line; must not let the bearer out.
 */
import { request as plainRequest, type IncomingMessage } from 'node:http'
import { request as secureRequest } from 'node:https'
import { neverConnected, type Outcome } from './http.ts'
import { lineCutter } from './stream-lines.ts'

export type StreamListener = {
  opened(): void
  /** A whole line; empty for a keep-alive. */
  line(text: string): void
  /** Told once. Null: X opened the stream and ended it. */
  ended(outcome: Outcome | null): void
}

/** Ends the connection; nothing is told afterwards. */
export type CloseStream = () => void

/** A refusal is a few hundred bytes. */
const longestRefusal = 20_000

/** @param at origin `https://api.x.com`, or the loopback origin of an X-compatible server */
export function openStream(
  at: { origin: string; bearer: string; backfillMinutes: number },
  listener: StreamListener,
): CloseStream {
  const url = new URL('/2/activity/stream', at.origin)
  if (at.backfillMinutes > 0) url.searchParams.set('backfill_minutes', String(at.backfillMinutes))
  let over = false
  const tell = (run: () => void): void => {
    if (!over) run()
  }
  const end = (outcome: Outcome | null): void =>
    tell(() => {
      over = true
      listener.ended(outcome)
    })

  const send = url.protocol === 'https:' ? secureRequest : plainRequest
  const request = send(url, {
    agent: false,
    headers: {
      authorization: `Bearer ${at.bearer}`,
      accept: 'application/json',
      'accept-encoding': 'identity',
    },
  })
  request.on('error', (error) => end({ kind: neverConnected(error) ? 'unsent' : 'reset' }))
  request.on('response', (response) => {
    response.setEncoding('utf8')
    if (response.statusCode !== 200) return refused(response, end)
    tell(() => listener.opened())
    const cut = lineCutter()
    response.on('data', (packet: string) => {
      for (const line of cut(packet)) tell(() => listener.line(line))
    })
    response.on('error', () => end(null))
    response.on('close', () => end(null))
  })
  request.end()
  return () => {
    over = true
    request.destroy()
  }
}

function refused(response: IncomingMessage, end: (outcome: Outcome) => void): void {
  let text = ''
  response.on('data', (packet: string) => {
    if (text.length < longestRefusal) text += packet
  })
  response.on('error', () => end({ kind: 'cut' }))
  response.on('close', () => {
    const headers = Object.fromEntries(
      Object.entries(response.headers).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.join(', ') : value,
      ]),
    )
    end({ kind: 'answer', ok: false, status: response.statusCode ?? 0, headers, text })
  })
}
