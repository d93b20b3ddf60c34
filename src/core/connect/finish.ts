/**
 * @file The second half of every sign-in, however its tokens came: ask X whose they are, refuse what must not be
 * connected, keep the tokens in the vault, then write the rows.
 */
import { Failure } from '../../shared/errors.ts'
import type { Clock } from '../../shared/clock.ts'
import { expectedById, expectedByName } from '../brands/expected.ts'
import type { Database, Reads } from '../db/database.ts'
import { newId } from '../db/uuid.ts'
import type { Vault } from '../vault/vault-client.ts'
import type { Credentials } from '../x/http.ts'
import type { TokenPair } from '../x/oauth.ts'
import { consumerPair } from '../x/secrets.ts'
import type { XStack } from '../x/stack.ts'
import type { UserPair } from '../x/tokens.ts'
import type { Accounts } from '../x/accounts.ts'
import { handleById, handleOfUser, writeSigned, type KnownHandle, type Target } from './rows.ts'

export type FinishParts = {
  database: Database
  accounts: Accounts
  vault: Vault
  x: Pick<XStack, 'tokens' | 'oauth' | 'verify' | 'client'>
  clock: Clock
}

/**
 * @throws Failure `connect.already`, `connect.other-handle` and the like with the handle's name; `x.*` when X could not be asked.
 * Nothing is kept of a sign-in that is refused.
 */
export async function finishSignIn(
  parts: FinishParts,
  input: {
    appId: string
    target: Target
    sign: TokenPair | UserPair
    sessionId: string | null
    /** This handle was worked here from its beginning: nothing of it is past. */
    hasNoPast?: boolean
  },
): Promise<{ brandId: string; handleId: string; username: string }> {
  const { database, x, clock } = parts
  const { appId, target, sign, sessionId, hasNoPast = false } = input
  const me = await x.verify(appId, await credentialsOf(parts, appId, sign))
  const known = await handleOfUser(database.read, me.xUserId)
  await mustBelong(database.read, target, me.username, known)
  const handleId = known?.id ?? newId(clock.now())
  const state = await x.tokens.adopt(handleId, sign)
  try {
    // On X's clock, like everything that is older or younger than this.
    const connectedAt = hasNoPast ? 0 : clock.now() + x.client.dateOffsetMs()
    const auth = 'token' in sign ? 'oauth1' : 'oauth2'
    const brandId = await writeSigned(
      database,
      target,
      { handleId, appId, auth, state, me, connectedAt, readOnly: !hasNoPast },
      sessionId,
    )
    return { brandId, handleId, username: me.username }
  } catch (error) {
    if (!known) await x.tokens.forget(handleId)
    throw error
  }
}

/** Refuses an account that is not the one that the sign-in is for, or that belongs elsewhere. */
async function mustBelong(
  read: Reads,
  target: Target,
  username: string,
  known: KnownHandle | null,
): Promise<void> {
  if (target.kind === 'reconnect') {
    const expected = await handleById(read, target.handleId)
    if (known?.id !== expected.id)
      throw new Failure('connect.other-handle', { expected: expected.username, found: username })
    return
  }
  if (target.kind === 'expected') {
    const expected = await expectedById(read, target.expectedId)
    if (expected.username.toLowerCase() !== username.toLowerCase())
      throw new Failure('connect.other-than-listed', {
        expected: expected.username,
        found: username,
        brand: expected.brandName,
      })
    // It would come back in the brand that it was removed with.
    if (known?.state === 'removed' && known.brandId !== expected.brandId)
      throw new Failure('connect.was-elsewhere', { username, brand: known.brandName })
  }
  if (known && known.state !== 'removed')
    throw new Failure('connect.already', { username, brand: known.brandName })
  if (target.kind === 'expected') return
  const waits = await expectedByName(read, username)
  const isThere = target.kind === 'brand' && target.brandId === waits?.brandId
  if (waits && !isThere) throw new Failure('connect.listed-elsewhere', { username, brand: waits.brandName })
}

async function credentialsOf(
  { accounts, vault }: FinishParts,
  appId: string,
  sign: TokenPair | UserPair,
): Promise<Credentials> {
  if (!('token' in sign)) return { kind: 'oauth2', accessToken: sign.accessToken }
  return { kind: 'oauth1', ...(await consumerPair(vault, await accounts.app(appId))), ...sign }
}
