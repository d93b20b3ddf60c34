/**
 * @file Real posts to hold triage against: a file of public support conversations that stays outside the project, and
 * what a reader said of some of them. Only ids and labels are kept here, see README.md beside this file.
 */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { languageOf } from '../../src/core/triage/language.ts'
import { Category } from '../../src/shared/domain/triage.ts'
import { filePosts } from '../conversations.ts'

export type Post = {
  id: string
  authorId: string
  isCustomer: boolean
  text: string
  lang: string | null
  replyTo: string | null
}

/** Every post of the file by its id. Direct messages have no language of X's either: it is found in the same way. */
export const readConversations = (): Map<string, Post> =>
  new Map(
    filePosts().map(({ id, author, isOurs, text, parent }) => [
      id,
      { id, authorId: author, isCustomer: !isOurs, text, lang: languageOf(text), replyTo: parent },
    ]),
  )

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
