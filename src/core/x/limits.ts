/**
 * @file Which routes are closed until when, from the headers of X's answers. In memory: after a restart X tells again.
 * Must not wait or call; it only knows.
 */
import { instantOfHeader } from './dates.ts'
import type { Headers } from './http.ts'

export type RateLedger = {
  /** The instant (workspace clock) at which this route opens again for this handle; null while it is open. */
  closedUntil(who: { handleId: string; appId: string }, route: string, now: number): number | null
  /** Reads the windows out of an answer's headers. */
  note(who: { handleId: string; appId: string }, route: string, headers: Headers, now: number): void
  /** X said 429: closed until then, whatever the headers said. */
  close(who: { handleId: string; appId: string }, route: string, until: number): void
  /** X's clock minus ours by the newest `Date` header, ms. */
  dateOffsetMs(): number
}

export function rateLedger(): RateLedger {
  const closed = new Map<string, number>()
  let offset = 0
  const handleKey = (handleId: string, route: string): string => `handle ${handleId} ${route}`
  const appKey = (appId: string, route: string): string => `app ${appId} ${route}`

  const used = (headers: Headers, window: string): number | null => {
    const reset = Number(headers[`${window}-reset`])
    return headers[`${window}-remaining`] === '0' && reset > 0 ? reset * 1_000 - offset : null
  }
  const shut = (key: string, until: number | null): void => {
    if (until !== null) closed.set(key, Math.max(until, closed.get(key) ?? 0))
  }

  return {
    closedUntil({ handleId, appId }, route, now) {
      const keys = [handleKey(handleId, route), appKey(appId, route)]
      for (const key of keys) if ((closed.get(key) ?? Infinity) <= now) closed.delete(key)
      const until = Math.max(...keys.map((key) => closed.get(key) ?? 0))
      return until > now ? until : null
    },
    note({ handleId, appId }, route, headers, now) {
      const theirs = instantOfHeader(headers.date)
      if (theirs !== null) offset = theirs - now
      shut(handleKey(handleId, route), used(headers, 'x-rate-limit'))
      shut(handleKey(handleId, route), used(headers, 'x-user-limit-24hour'))
      shut(appKey(appId, route), used(headers, 'x-app-limit-24hour'))
    },
    close: ({ handleId }, route, until) => shut(handleKey(handleId, route), until),
    dateOffsetMs: () => offset,
  }
}
