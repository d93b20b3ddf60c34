/** @file The rows of what agents leave to each other about brands: drafts, what was left, who took over with it. */
import { z } from 'zod'
import type { HandoverWords } from '../../shared/domain/handover.ts'
import { Failure } from '../../shared/errors.ts'
import { must } from '../../shared/must.ts'
import { currentAgent } from '../agents/repo.ts'
import { record } from '../audit/audit.ts'
import type { Undoer } from '../audit/undo.ts'
import type { Reads, Tx } from '../db/database.ts'
import { newId } from '../db/uuid.ts'
import { tellSince } from './stays.ts'

const own = async (db: Reads) => {
  const agent = await currentAgent(db)
  return db
    .selectFrom('handover_words')
    .where('left_at', 'is', null)
    .where('agent_id', agent === null ? 'is' : '=', agent?.id ?? null)
}

/** What who sits here means to leave, by brand. */
export async function draftsToLeave(db: Reads): Promise<Map<string, string>> {
  const rows = await (await own(db)).select(['brand_id as brandId', 'text']).execute()
  return new Map(rows.map(({ brandId, text }) => [brandId, text]))
}

/** @param text empty: nothing is left about this brand @throws Failure `brand.missing` */
export async function keepDraftToLeave(tx: Tx, brandId: string, text: string): Promise<void> {
  const brand = await tx.db
    .selectFrom('brands')
    .select('id')
    .where('id', '=', brandId)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  if (!brand) throw new Failure('brand.missing', { brandId })
  const known = await (await own(tx.db)).select('id').where('brand_id', '=', brandId).executeTakeFirst()
  if (known && text === '') await tx.db.deleteFrom('handover_words').where('id', '=', known.id).execute()
  else if (known)
    await tx.db
      .updateTable('handover_words')
      .set({ text, written_at: tx.at })
      .where('id', '=', known.id)
      .execute()
  else if (text !== '')
    await tx.db
      .insertInto('handover_words')
      .values({
        id: newId(tx.at),
        brand_id: brandId,
        agent_id: (await currentAgent(tx.db))?.id ?? null,
        text,
        written_at: tx.at,
      })
      .execute()
}

/** Leaves all drafts of who sits here, as one action. @returns the brands that they are about */
export async function leaveWords(tx: Tx): Promise<string[]> {
  const drafts = await (await own(tx.db)).select(['id', 'brand_id as brandId']).orderBy('id').execute()
  const actionId = newId(tx.at)
  for (const { id, brandId } of drafts) {
    await tx.db.updateTable('handover_words').set({ left_at: tx.at }).where('id', '=', id).execute()
    await record(tx, { event: 'handover.left', actionId, brandId, after: { words_id: id }, undoable: true })
    tx.touch.brand(brandId)
  }
  tx.touch.session()
  return drafts.map(({ brandId }) => brandId)
}

/** What was left and not taken over, or taken over since; the newest first. */
export async function wordsLeft(db: Reads, sinceAt: number): Promise<HandoverWords[]> {
  const rows = await db
    .selectFrom('handover_words as w')
    .leftJoin('agents as leaver', 'leaver.id', 'w.agent_id')
    .leftJoin('agents as taker', 'taker.id', 'w.taken_by')
    .select([
      'w.id',
      'w.brand_id as brandId',
      'w.text',
      'leaver.name as by',
      'w.left_at as leftAt',
      'taker.name as takenBy',
      'w.taken_at as takenAt',
    ])
    .where('w.left_at', 'is not', null)
    .where((where) => where.or([where('w.taken_at', 'is', null), where('w.taken_at', '>=', sinceAt)]))
    .orderBy('w.left_at', 'desc')
    .orderBy('w.id', 'desc')
    .execute()
  return rows.map(({ leftAt, ...row }) => ({ ...row, leftAt: must(leftAt, 'it was left') }))
}

/** Whether somebody else left something that nobody took over. */
export async function isSomethingLeft(db: Reads): Promise<boolean> {
  const here = await currentAgent(db)
  const row = await db
    .selectFrom('handover_words')
    .innerJoin('brands', 'brands.id', 'handover_words.brand_id')
    .select('handover_words.id')
    .where('left_at', 'is not', null)
    .where('taken_at', 'is', null)
    .where('brands.removed_at', 'is', null)
    .$if(here !== null, (query) =>
      query.where((where) =>
        where.or([where('agent_id', 'is', null), where('agent_id', '<>', here?.id ?? '')]),
      ),
    )
    .$if(here === null, (query) => query.where('agent_id', 'is not', null))
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Who sits here takes over: with these sentences, and is told of what is new from now on. @returns how many were confirmed */
export async function takeOver(tx: Tx, wordIds: readonly string[]): Promise<number> {
  const actionId = newId(tx.at)
  const taker = (await currentAgent(tx.db))?.id ?? null
  const open =
    wordIds.length === 0
      ? []
      : await tx.db
          .selectFrom('handover_words')
          .select(['id', 'brand_id as brandId'])
          .where('id', 'in', [...wordIds])
          .where('left_at', 'is not', null)
          .where('taken_at', 'is', null)
          // Nobody takes over from themselves.
          .$if(taker !== null, (query) =>
            query.where((where) =>
              where.or([where('agent_id', 'is', null), where('agent_id', '<>', taker ?? '')]),
            ),
          )
          .orderBy('id')
          .execute()
  for (const { id, brandId } of open) {
    await tx.db
      .updateTable('handover_words')
      .set({ taken_by: taker, taken_at: tx.at })
      .where('id', '=', id)
      .execute()
    await record(tx, {
      event: 'handover.words-taken',
      actionId,
      brandId,
      after: { words_id: id },
      undoable: true,
    })
    tx.touch.brand(brandId)
  }
  const before = await tellSince(tx, tx.at)
  await record(tx, {
    event: 'handover.confirmed',
    actionId,
    before: { since_at: before },
    after: { since_at: tx.at },
    undoable: true,
  })
  tx.touch.session()
  return open.length
}

const WordsColumns = z.object({ words_id: z.string() })
const SinceColumns = z.object({ since_at: z.number().nullable() })

const columnsOf = <T>(schema: z.ZodType<T>, json: string | null): T =>
  schema.parse(JSON.parse(must(json, 'a handover is written down')))

/** What was left is a draft again. @throws Failure `undo.conflict` once somebody took over, or wrote another */
const undoLeft: Undoer = async (tx, row) => {
  const { words_id: id } = columnsOf(WordsColumns, row.after)
  const words = await tx.db.selectFrom('handover_words').selectAll().where('id', '=', id).executeTakeFirst()
  const draft =
    words &&
    (await tx.db
      .selectFrom('handover_words')
      .select('id')
      .where('brand_id', '=', words.brand_id)
      .where('agent_id', words.agent_id === null ? 'is' : '=', words.agent_id)
      .where('left_at', 'is', null)
      .executeTakeFirst())
  if (!words || words.taken_at !== null || draft) throw new Failure('undo.conflict', { action: row.event })
  await tx.db.updateTable('handover_words').set({ left_at: null }).where('id', '=', id).execute()
  return toldAgain(tx, row)
}

/** What was taken over waits for somebody again. */
const undoTaken: Undoer = async (tx, row) => {
  const { words_id: id } = columnsOf(WordsColumns, row.after)
  await tx.db
    .updateTable('handover_words')
    .set({ taken_by: null, taken_at: null })
    .where('id', '=', id)
    .execute()
  return toldAgain(tx, row)
}

/** What was new is told of as new again, to whoever confirmed. @throws Failure `undo.conflict` where they confirmed again since */
const undoConfirmed: Undoer = async (tx, row) => {
  if ((await currentAgent(tx.db))?.id !== (row.actor === 'core' ? undefined : row.actor))
    throw new Failure('undo.conflict', { action: row.event })
  await tellSince(tx, columnsOf(SinceColumns, row.before).since_at)
  return toldAgain(tx, row)
}

const toldAgain: Undoer = async (tx, row) => {
  if (row.brand_id !== null) tx.touch.brand(row.brand_id)
  tx.touch.session()
  return { event: row.event, ticketIds: [], reach: 'restored', channel: null }
}

export const handoverUndoers = {
  'handover.left': undoLeft,
  'handover.words-taken': undoTaken,
  'handover.confirmed': undoConfirmed,
}
