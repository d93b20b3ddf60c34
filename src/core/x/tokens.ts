/**
 * @file The sign-in of each handle: kept in the vault, held in memory, renewed once for everybody who waits. Must not
 * let a token reach a log, a failure or the database.
 *
 * [Note: Rotating refresh tokens] X's refresh tokens are single use and rotate; using a spent one ends the whole family
 * of tokens. So one refresh per handle is in flight, everybody else waits for it; the new refresh token stands in the
 * vault before any of the new pair is used; and the spent one stays beside it until the new pair has worked, because a
 * new pair that X refuses at once leaves it as the only other thing to try.
 */
import { Failure } from '../../shared/errors.ts'
import type { Clock } from '../../shared/clock.ts'
import type { Log } from '../log/log.ts'
import type { Vault } from '../vault/vault-client.ts'
import type { Accounts, HandleAccount } from './accounts.ts'
import type { Credentials } from './http.ts'
import type { OAuth, TokenPair } from './oauth.ts'
import { clientCredentials, consumerPair, handleSecret, handleSecretParts } from './secrets.ts'

/** A user's own OAuth 1.0a pair. */
export type UserPair = { token: string; tokenSecret: string }

export type Tokens = {
  /**
   * What to sign with now, renewed before its last five minutes.
   * @throws Failure `x.reconnect` when the sign-in is dead, `vault.*` when it cannot be read, `x.*` when X was asked
   */
  current(handle: HandleAccount): Promise<Credentials>
  /** X said 401 to `used`: the pair that came after it. @throws Failure `x.reconnect` when there is none */
  renew(handle: HandleAccount, used: Credentials): Promise<Credentials>
  /** X accepted it: the spent refresh token may go. */
  worked(handle: HandleAccount, used: Credentials): Promise<void>
  /** X accepts nothing of this handle any more. Always throws `x.reconnect`. */
  dead(handle: HandleAccount): Promise<never>
  /** Stores a new sign-in. Resolves to whether the vault has it; if not, it lives in memory alone. */
  adopt(handleId: string, sign: TokenPair | UserPair): Promise<'connected' | 'memory-only'>
  /** Erases everything of a handle. @throws Failure `vault.*`: then some of it may still be there */
  forget(handleId: string): Promise<void>
  /** The newest refresh or access token, to be revoked; null when there is none. */
  revocable(handleId: string): Promise<string | null>
}

/** A pair with less left than this is renewed before it is used. */
const renewBeforeMs = 5 * 60_000

/** While the vault fails, a pair that lives in memory alone is offered to it this often. */
const keepAgainMs = 60_000

type Held = (
  { kind: 'oauth2'; pair: TokenPair; previous: string | null } | { kind: 'oauth1'; pair: UserPair }
) & {
  kept: boolean
  triedAt: number
}

export function tokens(deps: {
  vault: Vault
  oauth: OAuth
  accounts: Accounts
  clock: Clock
  log: Log
}): Tokens {
  const { vault, oauth, accounts, clock, log } = deps
  const held = new Map<string, Held>()
  const refreshing = new Map<string, Promise<Credentials>>()
  const dead = new Set<string>()

  async function load(handle: HandleAccount): Promise<Held> {
    const there = held.get(handle.id)
    if (there) return there
    const read = (part: (typeof handleSecretParts)[number]): Promise<string | null> =>
      vault.read(handleSecret(handle.id, part))
    const access = await read('access')
    let found: Held | null = null
    if (handle.auth === 'oauth1') {
      const tokenSecret = await read('secret')
      if (access !== null && tokenSecret !== null)
        found = { kind: 'oauth1', pair: { token: access, tokenSecret }, kept: true, triedAt: clock.now() }
    } else {
      const [refreshToken, expires, previous] = [
        await read('refresh'),
        await read('expires'),
        await read('previous'),
      ]
      // Without an expiry the access token is tried as it is: a 401 renews it.
      const expiresAt = Number(expires ?? Number.NaN)
      if (access !== null || refreshToken !== null)
        found = {
          kind: 'oauth2',
          pair: {
            accessToken: access ?? '',
            refreshToken,
            expiresAt: access === null ? 0 : Number.isFinite(expiresAt) ? expiresAt : Infinity,
          },
          previous,
          kept: true,
          triedAt: clock.now(),
        }
    }
    if (!found) return bury(handle)
    // Two callers may load at once; what was stored or renewed meanwhile is newer than what was read.
    const meanwhile = held.get(handle.id)
    if (meanwhile) return meanwhile
    held.set(handle.id, found)
    return found
  }

  async function bury(handle: HandleAccount): Promise<never> {
    dead.add(handle.id)
    held.delete(handle.id)
    await accounts.setHandleState(handle.id, 'reconnect')
    throw new Failure('x.reconnect', { username: handle.username })
  }

  async function signWith(handle: HandleAccount, own: Held): Promise<Credentials> {
    if (own.kind === 'oauth2') return { kind: 'oauth2', accessToken: own.pair.accessToken }
    return { kind: 'oauth1', ...(await consumerPair(vault, await accounts.app(handle.appId))), ...own.pair }
  }

  /** The refresh token goes first: a crash in between leaves one that still works. */
  async function keep(handleId: string, own: Held): Promise<boolean> {
    const write = (part: (typeof handleSecretParts)[number], value: string): Promise<void> =>
      vault.write(handleSecret(handleId, part), value)
    try {
      if (own.kind === 'oauth1') {
        await write('secret', own.pair.tokenSecret)
        await write('access', own.pair.token)
      } else {
        if (own.previous !== null) await write('previous', own.previous)
        if (own.pair.refreshToken !== null) await write('refresh', own.pair.refreshToken)
        await write('expires', String(own.pair.expiresAt))
        await write('access', own.pair.accessToken)
      }
      return true
    } catch (error) {
      log.error('tokens.not-kept', error, { handleId })
      return false
    }
  }

  async function store(
    handleId: string,
    own: { kind: 'oauth2'; pair: TokenPair; previous: string | null } | { kind: 'oauth1'; pair: UserPair },
  ): Promise<Held> {
    const offered = { ...own, kept: false, triedAt: clock.now() }
    const stored = { ...offered, kept: await keep(handleId, offered) }
    held.set(handleId, stored)
    dead.delete(handleId)
    return stored
  }

  async function keepAgain(handle: HandleAccount, own: Held): Promise<void> {
    if (own.kept || clock.now() - own.triedAt < keepAgainMs) return
    const offered = { ...own, triedAt: clock.now() }
    held.set(handle.id, offered)
    const kept = await keep(handle.id, offered)
    // A renewal in between has stored a newer pair, with its own answer.
    if (!kept || held.get(handle.id) !== offered) return
    held.set(handle.id, { ...offered, kept })
    await accounts.setHandleState(handle.id, 'connected')
  }

  function refresh(handle: HandleAccount, own: Held & { kind: 'oauth2' }): Promise<Credentials> {
    const running = refreshing.get(handle.id)
    if (running) return running
    const started = refreshNow(handle, own).finally(() => refreshing.delete(handle.id))
    refreshing.set(handle.id, started)
    return started
  }

  async function refreshNow(handle: HandleAccount, own: Held & { kind: 'oauth2' }): Promise<Credentials> {
    if (own.pair.refreshToken === null) return bury(handle)
    const client = await clientCredentials(vault, await accounts.app(handle.appId))
    let spent = own.pair.refreshToken
    let fresh = await oauth.refresh(client, spent)
    if (fresh === 'dead' && own.previous !== null && own.previous !== spent) {
      // See [Note: Rotating refresh tokens]: the newest never worked, so the one before it may still be good.
      spent = own.previous
      fresh = await oauth.refresh(client, spent)
    }
    if (fresh === 'dead') return bury(handle)
    const stored = await store(handle.id, {
      kind: 'oauth2',
      pair: { ...fresh, refreshToken: fresh.refreshToken ?? spent },
      previous: fresh.refreshToken === null ? null : spent,
    })
    const state = stored.kept ? 'connected' : 'memory-only'
    if (state !== handle.state) await accounts.setHandleState(handle.id, state)
    log.info('tokens.renewed', { handleId: handle.id, kept: stored.kept })
    return signWith(handle, stored)
  }

  function refuseDead(handle: HandleAccount): void {
    if (dead.has(handle.id) || handle.state === 'reconnect' || handle.state === 'removed')
      throw new Failure('x.reconnect', { username: handle.username })
  }

  return {
    async current(handle) {
      refuseDead(handle)
      const own = await load(handle)
      await keepAgain(handle, own)
      if (own.kind === 'oauth1') return signWith(handle, own)
      const running = refreshing.get(handle.id)
      if (!running && own.pair.expiresAt - clock.now() >= renewBeforeMs) return signWith(handle, own)
      try {
        return await (running ?? refresh(handle, own))
      } catch (error) {
        // Not renewed, but good for some minutes yet: X in trouble must not stop a handle early.
        const alive = own.pair.expiresAt > clock.now() && !dead.has(handle.id)
        if (alive && error instanceof Failure && error.code.startsWith('x.')) return signWith(handle, own)
        throw error
      }
    },
    async renew(handle, used) {
      refuseDead(handle)
      const running = refreshing.get(handle.id)
      if (running) return running
      const own = await load(handle)
      if (own.kind === 'oauth1') return bury(handle)
      if (used.kind !== 'oauth2' || used.accessToken !== own.pair.accessToken) return signWith(handle, own)
      return refresh(handle, own)
    },
    async worked(handle, used) {
      const own = held.get(handle.id)
      if (own?.kind !== 'oauth2' || own.previous === null || used.kind !== 'oauth2') return
      if (used.accessToken !== own.pair.accessToken) return
      held.set(handle.id, { ...own, previous: null })
      if (!own.kept) return
      try {
        await vault.erase(handleSecret(handle.id, 'previous'))
      } catch (error) {
        // A spent token that stays costs nothing; the next renewal writes over it.
        log.error('tokens.previous-stays', error, { handleId: handle.id })
      }
    },
    dead: bury,
    async adopt(handleId, sign) {
      const own = await store(
        handleId,
        'token' in sign ? { kind: 'oauth1', pair: sign } : { kind: 'oauth2', pair: sign, previous: null },
      )
      return own.kept ? 'connected' : 'memory-only'
    },
    async forget(handleId) {
      held.delete(handleId)
      for (const part of handleSecretParts) await vault.erase(handleSecret(handleId, part))
    },
    async revocable(handleId) {
      const own = held.get(handleId)
      if (own?.kind === 'oauth2') return own.pair.refreshToken ?? own.pair.accessToken
      if (own?.kind === 'oauth1') return null
      return vault.read(handleSecret(handleId, 'refresh'))
    },
  }
}
