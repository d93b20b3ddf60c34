/** @file Every endpoint of the X surface, and finding the one that a request means. */
import type { Endpoint } from './call.ts'
import { activityEndpoints } from './endpoints/activity.ts'
import { countEndpoints } from './endpoints/counts.ts'
import { dmEndpoints } from './endpoints/dms.ts'
import { interactionEndpoints } from './endpoints/interactions.ts'
import { mediaEndpoints } from './endpoints/media.ts'
import { timelineEndpoints } from './endpoints/timelines.ts'
import { tweetEndpoints } from './endpoints/tweets.ts'
import { usageEndpoints } from './endpoints/usage.ts'
import { userEndpoints } from './endpoints/users.ts'

/** Fixed paths stand before those with parameters that would swallow them. */
export const endpoints: readonly Endpoint[] = [
  ...timelineEndpoints,
  ...countEndpoints,
  ...tweetEndpoints,
  ...userEndpoints,
  ...dmEndpoints,
  ...interactionEndpoints,
  ...mediaEndpoints,
  ...usageEndpoints,
  ...activityEndpoints,
]

const compiled = endpoints.map((endpoint) => ({
  endpoint,
  pattern: new RegExp(`^${endpoint.path.replace(/:([a-z_]+)/g, '(?<$1>[^/]+)')}$`),
}))

/** The endpoint of a path with its parameters, or null. */
export function findEndpoint(
  method: string,
  path: string,
): { endpoint: Endpoint; params: Readonly<Record<string, string>> } | null {
  for (const { endpoint, pattern } of compiled) {
    if (endpoint.method !== method) continue
    const match = pattern.exec(path)
    if (match) return { endpoint, params: { ...match.groups } }
  }
  return null
}
