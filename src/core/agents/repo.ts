/** @file The people at the keyboard, and which of them sits there now. */
import { z } from 'zod'
import type { AgentView, ListedAgent, Role } from '../../shared/domain/agent.ts'
import { Failure } from '../../shared/errors.ts'
import { OwnId } from '../../shared/ids.ts'
import type { Reads, Tx } from '../db/database.ts'
import { keepSetting, setting } from '../db/settings.ts'
import { newId } from '../db/uuid.ts'

/** What is remembered of the seat. `agentId` null: nobody was named. */
const Seat = z.object({ agentId: OwnId.nullable(), asked: z.boolean() })
type Seat = z.infer<typeof Seat>

const emptySeat: Seat = { agentId: null, asked: false }

async function keepShown(tx: Tx, name: string, value: unknown): Promise<void> {
  await keepSetting(tx, name, value)
  tx.touch.session()
}

const seat = async (db: Reads): Promise<Seat> => (await setting(db, 'seat', Seat)) ?? emptySeat

const shown = ['id', 'name', 'initials', 'role', 'pin', 'seen_at', 'retired_at'] as const
type Shown = { id: string; name: string; initials: string; role: Role; pin: string | null }

const agentView = ({ id, name, initials, role, pin }: Shown): AgentView => ({
  id,
  name,
  initials,
  role,
  hasPin: pin !== null,
})

/** Who sits here; null until somebody said so, or when the question was skipped. */
export async function currentAgent(db: Reads): Promise<AgentView | null> {
  const { agentId } = await seat(db)
  return agentId === null ? null : findAgent(db, agentId)
}

/** An agent, retired ones too; null when there is none of that id. */
export async function findAgent(db: Reads, agentId: string): Promise<AgentView | null> {
  const agent = await db.selectFrom('agents').select(shown).where('id', '=', agentId).executeTakeFirst()
  return agent ? agentView(agent) : null
}

/** Everybody, by name; retired ones last. */
export async function listAgents(db: Reads): Promise<ListedAgent[]> {
  const { agentId } = await seat(db)
  const rows = await db.selectFrom('agents').select(shown).orderBy('name').execute()
  const all = rows.map((row) => ({
    ...agentView(row),
    isHere: row.id === agentId,
    seenAt: row.seen_at,
    isRetired: row.retired_at !== null,
  }))
  return [...all.filter((agent) => !agent.isRetired), ...all.filter((agent) => agent.isRetired)]
}

/** Whether somebody is lead, so that roles count. */
export async function hasLead(db: Reads): Promise<boolean> {
  const lead = await db
    .selectFrom('agents')
    .select('id')
    .where('role', '=', 'lead')
    .where('retired_at', 'is', null)
    .executeTakeFirst()
  return lead !== undefined
}

/** Whether a lead locked the door: from then on only leads say who works here, and set first PINs. */
export async function isLocked(db: Reads): Promise<boolean> {
  const lead = await db
    .selectFrom('agents')
    .select('id')
    .where('role', '=', 'lead')
    .where('retired_at', 'is', null)
    .where('pin', 'is not', null)
    .executeTakeFirst()
  return lead !== undefined
}

/** Whether somebody was asked who sits here, answered or not. */
export const wasAgentAsked = async (db: Reads): Promise<boolean> => (await seat(db)).asked

const Minutes = z.number().int().min(0)
const idleMinutesAtFirst = 30

/** After so many minutes without a key the seat asks again; 0: never. */
export const idleMinutes = async (db: Reads): Promise<number> =>
  (await setting(db, 'seat-idle', Minutes)) ?? idleMinutesAtFirst

export const keepIdleMinutes = (tx: Tx, minutes: number): Promise<void> => keepShown(tx, 'seat-idle', minutes)

/** Writes a new agent. @throws Failure `agent.name-taken` */
export async function addAgent(
  tx: Tx,
  agent: { name: string; initials: string; role: Role },
): Promise<AgentView> {
  const same = await tx.db.selectFrom('agents').select('id').where('name', '=', agent.name).executeTakeFirst()
  if (same) throw new Failure('agent.name-taken', { name: agent.name })
  const id = newId(tx.at)
  await tx.db
    .insertInto('agents')
    .values({ id, ...agent, created_at: tx.at })
    .execute()
  tx.touch.session()
  return { id, ...agent, hasPin: false }
}

/** Seats the agent of that name, who is made when unknown; the newest initials count. The first one is lead. */
export async function sit(tx: Tx, name: string, initials: string): Promise<AgentView> {
  const known = await tx.db.selectFrom('agents').select('id').where('name', '=', name).executeTakeFirst()
  if (known) {
    await tx.db.updateTable('agents').set({ initials }).where('id', '=', known.id).execute()
    return seatAgent(tx, known.id)
  }
  const anybody = await tx.db.selectFrom('agents').select('id').executeTakeFirst()
  const { id } = await addAgent(tx, { name, initials, role: anybody ? 'agent' : 'lead' })
  return seatAgent(tx, id)
}

/** Seats an agent; whoever sat here was seen until now. @throws Failure `agent.missing`, also for a retired one */
export async function seatAgent(tx: Tx, agentId: string): Promise<AgentView> {
  const agent = await tx.db
    .selectFrom('agents')
    .select(shown)
    .where('id', '=', agentId)
    .where('retired_at', 'is', null)
    .executeTakeFirst()
  if (!agent) throw new Failure('agent.missing', { agentId })
  await seen(tx)
  await tx.db.updateTable('agents').set({ seen_at: tx.at }).where('id', '=', agentId).execute()
  await keepShown(tx, 'seat', { agentId, asked: true })
  return agentView(agent)
}

/** Who sits here is here now. */
async function seen(tx: Tx): Promise<void> {
  const { agentId } = await seat(tx.db)
  if (agentId !== null)
    await tx.db.updateTable('agents').set({ seen_at: tx.at }).where('id', '=', agentId).execute()
}

/** Nobody sits here any more. */
export async function leaveSeat(tx: Tx): Promise<void> {
  await seen(tx)
  await keepShown(tx, 'seat', { agentId: null, asked: true })
}

/** Remembers that the question was asked and left unanswered. */
export async function skip(tx: Tx): Promise<void> {
  await keepShown(tx, 'seat', { agentId: (await seat(tx.db)).agentId, asked: true })
}
