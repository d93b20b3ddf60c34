/** @file Promises as rows: confirmed or dropped by an agent, or noted by hand. */
import { z } from 'zod'
import type { Contract } from '../../shared/contract/contract.ts'
import { PromiseState } from '../../shared/domain/desk.ts'
import { Failure } from '../../shared/errors.ts'
import { must } from '../../shared/must.ts'
import type { Handlers } from '../../shared/rpc.ts'
import { currentAgent } from '../agents/repo.ts'
import { record } from '../audit/audit.ts'
import type { AuditRow, Undoer } from '../audit/undo.ts'
import type { Database, Tx } from '../db/database.ts'
import { newId } from '../db/uuid.ts'
import type { CallContext } from '../rpc-context.ts'
import { keepDebt } from './debts.ts'
import { refreshTicket } from './refresh.ts'
import { ticketState } from './repo.ts'

const Change = z.object({ promise_id: z.string(), state: PromiseState.nullable() })

/** Moves a promise on and writes that down. @throws Failure `promise.missing` when it is settled or gone */
async function settle(
  tx: Tx,
  promiseId: string,
  to: 'open' | 'dropped',
  from: readonly PromiseState[],
  actionId = newId(tx.at),
): Promise<{ event: string; ticketIds: string[] }> {
  const promise = await tx.db
    .selectFrom('promises')
    .selectAll()
    .where('id', '=', promiseId)
    .executeTakeFirst()
  if (!promise || !from.includes(promise.state)) throw new Failure('promise.missing', {})
  const agent = await currentAgent(tx.db)
  const event = to === 'open' ? 'ticket.promised' : 'ticket.promise-dropped'
  await move(tx, promise.ticket_id, promiseId, to, agent?.id ?? null)
  await record(tx, {
    event,
    actionId,
    ticketId: promise.ticket_id,
    brandId: promise.brand_id,
    before: { promise_id: promiseId, state: promise.state },
    after: { promise_id: promiseId, state: to },
    undoable: true,
  })
  return { event, ticketIds: [promise.ticket_id] }
}

async function move(
  tx: Tx,
  ticketId: string,
  promiseId: string,
  state: PromiseState,
  agentId: string | null,
): Promise<void> {
  const settledAt = state === 'open' || state === 'noticed' ? null : tx.at
  await tx.db
    .updateTable('promises')
    .set({ state, settled_at: settledAt, agent_id: agentId })
    .where('id', '=', promiseId)
    .execute()
  // Without a promise that is owed, nothing is owed but a follow-up.
  if (state === 'dropped')
    await tx.db
      .updateTable('tickets')
      .set({ owed_at: null })
      .where('id', '=', ticketId)
      .where('owed_at', '=', (one) => one.selectFrom('promises').select('due_at').where('id', '=', promiseId))
      .execute()
  keepDebt(tx, ticketId)
  await refreshTicket(tx, ticketId)
}

/** Takes back a confirmation, a refusal, or a promise that was noted by hand. */
const undoPromise: Undoer = async (tx, row: AuditRow) => {
  const ticketId = must(row.ticket_id, 'a promise is on a ticket')
  const { promise_id: promiseId, state } = Change.parse(
    JSON.parse(must(row.before, 'it was something before')),
  )
  const after = Change.parse(JSON.parse(must(row.after, 'it is something now')))
  const now = await tx.db
    .selectFrom('promises')
    .select('state')
    .where('id', '=', promiseId)
    .executeTakeFirst()
  if (now?.state !== after.state) throw new Failure('undo.conflict', { action: row.event })
  await move(tx, ticketId, promiseId, state ?? 'dropped', null)
  return { event: row.event, ticketIds: [ticketId], reach: 'restored', channel: null }
}

export const promiseUndoers = { 'ticket.promised': undoPromise, 'ticket.promise-dropped': undoPromise }

/** Writes down a promise that an agent noted by hand, as a part of an action. @param promise `dueAt`: in the future */
export async function notePromise(
  tx: Tx,
  promise: { ticketId: string; brandId: string; dueAt: number; words: string; actionId: string },
): Promise<void> {
  const { ticketId, brandId, dueAt, words, actionId } = promise
  const agent = await currentAgent(tx.db)
  const id = newId(tx.at)
  await tx.db
    .insertInto('promises')
    .values({
      id,
      ticket_id: ticketId,
      brand_id: brandId,
      words,
      made_at: tx.at,
      due_at: dueAt,
      state: 'open',
      agent_id: agent?.id ?? null,
    })
    .execute()
  keepDebt(tx, ticketId)
  await refreshTicket(tx, ticketId)
  await record(tx, {
    event: 'ticket.promised',
    actionId,
    ticketId,
    brandId,
    before: { promise_id: id, state: null },
    after: { promise_id: id, state: 'open' },
    undoable: true,
  })
}

/** Confirms one that was noticed, as a part of an action. @throws Failure `promise.missing` */
export const confirmPromise = (tx: Tx, promiseId: string, actionId: string) =>
  settle(tx, promiseId, 'open', ['noticed'], actionId)

type Methods = 'ticket.promise' | 'promise.confirm' | 'promise.drop'

export function promiseService({
  database,
}: {
  database: Database
}): Pick<Handlers<Contract, CallContext>, Methods> {
  return {
    'ticket.promise': ({ ticketId, dueAt, words }) =>
      database.write(async (tx) => {
        if (dueAt <= tx.at) throw new Failure('schedule.past', {})
        const { brandId } = await ticketState(tx.db, ticketId)
        await notePromise(tx, { ticketId, brandId, dueAt, words, actionId: newId(tx.at) })
        return { event: 'ticket.promised', ticketIds: [ticketId] }
      }),
    'promise.confirm': ({ promiseId }) => database.write((tx) => settle(tx, promiseId, 'open', ['noticed'])),
    'promise.drop': ({ promiseId }) =>
      database.write((tx) => settle(tx, promiseId, 'dropped', ['noticed', 'open', 'broken'])),
  }
}
