/**
 * @file The X app that a build may bring along. Empty here: everybody signs in through an app of their own. A vendor
 * with an app of its own builds with `MAIN_VITE_X_CLIENT_ID`; a secret is never built in, so it is a public client.
 */
import type { Clock } from '../../shared/clock.ts'
import { saveApp } from '../brands/apps.ts'
import type { Database } from '../db/database.ts'
import type { Vault } from '../vault/vault-client.ts'

declare global {
  interface ImportMeta {
    /** Values that a build may set; the bundler puts them in place of these names. */
    readonly env: { readonly MAIN_VITE_X_CLIENT_ID?: string }
  }
}

/** The client id of this build; empty without one. */
export const builtInClientId: string = import.meta.env.MAIN_VITE_X_CLIENT_ID ?? ''

/** Offers the built-in app beside the agency's own, once. Does nothing for an empty client id. */
export async function offerDefaultApp(
  parts: { database: Database; vault: Vault; clock: Clock },
  clientId: string,
): Promise<void> {
  if (clientId === '') return
  const known = await parts.database.read
    .selectFrom('apps')
    .select('id')
    .where('client_id', '=', clientId)
    .executeTakeFirst()
  if (known) return
  await saveApp(parts, {
    name: 'Switchboard',
    clientId,
    clientSecret: null,
    bearer: null,
    consumerKey: null,
    consumerSecret: null,
  })
}
