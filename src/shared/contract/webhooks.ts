/** @file Ways to tell somebody elsewhere. Part of the contract. */
import { z } from 'zod'
import { Duty, WebhookAddress, WebhookReasons, WebhookView } from '../domain/webhook.ts'
import { OwnId } from '../ids.ts'
import { nothing } from './common.ts'

const webhook = z.object({ webhookId: OwnId })

export const webhooksContract = {
  /** Those of a brand, oldest first. */
  'webhook.list': { input: z.object({ brandId: OwnId }), output: z.array(WebhookView) },
  /**
   * Keeps one; without an id a new one, which is off until it answered a trial. So is one whose address changes.
   * @throws `webhook.missing`, `brand.missing`, `vault.*`
   */
  'webhook.save': {
    input: z.object({
      id: OwnId.nullable(),
      brandId: OwnId,
      name: z.string().trim().min(1).max(80),
      /** Null: the one that is kept; needed for a new one. */
      address: WebhookAddress.nullable(),
      duty: Duty,
      reasons: WebhookReasons,
    }),
    output: WebhookView,
  },
  /** Sends a trial, and turns it on when it arrived. @throws `webhook.missing`, `webhook.failed` */
  'webhook.try': { input: webhook, output: WebhookView },
  /** Turns it off, and what waits for it is told to nobody; on only after a trial. @throws `webhook.missing`, `webhook.untried` */
  'webhook.turn': { input: webhook.extend({ on: z.boolean() }), output: WebhookView },
  /** With its address. What waits for it is told to nobody. @throws `vault.*` */
  'webhook.remove': { input: webhook, output: nothing },
}
