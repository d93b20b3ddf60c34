/** @file What people asked of one brand: to be left alone, to be asked no survey. No other brand is told. */
import type { Contract } from '../../shared/contract/contract.ts'
import { Failure } from '../../shared/errors.ts'
import type { Handlers } from '../../shared/rpc.ts'
import { must } from '../../shared/must.ts'
import { currentAgent } from '../agents/repo.ts'
import { record } from '../audit/audit.ts'
import type { Undoer } from '../audit/undo.ts'
import type { Database, Reads, Tx } from '../db/database.ts'
import type { PersonWishesTable } from '../db/tables/tickets.ts'
import { newId } from '../db/uuid.ts'
import type { CallContext } from '../rpc-context.ts'

type Wish = PersonWishesTable['wish']
type Whose = { brandId: string; xUserId: string }

/** Whether the person asked this brand for it. */
export async function hasWish(db: Reads, { brandId, xUserId }: Whose, wish: Wish): Promise<boolean> {
  const row = await db
    .selectFrom('person_wishes')
    .select('at')
    .where('brand_id', '=', brandId)
    .where('x_user_id', '=', xUserId)
    .where('wish', '=', wish)
    .executeTakeFirst()
  return row !== undefined
}

/** Notes a wish, or takes it back. @param agentId who noted it; null: read from their own words */
export async function setWish(
  tx: Tx,
  { brandId, xUserId }: Whose,
  wish: Wish,
  holds: boolean,
  agentId: string | null,
): Promise<void> {
  await tx.db
    .deleteFrom('person_wishes')
    .where('brand_id', '=', brandId)
    .where('x_user_id', '=', xUserId)
    .where('wish', '=', wish)
    .execute()
  if (!holds) return
  await tx.db
    .insertInto('person_wishes')
    .values({ brand_id: brandId, x_user_id: xUserId, wish, at: tx.at, agent_id: agentId })
    .execute()
}

async function whoseTicket(db: Reads, ticketId: string): Promise<Whose> {
  const ticket = await db
    .selectFrom('tickets')
    .select(['brand_id as brandId', 'customer_id as xUserId'])
    .where('id', '=', ticketId)
    .executeTakeFirst()
  if (!ticket) throw new Failure('ticket.missing', { ticketId })
  return ticket
}

/** Undo of both: what the line did is turned round. @throws Failure `undo.conflict` when it was turned since */
const turnBack =
  (holds: boolean): Undoer =>
  async (tx, row) => {
    const ticketId = must(row.ticket_id, 'a wish was noted from a ticket')
    const whose = await whoseTicket(tx.db, ticketId)
    if ((await hasWish(tx.db, whose, 'leave-alone')) === holds)
      throw new Failure('undo.conflict', { action: row.event })
    await setWish(tx, whose, 'leave-alone', holds, null)
    tx.touch.ticket(ticketId)
    return { event: row.event, ticketIds: [ticketId], reach: 'restored', channel: null }
  }

export const wishUndoers = {
  'person.left-alone': turnBack(false),
  'person.let-back': turnBack(true),
} satisfies Record<string, Undoer>

export function wishService({
  database,
}: {
  database: Database
}): Pick<Handlers<Contract, CallContext>, 'person.leave-alone'> {
  return {
    'person.leave-alone': ({ ticketId }) =>
      database.write(async (tx) => {
        const whose = await whoseTicket(tx.db, ticketId)
        const holds = !(await hasWish(tx.db, whose, 'leave-alone'))
        await setWish(tx, whose, 'leave-alone', holds, (await currentAgent(tx.db))?.id ?? null)
        await record(tx, {
          event: holds ? 'person.left-alone' : 'person.let-back',
          actionId: newId(tx.at),
          ticketId,
          brandId: whose.brandId,
          undoable: true,
        })
        tx.touch.ticket(ticketId)
        return { holds }
      }),
  }
}
