/**
 * @file Which apps have no credits left. X's 402 stops every paid call of that app at once; from then on one cheap read
 * per quarter of an hour finds out whether they are back, or a person asks for it.
 */
import { Failure } from '../../shared/errors.ts'
import type { Clock } from '../../shared/clock.ts'
import type { Accounts } from './accounts.ts'
import type { Endpoint } from './endpoints.ts'

/** How long paid calls of an app rest before one read may try. */
export const creditsRestMs = 15 * 60_000

export type Credits = {
  /** @throws Failure `x.credits` when this call must not be made */
  admit(appId: string, endpoint: Endpoint): Promise<void>
  /** X said 402. */
  ranOut(appId: string): Promise<void>
  /** A paid call worked. */
  worked(appId: string): Promise<void>
  /** A person asks: the next read may try at once. */
  allowTry(appId: string): void
  /** Every app that a call has met in this run, for planning. */
  known(): { appId: string; outOfCredits: boolean; retryAt: number }[]
  /** When one read may try again; null while credits are there. */
  retryAt(appId: string): number | null
}

type AppCredits = { outAt: number | null; retryAt: number | null }

export function credits({ accounts, clock }: { accounts: Accounts; clock: Clock }): Credits {
  const known = new Map<string, Promise<AppCredits>>()
  const settled = new Map<string, AppCredits>()

  const stateOf = (appId: string): Promise<AppCredits> => {
    const there = known.get(appId)
    if (there) return there
    const asked = accounts
      .app(appId)
      .then((app) => {
        const state = { outAt: app.outOfCreditsAt, retryAt: app.creditsRetryAt }
        settled.set(appId, state)
        return state
      })
      .catch((error: unknown) => {
        known.delete(appId)
        throw error
      })
    known.set(appId, asked)
    return asked
  }
  const move = async (appId: string, state: AppCredits): Promise<void> => {
    known.set(appId, Promise.resolve(state))
    settled.set(appId, state)
    await accounts.setCredits(appId, state.outAt, state.retryAt)
  }
  const asked = new Set<string>()

  return {
    async admit(appId, endpoint) {
      if (!endpoint.paid) return
      const state = await stateOf(appId)
      if (state.outAt === null) return
      const due = asked.has(appId) || clock.now() >= (state.retryAt ?? 0)
      if (!endpoint.probes || !due) throw new Failure('x.credits', { appId })
      asked.delete(appId)
      // Moved on before the call: two reads at the same moment must not both try.
      await move(appId, { outAt: state.outAt, retryAt: clock.now() + creditsRestMs })
    },
    async ranOut(appId) {
      const state = await stateOf(appId)
      await move(appId, { outAt: state.outAt ?? clock.now(), retryAt: clock.now() + creditsRestMs })
    },
    async worked(appId) {
      const state = await stateOf(appId)
      if (state.outAt !== null) await move(appId, { outAt: null, retryAt: null })
    },
    allowTry(appId) {
      if ((settled.get(appId)?.outAt ?? null) !== null) asked.add(appId)
    },
    known: () =>
      [...settled].map(([appId, { outAt, retryAt }]) => ({
        appId,
        outOfCredits: outAt !== null,
        retryAt: retryAt ?? 0,
      })),
    retryAt(appId) {
      const state = settled.get(appId)
      return state && state.outAt !== null ? (state.retryAt ?? 0) : null
    },
  }
}
