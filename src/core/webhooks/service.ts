/** @file What a lead does with ways to tell somebody elsewhere: keep one, try it, turn it off, remove it. */
import type { Clock } from '../../shared/clock.ts'
import type { Contract } from '../../shared/contract/contract.ts'
import { Failure } from '../../shared/errors.ts'
import { en } from '../../shared/messages/en.ts'
import type { Handlers } from '../../shared/rpc.ts'
import { record } from '../audit/audit.ts'
import { mustHaveBrand } from '../connect/rows.ts'
import type { Database, Tx } from '../db/database.ts'
import { newId } from '../db/uuid.ts'
import { flag } from '../db/values.ts'
import type { CallContext } from '../rpc-context.ts'
import type { Vault } from '../vault/vault-client.ts'
import type { WebhookEngine } from './engine.ts'
import { wordsAlone } from './rules.ts'
import { addressSecret, webhookRow, webhooksOf, webhookView } from './rows.ts'

type Methods = 'webhook.list' | 'webhook.save' | 'webhook.try' | 'webhook.turn' | 'webhook.remove'

type Parts = {
  database: Database
  vault: Vault
  clock: Pick<Clock, 'now'>
  engine: Pick<WebhookEngine, 'post' | 'wake'>
}

export function webhookService({
  database,
  vault,
  clock,
  engine,
}: Parts): Pick<Handlers<Contract, CallContext>, Methods> {
  const { read } = database

  const noted = async (tx: Tx, event: string, { id, brand_id }: { id: string; brand_id: string }) => {
    await record(tx, { event, actionId: newId(tx.at), brandId: brand_id, after: { id }, undoable: false })
    tx.touch.brand(brand_id)
  }

  /** The keychain first: a row without its address would fail at night. */
  async function add(
    brandId: string,
    address: string,
    columns: { name: string; duty: string; reasons: string },
  ): Promise<string> {
    await mustHaveBrand(read, brandId)
    const id = newId(clock.now())
    await vault.write(addressSecret(id), address)
    try {
      await database.write(async (tx) => {
        const { host } = new URL(address)
        await tx.db
          .insertInto('webhooks')
          .values({ id, brand_id: brandId, ...columns, host, is_on: 0, tried_at: null })
          .execute()
        await noted(tx, 'webhook.saved', { id, brand_id: brandId })
      })
    } catch (error) {
      await vault.erase(addressSecret(id))
      throw error
    }
    return id
  }

  async function change(
    id: string,
    address: string | null,
    columns: { name: string; duty: string; reasons: string },
  ): Promise<void> {
    const row = await webhookRow(read, id)
    if (address !== null) {
      // Off before it leads elsewhere, whatever happens in between.
      await database.write((tx) =>
        tx.raw('UPDATE webhooks SET is_on = 0, tried_at = NULL WHERE id = ?').run(id),
      )
      await vault.write(addressSecret(id), address)
    }
    await database.write(async (tx) => {
      const moved =
        address === null ? {} : { host: new URL(address).host, failures: 0, failure: null, next_at: null }
      await tx.db
        .updateTable('webhooks')
        .set({ ...columns, ...moved })
        .where('id', '=', id)
        .execute()
      await noted(tx, 'webhook.saved', row)
    })
  }

  const view = async (id: string) => webhookView(read, await webhookRow(read, id))

  return {
    'webhook.list': ({ brandId }) => webhooksOf(read, brandId),

    'webhook.save': async ({ id, brandId, name, address, duty, reasons }) => {
      const columns = { name, duty: JSON.stringify(duty), reasons: JSON.stringify(reasons) }
      if (id !== null) {
        await change(id, address, columns)
        return view(id)
      }
      if (address === null) throw new Failure('webhook.missing', {})
      return view(await add(brandId, address, columns))
    },

    'webhook.try': async ({ webhookId }) => {
      const row = await webhookRow(read, webhookId)
      const brand = await read
        .selectFrom('brands')
        .select('name')
        .where('id', '=', row.brand_id)
        .executeTakeFirstOrThrow()
      const text = en['webhook.said.trial'].replace('{brand}', () => brand.name)
      const failure = await engine.post(row.id, wordsAlone(row.host, text))
      if (failure !== null) throw new Failure('webhook.failed', { host: row.host, why: failure })
      await database.write(async (tx) => {
        await tx.db
          .updateTable('webhooks')
          .set({ is_on: 1, tried_at: tx.at, failures: 0, failure: null, next_at: null })
          .where('id', '=', row.id)
          .execute()
        await noted(tx, 'webhook.tried', row)
      })
      engine.wake()
      return view(row.id)
    },

    'webhook.turn': async ({ webhookId, on }) => {
      await database.write(async (tx) => {
        const row = await webhookRow(tx.db, webhookId)
        if (on && row.tried_at === null) throw new Failure('webhook.untried', { name: row.name })
        await tx.db
          .updateTable('webhooks')
          .set({ is_on: flag(on) })
          .where('id', '=', row.id)
          .execute()
        if (!on) await tx.db.deleteFrom('webhook_queue').where('webhook_id', '=', row.id).execute()
        await noted(tx, on ? 'webhook.on' : 'webhook.off', row)
      })
      return view(webhookId)
    },

    'webhook.remove': async ({ webhookId }) => {
      const row = await webhookRow(read, webhookId)
      await vault.erase(addressSecret(row.id))
      await database.write(async (tx) => {
        await tx.db.deleteFrom('webhooks').where('id', '=', row.id).execute()
        await noted(tx, 'webhook.removed', row)
      })
      return {}
    },
  }
}
