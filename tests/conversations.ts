/**
 * @file Real posts of public support, in whole threads. They stay outside the project; where they are absent, whoever
 * asks for them says so and skips.
 */
import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'

const file = '../shared/data/conversations.csv'
export const haveConversations = existsSync(file)

if (!haveConversations)
  console.warn(`skipped: ${file} is not on this machine, so there are no real conversations`)

const Rows = z.array(
  z.object({
    tweet_id: z.string(),
    author_id: z.string(),
    inbound: z.enum(['True', 'False']),
    created_at: z.string(),
    text: z.string(),
    in_response_to_tweet_id: z.string(),
  }),
)

/** A post as the file has it: ids are small counters, texts are escaped as X does, customers are numbers. */
export type FilePost = {
  id: string
  author: string
  /** A brand wrote it. */
  isOurs: boolean
  /** Epoch ms. */
  at: number
  text: string
  /** What it answers; the file may lack it. */
  parent: string | null
}

/** Every post, in the order of the file. */
export const filePosts = (): FilePost[] =>
  Rows.parse(parse(readFileSync(file, 'utf8'), { columns: true })).map((row) => ({
    id: row.tweet_id,
    author: row.author_id,
    isOurs: row.inbound === 'False',
    at: Date.parse(row.created_at),
    text: row.text,
    parent: row.in_response_to_tweet_id || null,
  }))
