/** @file Takes one person out of the answers pages: of those that are kept, of removed ones, and of their history. */
import { emptyLines } from '../audit/forget.ts'
import type { Tx } from '../db/database.ts'
import { isOf, linesWithout, tellsOf, type Named } from './named.ts'
import { lineOf, pageEvents } from './pages.ts'

type Page = { title: string; question: string; answer: string }
type PageRow = Page & { id: string; brandId: string }

const isTold = ({ title, question, answer }: Page, person: Named): boolean =>
  isOf(title, person) || [question, answer].some((text) => tellsOf(text, person))

/**
 * Pages lose each line that names them; one that they are the title of, or of which nothing is left, goes. Their history
 * keeps that something was done, without the text: undo does not reach for it any more.
 * @param brandIds whose pages: a name that means this person to one client means nobody, or somebody else, to another
 */
export function forgetInPages(tx: Tx, person: Named, brandIds: ReadonlySet<string>): void {
  const pages = tx.raw<PageRow>('SELECT id, brand_id AS "brandId", title, question, answer FROM answer_pages')
  for (const page of pages.all()) {
    if (!brandIds.has(page.brandId) || !isTold(page, person)) continue
    const answer = linesWithout(page.answer, person)
    if (answer === '' || isOf(page.title, person))
      tx.raw('DELETE FROM answer_pages WHERE id = ?').run(page.id)
    else
      tx.raw('UPDATE answer_pages SET question = ?, answer = ? WHERE id = ?').run(
        linesWithout(page.question, person),
        answer,
        page.id,
      )
    for (const { id } of tx.raw<{ id: string }>(brandsOfClient).all(page.brandId)) tx.touch.brand(id)
  }
  emptyLines(tx, { events: pageEvents, brandIds }, (side) => {
    const { page } = lineOf(side)
    return page !== null && isTold(page, person)
  })
}

const brandsOfClient = `
  SELECT b.id FROM brands own JOIN brands b ON b.client_id = own.client_id WHERE own.id = ?`
