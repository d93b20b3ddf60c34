/**
 * @file What an outcome of a request means: nothing wrong, or one `Failure` of the `x.*` codes. Pure; keeps no text of
 * X's but the short `detail` of a refusal, and never an error of the library.
 */
import { z } from 'zod'
import type { RefusalReason } from '../../shared/domain/refusal.ts'
import { Failure } from '../../shared/errors.ts'
import { instantOfHeader } from './dates.ts'
import type { Headers, Outcome } from './http.ts'

/** Whose request it was, so that the failure can name the app and the handle. */
export type Asked = { endpoint: string; appId: string; username: string; now: number }

const problems = z.object({
  title: z.string().optional().catch(undefined),
  detail: z.string().optional().catch(undefined),
  type: z.string().optional().catch(undefined),
  reason: z.string().optional().catch(undefined),
  period: z.string().optional().catch(undefined),
  error: z.string().optional().catch(undefined),
  error_description: z.string().optional().catch(undefined),
  errors: z
    .array(
      z.object({
        code: z.number().optional().catch(undefined),
        message: z.string().optional().catch(undefined),
        detail: z.string().optional().catch(undefined),
      }),
    )
    .optional()
    .catch(undefined),
})
export type Problem = z.infer<typeof problems>

/** The body of a refusal, as far as it can be read. */
export function problemOf(text: string): Problem {
  try {
    const known = problems.safeParse(JSON.parse(text))
    return known.success ? known.data : {}
  } catch (error) {
    // HTML, nothing, or a cut body: a refusal without words is one all the same.
    if (error instanceof SyntaxError) return {}
    throw error
  }
}

/** The words and v1 codes by which X's refusals are told apart. Sources: x-api notes on 403 bodies. */
const markers: { reason: RefusalReason; words: readonly string[]; codes?: readonly number[] }[] = [
  {
    reason: 'not-summoned',
    words: [
      'not been mentioned or otherwise engaged',
      'only reply to or quote posts where you are mentioned',
    ],
  },
  { reason: 'already', words: ['already retweeted', 'already reposted', 'already bookmarked'], codes: [327] },
  { reason: 'duplicate', words: ['duplicate content'], codes: [187] },
  {
    reason: 'app-not-enrolled',
    words: ['client-not-enrolled', 'official-client-forbidden', 'client forbidden', 'client-forbidden'],
  },
  { reason: 'wrong-token-kind', words: ['unsupported authentication', 'unsupported-authentication'] },
  { reason: 'app-suspended', words: ['application is suspended', 'suspended from performing'], codes: [416] },
  {
    reason: 'account-suspended',
    words: ['account is suspended', 'your account has been suspended'],
    codes: [64],
  },
  { reason: 'account-locked', words: ['account is temporarily locked', 'account is locked'], codes: [326] },
  { reason: 'replies-restricted', words: ['restricted who can reply'], codes: [433] },
  { reason: 'encrypted', words: ['encrypted', 'xchat', 'x chat'] },
  {
    reason: 'dm-closed',
    words: ['cannot send messages to this user', 'not following you', 'does not accept direct messages'],
    codes: [349, 150, 151, 476, 214],
  },
  {
    reason: 'missing-permission',
    words: ['oauth1-permissions', 'required scope', 'missing scope'],
    codes: [261, 93],
  },
  { reason: 'suspended', words: ['has been suspended'], codes: [63] },
  { reason: 'protected', words: ['not authorized to see'], codes: [179] },
  { reason: 'deleted', words: ['deleted or not visible'], codes: [385, 144, 421, 50, 17] },
  { reason: 'wrong-clock', words: ['timestamp out of bounds'], codes: [135] },
]

/** Which refusal this is; `isDm` because a bare "Forbidden" means something else there. */
export function refusalReasonOf(status: number, problem: Problem, isDm: boolean): RefusalReason {
  const said = [
    problem.title,
    problem.detail,
    problem.type,
    problem.reason,
    ...(problem.errors ?? []).flatMap((one) => [one.message, one.detail]),
  ]
    .filter((part) => part !== undefined)
    .join('\n')
    .toLowerCase()
  const codes = new Set((problem.errors ?? []).map((one) => one.code))
  for (const { reason, words, codes: known } of markers)
    if (words.some((word) => said.includes(word)) || known?.some((code) => codes.has(code))) return reason
  if (status === 404) return 'not-found'
  if (status === 400 || status === 409 || status === 422) return 'invalid-request'
  return isDm ? 'dm-closed' : 'forbidden'
}

/** Routes with a scope of their own, which sign-ins of an earlier time lack: there X says no more than "Forbidden". */
const scoped: ReadonlySet<string> = new Set(['hide', 'bookmark', 'unbookmark', 'mute', 'unmute', 'list'])

const refusal = (status: number, problem: Problem, endpoint: string): Failure => {
  const isDm = endpoint === 'dm'
  const detail =
    problem.detail ?? problem.error_description ?? problem.errors?.[0]?.message ?? problem.title ?? ''
  const reason = refusalReasonOf(status, problem, isDm)
  const isBare = reason === 'forbidden' && detail === 'Forbidden'
  return new Failure('x.refused', {
    reason: isBare && scoped.has(endpoint) ? 'missing-permission' : reason,
    detail: detail.slice(0, 300) || `HTTP ${status}`,
  })
}

/** When a 429 without any header may be tried again. */
const blindWaitMs = 60_000
const dayMs = 86_400_000

/** When X lets this route be called again: the latest window that is used up. Instants on the workspace clock. */
export function resetOf(headers: Headers, problem: Problem, now: number): number {
  const offset = (instantOfHeader(headers.date) ?? now) - now
  const resets = ['x-rate-limit', 'x-user-limit-24hour', 'x-app-limit-24hour'].flatMap((name) => {
    const reset = Number(headers[`${name}-reset`])
    return headers[`${name}-remaining`] === '0' && reset > 0 ? [reset * 1_000 - offset] : []
  })
  if (resets.length > 0) return Math.max(...resets, now + 1_000)
  const seconds = Number(headers['retry-after'])
  if (seconds > 0) return now + seconds * 1_000
  if (problem.type?.endsWith('/usage-capped')) {
    // A day's cap ends at midnight UTC of X's day; a month's cap ends on a day that nobody tells: ask once an hour.
    if (problem.period?.toLowerCase() !== 'daily') return now + 3_600_000
    return Math.ceil((now + offset + 1) / dayMs) * dayMs - offset
  }
  return now + blindWaitMs
}

/**
 * The failure behind an outcome; null for a good answer. 401 is `x.reconnect`: the client tries a refresh first.
 * `x.offline` promises that no byte left.
 */
export function failureOf(outcome: Outcome, asked: Asked): Failure | null {
  switch (outcome.kind) {
    case 'unsent':
      return new Failure('x.offline', {})
    case 'timeout':
    case 'reset':
    case 'aborted':
      return new Failure('x.timeout', {}, outcome.kind)
    case 'cut':
      return new Failure('x.malformed', { endpoint: asked.endpoint }, 'cut')
    case 'answer':
  }
  if (outcome.ok) return null
  const { status } = outcome
  const problem = problemOf(outcome.text)
  if (status === 402 || problem.type?.endsWith('/problems/credits'))
    return new Failure('x.credits', { appId: asked.appId })
  if (status === 420 || status === 429 || problem.errors?.some((one) => one.code === 88))
    return new Failure('x.rate-limited', { resetAt: resetOf(outcome.headers, problem, asked.now) })
  if (status === 401)
    return problem.errors?.some((one) => one.code === 135)
      ? refusal(status, problem, asked.endpoint)
      : new Failure('x.reconnect', { username: asked.username })
  if (status === 408 || status === 504) return new Failure('x.timeout', {}, String(status))
  if (status >= 500) return new Failure('x.server', { status })
  return refusal(status, problem, asked.endpoint)
}
