/**
 * @file Whether what is offered for a question is what the brand went on to answer, on real conversations: half of the
 * threads are solved tickets, the other half are questions. Chosen were words and weights on the first half alone, which
 * was halved once more for it.
 */
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { exchangesOf } from '../../src/core/answers/exchanges.ts'
import { similarTo } from '../../src/core/answers/similar.ts'
import { alikeFrom, likeness, toldTerms } from '../../src/core/answers/terms.ts'
import type { Reads } from '../../src/core/db/database.ts'
import { testStart } from '../database.ts'
import {
  handleOf,
  isInFirstHalf,
  questionsOf,
  readThreads,
  solvedWorkspace,
  type Question,
  type Thread,
} from './threads.ts'
import { haveConversations } from '../conversations.ts'

/** By so much more often than plain BM25 the answer has to be among those shown. */
const betterBy = 0.05
const shownAtMost = 3

/** By their posts. */
const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  likeness(toldTerms(one), toldTerms(other)) >= alikeFrom

/** FTS5's own ranking of the question over the questions of solved tickets of the brand; the answer is what followed. */
async function plainBm25(read: Reads, brandId: string, question: string): Promise<string[][]> {
  const words = [...new Set(question.toLowerCase().match(/[\p{L}\p{N}]+/gu))].map((word) => `"${word}"`)
  if (words.length === 0) return []
  const { rows } = await sql<{ ticketId: string; postId: string }>`
    SELECT t.id AS "ticketId", p.id AS "postId" FROM post_words
    JOIN posts p ON p.n = post_words.rowid
    JOIN ticket_items i ON i.item_id = p.id AND i.kind = 'post' AND i.role = 'customer'
    JOIN tickets t ON t.id = i.ticket_id
    WHERE post_words MATCH ${words.join(' OR ')} AND t.brand_id = ${brandId} AND t.status = 'solved'
    ORDER BY bm25(post_words), p.id LIMIT 60`.execute(read)
  const answers = new Map<string, string[]>()
  for (const { ticketId, postId } of rows) {
    if (answers.has(ticketId)) continue
    const items = await read
      .selectFrom('ticket_items')
      .innerJoin('posts', 'posts.id', 'ticket_items.item_id')
      .select(['posts.id', 'posts.text', 'ticket_items.role', 'ticket_items.at'])
      .where('ticket_id', '=', ticketId)
      .orderBy('ticket_items.at')
      .orderBy('posts.id')
      .execute()
    const said = items.map((item) => ({ ...item, isOurs: item.role === 'ours' }))
    const found = said.find(({ id }) => id === postId)
    const exchange = exchangesOf(said).find(({ question: asked }) => found && asked.includes(found.text))
    if (exchange)
      answers.set(
        ticketId,
        exchange.answer.map(({ text }) => text),
      )
    if (answers.size === shownAtMost) break
  }
  return [...answers.values()]
}

/** How many questions; of those, how many are there to which the brand had said something alike before; and who found it. */
type Counts = { questions: number; findable: number; plain: number; ours: number }

async function countsOf(known: readonly Thread[], asked: readonly Question[]): Promise<Counts> {
  const before = Map.groupBy(questionsOf(known), ({ brand }) => brand)
  const brands = [...new Set([...before.keys(), ...asked.map(({ brand }) => brand)])]
  const { on, handles } = await solvedWorkspace(known, brands)
  const counts: Counts = { questions: asked.length, findable: 0, plain: 0, ours: 0 }
  try {
    const { long } = on.database
    for (const { brand, text, answer } of asked) {
      const { brandId, id: handleId } = handleOf(handles, brand)
      const isAmong = (answers: readonly (readonly string[])[]): boolean =>
        answers.some((one) => isSame(one, answer))
      if (isAmong((before.get(brand) ?? []).map((one) => one.answer))) counts.findable++
      if (isAmong(await plainBm25(long, brandId, text))) counts.plain++
      const shown = await similarTo(long, { ...nobody, text, brandId, handleId }, testStart)
      if (isAmong(shown.map((one) => [one.text]))) counts.ours++
    }
    return counts
  } finally {
    await on.end()
  }
}

/** A question that no ticket holds. */
const nobody = { lang: null, ticketId: null, name: null, valueOf: () => null, onlyBrand: true }

const inWords = ({ questions, findable, plain, ours }: Counts): string => {
  const of = (all: number) => (found: number) => (found / all).toFixed(3)
  const [ofFindable, ofAll] = [of(findable), of(questions)]
  const wanted = Math.ceil(plain + betterBy * questions)
  return [
    `${questions} questions of threads that were never seen, ${findable} of them with something alike in a solved ticket`,
    `of those ${findable}: plain BM25 ${plain} (${ofFindable(plain)}), as offered ${ours} (${ofFindable(ours)})`,
    `of all: plain BM25 ${ofAll(plain)}, as offered ${ofAll(ours)}, and whoever finds all that is there ${ofAll(findable)}`,
    `${betterBy} more than plain BM25 of all would be ${wanted} of the ${findable} (${ofFindable(wanted)})`,
  ].join('\n')
}

test.skipIf(!haveConversations)(
  'among the three that are offered is what the brand answered more often than plain BM25 finds it',
  { timeout: 300_000 },
  async () => {
    const threads = readThreads()
    const known = threads.filter((thread) => isInFirstHalf(thread, 'held'))
    const held = threads.filter((thread) => !isInFirstHalf(thread, 'held'))
    const counts = await countsOf(known, questionsOf(held))
    console.log(inWords(counts))
    const { questions, findable, plain, ours } = counts
    expect(questions).toBeGreaterThan(200)
    expect(ours).toBeGreaterThan(plain)
    expect(ours / findable).toBeGreaterThanOrEqual(plain / findable + betterBy)
  },
)
