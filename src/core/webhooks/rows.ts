/** @file The rows of ways to tell somebody elsewhere, and of what waits to be told there. */
import type { Selectable } from 'kysely'
import { AlertReason } from '../../shared/domain/alert.ts'
import { Duty, WebhookFailure, WebhookReasons, type WebhookView } from '../../shared/domain/webhook.ts'
import { Failure } from '../../shared/errors.ts'
import type { Reads, Tx } from '../db/database.ts'
import type { WebhooksTable } from '../db/tables/rules.ts'
import { isSet } from '../db/values.ts'
import type { Vault } from '../vault/vault-client.ts'

type WebhookRow = Selectable<WebhooksTable>

/** Under which name its address lies in the keychain. */
export const addressSecret = (webhookId: string): string => `webhook/${webhookId}`

/** @throws Failure `webhook.missing` */
export async function webhookRow(read: Reads, webhookId: string): Promise<WebhookRow> {
  const row = await read.selectFrom('webhooks').selectAll().where('id', '=', webhookId).executeTakeFirst()
  if (!row) throw new Failure('webhook.missing', {})
  return row
}

export async function webhookView(read: Reads, row: WebhookRow): Promise<WebhookView> {
  const { waiting } = await read
    .selectFrom('webhook_queue')
    .select(({ fn }) => fn.countAll<number>().as('waiting'))
    .where('webhook_id', '=', row.id)
    .executeTakeFirstOrThrow()
  return {
    id: row.id,
    brandId: row.brand_id,
    name: row.name,
    host: row.host,
    duty: Duty.parse(JSON.parse(row.duty)),
    reasons: WebhookReasons.parse(JSON.parse(row.reasons)),
    isOn: isSet(row.is_on),
    triedAt: row.tried_at,
    toldAt: row.told_at,
    failure: row.failure === null ? null : WebhookFailure.parse(row.failure),
    waiting,
  }
}

export async function webhooksOf(read: Reads, brandId: string): Promise<WebhookView[]> {
  const rows = await read
    .selectFrom('webhooks')
    .selectAll()
    .where('brand_id', '=', brandId)
    .orderBy('id')
    .execute()
  return Promise.all(rows.map((row) => webhookView(read, row)))
}

/** Those that are on, with something to tell. */
export const ringing = (read: Reads): Promise<WebhookRow[]> =>
  read
    .selectFrom('webhooks')
    .selectAll()
    .where('is_on', '=', 1)
    .where('id', 'in', (select) => select.selectFrom('webhook_queue').select('webhook_id'))
    .execute()

export type Waiting = { n: number; reason: AlertReason; ticketId: string | null; at: number }

/** What waits for one of them, oldest first. */
export async function waitingFor(read: Reads, webhookId: string): Promise<Waiting[]> {
  const rows = await read
    .selectFrom('webhook_queue')
    .select(['n', 'reason', 'ticket_id as ticketId', 'at'])
    .where('webhook_id', '=', webhookId)
    .orderBy('n')
    .execute()
  return rows.map((row) => ({ ...row, reason: AlertReason.parse(row.reason) }))
}

export const forgetWaiting = (tx: Tx, webhookId: string, upTo: number): void =>
  void tx.raw('DELETE FROM webhook_queue WHERE webhook_id = ? AND n <= ?').run(webhookId, upTo)

/** The addresses of a brand that goes. @throws Failure `vault.*` */
export async function eraseAddresses(read: Reads, vault: Vault, brandId: string): Promise<void> {
  const rows = await read.selectFrom('webhooks').select('id').where('brand_id', '=', brandId).execute()
  for (const { id } of rows) await vault.erase(addressSecret(id))
}
