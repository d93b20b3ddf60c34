/** @file Does to a ticket what a rule says, each step with its line of history in the rule's name. */
import type { RuleAction } from '../../shared/domain/rule.ts'
import { fillIn } from '../../shared/domain/macro-text.ts'
import { raiseAlert } from '../alerts/raise.ts'
import { recordNow, ruleActor, type AuditColumns } from '../audit/audit.ts'
import type { TicketColumns } from '../audit/ticket-columns.ts'
import type { Reads, Tx } from '../db/database.ts'
import { newId } from '../db/uuid.ts'
import { macroById } from '../macros/repo.ts'
import { useMacro } from '../macros/uses.ts'
import { valuesOf } from '../macros/values.ts'
import { changeTickets } from '../tickets/change.ts'
import { routesOf } from '../replies/routes.ts'
import { setFollower } from '../tickets/followers.ts'
import { reachOfRoutes, siblingsOf } from '../tickets/move-handle.ts'
import { keepDraft, type TicketState } from '../tickets/repo.ts'
import { movedByAgent, solvedHow } from '../tickets/status.ts'
import { joined, setTags } from '../tickets/tags.ts'
import { labelsAfter, type Around } from './effects.ts'
import type { RuleFacts } from './match.ts'

/** Whose rule does it, and within which action: what an agent's key led to goes back with it. */
export type Doing = { ruleId: string; ruleName: string; actionId: string; undoable: boolean }

/** What an action needs to know beside the ticket. */
export async function aroundOf(read: Reads, facts: RuleFacts, steps: readonly RuleAction[]): Promise<Around> {
  const agents = await read.selectFrom('agents').select('id').where('retired_at', 'is', null).execute()
  const macros = await read
    .selectFrom('macros')
    .select(['id', 'name'])
    .where('brand_id', '=', facts.brandId)
    .where('removed_at', 'is', null)
    .execute()
  return {
    agents: new Set(agents.map(({ id }) => id)),
    macros: new Map(macros.map(({ id, name }) => [id, name])),
    handles: steps.some((step) => step.do === 'move-handle') ? await handlesFor(read, facts) : new Map(),
    isSpokenFor: !facts.needsReply || (await hasWords(read, facts)),
  }
}

/** Who of the brand may take it over; who has it is among them. */
async function handlesFor(
  read: Reads,
  { ticketId, brandId, handleId }: RuleFacts,
): Promise<Map<string, string>> {
  const reachFrom = async (id: string): Promise<number> =>
    // Where X's own pages live is nothing that a way is judged by.
    reachOfRoutes(await routesOf(read, ticketId, '', id))
  const now = await reachFrom(handleId)
  const names = new Map<string, string>()
  for (const { id, username } of await siblingsOf(read, brandId))
    if (id === handleId || (await reachFrom(id)) >= now) names.set(id, `@${username}`)
  return names
}

/** Whether somebody writes to this customer already, or a message is on its way. */
async function hasWords(read: Reads, { ticketId }: RuleFacts): Promise<boolean> {
  const draft = await read
    .selectFrom('drafts')
    .select('ticket_id')
    .where('ticket_id', '=', ticketId)
    .where('channel', '<>', 'note')
    .executeTakeFirst()
  const job = await read
    .selectFrom('jobs')
    .select('id')
    .where('ticket_id', '=', ticketId)
    .where('settled_at', 'is', null)
    .executeTakeFirst()
  return draft !== undefined || job !== undefined
}

/** Does one action whose effect was found to be one. */
export async function perform(tx: Tx, action: RuleAction, facts: RuleFacts, doing: Doing): Promise<void> {
  const { ticketId, brandId } = facts
  const { ruleName, actionId, undoable } = doing
  const actor = ruleActor(doing.ruleId)
  const change = async (
    event: string,
    columnsFor: (ticket: TicketState) => TicketColumns | null,
  ): Promise<void> => {
    await changeTickets(tx, { event, ticketIds: [ticketId], actionId, by: { actor, undoable }, columnsFor })
  }
  const line = (
    event: string,
    after: AuditColumns,
    before: AuditColumns | null = null,
    isUndoable = false,
  ): void =>
    void recordNow(tx, actor, { event, actionId, ticketId, brandId, before, after, undoable: isUndoable })

  switch (action.do) {
    case 'set-status':
      await change(action.status === 'solved' ? 'ticket.solved' : 'ticket.status-set', (ticket) => {
        const how = solvedHow(ticket)
        // A rule that solves what nobody answered says that no reply is needed: silence is not its to choose.
        return movedByAgent(ticket, action.status, tx.at, how === 'unanswered' ? 'no-reply-needed' : how)
      })
      return
    case 'prioritise':
      await change('ticket.prioritised', () => ({ priority: action.priority }))
      return
    case 'assign':
      await change(action.agentId === null ? 'ticket.unassigned' : 'ticket.assigned', () => ({
        owner_agent_id: action.agentId,
      }))
      return
    case 'snooze':
      await change('ticket.snoozed', () =>
        action.minutes === null
          ? { snoozed_until: null, snoozed_for_reply: 1 }
          : { snoozed_until: tx.at + action.minutes * 60_000, snoozed_for_reply: 0 },
      )
      return
    case 'move-handle':
      await change('ticket.moved-handle', () => ({ handle_id: action.handleId }))
      return
    case 'escalate':
      await change('ticket.escalated', () => ({
        priority: 'urgent',
        ...(action.agentId === null ? {} : { owner_agent_id: action.agentId }),
      }))
      raiseAlert(tx, {
        brandId,
        ticketId,
        reason: 'escalated',
        words: action.words || ruleName,
      })
      return
    case 'tag': {
      const after = labelsAfter(facts.labels, action)
      await setTags(tx, ticketId, after)
      const event = action.add.length > 0 ? 'ticket.tagged' : 'ticket.untagged'
      line(event, { tags: joined(after) }, { tags: joined(facts.labels) }, undoable)
      return
    }
    case 'follow': {
      await setFollower(tx, ticketId, action.agentId, true)
      const of = (on: number): AuditColumns => ({ agent_id: action.agentId, on })
      line('ticket.followed', of(1), of(0), undoable)
      return
    }
    case 'notify':
      raiseAlert(tx, { brandId, ticketId, reason: 'rule', words: action.words || ruleName })
      line('ticket.alerted', { words: action.words || ruleName })
      tx.touch.ticket(ticketId)
      return
    case 'draft': {
      const macro = await macroById(tx.db, action.macroId)
      const { channel } = facts
      const text = fillIn(macro.text, await valuesOf(tx.db, ticketId))
      await keepDraft(tx, { ticketId, channel, text, revision: 1 })
      await useMacro(tx, { macroId: macro.id, ticketId, channel, actions: macro.actions })
      // By id: a name may come to have to be forgotten, and this is another customer's history.
      line('ticket.drafted', { macro_id: macro.id })
    }
  }
}

/** A line of its own for what no agent's key led to. */
export const ownAction = (tx: Tx): Pick<Doing, 'actionId' | 'undoable'> => ({
  actionId: newId(tx.at),
  undoable: false,
})
