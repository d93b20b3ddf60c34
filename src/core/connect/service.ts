/**
 * @file Signing in a handle: the way to X's consent page and back, by a loopback listener or by a pasted address, or by
 * a pair of OAuth 1.0a tokens. One sign-in by browser at a time; it lives five minutes and in memory alone.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { Contract } from '../../shared/contract/contract.ts'
import type { ConnectView } from '../../shared/domain/brand.ts'
import { Failure, toWire } from '../../shared/errors.ts'
import { must } from '../../shared/must.ts'
import type { Handlers } from '../../shared/rpc.ts'
import { newId } from '../db/uuid.ts'
import type { Log } from '../log/log.ts'
import type { CallContext } from '../rpc-context.ts'
import { clientCredentials } from '../x/secrets.ts'
import { expectedById } from '../brands/expected.ts'
import { finishSignIn, type FinishParts } from './finish.ts'
import { listenForCallback, type Listener } from './listener.ts'
import { handleById, mustHaveBrand, type Target } from './rows.ts'

/** How long X's consent page may take. */
const signInMs = 5 * 60_000

export type ConnectParts = FinishParts & {
  /** Opens an address in the system browser; rejects when none came up. */
  openOutside: (url: string) => Promise<void>
  /** Fixed loopback ports, each registered with the X app, tried in order. */
  redirectPorts: readonly number[]
  log: Log
  /** A handle was connected or connected again: its sources are due. */
  onConnected: () => void
}

type ConnectService = Pick<
  Handlers<Contract, CallContext>,
  'connect.start' | 'connect.paste' | 'connect.cancel' | 'connect.get' | 'connect.oauth1'
> & {
  /** Gives up the sign-in that is under way and frees its port. */
  close(): void
}

type Session = {
  view: ConnectView
  appId: string
  target: Target
  secretState: string
  codeVerifier: string
  listener: Listener
  stopTimer: () => void
}

export function connectService(parts: ConnectParts): ConnectService {
  const { database, accounts, vault, x, clock, log, openOutside, redirectPorts, onConnected } = parts
  const sessions = new Map<string, Session>()

  const sessionOf = (id: string): Session => {
    const session = sessions.get(id)
    if (!session) throw new Failure('connect.expired', {})
    return session
  }

  function release(session: Session): void {
    session.stopTimer()
    session.listener.close()
  }

  function moveOn(session: Session, change: Partial<ConnectView>): void {
    session.view = { ...session.view, ...change }
    database
      .write((tx) => tx.touch.connect(session.view.sessionId))
      .catch((error: unknown) => log.error('connect.told', error))
  }

  function fail(session: Session, failure: Failure): void {
    release(session)
    moveOn(session, { state: 'failed', failure: toWire(failure) })
    log.info('connect.failed', { code: failure.code })
  }

  /** What came back from X, by listener or paste: judged once. */
  function judge(session: Session, query: URLSearchParams): { code: string } | Failure {
    if (!sameSecret(query.get('state') ?? '', session.secretState))
      return new Failure('connect.wrong-state', {})
    const error = query.get('error')
    if (error === 'access_denied') return new Failure('connect.denied', {})
    if (error !== null) return new Failure('connect.failed', { detail: error.slice(0, 300) })
    const code = query.get('code')
    return code ? { code } : new Failure('connect.failed', { detail: 'X sent no code.' })
  }

  async function finish(session: Session, code: string): Promise<void> {
    release(session)
    moveOn(session, { state: 'verifying' })
    const { appId, target, codeVerifier } = session
    const { redirectUri, sessionId } = session.view
    try {
      const client = await clientCredentials(vault, await accounts.app(appId))
      const sign = await x.oauth.redeem(client, { code, codeVerifier, redirectUri })
      const { username, handleId } = await finishSignIn(parts, { appId, target, sign, sessionId })
      moveOn(session, { state: 'done', username, handleId })
      onConnected()
    } catch (error) {
      if (!(error instanceof Failure)) log.error('connect.finish', error)
      fail(session, error instanceof Failure ? error : new Failure('internal', { id: sessionId }))
    }
  }

  function onHit(session: () => Session, query: URLSearchParams): 'answered' | 'refused' {
    const current = session()
    if (current.view.state !== 'waiting') return 'refused'
    const judged = judge(current, query)
    if (judged instanceof Failure) {
      fail(current, judged)
      return 'refused'
    }
    finish(current, judged.code).catch((error: unknown) => log.error('connect.finish', error))
    return 'answered'
  }

  function cancelWaiting(): void {
    for (const session of sessions.values()) {
      if (session.view.state !== 'waiting') continue
      release(session)
      moveOn(session, { state: 'cancelled' })
    }
  }

  return {
    async 'connect.start'({ appId, target }) {
      const app = await accounts.app(appId)
      if (app.clientId === null) throw new Failure('connect.app-missing', {})
      if (target.kind === 'brand') await mustHaveBrand(database.read, target.brandId)
      if (target.kind === 'reconnect') await handleById(database.read, target.handleId)
      if (target.kind === 'expected') await expectedById(database.read, target.expectedId)
      cancelWaiting()
      let session: Session | null = null
      const listener = await listenForCallback(redirectPorts, (query) =>
        onHit(() => must(session, 'a hit comes after the sign-in began'), query),
      )
      const secretState = randomBytes(32).toString('base64url')
      const { url, codeVerifier } = x.oauth.authorizeUrl(app.clientId, listener.redirectUri, secretState)
      const sessionId = newId(clock.now())
      const begun: Session = {
        appId,
        target,
        secretState,
        codeVerifier,
        listener,
        stopTimer: clock.after(signInMs, () => fail(begun, new Failure('connect.expired', {}))),
        view: {
          sessionId,
          state: 'waiting',
          authorizeUrl: url,
          redirectUri: listener.redirectUri,
          expiresAt: clock.now() + signInMs,
          username: null,
          handleId: null,
          failure: null,
        },
      }
      session = begun
      sessions.set(sessionId, begun)
      // Not waited for: the dialog shows the address all the same, to be copied where no browser came up.
      openOutside(url).catch((error: unknown) => log.error('connect.browser', error))
      return begun.view
    },

    async 'connect.paste'({ sessionId, address }) {
      const session = sessionOf(sessionId)
      if (session.view.state !== 'waiting') return session.view
      const url = URL.parse(address.trim())
      if (!url || url.origin + url.pathname !== session.view.redirectUri)
        throw new Failure('connect.address-invalid', {})
      const judged = judge(session, url.searchParams)
      // An address of an earlier try is a slip of the hand: this sign-in goes on waiting for its own.
      if (judged instanceof Failure && judged.is('connect.wrong-state')) throw judged
      if (judged instanceof Failure) fail(session, judged)
      else await finish(session, judged.code)
      return session.view
    },

    'connect.cancel'({ sessionId }) {
      const session = sessionOf(sessionId)
      if (session.view.state === 'waiting') {
        release(session)
        moveOn(session, { state: 'cancelled' })
      }
      return {}
    },

    'connect.get': ({ sessionId }) => sessionOf(sessionId).view,

    async 'connect.oauth1'({ appId, accessToken, accessSecret, ...where }) {
      const signed = await finishSignIn(parts, {
        appId,
        target: 'expectedId' in where ? { kind: 'expected', ...where } : { kind: 'new', ...where },
        sign: { token: accessToken, tokenSecret: accessSecret },
        sessionId: null,
      })
      onConnected()
      return signed
    },

    close: cancelWaiting,
  }
}

/** Compares in constant time; lengths are no secret. */
function sameSecret(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}
