/** @file Commands on rules and alerts, and what their dialogs do. */
import type { RuleDraft, RuleView } from '../../shared/domain/rule.ts'
import type { Console } from '../state/console.ts'
import { t } from '../words.ts'
import { always, type Runtime } from './runtime.ts'

/** Keeps a rule; `id` null makes a new one. */
export async function keepRule(c: Console, id: string | null, rule: RuleDraft): Promise<void> {
  await c.call('rule.save', { id, rule })
  c.say(t('said.rule.kept', { name: rule.name }), { undoable: true })
}

export async function removeRule(c: Console, { id, name }: RuleView): Promise<void> {
  await c.call('rule.remove', { ruleId: id })
  c.say(t('said.rule.removed', { name }), { undoable: true })
}

export async function moveRule(c: Console, { id }: RuleView, by: -1 | 1): Promise<void> {
  await c.call('rule.move', { ruleId: id, by })
  c.say(t('said.rule.moved'), { undoable: true })
}

export const ruleCommands = {
  'rule.list': { when: always, run: (c) => c.session.setState({ overlay: { kind: 'rules' } }) },
  'absence.show': { when: always, run: (c) => c.session.setState({ overlay: { kind: 'absence' } }) },
  'alert.show': { when: always, run: (c) => c.session.setState({ overlay: { kind: 'alerts' } }) },
} as const satisfies Record<string, Runtime>
