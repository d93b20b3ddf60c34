/** @file Rules and what they tell. Part of the contract. */
import { z } from 'zod'
import { AbsenceView } from '../domain/absence.ts'
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
  /** The last time that nobody could see what came, for ten minutes at least; null: there was none. */
  'absence.get': { input: nothing, output: AbsenceView.nullable() },
  /** Somebody looked at it. */
  'absence.seen': { input: z.object({ absenceId: OwnId }), output: nothing },
  /** The newest two hundred; of each brand that is there. */
  'alert.list': { input: nothing, output: z.array(AlertView) },
  /** The open tickets that a spike is about, oldest first, of no incident yet. @throws `alert.missing` */
  'alert.tickets': {
    input: z.object({ alertId: OwnId }),
    output: z.object({ ticketIds: z.array(OwnId) }),
  },
  /** Somebody looked at all alerts up to this instant, epoch ms. */
  'alert.seen': { input: z.object({ until: z.number() }), output: nothing },
}
