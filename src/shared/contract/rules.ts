/** @file Rules and what they tell. Part of the contract. */
import { z } from 'zod'
import { AlertView } from '../domain/alert.ts'
import { RuleBody, RuleDraft, RuleTrials, RuleView } from '../domain/rule.ts'
import { OwnId } from '../ids.ts'
import { nothing } from './common.ts'

const rule = z.object({ ruleId: OwnId })

export const rulesContract = {
  /** In the order in which they run. */
  'rule.list': { input: nothing, output: z.array(RuleView) },
  /**
   * Keeps a rule; without an id a new one, below all others.
   * @throws `rule.missing`, `rule.unfit` for what it names and there is not, `label.forbidden`
   */
  'rule.save': { input: z.object({ id: OwnId.nullish(), rule: RuleDraft }), output: RuleView },
  /** @throws `rule.missing` */
  'rule.remove': { input: rule, output: nothing },
  /** One place up, or down. @throws `rule.missing` */
  'rule.move': { input: rule.extend({ by: z.union([z.literal(-1), z.literal(1)]) }), output: nothing },
  /**
   * What a rule would have done in the last thirty days, newest first. Writes nothing.
   * @throws `rule.unfit`, `label.forbidden`
   */
  'rule.try': {
    input: z.object({ brandId: OwnId.nullable(), body: RuleBody }),
    output: RuleTrials,
  },
  /** The newest two hundred; of each brand that is there. */
  'alert.list': { input: nothing, output: z.array(AlertView) },
  /** Somebody looked at all alerts up to this instant, epoch ms. */
  'alert.seen': { input: z.object({ until: z.number() }), output: nothing },
}
