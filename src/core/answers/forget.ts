/** @file Takes one person out of the answers pages: of those that are kept, of removed ones, and of their history. */
import type { Tx } from '../db/database.ts'
import { tellsOf } from './named.ts'
import { lineOf, pageEvents } from './pages.ts'

type Named = { name: string; username: string }
type Page = { title: string; question: string; answer: string }
type PageRow = Page & { id: string; brandId: string }
type HistoryRow = { id: string; before: string | null; after: string | null }

/** The lines that do not tell of them. */
const without = (text: string, person: Named): string =>
  text
    .split('\n')
    .filter((line) => !tellsOf(line, person))
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim()

const isTold = ({ title, question, answer }: Page, person: Named): boolean =>
  [title, question, answer].some((text) => tellsOf(text, person))

/**
 * Pages lose each line that names them; one that they are the title of, or of which nothing is left, goes. Their history
 * keeps that something was done, without the text: undo does not reach for it any more. Before their row in `people` goes.
 */
export function forgetInPages(tx: Tx, xUserId: string): void {
  const person = tx.raw<Named>('SELECT name, username FROM people WHERE x_user_id = ?').get(xUserId)
  if (!person) return
  const pages = tx.raw<PageRow>('SELECT id, brand_id AS "brandId", title, question, answer FROM answer_pages')
  for (const page of pages.all()) {
    if (!isTold(page, person)) continue
    const answer = without(page.answer, person)
    if (answer === '' || tellsOf(page.title, person))
      tx.raw('DELETE FROM answer_pages WHERE id = ?').run(page.id)
    else
      tx.raw('UPDATE answer_pages SET question = ?, answer = ? WHERE id = ?').run(
        without(page.question, person),
        answer,
        page.id,
      )
    for (const { id } of tx.raw<{ id: string }>(brandsOfClient).all(page.brandId)) tx.touch.brand(id)
  }
  const history = tx.raw<HistoryRow>(
    `SELECT id, before, after FROM audit WHERE event IN (${pageEvents.map(() => '?').join(', ')})`,
  )
  const empty = tx.raw('UPDATE audit SET before = NULL, after = NULL, undoable = 0 WHERE id = ?')
  for (const { id, before, after } of history.all(...pageEvents))
    if ([before, after].some((line) => line !== null && isToldIn(line, person))) empty.run(id)
}

function isToldIn(line: string, person: Named): boolean {
  const { page } = lineOf(line)
  return page !== null && isTold(page, person)
}

const brandsOfClient = `
  SELECT b.id FROM brands own JOIN brands b ON b.client_id = own.client_id WHERE own.id = ?`
