/** @file The names under which secrets of handles and apps stand in the vault, and the app secrets read from there. */
import { Failure } from '../../shared/errors.ts'
import type { Vault } from '../vault/vault-client.ts'
import type { AppAccount } from './accounts.ts'

/** One entry per secret. `previous` is the refresh token before the newest, until the newest has worked once. */
export const handleSecret = (
  handleId: string,
  part: 'access' | 'refresh' | 'expires' | 'previous' | 'secret',
): string => `handle/${handleId}/${part}`

export const handleSecretParts = ['access', 'refresh', 'expires', 'previous', 'secret'] as const

export const appSecret = (appId: string, part: 'secret' | 'bearer' | 'consumer-secret'): string =>
  `app/${appId}/${part}`

/** The client credentials of an app. @throws Failure `connect.app-missing` without a client id, `vault.*` */
export async function clientCredentials(
  vault: Vault,
  app: AppAccount,
): Promise<{ kind: 'client'; clientId: string; clientSecret: string | null }> {
  if (app.clientId === null) throw new Failure('connect.app-missing', {})
  const clientSecret = app.hasSecret ? await vault.read(appSecret(app.id, 'secret')) : null
  if (app.hasSecret && clientSecret === null)
    throw new Failure('vault.absent', { name: appSecret(app.id, 'secret') })
  return { kind: 'client', clientId: app.clientId, clientSecret }
}

/** The consumer pair of an app. @throws Failure `connect.app-missing` without one, `vault.*` */
export async function consumerPair(
  vault: Vault,
  app: AppAccount,
): Promise<{ consumerKey: string; consumerSecret: string }> {
  if (app.consumerKey === null || !app.hasConsumerSecret) throw new Failure('connect.app-missing', {})
  const consumerSecret = await vault.read(appSecret(app.id, 'consumer-secret'))
  if (consumerSecret === null)
    throw new Failure('vault.absent', { name: appSecret(app.id, 'consumer-secret') })
  return { consumerKey: app.consumerKey, consumerSecret }
}
