/** @file What X charges: spending, budgets, caps. Part of the contract. */
import { z } from 'zod'
import { OwnId } from '../ids.ts'
import { Limits, SpendScope, SpendToday, SpendView } from '../domain/money.ts'
import { nothing } from './common.ts'

export const moneyContract = {
  /** What today has cost, for the line in the top bar. */
  'money.today': { input: nothing, output: SpendToday },
  /** Everything that the spending panel shows. */
  'money.show': { input: nothing, output: SpendView },
  /** Sets budgets and caps of a brand or an app. A cap stops reading, also of mentions and direct messages. */
  'money.limit': { input: z.object({ scope: SpendScope, limits: Limits }), output: nothing },
  /** Says which handle registered an app at X: reading its own time lines costs it a fifth. Null: none of ours. */
  'money.owner': { input: z.object({ appId: OwnId, handleId: OwnId.nullable() }), output: nothing },
  /** Asks X what it counted for an app; free. @throws `vault.absent` without a bearer token, `x.*` */
  'money.compare': { input: z.object({ appId: OwnId }), output: nothing },
  /** An app is out of credits: one cheap read tries at once whether they are back. */
  'money.try-again': { input: z.object({ appId: OwnId }), output: nothing },
}
