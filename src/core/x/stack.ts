/** @file The X side of core put together in the order in which its parts need each other. */
import { Failure } from '../../shared/errors.ts'
import type { Clock } from '../../shared/clock.ts'
import type { Log } from '../log/log.ts'
import type { PersonRecord } from '../posts/records.ts'
import type { Vault } from '../vault/vault-client.ts'
import type { Accounts } from './accounts.ts'
import { appGateway, type AppGateway } from './app-gateway.ts'
import type { Admit, OnCharge } from './charges.ts'
import { xClient, type XClient } from './client.ts'
import { credits, type Credits } from './credits.ts'
import { instantOfHeader } from './dates.ts'
import { endpoints, personFields, readTimeoutMs } from './endpoints.ts'
import { failureOf } from './errors.ts'
import { xHttp, type Credentials } from './http.ts'
import { rateLedger } from './limits.ts'
import { oauth, type OAuth } from './oauth.ts'
import { mePerson } from './shapes.ts'
import { tokens, type Tokens } from './tokens.ts'

export type XStack = {
  client: XClient
  /** What an app asks by its bearer token. */
  apps: AppGateway
  tokens: Tokens
  oauth: OAuth
  credits: Credits
  /** Whose credentials these are, asked of X through this app. @throws Failure `x.*` */
  verify(appId: string, credentials: Credentials): Promise<PersonRecord>
  /** Ends reads and connections. */
  close(): void
}

/** @param deps.origin X's API; @param deps.webOrigin X's consent page */
export function xStack(deps: {
  origin: string
  webOrigin: string
  accounts: Accounts
  vault: Vault
  clock: Clock
  log: Log
  onCharge: OnCharge
  admit: Admit
}): XStack {
  const { origin, webOrigin, accounts, vault, clock, log, onCharge, admit } = deps
  const http = xHttp({ origin, clock })
  const ledger = rateLedger()
  const ownOAuth = oauth({ http, webOrigin, clock })
  const ownTokens = tokens({ vault, oauth: ownOAuth, accounts, clock, log })
  const ownCredits = credits({ accounts, clock })
  const client = xClient({
    http,
    tokens: ownTokens,
    credits: ownCredits,
    ledger,
    accounts,
    clock,
    onCharge,
    admit,
  })
  const apps = appGateway({
    origin,
    http,
    vault,
    accounts,
    credits: ownCredits,
    ledger,
    clock,
    onCharge,
  })
  return {
    client,
    apps,
    tokens: ownTokens,
    oauth: ownOAuth,
    credits: ownCredits,
    async verify(appId, credentials) {
      const outcome = await http.send({
        endpoint: endpoints.me,
        credentials,
        query: { 'user.fields': personFields },
        timeoutMs: readTimeoutMs,
      })
      if (outcome.kind === 'answer') ledger.note({ handleId: '', appId }, 'me', outcome.headers, clock.now())
      const failure = failureOf(outcome, { endpoint: 'me', appId, username: '', now: clock.now() })
      if (failure) throw failure
      if (outcome.kind !== 'answer') throw new Failure('x.malformed', { endpoint: 'me' })
      const me = mePerson(outcome.text)
      const { stream, charges: kind } = endpoints.me
      const at = instantOfHeader(outcome.headers.date) ?? clock.now()
      onCharge({ appId, handleId: null, stream, ticketId: null, kind, ids: [me.xUserId], count: 0, at })
      return me
    },
    close() {
      client.stop()
      http.close()
    },
  }
}
