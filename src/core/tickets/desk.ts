/** @file Reads what a ticket's frame shows beside its card: who has it, who follows it, what we owe by when. */
import { Outcome, type Assignee, type DeskView } from '../../shared/domain/desk.ts'
import { must } from '../../shared/must.ts'
import { currentAgent, listAgents } from '../agents/repo.ts'
import type { Reads } from '../db/database.ts'
import { fromJson } from '../db/values.ts'
import { fieldsOf } from './fields.ts'
import { isSettledInPrivate } from './settled-in-private.ts'
import { unseenNote } from './mentions.ts'

/** Everybody who can be given a ticket: who sits here first, then by name. */
export async function assignees(read: Reads): Promise<Assignee[]> {
  const counts = await read
    .selectFrom('tickets')
    .select(({ fn }) => ['owner_agent_id as agentId', fn.countAll<number>().as('open')])
    .where('owner_agent_id', 'is not', null)
    .where('status', 'not in', ['solved', 'closed'])
    .groupBy('owner_agent_id')
    .execute()
  const agents = await listAgents(read)
  return agents
    .filter(({ isRetired }) => !isRetired)
    .map(({ id, name, initials, isHere, seenAt }) => ({
      id,
      name,
      initials,
      here: isHere,
      seenAt,
      open: counts.find(({ agentId }) => agentId === id)?.open ?? 0,
    }))
    .toSorted((one, other) => Number(other.here) - Number(one.here))
}

/** The frame of a ticket that is there. */
export async function deskOf(read: Reads, ticketId: string): Promise<DeskView> {
  const here = await currentAgent(read)
  const [ticket, followers, promises, noteToMe, fields, settledInPrivate] = await Promise.all([
    read
      .selectFrom('tickets')
      .leftJoin('agents', 'agents.id', 'tickets.owner_agent_id')
      .select(['agents.id', 'agents.name', 'agents.initials'])
      .select(['tickets.follow_up_at', 'tickets.follow_up_reason', 'tickets.owed_at'])
      .select(['tickets.outcome', 'tickets.solved_how'])
      .where('tickets.id', '=', ticketId)
      .executeTakeFirst(),
    read
      .selectFrom('ticket_followers')
      .innerJoin('agents', 'agents.id', 'ticket_followers.agent_id')
      .select(['agents.id', 'agents.name', 'agents.initials'])
      .where('ticket_followers.ticket_id', '=', ticketId)
      .orderBy('agents.name')
      .execute(),
    read
      .selectFrom('promises')
      .select(['id', 'words', 'made_at as madeAt', 'due_at as dueAt', 'state'])
      .where('ticket_id', '=', ticketId)
      .orderBy('due_at')
      .execute(),
    here ? unseenNote(read, ticketId, here.id) : null,
    fieldsOf(read, ticketId),
    isSettledInPrivate(read, ticketId),
  ])
  const { id, name, initials, follow_up_at: followUpAt, ...row } = must(ticket, 'the ticket was read before')
  return {
    owner: id === null ? null : { id, name: name ?? '', initials: initials ?? '', here: id === here?.id },
    followers,
    following: followers.some((agent) => agent.id === here?.id),
    followUp: followUpAt === null ? null : { at: followUpAt, reason: row.follow_up_reason ?? '' },
    noteToMe,
    owedAt: row.owed_at,
    // A broken one stays in sight as long as nobody wrote to them since.
    promises: promises.filter(
      ({ state }) => state === 'noticed' || state === 'open' || (state === 'broken' && row.owed_at !== null),
    ),
    promisesKept: promises.filter(({ state }) => state === 'kept').length,
    fields,
    settledInPrivate,
    outcome: row.solved_how === 'handed-off' ? fromJson(Outcome, row.outcome) : null,
    promisesBroken: promises.filter(({ state }) => state === 'broken').length,
  }
}
