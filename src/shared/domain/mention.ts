/** @file Completing an @: what is looked for at the caret, and who is called so. Pure. */
import { z } from 'zod'
import { Username, XId } from '../ids.ts'

/** Why somebody is offered: takes part in the conversation, wrote to this brand before, or is a handle of its own. */
export const MentionReason = z.enum(['conversation', 'customer', 'own'])
export type MentionReason = z.infer<typeof MentionReason>

export const Mentionable = z.object({
  xUserId: XId,
  username: Username,
  name: z.string(),
  avatar: z.string().nullable(),
  reason: MentionReason,
})
export type Mentionable = z.infer<typeof Mentionable>

/** So much may be typed behind an @ while somebody is looked for: names are longer than handles. */
export const mentionQueryAtMost = 30

/**
 * An @ at the start of a word, with a letter behind it. As X has it, no space is needed behind signs of East Asian
 * scripts; an address of mail is none.
 */
const mention =
  /(?<![\p{L}\p{M}\p{N}_!#$%&*@＠/+.~-])[@＠]([\p{L}\p{N}_][\p{L}\p{M}\p{N}_]{0,29})$|(?<=[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー])[@＠]([\p{L}\p{N}_][\p{L}\p{M}\p{N}_]{0,29})$/u

/** What is looked for at the caret, and where its @ stands; null when nothing is. */
export function mentionAt(text: string, caret: number): { from: number; query: string } | null {
  const found = mention.exec(text.slice(0, caret))
  return found ? { from: found.index, query: found[1] ?? found[2] ?? '' } : null
}

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** How well a query says somebody: 0 the very handle, 1 its beginning, 2 that of a word of the name; null: not at all. */
function fit({ username, name }: { username: string; name: string }, asked: string): 0 | 1 | 2 | null {
  const handle = username.toLowerCase()
  if (handle === asked) return 0
  if (handle.startsWith(asked)) return 1
  const whole = plain(name)
  return whole.startsWith(asked) || whole.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(asked))
    ? 2
    : null
}

/** Who is called so, those first whom the query says best, and among them in the order of `people`. */
export function calledSo<T extends { username: string; name: string }>(
  people: readonly T[],
  query: string,
): T[] {
  const asked = plain(query)
  return people
    .flatMap((person) => {
      const rank = fit(person, asked)
      return rank === null ? [] : [{ person, rank }]
    })
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ person }) => person)
}
