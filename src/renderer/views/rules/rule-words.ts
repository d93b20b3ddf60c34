/** @file Rules in words: when one runs, and what it does or would do. */
import type { BrandView } from '../../../shared/domain/brand.ts'
import type { ListedAgent } from '../../../shared/domain/agent.ts'
import type { RuleBody, RuleEffect } from '../../../shared/domain/rule.ts'
import { fullTime } from '../../time.ts'
import { isMessage, t } from '../../words.ts'

/** Who and what a rule may name. */
export type Known = { brands: readonly BrandView[]; agents: readonly ListedAgent[] }

export function whenWords({ on, after }: RuleBody['when']): string {
  const event = t(`rule.on.${on}`)
  return after === 0 ? event : t('rule.on.after', { minutes: after, event })
}

const worded = (key: string, plain: string): string => (isMessage(key) ? t(key) : plain)

function valueWords(effect: RuleEffect, value: string, agents: readonly ListedAgent[]): string {
  if (value === '') return effect.do === 'notify' || effect.do === 'escalate' ? '' : t('rule.effect.nothing')
  switch (effect.do) {
    case 'set-status':
      return worded(`status.${value}`, value)
    case 'prioritise':
      return worded(`priority.${value}`, value)
    case 'assign':
    case 'follow':
      return agents.find(({ id }) => id === value)?.name ?? value
    case 'snooze':
      return value === 'reply' ? t('rule.effect.reply') : fullTime(Number(value))
    case 'tag':
      return value.split(',').join(', ')
    case 'notify':
    case 'move-handle':
    case 'draft':
    case 'escalate':
      return value
  }
}

/** What a rule does to one ticket: “Set its status: Open → Solved”. */
export function effectWords(effect: RuleEffect, agents: readonly ListedAgent[]): string {
  const what = t(`rule.do.${effect.do}`)
  const to = valueWords(effect, effect.to, agents)
  if (to === '') return what
  const hasFrom = ['set-status', 'prioritise', 'tag', 'assign', 'move-handle'].includes(effect.do)
  return hasFrom
    ? t('rule.effect.from', { what, from: valueWords(effect, effect.from, agents), to })
    : t('rule.effect', { what, to })
}
