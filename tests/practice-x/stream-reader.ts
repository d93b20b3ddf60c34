/** @file An open activity stream, read with plain fetch. */
import { z } from 'zod'
import type { Stage } from './stage.ts'

const Event = z.looseObject({
  event_uuid: z.string(),
  event_type: z.string(),
  filter: z.looseObject({ user_id: z.string().optional() }),
  payload: z.looseObject({}),
  includes: z.looseObject({}).optional(),
})
export type StreamedEvent = z.infer<typeof Event>
const Line = z.looseObject({ data: Event.optional(), errors: z.array(z.looseObject({})).optional() })

export type OpenStream = {
  status: number
  /** The refusal's body, as text; empty for a stream. */
  refusal: string
  /** The next whole line as it came; null once the stream has ended. Empty for a keep-alive. */
  line(): Promise<string | null>
  /** The next event; keep-alives are passed over. */
  event(): Promise<StreamedEvent>
  close(): Promise<void>
}

/** The app-only token of an app. */
export function bearerOf(s: Stage, app = 'Agency'): { authorization: string } {
  const found = s.x.grants.apps.find((one) => one.name === app)
  if (!found) throw new Error(`no app ${app}`)
  return { authorization: `Bearer ${found.bearer}` }
}

/** Opens the stream of an app. */
export async function openStream(s: Stage, { app = 'Agency', query = '' } = {}): Promise<OpenStream> {
  const giveUp = new AbortController()
  const response = await fetch(`${s.x.baseUrl}/2/activity/stream${query}`, {
    headers: bearerOf(s, app),
    signal: giveUp.signal,
  })
  const refusal = response.status === 200 ? '' : await response.text()
  const reader =
    response.status === 200 ? response.body?.pipeThrough(new TextDecoderStream()).getReader() : undefined
  let rest = ''
  const lines: string[] = []
  async function line(): Promise<string | null> {
    for (;;) {
      const ready = lines.shift()
      if (ready !== undefined) return ready
      // A stream that is broken off fails its reader: for these stories that is an end like any other.
      const packet = await reader?.read().catch(() => ({ done: true, value: undefined }))
      if (!packet || packet.done) return null
      const parts = (rest + packet.value).split('\r\n')
      rest = parts.pop() ?? ''
      lines.push(...parts)
    }
  }
  return {
    status: response.status,
    refusal,
    line,
    async event() {
      for (;;) {
        const text = await line()
        if (text === null) throw new Error('the stream has ended')
        const known = text === '' ? null : Line.parse(JSON.parse(text))
        if (known?.data) return known.data
      }
    },
    async close() {
      giveUp.abort()
    },
  }
}
