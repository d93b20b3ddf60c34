/** @file Messages as spikes see them. */
import { z } from 'zod'
import type { Heard } from './rules.ts'
import type { HeardRow } from './rows.ts'

const Tags = z.array(z.string())

/** The words of texts are many, and nobody needs them before many write: they are loaded with the first call. */
export async function heardOf(rows: readonly HeardRow[]): Promise<Heard[]> {
  const { topicsIn } = await import('./words.ts')
  return rows.map(({ customerId, text, lang, category, tags }) => ({
    customerId,
    words: topicsIn(text, lang),
    category,
    tags: Tags.parse(JSON.parse(tags)),
  }))
}
