/** @file What must be gone: posts that X deleted or no longer shows, wherever core asked X again. */
import { z } from 'zod'
import type { Query } from './inside.ts'
import type { Journal } from './journal.ts'
import { brands } from './stage.ts'
import type { Truth } from './truth.ts'

const Stored = z.object({ ticketId: z.string(), postId: z.string() })
const Id = z.object({ id: z.string() })

/** Posts of open tickets' conversations that stand here and no longer at X, with the ticket that shows each. */
export const leftovers = (query: Query, truth: Truth): z.infer<typeof Stored>[] =>
  brands.flatMap((brand) =>
    query(Stored, storedFor(brand)).filter(({ postId }) => !truth.isShown(postId, brand)),
  )

/**
 * Whatever is left over now, although its tickets were opened, and every word of what was buried.
 * @returns how many posts of X's are gone from here
 */
export function judgeWithdrawn(query: Query, truth: Truth, journal: Journal): number {
  for (const { ticketId, postId } of leftovers(query, truth))
    journal.wrong(`${postId} of ticket ${ticketId} is here, though X no longer shows it`)
  const stored = new Set(query(Id, 'SELECT id FROM posts').map(({ id }) => id))
  const buried = truth.deleted().filter(({ id }) => !stored.has(id))
  const versions = new Set(query(Id, 'SELECT post_id AS id FROM post_versions').map(({ id }) => id))
  for (const { id, number } of buried) {
    if (versions.has(id)) journal.wrong(`versions of the deleted post ${id} are here`)
    const found = query(z.object({ id: z.number() }), wordsWith(number))
    if (found.length > 0) journal.wrong(`words of the deleted post ${id} (${number}) are found`)
  }
  return buried.length
}

const storedFor = (brand: string): string => `
  SELECT t.id AS ticketId, p.id AS postId FROM tickets t JOIN handles h ON h.brand_id = t.brand_id
  JOIN posts p ON p.conversation_id = t.conversation_id
  JOIN visible_to v ON v.kind = 'post' AND v.item_id = p.id AND v.handle_id = h.id
  WHERE h.username = '${brand}' AND t.channel = 'public' AND t.status IN ('new', 'open', 'pending')`

const wordsWith = (number: string): string =>
  `SELECT rowid AS id FROM post_words WHERE post_words MATCH '"${number}"'`
