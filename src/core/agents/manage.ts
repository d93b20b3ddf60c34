/** @file Who works here: adding, renaming, roles, leaving for good. Each is one line of history, and undo takes it back. */
import { z } from 'zod'
import { Role } from '../../shared/domain/agent.ts'
import type { UndoResult } from '../../shared/domain/session.ts'
import { Failure } from '../../shared/errors.ts'
import { must } from '../../shared/must.ts'
import { record } from '../audit/audit.ts'
import type { AuditRow, Undoers } from '../audit/undo.ts'
import type { Tx } from '../db/database.ts'
import { newId } from '../db/uuid.ts'
import { fromJson } from '../db/values.ts'
import { addAgent } from './repo.ts'

/** The columns that these actions change, as history holds them. */
const Columns = z.strictObject({
  agent_id: z.string(),
  name: z.string().optional(),
  initials: z.string().optional(),
  role: Role.optional(),
  retired_at: z.number().nullable().optional(),
})
type Stored = Omit<z.infer<typeof Columns>, 'agent_id'>
type Change = { [K in keyof Stored]?: Exclude<Stored[K], undefined> }

const stored = (tx: Tx, agentId: string) =>
  tx.db
    .selectFrom('agents')
    .select(['name', 'initials', 'role', 'retired_at'])
    .where('id', '=', agentId)
    .executeTakeFirst()

async function isLastLead(tx: Tx, agentId: string): Promise<boolean> {
  const leads = await tx.db
    .selectFrom('agents')
    .select('id')
    .where('role', '=', 'lead')
    .where('retired_at', 'is', null)
    .execute()
  return leads.length === 1 && leads[0]?.id === agentId
}

async function keep(tx: Tx, agentId: string, change: Stored): Promise<void> {
  const { name } = change
  const same =
    name === undefined
      ? undefined
      : await tx.db
          .selectFrom('agents')
          .select('id')
          .where('name', '=', name)
          .where('id', '<>', agentId)
          .executeTakeFirst()
  if (name !== undefined && same) throw new Failure('agent.name-taken', { name })
  const losesLead =
    (change.role !== undefined && change.role !== 'lead') || typeof change.retired_at === 'number'
  if (losesLead && (await isLastLead(tx, agentId))) throw new Failure('agent.last-lead', {})
  await tx.db.updateTable('agents').set(change).where('id', '=', agentId).execute()
  tx.touch.session()
}

/** Changes an agent. @throws Failure `agent.missing`, `agent.name-taken`, `agent.last-lead` */
export async function changeAgent(tx: Tx, event: string, agentId: string, change: Change): Promise<void> {
  const before = await stored(tx, agentId)
  if (!before) throw new Failure('agent.missing', { agentId })
  await keep(tx, agentId, change)
  const was: Change = {}
  if (change.name !== undefined) was.name = before.name
  if (change.initials !== undefined) was.initials = before.initials
  if (change.role !== undefined) was.role = before.role
  if (change.retired_at !== undefined) was.retired_at = before.retired_at
  await record(tx, {
    event,
    actionId: newId(tx.at),
    before: { agent_id: agentId, ...was },
    after: { agent_id: agentId, ...change },
    undoable: true,
  })
}

/** Adds an agent; undo retires them again, since they may be in the history by then. @throws Failure `agent.name-taken` */
export async function newAgent(tx: Tx, agent: Parameters<typeof addAgent>[1]) {
  const added = await addAgent(tx, agent)
  await record(tx, {
    event: 'agent.added',
    actionId: newId(tx.at),
    before: { agent_id: added.id, retired_at: tx.at },
    after: { agent_id: added.id, retired_at: null },
    undoable: true,
  })
  return added
}

async function undo(tx: Tx, row: AuditRow): Promise<UndoResult> {
  const { agent_id: agentId, ...before } = must(
    fromJson(Columns, row.before),
    'an agent was something before',
  )
  const { agent_id: _same, ...after } = must(fromJson(Columns, row.after), 'an agent is something after')
  const now: Record<string, unknown> = (await stored(tx, agentId)) ?? {}
  if (!Object.entries(after).every(([column, value]) => now[column] === value))
    throw new Failure('undo.conflict', { action: row.event })
  await keep(tx, agentId, before)
  return { event: row.event, ticketIds: [], reach: 'restored', channel: null }
}

export const agentUndoers: Undoers = {
  'agent.added': undo,
  'agent.renamed': undo,
  'agent.role-set': undo,
  'agent.retired': undo,
  'agent.returned': undo,
}
