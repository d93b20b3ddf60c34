/** @file The rows behind the X client: handles and apps by id, and the states that X's answers move. */
import { Failure } from '../../shared/errors.ts'
import type { Database } from '../db/database.ts'
import { isSet } from '../db/values.ts'
import type { Accounts, AppAccount, HandleAccount } from '../x/accounts.ts'

/** @throws Failure `brand.missing` (handle), `connect.app-missing` (app) from its methods */
export function accountsOf(database: Database): Accounts {
  return {
    async handle(handleId): Promise<HandleAccount> {
      const row = await database.read
        .selectFrom('handles')
        .innerJoin('apps', 'apps.id', 'handles.app_id')
        .select(['handles.id', 'app_id', 'brand_id', 'x_user_id', 'username', 'auth', 'state'])
        .select('apps.owner_x_user_id')
        .where('handles.id', '=', handleId)
        .executeTakeFirst()
      if (!row) throw new Failure('brand.missing', { brandId: handleId })
      return {
        id: row.id,
        appId: row.app_id,
        xUserId: row.x_user_id,
        username: row.username,
        auth: row.auth,
        state: row.state,
        ownsApp: row.owner_x_user_id === row.x_user_id,
      }
    },
    async app(appId): Promise<AppAccount> {
      const row = await database.read
        .selectFrom('apps')
        .selectAll()
        .where('id', '=', appId)
        .executeTakeFirst()
      if (!row) throw new Failure('connect.app-missing', {})
      return {
        id: row.id,
        clientId: row.client_id,
        consumerKey: row.consumer_key,
        name: row.name,
        hasSecret: isSet(row.has_secret),
        hasBearer: isSet(row.has_bearer),
        hasConsumerSecret: isSet(row.has_consumer_secret),
        outOfCreditsAt: row.out_of_credits_at,
        creditsRetryAt: row.credits_retry_at,
      }
    },
    setHandleState: (handleId, state) =>
      database.write(async (tx) => {
        const row = await tx.db
          .updateTable('handles')
          .set({ state })
          .where('id', '=', handleId)
          .where('state', '<>', 'removed')
          .returning('brand_id')
          .executeTakeFirst()
        if (!row) return
        tx.touch.brand(row.brand_id)
        tx.touch.session()
      }),
    setCredits: (appId, outAt, retryAt) =>
      database.write(async (tx) => {
        await tx.db
          .updateTable('apps')
          .set({ out_of_credits_at: outAt, credits_retry_at: retryAt })
          .where('id', '=', appId)
          .execute()
        tx.touch.session()
      }),
  }
}
