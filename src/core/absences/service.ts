/** @file Tells windows what nobody saw. */
import { sql } from 'kysely'
import type { Contract } from '../../shared/contract/contract.ts'
import type { AbsenceOfBrand, AbsenceView } from '../../shared/domain/absence.ts'
import type { Handlers } from '../../shared/rpc.ts'
import type { Database, Reads } from '../db/database.ts'
import type { CallContext } from '../rpc-context.ts'
import { idAt } from '../x/dates.ts'

type Span = { fromAt: number; untilAt: number }

/** What came between two instants, and what of it waits, by brand. */
async function meanwhile(read: Reads, { fromAt, untilAt }: Span): Promise<AbsenceOfBrand[]> {
  // The messages are gone through once, not once for each brand.
  const { rows } = await sql<AbsenceOfBrand>`
    WITH came AS (
      SELECT t.brand_id, count(*) AS messages,
        count(DISTINCT CASE WHEN t.opened_at >= ${fromAt} THEN t.id END) AS tickets
      FROM ticket_items i JOIN tickets t ON t.id = i.ticket_id
      WHERE i.item_id >= ${idAt(fromAt)} AND i.item_id < ${idAt(untilAt)} AND i.role = 'customer'
      GROUP BY t.brand_id)
    SELECT b.id AS "brandId",
      coalesce(came.messages, 0) AS messages, coalesce(came.tickets, 0) AS tickets,
      (SELECT count(*) FROM tickets t WHERE t.brand_id = b.id AND t.needs_reply = 1
        AND t.due_at >= ${fromAt} AND t.due_at < ${untilAt}) AS late,
      (SELECT count(*) FROM tickets t JOIN ticket_triage tt ON tt.ticket_id = t.id
        WHERE t.brand_id = b.id AND t.needs_reply = 1 AND tt.loud = 1 AND t.newest_customer_at >= ${fromAt}) AS loud,
      (SELECT count(*) FROM promises p JOIN tickets t ON t.id = p.ticket_id
        WHERE t.brand_id = b.id AND p.state = 'open' AND p.due_at >= ${fromAt} AND p.due_at < ${untilAt}) AS promises,
      (SELECT count(*) FROM jobs j WHERE j.brand_id = b.id AND j.settled_at IS NULL
        AND j.state IN ('refused', 'unsure', 'missed', 'ask')) AS unsent
    FROM brands b LEFT JOIN came ON came.brand_id = b.id WHERE b.removed_at IS NULL`.execute(read)
  return rows
    .filter((row) => row.messages + row.late + row.loud + row.promises + row.unsent > 0)
    .toSorted((one, other) => pressing(other) - pressing(one))
}

const pressing = ({ loud, late, unsent, promises, messages }: AbsenceOfBrand): number =>
  (loud + late + unsent + promises) * 1_000 + messages

async function newestAbsence(read: Reads): Promise<AbsenceView | null> {
  const row = await read
    .selectFrom('absences')
    .selectAll()
    .where('until_at', 'is not', null)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  if (!row || row.until_at === null) return null
  const span = { fromAt: row.from_at, untilAt: row.until_at }
  return { id: row.id, why: row.why, ...span, brands: await meanwhile(read, span), seenAt: row.seen_at }
}

export function absenceService({
  database,
}: {
  database: Database
}): Pick<Handlers<Contract, CallContext>, 'absence.get' | 'absence.seen'> {
  return {
    'absence.get': () => newestAbsence(database.long),
    'absence.seen': async ({ absenceId }) => {
      await database.write((tx) => {
        tx.raw('UPDATE absences SET seen_at = ? WHERE id = ? AND seen_at IS NULL').run(tx.at, absenceId)
        tx.touch.session()
      })
      return {}
    },
  }
}
