/**
 * @file Real posts to hold triage against: a file of public support conversations that stays outside the project, and
 * what a reader said of some of them. Only ids and labels are kept here, see README.md beside this file.
 */
import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { languageOf } from '../../src/core/triage/language.ts'
import { Category } from '../../src/shared/domain/triage.ts'

export const conversationsFile = '../shared/data/conversations.csv'
export const haveConversations = existsSync(conversationsFile)

const Rows = z.array(
  z.object({
    tweet_id: z.string(),
    author_id: z.string(),
    inbound: z.enum(['True', 'False']),
    text: z.string(),
    in_response_to_tweet_id: z.string(),
  }),
)
export type Post = {
  id: string
  authorId: string
  isCustomer: boolean
  text: string
  lang: string | null
  replyTo: string | null
}

/** Every post of the file by its id. Direct messages have no language of X's either: it is found in the same way. */
export function readConversations(): Map<string, Post> {
  const rows = Rows.parse(parse(readFileSync(conversationsFile, 'utf8'), { columns: true }))
  const posts = new Map<string, Post>()
  for (const row of rows) {
    posts.set(row.tweet_id, {
      id: row.tweet_id,
      authorId: row.author_id,
      isCustomer: row.inbound === 'True',
      text: row.text,
      lang: languageOf(row.text),
      replyTo: row.in_response_to_tweet_id || null,
    })
  }
  return posts
}

const Half = z.partialRecord(Category, z.string())
const Labels = z.object({ tune: Half, test: Half })

/** What a reader said, by the post's id. `tune`: the word files were written with these in view; `test`: never. */
export function labelsOf(half: 'tune' | 'test'): Map<string, Category> {
  const labels = Labels.parse(JSON.parse(readFileSync(new URL('labels.json', import.meta.url), 'utf8')))
  return new Map(
    Category.options.flatMap((category) =>
      (labels[half][category] ?? '').split(' ').flatMap((id) => (id === '' ? [] : [[id, category] as const])),
    ),
  )
}
