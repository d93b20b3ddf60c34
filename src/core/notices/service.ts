/** @file What agents do with status notices: write them for several brands at once, go on, pin, link to an incident. */
import type { Clock } from '../../shared/clock.ts'
import type { Contract } from '../../shared/contract/contract.ts'
import type { NoticeWritten } from '../../shared/domain/notice.ts'
import { Failure, toWire } from '../../shared/errors.ts'
import { must } from '../../shared/must.ts'
import type { Handlers } from '../../shared/rpc.ts'
import { record } from '../audit/audit.ts'
import type { Database, Reads, Tx } from '../db/database.ts'
import { newId } from '../db/uuid.ts'
import { incidentRow } from '../incidents/repo.ts'
import type { CallContext } from '../rpc-context.ts'
import { noticeRow, noticeViews } from './rows.ts'
import { noticeTextOf } from './texts.ts'
import { beginNotice, followNotice, type Written } from './write.ts'

type Methods =
  'notice.list' | 'notice.suggest' | 'notice.post' | 'notice.follow' | 'notice.pin' | 'notice.link'

const viewOf = async (db: Reads, noticeId: string) =>
  must((await noticeViews(db, noticeId))[0], 'a notice that was written is there')

async function brandsOf(db: Reads, noticeIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('notices')
    .select(['id', 'brand_id'])
    .where('id', 'in', noticeIds)
    .execute()
  return new Map(rows.map((row) => [row.id, row.brand_id]))
}

/** Changes one column of a notice, in one line of history that undo takes back. */
async function change(
  tx: Tx,
  noticeId: string,
  event: 'notice.pinned' | 'notice.linked',
  columns: { pinned_text: string } | { incident_id: string | null },
): Promise<void> {
  const row = await noticeRow(tx.db, noticeId)
  const before =
    'pinned_text' in columns ? { pinned_text: row.pinned_text } : { incident_id: row.incident_id }
  if (JSON.stringify(before) === JSON.stringify(columns)) return
  await tx.db.updateTable('notices').set(columns).where('id', '=', noticeId).execute()
  await record(tx, {
    event,
    actionId: newId(tx.at),
    brandId: row.brand_id,
    before: { id: noticeId, ...before },
    after: { id: noticeId, ...columns },
    undoable: true,
  })
  tx.touch.brand(row.brand_id)
}

type Translate = (error: unknown, where: string) => Failure

/**
 * One brand's text, written or kept back without holding up the others, nor what was written of them already: what
 * nobody foresaw is logged, and told of this one.
 */
async function each(
  brandId: string | null,
  translate: Translate,
  write: () => Promise<Written>,
): Promise<NoticeWritten> {
  try {
    const { noticeId, job } = await write()
    const leavesAt = job.releaseAt ?? job.scheduledAt
    return { brandId: job.brandId, noticeId, jobId: job.id, leavesAt, failure: null }
  } catch (error) {
    const failure = toWire(error instanceof Failure ? error : translate(error, 'notices'))
    return { brandId, noticeId: null, jobId: null, leavesAt: null, failure }
  }
}

export function noticeService({
  database,
  clock,
  translate,
}: {
  database: Database
  clock: Pick<Clock, 'now'>
  /** Logs what nobody foresaw, and names it for whoever asks. */
  translate: Translate
}): Pick<Handlers<Contract, CallContext>, Methods> {
  return {
    'notice.list': () => noticeViews(database.read),

    'notice.suggest': ({ brands, ...about }) =>
      Promise.all(
        brands.map(async (brand) => ({
          brandId: brand.brandId,
          text: await noticeTextOf(database.read, about, brand),
        })),
      ),

    'notice.post': async ({ items, ...about }) => {
      const actionId = newId(clock.now())
      const written: NoticeWritten[] = []
      for (const item of items)
        written.push(
          await each(item.brandId, translate, () =>
            database.write((tx) => beginNotice(tx, { ...about, ...item, actionId })),
          ),
        )
      return written
    },

    'notice.follow': async ({ items, ...about }) => {
      const actionId = newId(clock.now())
      const brands = await brandsOf(
        database.read,
        items.map(({ noticeId }) => noticeId),
      )
      const written: NoticeWritten[] = []
      for (const item of items)
        written.push(
          await each(brands.get(item.noticeId) ?? null, translate, () =>
            database.write((tx) => followNotice(tx, { ...about, ...item, actionId })),
          ),
        )
      return written
    },

    'notice.pin': async ({ noticeId, text }) => {
      await database.write((tx) => change(tx, noticeId, 'notice.pinned', { pinned_text: text }))
      return viewOf(database.read, noticeId)
    },

    'notice.link': async ({ noticeId, incidentId }) => {
      await database.write(async (tx) => {
        const { brand_id: brandId } = await noticeRow(tx.db, noticeId)
        if (incidentId !== null && (await incidentRow(tx.db, incidentId)).brand_id !== brandId)
          throw new Failure('incident.other-brand', {})
        await change(tx, noticeId, 'notice.linked', { incident_id: incidentId })
      })
      return viewOf(database.read, noticeId)
    },
  }
}
