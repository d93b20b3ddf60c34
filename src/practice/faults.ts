/** @file Misbehaviour on demand: which calls are hit, and how. Holds no sockets; server.ts does what is decided here. */
import { z } from 'zod'

export const FaultKind = z.enum([
  'status',
  'html',
  'broken-json',
  'slow',
  'hang',
  'drop-connection',
  'lost-answer',
  'late-write',
  'truncate',
])

export const Fault = z.strictObject({
  match: z.strictObject({
    method: z.enum(['GET', 'POST', 'PUT', 'DELETE']).optional(),
    /** Part of the path with its query, or of the route (`/2/users/:id/mentions`). */
    path: z.string(),
    /** Only calls of this handle. */
    handle: z.string().optional(),
  }),
  /** So many matching calls pass untouched first. */
  after: z.number().int().min(0).default(0),
  times: z.union([z.number().int().min(1), z.literal('forever')]).default(1),
  kind: FaultKind,
  /** For `status` and `html`. */
  status: z.number().int().min(200).max(599).optional(),
  /** For `status`: the body instead of X's own for that status; a string goes out as it is. */
  body: z.unknown().optional(),
  headers: z.record(z.string(), z.string()).optional(),
  /** For `slow` and `late-write`: world milliseconds. */
  delayMs: z.number().int().min(0).max(3_600_000).optional(),
})
export type Fault = z.infer<typeof Fault>
export type NewFault = z.input<typeof Fault>
export type StandingFault = Fault & { id: number; hits: number; passed: number }

export type FaultBoard = ReturnType<typeof faultBoard>

export function faultBoard() {
  let lastId = 0
  let standing: StandingFault[] = []
  return {
    add(fault: Fault): number {
      standing.push({ ...fault, id: ++lastId, hits: 0, passed: 0 })
      return lastId
    },
    list: (): readonly StandingFault[] => standing,
    remove(id: number): void {
      standing = standing.filter((fault) => fault.id !== id)
    },
    clear(): void {
      standing = []
    },
    /** The first fault that hits this call, and counts the hit. */
    take(method: string, path: string, route: string, handle: string | null): Fault | null {
      const meant = standing.filter(
        ({ match, times, hits }) =>
          (times === 'forever' || hits < times) &&
          (match.method === undefined || match.method === method) &&
          (path.includes(match.path) || route.includes(match.path)) &&
          (match.handle === undefined || match.handle.toLowerCase() === handle?.toLowerCase()),
      )
      for (const fault of meant) {
        if (fault.passed < fault.after) {
          fault.passed++
          continue
        }
        fault.hits++
        return fault
      }
      return null
    },
  }
}

const titles: Record<number, string> = {
  400: 'Invalid Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
}

/** X's own body for a status. */
export const bodyFor = (status: number): unknown => {
  const title = titles[status] ?? 'Error'
  return { title, detail: title, type: 'about:blank', status }
}

export const htmlPage =
  '<!DOCTYPE html>\n<html><head><title>X / Error</title></head><body><h1>Over capacity</h1><p>Something went wrong. Try again.</p></body></html>\n'
