/** @file What the X client must know of a handle and its app, and whom it tells about them. Shapes only, no secrets. */
import type { HandleState } from '../../shared/domain/brand.ts'

export type HandleAccount = {
  id: string
  appId: string
  xUserId: string
  username: string
  auth: 'oauth2' | 'oauth1'
  state: HandleState
  /** It registered its X app: X charges it a fifth for reading its own time lines. */
  ownsApp: boolean
}

/** An X app as its row says; secrets stand in the vault under `app/<id>/…`. */
export type AppAccount = {
  id: string
  clientId: string | null
  consumerKey: string | null
  name: string
  hasSecret: boolean
  hasBearer: boolean
  hasConsumerSecret: boolean
  /** Since when X answers 402; null while credits are there. */
  outOfCreditsAt: number | null
  /** While out of credits: when one cheap read may try again. */
  creditsRetryAt: number | null
}

/** The rows behind the X client. */
export type Accounts = {
  /** @throws Failure `brand.missing` when there is no such handle any more */
  handle(handleId: string): Promise<HandleAccount>
  app(appId: string): Promise<AppAccount>
  setHandleState(handleId: string, state: HandleState): Promise<void>
  setCredits(appId: string, outAt: number | null, retryAt: number | null): Promise<void>
}
