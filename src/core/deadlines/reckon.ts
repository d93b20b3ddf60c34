/**
 * @file Reckons the deadlines of a brand's tickets again after its settings moved: in many small transactions, so that
 * reading and sending go on meanwhile. Cut short, it begins anew: the hash of the settings is written at the end.
 */
import type { Database, Tx } from '../db/database.ts'
import { isSet } from '../db/values.ts'
import { unsettled } from '../tickets/refresh.ts'
import { nextDeadlines, type KeptDeadlines } from './keep.ts'
import { policyHashNow } from './policy.ts'
import type { TicketFacts } from './rules.ts'

/** So many tickets in one transaction: some ten milliseconds. */
const batch = 200

/** By which settings each brand's tickets were reckoned last, as hashes. */
export async function reckonedHashes({ read }: Pick<Database, 'read'>): Promise<Map<string, string>> {
  const rows = await read.selectFrom('deadline_policies').select(['brand_id', 'hash']).execute()
  return new Map(rows.map((row) => [row.brand_id, row.hash]))
}

/**
 * @param hash of the settings as they were seen; set again meanwhile, whoever asked finds that at the next look
 * @param isStopped asked between batches: what is left is done at the next start
 */
export async function reckonBrand(
  database: Database,
  brandId: string,
  hash: string,
  isStopped: () => boolean,
): Promise<void> {
  const tickets = await database.long
    .selectFrom('tickets')
    .select('id')
    .where('brand_id', '=', brandId)
    .where('status', 'not in', ['solved', 'closed'])
    .execute()
  for (let done = 0; done < tickets.length && !isStopped(); done += batch)
    await database.write((tx) => {
      for (const { id } of tickets.slice(done, done + batch)) reckonNow(tx, id)
    })
  if (isStopped()) return
  await database.write(async (tx) => {
    const isThere = await tx.db.selectFrom('brands').select('id').where('id', '=', brandId).executeTakeFirst()
    if (!isThere || policyHashNow(tx, brandId) !== hash) return
    await tx.db
      .insertInto('deadline_policies')
      .values({ brand_id: brandId, hash })
      .onConflict((conflict) => conflict.column('brand_id').doUpdateSet({ hash }))
      .execute()
    tx.touch.brand(brandId)
  })
}

type Row = KeptDeadlines &
  Pick<TicketFacts, 'status' | 'priority' | 'openedAt' | 'clockFrom' | 'oldestUnansweredAt'> & {
    brandId: string
    needsReply: number
    owedAt: number | null
    newestOutboundAt: number | null
  }

/** One ticket. One that is gone by now is passed over. */
function reckonNow(tx: Tx, ticketId: string): void {
  const row = tx.raw<Row>(rowOf).get(ticketId)
  if (!row) return
  const { brandId, status, priority, openedAt, clockFrom, oldestUnansweredAt } = row
  const needsReply = isSet(row.needsReply)
  const next = nextDeadlines(tx, {
    ticketId,
    brandId,
    facts: {
      status,
      priority,
      openedAt,
      clockFrom,
      oldestUnansweredAt,
      troubleAt: tx.raw<{ trouble: number | null }>(unsettled).get(ticketId)?.trouble ?? null,
      owedAt: row.owedAt,
      isAnsweredBefore: row.newestOutboundAt !== null,
    },
    needsReply,
    before: { ...row, needsReply },
    moved: { at: tx.at, by: 'here' },
  })
  if (
    next.dueAt === row.dueAt &&
    next.warnAt === row.warnAt &&
    next.resolveDueAt === row.resolveDueAt &&
    next.resolveWarnAt === row.resolveWarnAt &&
    next.tellAt === row.tellAt
  )
    return
  tx.raw(keep).run(next.dueAt, next.warnAt, next.resolveDueAt, next.resolveWarnAt, next.tellAt, ticketId)
  tx.touch.ticket(ticketId)
}

const rowOf = `
  SELECT brand_id AS "brandId", status, priority, opened_at AS "openedAt", clock_from AS "clockFrom",
    oldest_unanswered_at AS "oldestUnansweredAt", newest_outbound_at AS "newestOutboundAt",
    needs_reply AS "needsReply", owed_at AS "owedAt", due_at AS "dueAt", warn_at AS "warnAt", resolve_due_at AS "resolveDueAt",
    resolve_warn_at AS "resolveWarnAt", tell_at AS "tellAt"
  FROM tickets WHERE id = ?`

const keep = `
  UPDATE tickets SET due_at = ?, warn_at = ?, resolve_due_at = ?, resolve_warn_at = ?, tell_at = ? WHERE id = ?`
