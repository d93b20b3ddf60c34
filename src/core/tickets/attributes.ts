/** @file What agents decide about tickets beside answering: owner, followers, labels, priority, snooze, follow-up. */
import type { Contract } from '../../shared/contract/contract.ts'
import { forbiddenLabel } from '../../shared/domain/labels.ts'
import { Failure } from '../../shared/errors.ts'
import type { Handlers } from '../../shared/rpc.ts'
import { currentAgent, listAgents } from '../agents/repo.ts'
import { record, type AuditColumns } from '../audit/audit.ts'
import type { TicketColumns } from '../audit/ticket-columns.ts'
import type { Database, Tx } from '../db/database.ts'
import { newId } from '../db/uuid.ts'
import { flag } from '../db/values.ts'
import type { CallContext } from '../rpc-context.ts'
import { changeTickets } from './change.ts'
import { assignees } from './desk.ts'
import { setFollower } from './followers.ts'
import { seeMentions } from './mentions.ts'
import { ticketState, type TicketState } from './repo.ts'
import { joined, labelsOfBrand, setTags, tagsOf } from './tags.ts'

type Methods =
  | 'ticket.assignees'
  | 'ticket.assign'
  | 'ticket.follow'
  | 'note.seen'
  | 'ticket.prioritise'
  | 'ticket.tag'
  | 'label.list'
  | 'ticket.snooze'
  | 'ticket.wake'
  | 'ticket.follow-up'

/** @throws Failure `schedule.past` for an instant that is over */
function ahead(tx: Tx, at: number | null): void {
  if (at !== null && at <= tx.at) throw new Failure('schedule.past', {})
}

/** Null when a ticket is so already. */
const unless = (ticket: TicketState, columns: TicketColumns): TicketColumns | null => {
  const own: AuditColumns = ticket.own
  return Object.entries(columns).every(([name, value]) => own[name] === value) ? null : columns
}

export function attributeService({
  database,
}: {
  database: Database
}): Pick<Handlers<Contract, CallContext>, Methods> {
  const set = (
    event: string,
    ticketIds: readonly string[],
    columnsFor: (ticket: TicketState, tx: Tx) => TicketColumns,
  ): Promise<{ event: string; ticketIds: string[] }> =>
    database.write(async (tx) => ({
      event,
      ticketIds: await changeTickets(tx, {
        event,
        ticketIds,
        columnsFor: (ticket) => unless(ticket, columnsFor(ticket, tx)),
      }),
    }))

  /** The same for what stands beside a ticket's columns; `work` tells what was before and after, null: nothing changed. */
  const beside = (
    event: string,
    ticketIds: readonly string[],
    work: (tx: Tx, ticketId: string) => Promise<{ before: AuditColumns; after: AuditColumns } | null>,
  ): Promise<{ event: string; ticketIds: string[] }> =>
    database.write(async (tx) => {
      const actionId = newId(tx.at)
      const changed: string[] = []
      for (const ticketId of new Set(ticketIds)) {
        const { brandId } = await ticketState(tx.db, ticketId)
        const change = await work(tx, ticketId)
        if (!change) continue
        await record(tx, { event, actionId, ticketId, brandId, ...change, undoable: true })
        changed.push(ticketId)
      }
      return { event, ticketIds: changed }
    })

  return {
    'ticket.assignees': () => assignees(database.read),

    'ticket.assign': async ({ ticketIds, agentId }) => {
      const agent = (await listAgents(database.read)).find(
        ({ id, isRetired }) => id === agentId && !isRetired,
      )
      if (agentId !== null && !agent) throw new Failure('agent.missing', { agentId })
      const done = await set(agent ? 'ticket.assigned' : 'ticket.unassigned', ticketIds, () => ({
        owner_agent_id: agentId,
      }))
      return { ...done, absent: agent && !agent.isHere ? { name: agent.name, seenAt: agent.seenAt } : null }
    },

    'ticket.follow': ({ ticketIds, on }) =>
      beside(on ? 'ticket.followed' : 'ticket.unfollowed', ticketIds, async (tx, ticketId) => {
        const agent = await currentAgent(tx.db)
        if (!agent) throw new Failure('agent.nobody', {})
        if (!(await setFollower(tx, ticketId, agent.id, on))) return null
        const of = (follows: boolean): AuditColumns => ({ agent_id: agent.id, on: flag(follows) })
        return { before: of(!on), after: of(on) }
      }),

    'note.seen': async ({ ticketIds }) => {
      await database.write(async (tx) => {
        const agent = await currentAgent(tx.db)
        if (!agent) throw new Failure('agent.nobody', {})
        for (const ticketId of ticketIds) await seeMentions(tx, ticketId, agent.id)
      })
      return {}
    },

    'ticket.prioritise': ({ ticketIds, priority }) =>
      set('ticket.prioritised', ticketIds, () => ({ priority })),

    'ticket.tag': ({ ticketIds, add, remove }) => {
      for (const label of add) {
        const subject = forbiddenLabel(label)
        if (subject !== null) throw new Failure('label.forbidden', { label, subject })
      }
      return beside(add.length > 0 ? 'ticket.tagged' : 'ticket.untagged', ticketIds, async (tx, ticketId) => {
        const before = await tagsOf(tx.db, ticketId)
        const after = [...new Set([...before, ...add])].filter((tag) => !remove.includes(tag)).toSorted()
        if (joined(after) === joined(before)) return null
        await setTags(tx, ticketId, after)
        return { before: { tags: joined(before) }, after: { tags: joined(after) } }
      })
    },

    'label.list': ({ brandId }) => labelsOfBrand(database.read, brandId),

    'ticket.snooze': ({ ticketIds, until, forReply }) =>
      set('ticket.snoozed', ticketIds, (_, tx) => {
        ahead(tx, until)
        return { snoozed_until: until, snoozed_for_reply: flag(forReply || until === null) }
      }),

    'ticket.wake': ({ ticketIds }) =>
      set('ticket.woken', ticketIds, () => ({ snoozed_until: null, snoozed_for_reply: 0 })),

    'ticket.follow-up': ({ ticketIds, at, reason }) =>
      set('ticket.follow-up-set', ticketIds, ({ own }, tx) => {
        ahead(tx, at)
        // Another day, or none, is an answer to one that has come.
        const isDue = own.owed_at !== null && own.owed_at === own.follow_up_at
        return {
          follow_up_at: at,
          follow_up_reason: at === null ? null : reason,
          owed_at: isDue ? null : own.owed_at,
        }
      }),
  }
}
