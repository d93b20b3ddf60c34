/** @file Answers for the console: what fits a ticket, and the pages that keep them. */
import type { Clock } from '../../shared/clock.ts'
import type { Contract } from '../../shared/contract/contract.ts'
import type { AnswerPage, AnswerPageDraft, PageFinding } from '../../shared/domain/answers.ts'
import { Failure } from '../../shared/errors.ts'
import { fileName } from '../../shared/json-file.ts'
import type { Handlers } from '../../shared/rpc.ts'
import type { Database, Reads } from '../db/database.ts'
import { factsOf } from '../guards/facts.ts'
import type { CallContext } from '../rpc-context.ts'
import { asHtml, asMarkdown } from './export.ts'
import { draftOf } from './draft.ts'
import { pageFindings, type PageGuards } from './page-findings.ts'
import { pageById, pagesFor, removePage, savePage, type KeptPage } from './pages.ts'
import { askedIn } from './question.ts'
import { similarTo } from './similar.ts'

type Methods =
  | 'answer.similar'
  | 'answer.draft'
  | 'answer.pages'
  | 'answer.check'
  | 'answer.save'
  | 'answer.remove'
  | 'answer.export'

/** @throws Failure `brand.missing` */
async function guardsOf(read: Reads, brandId: string, at: number): Promise<PageGuards> {
  const draft = {
    brandId,
    handleId: null,
    ticketId: null,
    channel: 'public' as const,
    text: '',
    attachmentIds: [],
  }
  const { privateData, own, others, allowed } = await factsOf(read, draft, at)
  const handles = await read
    .selectFrom('handles')
    .innerJoin('brands', 'brands.id', 'handles.brand_id')
    .innerJoin('brands as own', 'own.client_id', 'brands.client_id')
    .select('handles.username')
    .where('own.id', '=', brandId)
    .where('handles.state', '<>', 'removed')
    .execute()
  return { privateData, own, others, allowed, ownHandles: handles.map(({ username }) => username) }
}

export function answerService({
  database,
  clock,
}: {
  database: Database
  clock: Pick<Clock, 'now'>
}): Pick<Handlers<Contract, CallContext>, Methods> {
  const findingsOf = async (brandId: string, page: AnswerPageDraft): Promise<PageFinding[]> =>
    pageFindings(page, await guardsOf(database.read, brandId, clock.now()))

  /** Each with what the guards of its own brand see in it. */
  async function seen(pages: readonly KeptPage[]): Promise<AnswerPage[]> {
    const guards = new Map<string, PageGuards>()
    for (const brandId of new Set(pages.map((page) => page.brandId)))
      guards.set(brandId, await guardsOf(database.read, brandId, clock.now()))
    return pages.map((page) => {
      const of = guards.get(page.brandId)
      return { ...page, findings: of ? pageFindings(page, of) : [] }
    })
  }

  return {
    'answer.similar': async ({ ticketId, onlyBrand }) =>
      similarTo(database.long, await askedIn(database.read, ticketId, onlyBrand), clock.now()),

    'answer.draft': ({ ticketId, at }) => draftOf(database.read, ticketId, at),

    'answer.pages': async ({ brandId }) => seen(await pagesFor(database.read, brandId)),

    'answer.check': ({ brandId, page }) => findingsOf(brandId, page),

    'answer.save': async ({ id, brandId, page }) => {
      const kept = await database.write(async (tx) =>
        pageById(tx.db, await savePage(tx, brandId, id ?? null, page)),
      )
      return { ...kept, findings: await findingsOf(brandId, page) }
    },

    'answer.remove': async ({ pageId }) => {
      await database.write((tx) => removePage(tx, pageId))
      return {}
    },

    'answer.export': async ({ brandId, format, words }) => {
      const brand = await database.read
        .selectFrom('brands')
        .select('name')
        .where('id', '=', brandId)
        .executeTakeFirst()
      if (!brand) throw new Failure('brand.missing', { brandId })
      const all = await seen(await pagesFor(database.read, brandId))
      const pages = all.filter(({ findings }) => findings.length === 0)
      const leftOut = all
        .filter(({ findings }) => findings.length > 0)
        .map(({ brandId: of, title, findings }) => ({ brandId: of, title, findings }))
      if (pages.length === 0) throw new Failure('answer.no-pages', { leftOut: leftOut.length })
      const what = { brand: brand.name, pages, words }
      return {
        name: fileName(brand.name, format === 'html' ? 'answers.html' : 'answers.md'),
        content: format === 'html' ? asHtml(what) : asMarkdown(what),
        leftOut,
      }
    },
  }
}
