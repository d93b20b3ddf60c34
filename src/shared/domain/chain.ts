/**
 * @file The posts that a long answer goes out as: cut at sentence ends, numbered `1/3`, signed on the last. Pure. What a
 * chain that was taken back left in the draft comes out as it was: numbers and sign-offs are never doubled.
 */
import { partsOf } from './parts.ts'
import { withoutSignOff, type SignOff } from './sign-off.ts'
import { splitText, type Weigh } from './split.ts'

const number = (n: number, total: number): string => ` ${n}/${total}`

/** The parts without the numbers that an earlier sending gave them; null where not all of them are numbered. */
function unnumbered(parts: readonly string[]): string[] | null {
  const bare = parts.map((part, n) => {
    const ending = number(n + 1, parts.length)
    return part.endsWith(ending) ? part.slice(0, -ending.length).trimEnd() : null
  })
  return parts.length > 1 && bare.every((part) => part !== null) ? bare : null
}

/**
 * @param limit of one post, by `weigh`
 * @param signOff null: none
 * @returns the posts, each within the limit; parts that an agent divided by hand, and that fit, are not numbered
 */
export function chainOf(text: string, weigh: Weigh, limit: number, signOff: SignOff | null): string[] {
  const bare = signOff ? withoutSignOff(text, signOff.form) : text
  const typed = partsOf(bare)
  const before = unnumbered(typed)
  const parts = before ?? typed
  const tail = signOff && bare.trim() !== '' ? ` ${signOff.words}` : ''
  const sign = (posts: readonly string[]): string[] =>
    posts.map((post, n) => (n === posts.length - 1 ? post + tail : post))
  const isFit = parts.every((part, n) => weigh(n === parts.length - 1 ? part + tail : part) <= limit)
  if (isFit && before === null) return sign(parts.filter((part) => part !== ''))
  // Room for the numbers and the sign-off is kept free in every post: which one is the last, the cutting decides.
  const cut = (total: number): string[] => {
    const room = limit - weigh(number(total, total)) - weigh(tail)
    return parts.flatMap((part) => splitText(part, weigh, room))
  }
  let posts = cut(9)
  if (posts.length > 9) posts = cut(99)
  return sign(posts.map((post, n) => post + number(n + 1, posts.length)))
}
