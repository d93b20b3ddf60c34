/**
 * @file The lane that tells somebody elsewhere: what alerts wrote down is sent to whoever is on duty, several as one
 * message, again later when it did not arrive. A killed process may tell once more; it never forgets to tell.
 */
import type { Clock } from '../../shared/clock.ts'
import { Duty, WebhookReasons, type WebhookFailure } from '../../shared/domain/webhook.ts'
import { Failure } from '../../shared/errors.ts'
import { raiseAlert } from '../alerts/raise.ts'
import { needsReplyCounts } from '../brands/counts.ts'
import type { Database, Tx } from '../db/database.ts'
import { policiesOf } from '../deadlines/policy.ts'
import { lane, type Lane } from '../lane.ts'
import type { Log } from '../log/log.ts'
import type { Vault } from '../vault/vault-client.ts'
import { linkFor } from './link.ts'
import { postJson } from './post.ts'
import { bodyFor, countsOf, failuresTold, gatherMs, isOnDuty, staleMs, waitAfter } from './rules.ts'
import { addressSecret, forgetWaiting, ringing, waitingFor, type Waiting } from './rows.ts'

export type WebhookEngine = Lane & {
  /** Posts one message now. @returns null when it arrived */
  post(webhookId: string, body: unknown): Promise<WebhookFailure | null>
}

export function webhookEngine({
  database,
  vault,
  clock,
  log,
  xWebOrigin,
}: {
  database: Database
  vault: Vault
  clock: Clock
  log: Log
  xWebOrigin: string
}): WebhookEngine {
  const { read } = database
  const ended = new AbortController()

  async function post(webhookId: string, body: unknown): Promise<WebhookFailure | null> {
    try {
      const address = await vault.read(addressSecret(webhookId))
      if (address === null) return 'lost'
      return await postJson(address, body, { clock, signal: ended.signal })
    } catch (error) {
      // A keychain that is locked opens again.
      if (error instanceof Failure) return 'unreachable'
      throw error
    }
  }

  async function pass({ isStopped }: Lane): Promise<number> {
    let next = Infinity
    const rows = await ringing(read)
    if (rows.length === 0) return next
    const policies = await policiesOf(read)
    for (const row of rows) {
      if (isStopped()) break
      const policy = policies.get(row.brand_id)
      const waiting = await waitingFor(read, row.id)
      const newest = waiting.at(-1)
      if (!newest || !policy) continue
      if (row.next_at !== null && row.next_at > clock.now()) {
        next = Math.min(next, row.next_at)
        continue
      }
      const duty = Duty.parse(JSON.parse(row.duty))
      const reasons: readonly string[] = WebhookReasons.parse(JSON.parse(row.reasons))
      const due = waiting.filter(
        ({ reason, at }) =>
          (reason === 'unheard' || reasons.includes(reason)) &&
          at > clock.now() - staleMs &&
          isOnDuty(duty, policy, at),
      )
      if (due.length === 0) {
        await database.write((tx) => forgetWaiting(tx, row.id, newest.n))
        continue
      }
      const body = bodyFor(row.host, await messageOf(row.brand_id, due), clock.now())
      const failure = await post(row.id, body)
      if (isStopped()) break
      if (failure !== null) log.warn('webhook.failed', { webhookId: row.id, failure })
      next = Math.min(next, await database.write((tx) => settle(tx, row.id, newest.n, failure)))
    }
    return next
  }

  async function messageOf(brandId: string, due: readonly Waiting[]) {
    const brand = await read.selectFrom('brands').select('name').where('id', '=', brandId).executeTakeFirst()
    const counts = await needsReplyCounts(read, clock.now())
    return {
      brand: brand?.name ?? '',
      reasons: countsOf(due),
      needsReply: counts.get(brandId)?.needsReply ?? 0,
      link: await linkFor(read, xWebOrigin, brandId, due),
    }
  }

  const engine = lane(pass, { clock, log, failed: 'webhooks.failed' })
  return {
    ...engine,
    post,
    async stop() {
      ended.abort()
      await engine.stop()
    },
  }
}

/** @returns when this one may be told again, if anything waits then, epoch ms */
function settle(tx: Tx, webhookId: string, upTo: number, failure: WebhookFailure | null): number {
  const row = tx
    .raw<{ failures: number; brandId: string; name: string }>(
      'SELECT failures, brand_id AS "brandId", name FROM webhooks WHERE id = ?',
    )
    .get(webhookId)
  if (!row) return Infinity
  tx.touch.brand(row.brandId)
  if (failure === null) {
    forgetWaiting(tx, webhookId, upTo)
    tx.raw('UPDATE webhooks SET told_at = ?, failures = 0, failure = NULL, next_at = ? WHERE id = ?').run(
      tx.at,
      tx.at + gatherMs,
      webhookId,
    )
    const more = tx.raw('SELECT 1 FROM webhook_queue WHERE webhook_id = ? LIMIT 1').get(webhookId)
    return more === undefined ? Infinity : tx.at + gatherMs
  }
  const failures = row.failures + 1
  const nextAt = tx.at + waitAfter(failures)
  tx.raw('UPDATE webhooks SET failures = ?, failure = ?, next_at = ? WHERE id = ?').run(
    failures,
    failure,
    nextAt,
    webhookId,
  )
  if (failures === failuresTold)
    raiseAlert(tx, { brandId: row.brandId, ticketId: null, reason: 'unheard', words: row.name })
  return nextAt
}
