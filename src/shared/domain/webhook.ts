/** @file Where somebody who does not sit here is told of alerts, and when they listen. Shapes only. */
import { z } from 'zod'
import { OwnId } from '../ids.ts'
import { AlertReason } from './alert.ts'
import { OpenWeek, Zone } from './deadline-settings.ts'

/** When somebody listens there. `open` and `closed` go by the hours of the brand; several with a `week` make a rota. */
export const Duty = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('always') }),
  z.object({ kind: z.literal('open') }),
  z.object({ kind: z.literal('closed') }),
  z.object({ kind: z.literal('week'), zone: Zone, week: OpenWeek }),
])
export type Duty = z.infer<typeof Duty>

/** What can be told elsewhere: everything but that telling elsewhere does not work. */
export const webhookReasons = AlertReason.exclude(['unheard']).options
export const WebhookReasons = z.array(AlertReason.exclude(['unheard'])).min(1)

const secure = /^https:\/\/[^/?#@\\]+(?:[/?]|$)/i
const toThisComputer = /^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?(?:[/?]|$)/i

/** `https:`, or `http:` to this computer, where a bridge may listen. A name and password in it are refused. */
export const WebhookAddress = z
  .string()
  .trim()
  .max(900)
  .pipe(z.url())
  .refine((text) => secure.test(text) || toThisComputer.test(text), 'no HTTPS address')

/** Why a message did not arrive. `refused`: the other side said no. `lost`: its address is not in the keychain any more. */
export const WebhookFailure = z.enum(['unreachable', 'timeout', 'refused', 'server', 'lost'])
export type WebhookFailure = z.infer<typeof WebhookFailure>

export const WebhookView = z.object({
  id: OwnId,
  brandId: OwnId,
  name: z.string(),
  /** Of its address; the rest is a secret. */
  host: z.string(),
  duty: Duty,
  reasons: WebhookReasons,
  isOn: z.boolean(),
  /** When it answered a trial; null: not since its address was typed. */
  triedAt: z.number().nullable(),
  /** When it was told something last. */
  toldAt: z.number().nullable(),
  /** Null while it works. */
  failure: WebhookFailure.nullable(),
  /** Alerts that wait to be told there. */
  waiting: z.number(),
})
export type WebhookView = z.infer<typeof WebhookView>
