/** @file X apps of the agency: rows here, secrets in the vault. A secret never comes back out. */
import type { Clock } from '../../shared/clock.ts'
import type { AppView } from '../../shared/domain/brand.ts'
import type { StreamView } from '../../shared/domain/stream.ts'
import { Failure } from '../../shared/errors.ts'
import type { Database, Reads } from '../db/database.ts'
import { newId } from '../db/uuid.ts'
import { flag, isSet } from '../db/values.ts'
import type { Vault } from '../vault/vault-client.ts'
import { appSecret } from '../x/secrets.ts'

export type AppInput = {
  id?: string | undefined
  name: string
  clientId: string | null
  /** Null leaves a secret that is there as it is: it cannot be shown, so it is not typed again. */
  clientSecret: string | null
  bearer: string | null
  consumerKey: string | null
  consumerSecret: string | null
  /** The X user who registered the app, where that is one of our handles. Absent leaves it as it is. */
  ownerId?: string | null | undefined
}

type Parts = { database: Database; vault: Vault; clock: Clock }

/**
 * Stores an app, new or known. Its secrets are in the vault before its row says so.
 * @throws Failure `connect.app-missing` for an id that is not there, `vault.*`
 */
export async function saveApp({ database, vault, clock }: Parts, input: AppInput): Promise<AppView> {
  const known = input.id === undefined ? null : await appRow(database.read, input.id)
  if (input.id !== undefined && !known) throw new Failure('connect.app-missing', {})
  const id = input.id ?? newId(clock.now())
  const [secret, bearer, consumerSecret] = [
    blankToNull(input.clientSecret),
    blankToNull(input.bearer),
    blankToNull(input.consumerSecret),
  ]
  if (secret !== null) await vault.write(appSecret(id, 'secret'), secret)
  if (bearer !== null) await vault.write(appSecret(id, 'bearer'), bearer)
  if (consumerSecret !== null) await vault.write(appSecret(id, 'consumer-secret'), consumerSecret)
  const columns = {
    name: input.name,
    client_id: blankToNull(input.clientId),
    consumer_key: blankToNull(input.consumerKey),
    has_secret: flag(secret !== null || isSet(known?.has_secret ?? 0)),
    has_bearer: flag(bearer !== null || isSet(known?.has_bearer ?? 0)),
    has_consumer_secret: flag(consumerSecret !== null || isSet(known?.has_consumer_secret ?? 0)),
    ...(input.ownerId === undefined ? {} : { owner_x_user_id: input.ownerId }),
  }
  await database.write(async (tx) => {
    await tx.db
      .insertInto('apps')
      .values({ id, created_at: tx.at, ...columns })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
      .execute()
    tx.touch.session()
  })
  return viewOf({ id, out_of_credits_at: known?.out_of_credits_at ?? null, ...columns })
}

export async function listApps(
  read: Reads,
  streamOf: (appId: string) => StreamView | null = () => null,
): Promise<AppView[]> {
  const rows = await read.selectFrom('apps').selectAll().orderBy('id').execute()
  return rows.map((row) => ({ ...viewOf(row), stream: streamOf(row.id) }))
}

const appRow = async (read: Reads, id: string) =>
  (await read.selectFrom('apps').selectAll().where('id', '=', id).executeTakeFirst()) ?? null

function viewOf(row: {
  id: string
  name: string
  client_id: string | null
  consumer_key: string | null
  has_secret: number
  has_bearer: number
  has_consumer_secret: number
  out_of_credits_at: number | null
}): AppView {
  return {
    id: row.id,
    name: row.name,
    clientId: row.client_id,
    hasSecret: isSet(row.has_secret),
    hasBearer: isSet(row.has_bearer),
    hasOauth1: row.consumer_key !== null && isSet(row.has_consumer_secret),
    outOfCredits: row.out_of_credits_at !== null,
    stream: null,
  }
}

const blankToNull = (value: string | null): string | null => (value === null || value === '' ? null : value)
