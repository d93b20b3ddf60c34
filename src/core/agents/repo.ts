/** @file The people at the keyboard, and which of them sits there now. */
import { z } from 'zod'
import { AgentView } from '../../shared/domain/session.ts'
import { OwnId } from '../../shared/ids.ts'
import type { Reads, Tx } from '../db/database.ts'
import { newId } from '../db/uuid.ts'
import { fromJson } from '../db/values.ts'

/** What is remembered of the seat. `agentId` null: nobody was named. */
const Seat = z.object({ agentId: OwnId.nullable(), asked: z.boolean() })
type Seat = z.infer<typeof Seat>

const emptySeat: Seat = { agentId: null, asked: false }

async function seat(db: Reads): Promise<Seat> {
  const row = await db.selectFrom('settings').select('value').where('name', '=', 'seat').executeTakeFirst()
  return fromJson(Seat, row?.value ?? null) ?? emptySeat
}

/** Who sits here; null until somebody said so, or when the question was skipped. */
export async function currentAgent(db: Reads): Promise<AgentView | null> {
  const { agentId } = await seat(db)
  if (agentId === null) return null
  const agent = await db
    .selectFrom('agents')
    .select(['id', 'name', 'initials'])
    .where('id', '=', agentId)
    .executeTakeFirst()
  return agent ?? null
}

/** Whether somebody was asked who sits here, answered or not. */
export const wasAgentAsked = async (db: Reads): Promise<boolean> => (await seat(db)).asked

/** Seats the agent of that name, who is made when unknown; the newest initials count. */
export async function sit(tx: Tx, name: string, initials: string): Promise<AgentView> {
  const agent = await tx.db
    .insertInto('agents')
    .values({ id: newId(tx.at), name, initials, created_at: tx.at })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ initials }))
    .returning(['id', 'name', 'initials'])
    .executeTakeFirstOrThrow()
  await remember(tx, { agentId: agent.id, asked: true })
  return agent
}

/** Remembers that the question was asked and left unanswered. */
export async function skip(tx: Tx): Promise<void> {
  await remember(tx, { agentId: (await seat(tx.db)).agentId, asked: true })
}

async function remember(tx: Tx, value: Seat): Promise<void> {
  const json = JSON.stringify(value)
  await tx.db
    .insertInto('settings')
    .values({ name: 'seat', value: json })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: json }))
    .execute()
  tx.touch.session()
}
