/** @file The rows of answers pages, and every change of one as an action that can be undone. */
import { z } from 'zod'
import { AnswerPageDraft, type AnswerPage } from '../../shared/domain/answers.ts'
import type { UndoResult } from '../../shared/domain/session.ts'
import { Failure } from '../../shared/errors.ts'
import { must } from '../../shared/must.ts'
import { currentAgent } from '../agents/repo.ts'
import { record } from '../audit/audit.ts'
import type { AuditRow } from '../audit/undo.ts'
import type { Reads, Tx } from '../db/database.ts'
import { newId } from '../db/uuid.ts'
import { flag } from '../db/values.ts'

/** A page as it is kept; what the guards see in it is told beside it. */
export type KeptPage = Omit<AnswerPage, 'findings'>

const rows = (read: Reads) =>
  read
    .selectFrom('answer_pages as p')
    .leftJoin('agents as a', 'a.id', 'p.agent_id')
    .select(['p.id', 'p.brand_id as brandId', 'p.title', 'p.question', 'p.answer', 'p.shared'])
    .select(['p.created_at as createdAt', 'p.updated_at as updatedAt', 'a.name as by'])
    .where('p.removed_at', 'is', null)

const viewOf = ({ shared, ...row }: Omit<KeptPage, 'shared'> & { shared: number }): KeptPage => ({
  ...row,
  shared: shared === 1,
})

/** The pages of a brand, and those that another brand of its client keeps for all of them; by title. */
export async function pagesFor(read: Reads, brandId: string): Promise<KeptPage[]> {
  const found = await rows(read)
    .innerJoin('brands as b', 'b.id', 'p.brand_id')
    .innerJoin('brands as own', 'own.client_id', 'b.client_id')
    .where('own.id', '=', brandId)
    .where('b.removed_at', 'is', null)
    .where((where) => where.or([where('p.brand_id', '=', brandId), where('p.shared', '=', 1)]))
    .orderBy('p.title')
    .orderBy('p.id')
    .execute()
  return found.map(viewOf)
}

/** @throws Failure `answer.missing` when it is not there, or was removed */
export async function pageById(read: Reads, pageId: string): Promise<KeptPage> {
  const row = await rows(read).where('p.id', '=', pageId).executeTakeFirst()
  if (!row) throw new Failure('answer.missing', {})
  return viewOf(row)
}

const draftOf = ({ title, question, answer, shared }: AnswerPageDraft): AnswerPageDraft => ({
  title,
  question,
  answer,
  shared,
})

async function now(read: Reads, id: string): Promise<AnswerPageDraft | null> {
  const row = await rows(read).where('p.id', '=', id).executeTakeFirst()
  return row ? draftOf(viewOf(row)) : null
}

/** A page for all brands of a client is shown with each of them. */
async function touchBrands(tx: Tx, brandId: string): Promise<void> {
  const brands = await tx.db
    .selectFrom('brands as own')
    .innerJoin('brands as all', 'all.client_id', 'own.client_id')
    .select('all.id')
    .where('own.id', '=', brandId)
    .execute()
  for (const { id } of brands) tx.touch.brand(id)
}

/** Writes all that makes a page; `page` null puts it aside. */
async function put(tx: Tx, brandId: string, id: string, page: AnswerPageDraft | null): Promise<void> {
  await touchBrands(tx, brandId)
  if (page === null) {
    await tx.db.updateTable('answer_pages').set({ removed_at: tx.at }).where('id', '=', id).execute()
    return
  }
  const agent = await currentAgent(tx.db)
  const columns = {
    ...draftOf(page),
    shared: flag(page.shared),
    updated_at: tx.at,
    agent_id: agent?.id ?? null,
    removed_at: null,
  }
  await tx.db
    .insertInto('answer_pages')
    .values({ id, brand_id: brandId, created_at: tx.at, ...columns })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
    .execute()
}

const json = (page: AnswerPageDraft | null): string | null =>
  page === null ? null : JSON.stringify(draftOf(page))

/** What is done to answers pages, in the words of the history. */
export const pageEvents = ['answer.saved', 'answer.removed'] as const

async function keep(
  tx: Tx,
  event: (typeof pageEvents)[number],
  { id, brandId }: { id: string; brandId: string },
  page: AnswerPageDraft | null,
): Promise<void> {
  const before = json(await now(tx.db, id))
  const after = json(page)
  if (before === after) return
  await put(tx, brandId, id, page)
  await record(tx, {
    event,
    actionId: newId(tx.at),
    brandId,
    before: { id, page: before },
    after: { id, page: after },
    undoable: true,
  })
}

/**
 * Keeps a page, in one line of history, which undo takes back.
 * @param id null: a new one @returns its id
 * @throws Failure `answer.missing` for an id that is not this brand's; `brand.missing`
 */
export async function savePage(
  tx: Tx,
  brandId: string,
  id: string | null,
  page: AnswerPageDraft,
): Promise<string> {
  const brand = await tx.db.selectFrom('brands').select('id').where('id', '=', brandId).executeTakeFirst()
  if (!brand) throw new Failure('brand.missing', { brandId })
  if (id !== null && (await pageById(tx.db, id)).brandId !== brandId) throw new Failure('answer.missing', {})
  const kept = id ?? newId(tx.at)
  await keep(tx, 'answer.saved', { id: kept, brandId }, page)
  return kept
}

/** @throws Failure `answer.missing` */
export async function removePage(tx: Tx, pageId: string): Promise<void> {
  const { brandId } = await pageById(tx.db, pageId)
  await keep(tx, 'answer.removed', { id: pageId, brandId }, null)
}

const Line = z.object({
  id: z.string(),
  page: z
    .string()
    .nullable()
    .transform((text) => (text === null ? null : AnswerPageDraft.parse(JSON.parse(text)))),
})

/** A page as one side of a line of its history has it; `page` null: there was none. */
export const lineOf = (text: string): z.infer<typeof Line> => Line.parse(JSON.parse(text))

async function undo(tx: Tx, row: AuditRow): Promise<UndoResult> {
  const brandId = must(row.brand_id, 'a page is of a brand')
  const read = (text: string | null) => lineOf(must(text, 'a page is written down'))
  const { id, page } = read(row.before)
  if (json(await now(tx.db, id)) !== json(read(row.after).page))
    throw new Failure('undo.conflict', { action: row.event })
  await put(tx, brandId, id, page)
  return { event: row.event, ticketIds: [], reach: 'restored', channel: null }
}

/** By event: takes back one change of a page. @throws Failure `undo.conflict` when it was changed since */
export const pageUndoers = Object.fromEntries(pageEvents.map((event) => [event, undo]))
