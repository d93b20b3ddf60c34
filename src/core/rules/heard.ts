/** @file What rules hear: which line of a ticket's history is which event. Pure. */
import type { RuleEvent } from '../../shared/domain/rule.ts'

/** By line of history; `message` is no line, triage brings it. */
const events: Readonly<Record<string, readonly RuleEvent[]>> = {
  message: ['message'],
  'ticket.reopened': ['reopened', 'status'],
  'ticket.solved': ['status'],
  'ticket.no-reply-needed': ['status'],
  'ticket.on-hold': ['status'],
  'ticket.status-set': ['status'],
  'ticket.handed-off': ['status'],
  'reply.sent': ['answered'],
  'ticket.answered-elsewhere': ['answered'],
  'ticket.tagged': ['labelled'],
  'ticket.assigned': ['assigned'],
  'ticket.unassigned': ['assigned'],
  'ticket.prioritised': ['prioritised'],
  'ticket.categorized': ['categorized'],
  'deadline.warned': ['due-soon'],
  'deadline.missed': ['overdue'],
  'ticket.snooze-ended': ['woke'],
  'ticket.follow-up-due': ['follow-up-due'],
  'ticket.promise-due': ['promise-due'],
}

/** What rules may wait for in a line of history; none for what they do not hear. */
export const heardIn = (event: string): readonly RuleEvent[] => events[event] ?? []

/** The lines that an event stands in. */
export const linesOf = (on: RuleEvent): string[] =>
  Object.keys(events).filter((line) => events[line]?.includes(on))

/**
 * The rules that ran in a circle, when the rule would change a ticket again because of what it changed itself.
 * @param path the rules that led here, the first one first; null: there is no circle
 */
export function circleOf(path: readonly string[], ruleId: string): string[] | null {
  const begin = path.indexOf(ruleId)
  return begin < 0 ? null : path.slice(begin)
}
