/** @file Rate-limit windows per user and per app, and the headers that tell about them. Fixed windows on world time. */
import { refuse } from './answer.ts'
import type { World } from './world.ts'

/** Calls allowed in 15 minutes (`user`, `app`) or in a day; absent means that X names no limit. */
export type Limit = { user?: number; app?: number; userDay?: number; appDay?: number }

const quarterMs = 15 * 60_000
const dayMs = 86_400_000

function windowOf(world: World, key: string, lengthMs: number) {
  const now = world.now()
  const known = world.data.windows[key]
  if (known && now - known.startedAt < lengthMs && now >= known.startedAt) return known
  return (world.data.windows[key] = { startedAt: now, used: 0 })
}

/**
 * Counts one call and gives the headers to answer with. Throws 429 with the same headers when a window is full.
 * @param userId null for an app alone
 */
export function countCall(
  world: World,
  route: string,
  limit: Limit,
  app: string,
  userId: string | null,
): Record<string, string> {
  const headers: Record<string, string> = {}
  const checks = [
    {
      name: 'x-rate-limit',
      max: userId ? limit.user : limit.app,
      key: userId ? `${app}|${userId}` : app,
      ms: quarterMs,
    },
    {
      name: 'x-user-limit-24hour',
      max: userId ? limit.userDay : undefined,
      key: `${app}|${userId ?? ''}|day`,
      ms: dayMs,
    },
    { name: 'x-app-limit-24hour', max: limit.appDay, key: `${app}|day`, ms: dayMs },
  ].flatMap(({ max, ...check }) =>
    max === undefined ? [] : [{ ...check, max, window: windowOf(world, `${route}|${check.key}`, check.ms) }],
  )
  const full = checks.some(({ window, max }) => window.used >= max)
  for (const { name, max, window, ms } of checks) {
    if (!full) window.used++
    headers[`${name}-limit`] = String(max)
    headers[`${name}-remaining`] = String(Math.max(0, max - window.used))
    headers[`${name}-reset`] = String(Math.ceil((window.startedAt + ms) / 1_000))
  }
  if (full) throw refuse.tooMany(headers)
  return headers
}
