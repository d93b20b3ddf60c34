/** @file What an answer's language, and the question's, keep back of the answers that fit. */
import { expect, test } from 'vitest'
import { askedIn } from '../../src/core/answers/question.ts'
import { similarTo } from '../../src/core/answers/similar.ts'
import type { SimilarAnswer } from '../../src/shared/domain/answers.ts'
import type { PostRecord } from '../../src/core/posts/records.ts'
import { ingestPosts } from '../../src/core/sync/ingest.ts'
import { addHandle, testDatabase, testStart } from '../database.ts'

/** `by` null: the brand answers the post of that number. */
type Line = { by: number | null; to?: number; text: string; lang: string | null }

const xId = (n: number): string => String(900_000_000_000_000_000n + BigInt(n))
const personId = (n: number): string => String(1_000_000_000 + n)
const ourId = personId(99)

/** What is offered to the customer with this number, once whatever was answered is solved. */
async function answersFor(customer: number, lines: readonly Line[]): Promise<SimilarAnswer[]> {
  const on = testDatabase()
  try {
    const handle = await addHandle(on.database, 'northair', ourId)
    const rootOf = (n: number): number => lines[n]?.to ?? n
    const records = lines.map(({ by, to, text, lang }, n): PostRecord => ({
      id: xId(n),
      latestId: xId(n),
      version: 1,
      authorId: by === null ? ourId : personId(by),
      conversationId: xId(rootOf(n)),
      inReplyToPostId: to === undefined ? null : xId(to),
      inReplyToUserId: to === undefined ? null : by === null ? personId(lines[to]?.by ?? 0) : ourId,
      quotedPostId: null,
      repostedPostId: null,
      text: by === null ? text : `@northair ${text}`,
      entities: null,
      lang,
      mediaCount: 0,
      likes: 0,
      reposts: 0,
      createdAt: testStart - 600_000 + n * 1_000,
    }))
    const people = [1, 2, 3, 4].map((n) => ({
      xUserId: personId(n),
      name: `P${n}`,
      username: `customer${n}`,
      avatarUrl: null,
      followers: 0,
      verified: false,
    }))
    await on.database.write((tx) => {
      const theirs = records.filter(({ authorId }) => authorId !== ourId)
      const ours = records.filter(({ authorId }) => authorId === ourId)
      ingestPosts(tx, { handle, via: 'mentions', posts: theirs, included: [], people })
      ingestPosts(tx, { handle, via: 'posts', posts: ours, included: [], people: [] })
    })
    await on.database.write((tx) => {
      tx.raw(
        `UPDATE tickets SET status = 'solved', needs_reply = 0 WHERE first_reply_at IS NOT NULL AND customer_id <> '${personId(customer)}'`,
      ).run()
    })
    const { id } = await on.database.read
      .selectFrom('tickets')
      .select('id')
      .where('customer_id', '=', personId(customer))
      .executeTakeFirstOrThrow()
    const asked = await askedIn(on.database.read, id, true)
    return await similarTo(on.database.long, asked, testStart)
  } finally {
    await on.end()
  }
}

const offeredTo = async (customer: number, lines: readonly Line[]): Promise<string[]> =>
  (await answersFor(customer, lines)).map(({ text }) => text)

const seats = 'Seats change under My Trips until two hours before departure.'
const answered: Line[] = [
  { by: 1, text: 'can I change my window seat?', lang: 'en' },
  { by: null, to: 0, text: seats, lang: 'en' },
]
const hindi = 'चेक-इन के बाद window seat कैसे बदलूँ?'

test('what is in no language hides no answer that fits', async () => {
  const lines: Line[] = [
    ...answered,
    { by: 2, text: 'the food was cold', lang: 'en' },
    { by: null, to: 2, text: '📩 ✅ DM sent', lang: 'und' },
    { by: 3, text: hindi, lang: 'hi' },
  ]
  const [first] = await offeredTo(3, lines)
  expect(first).toBe(seats)
})

test('what is in the customer’s language, or answers the same words, keeps others back', async () => {
  const told = (question: string, lang: string, text: string, its: string): Line[] => [
    ...answered,
    { by: 2, text: question, lang },
    { by: null, to: 2, text, lang: its },
    { by: 3, text: hindi, lang: 'hi' },
  ]
  const theirs = 'कृपया हमें संदेश भेजें।'
  expect(await offeredTo(3, told('मेरा बैग कहाँ है?', 'hi', theirs, 'hi'))).toEqual([theirs])
  expect(await offeredTo(3, told('window seat?', 'en', '✅ 7A', 'und'))).toEqual(['✅ 7A'])
})

test('what X has not shown yet is in the language of those whom it answers', async () => {
  const [question, answer] = [answered.slice(0, 1), { by: null, to: 0, text: seats }]
  const asks: Line = { by: 3, text: hindi, lang: 'hi' }
  expect(await answersFor(3, [...question, { ...answer, lang: null }, asks])).toMatchObject([
    { text: seats, foreign: 'en' },
  ])
  expect(await answersFor(3, [...question, { ...answer, lang: 'und' }, asks])).toMatchObject([
    { text: seats, foreign: null },
  ])
})

test('the language of a question is that of its open messages, not of those before', async () => {
  const japanese = '「マイトリップ」で変更できます。'
  const lines: Line[] = [
    ...answered,
    { by: 2, text: '座席は変更できますか', lang: 'ja' },
    { by: null, to: 2, text: japanese, lang: 'ja' },
    { by: 3, text: 'こんにちは', lang: 'ja' },
    { by: 3, to: 4, text: '座席です', lang: 'ja' },
    { by: null, to: 4, text: 'どうぞ', lang: 'ja' },
    { by: 3, to: 4, text: 'a window seat please', lang: 'en' },
  ]
  expect(await offeredTo(3, lines)).toEqual([seats])
})
