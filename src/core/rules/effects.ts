/** @file What the actions of a rule change of a ticket. Pure: the engine does it, a trial only shows it. */
import type { RuleAction, RuleEffect } from '../../shared/domain/rule.ts'
import { mayMove } from '../../shared/domain/transitions.ts'
import type { RuleFacts } from './match.ts'

/** What an action needs to know beside the ticket. */
export type Around = {
  /** Agents who can be given a ticket. */
  agents: ReadonlySet<string>
  /** Names of the brand's macros by id. */
  macros: ReadonlyMap<string, string>
  /** Names of the brand's handles by id: those that X lets answer this ticket no less far than the one it has. */
  handles: ReadonlyMap<string, string>
  /** A draft or a message of ours is there already, or nothing waits for an answer. */
  isSpokenFor: boolean
}

const joined = (labels: readonly string[]): string => [...labels].toSorted().join(',')

/** The labels of a ticket after an action. */
export const labelsAfter = (
  labels: readonly string[],
  { add, remove }: { add: readonly string[]; remove: readonly string[] },
): string[] => [...new Set([...labels, ...add])].filter((label) => !remove.includes(label)).toSorted()

/** What one action changes; null where the ticket is so already, or may not become so. */
export function effectOf(
  action: RuleAction,
  facts: RuleFacts,
  around: Around,
  now: number,
): RuleEffect | null {
  const from = (before: string, to: string): RuleEffect | null =>
    before === to ? null : { do: action.do, from: before, to }
  switch (action.do) {
    case 'set-status':
      return mayMove(facts.status, action.status, 'agent') ? from(facts.status, action.status) : null
    case 'prioritise':
      return from(facts.priority, action.priority)
    case 'tag':
      return from(joined(facts.labels), joined(labelsAfter(facts.labels, action)))
    case 'assign':
      if (action.agentId !== null && !around.agents.has(action.agentId)) return null
      return from(facts.ownerId ?? '', action.agentId ?? '')
    case 'follow':
      if (!around.agents.has(action.agentId) || facts.followerIds.includes(action.agentId)) return null
      return from('', action.agentId)
    case 'move-handle': {
      const to = around.handles.get(action.handleId)
      return to === undefined ? null : from(around.handles.get(facts.handleId) ?? '', to)
    }
    case 'snooze':
      // What is put aside already stays so: a rule that puts it off again and again would hide it for ever.
      if (facts.snoozedUntil !== null || facts.isSnoozedForReply) return null
      return from('', action.minutes === null ? 'reply' : String(now + action.minutes * 60_000))
    case 'notify':
      return { do: action.do, from: '', to: action.words }
    case 'draft': {
      const macro = around.macros.get(action.macroId)
      return macro === undefined || around.isSpokenFor ? null : from('', macro)
    }
    case 'escalate': {
      const isGiven = action.agentId === null || facts.ownerId === action.agentId
      return facts.priority === 'urgent' && isGiven
        ? null
        : { do: action.do, from: facts.priority, to: action.words }
    }
  }
}

/** A ticket after what one action did to it, for the actions that follow. */
export function factsAfter(action: RuleAction, facts: RuleFacts): RuleFacts {
  switch (action.do) {
    case 'set-status':
      return { ...facts, status: action.status, snoozedUntil: null, isSnoozedForReply: false }
    case 'prioritise':
      return { ...facts, priority: action.priority }
    case 'tag':
      return { ...facts, labels: labelsAfter(facts.labels, action) }
    case 'assign':
      return { ...facts, ownerId: action.agentId }
    case 'follow':
      return { ...facts, followerIds: [...facts.followerIds, action.agentId] }
    case 'move-handle':
      return { ...facts, handleId: action.handleId }
    case 'snooze':
      return { ...facts, isSnoozedForReply: true }
    case 'escalate':
      return { ...facts, priority: 'urgent', ownerId: action.agentId ?? facts.ownerId }
    case 'notify':
    case 'draft':
      return facts
  }
}

/** All that a rule's actions change, in their order, each on what those before it left. */
export function effectsOf(
  actions: readonly RuleAction[],
  facts: RuleFacts,
  around: Around,
  now: number,
): { action: RuleAction; effect: RuleEffect }[] {
  const found: { action: RuleAction; effect: RuleEffect }[] = []
  let left = facts
  for (const action of actions) {
    const effect = effectOf(action, left, around, now)
    if (!effect) continue
    found.push({ action, effect })
    left = factsAfter(action, left)
  }
  return found
}

/** Whether an action changes the ticket itself, so that other rules hear of it. */
export const isHeard = ({ do: what }: RuleAction): boolean =>
  ['set-status', 'prioritise', 'tag', 'assign', 'move-handle', 'snooze', 'escalate'].includes(what)
