/** @file Which steps of a ticket's checklist are done, by whom. What the steps are, the brand settles. */
import { z } from 'zod'
import type { Contract } from '../../shared/contract/contract.ts'
import { PlaybookStep } from '../../shared/domain/playbooks.ts'
import type { UndoResult } from '../../shared/domain/session.ts'
import { Failure } from '../../shared/errors.ts'
import { must } from '../../shared/must.ts'
import type { Handlers } from '../../shared/rpc.ts'
import { currentAgent } from '../agents/repo.ts'
import { record } from '../audit/audit.ts'
import type { AuditRow } from '../audit/undo.ts'
import type { Database, Reads, Tx } from '../db/database.ts'
import { newId } from '../db/uuid.ts'
import type { CallContext } from '../rpc-context.ts'
import { ticketState } from '../tickets/repo.ts'

/** A step in a line of history; `done` 1 or 0. */
const AuditedStep = z.object({ step: PlaybookStep, done: z.union([z.literal(0), z.literal(1)]) })

async function isDone(read: Reads, ticketId: string, step: string): Promise<boolean> {
  const row = await read
    .selectFrom('playbook_ticks')
    .select('at')
    .where('ticket_id', '=', ticketId)
    .where('step', '=', step)
    .executeTakeFirst()
  return row !== undefined
}

async function mark(tx: Tx, ticketId: string, step: string, done: boolean): Promise<void> {
  if (done) {
    const agent = await currentAgent(tx.db)
    await tx.db
      .insertInto('playbook_ticks')
      .values({ ticket_id: ticketId, step, agent_id: agent?.id ?? null, at: tx.at })
      .execute()
  } else
    await tx.db
      .deleteFrom('playbook_ticks')
      .where('ticket_id', '=', ticketId)
      .where('step', '=', step)
      .execute()
  tx.touch.ticket(ticketId)
}

/** Takes back one `playbook.ticked`. @throws Failure `undo.conflict` when it was changed since */
export async function undoTick(tx: Tx, row: AuditRow): Promise<UndoResult> {
  const ticketId = must(row.ticket_id, 'a checklist is of a ticket')
  const { step, done } = AuditedStep.parse(JSON.parse(must(row.after, 'a step is written down')))
  if ((await isDone(tx.db, ticketId, step)) !== (done === 1))
    throw new Failure('undo.conflict', { action: row.event })
  await mark(tx, ticketId, step, done === 0)
  return { event: row.event, ticketIds: [ticketId], reach: 'restored', channel: null }
}

export function playbookService({
  database,
}: {
  database: Database
}): Pick<Handlers<Contract, CallContext>, 'playbook.ticks' | 'playbook.tick'> {
  return {
    'playbook.ticks': ({ ticketId }) =>
      database.read
        .selectFrom('playbook_ticks')
        .leftJoin('agents', 'agents.id', 'playbook_ticks.agent_id')
        .select(['playbook_ticks.step', 'playbook_ticks.at', 'agents.initials as agentInitials'])
        .where('ticket_id', '=', ticketId)
        .orderBy('playbook_ticks.at')
        .execute(),

    'playbook.tick': async ({ ticketId, step, done }) => {
      await database.write(async (tx) => {
        const { brandId } = await ticketState(tx.db, ticketId)
        if ((await isDone(tx.db, ticketId, step)) === done) return
        await mark(tx, ticketId, step, done)
        await record(tx, {
          event: 'playbook.ticked',
          actionId: newId(tx.at),
          ticketId,
          brandId,
          before: { step, done: done ? 0 : 1 },
          after: { step, done: done ? 1 : 0 },
          undoable: true,
        })
      })
      return {}
    },
  }
}
