/**
 * @file The notice that messages came into columns that tell: grouped by column and brand. It names who wrote where it is
 * one, and never what was written.
 */
import type { ToldRow } from '../shared/domain/deck.ts'
import { splitOverrides } from '../shared/domain/overrides.ts'
import type { Arrival } from '../shared/host-protocol.ts'
import type { NoticeWords } from './notice.ts'
import { word } from './words.ts'

/** So many groups are told one by one. */
const toldAtMost = 3

type Noticed = Arrival & { notice: NonNullable<Arrival['notice']> }

/** Those that a notice tells of. */
export const noticed = (arrivals: readonly Arrival[]): Noticed[] =>
  arrivals.flatMap((one) => (one.notice === null ? [] : [{ ...one, notice: one.notice }]))

const groupsOf = (arrivals: readonly Noticed[]): [Noticed, ...Noticed[]][] =>
  [...Map.groupBy(arrivals, ({ brandId, notice }) => `${notice.columnId} ${brandId}`).values()].flatMap(
    ([first, ...others]) => (first ? [[first, ...others]] : []),
  )

const place = ([{ brandName, notice }]: [Noticed, ...Noticed[]]): string =>
  `${notice.title ?? word(`column.${notice.kind}`)} · ${brandName}`

const set = (text: string, values: Readonly<Record<string, string>>): string =>
  Object.entries(values).reduce((said, [name, value]) => said.replace(`{${name}}`, () => value), text)

/** A stranger's name: what would turn it around to pose as another one stands as a mark. */
const nameOf = (name: string): string =>
  splitOverrides(name)
    .map((part) => (part.kind === 'text' ? part.text : set(word('thread.override'), { code: part.name })))
    .join('')

/** The notice in words. */
export function arrivalWords(arrivals: readonly Noticed[]): NoticeWords {
  const groups = groupsOf(arrivals)
  const [only] = groups
  if (only && groups.length === 1) {
    const authors = new Set(only.map(({ author }) => author))
    const title =
      only.length === 1
        ? set(word('notice.new.one'), { place: place(only) })
        : set(word('notice.new.many'), { count: `${only.length}`, place: place(only) })
    return { title, body: authors.size === 1 ? nameOf(only[0].author) : '' }
  }
  const lines = groups
    .slice(0, toldAtMost)
    .map((group) => set(word('notice.new.group'), { count: `${group.length}`, place: place(group) }))
  const rest = groups.slice(toldAtMost).flat().length
  return {
    title: set(word('notice.new.several'), { count: `${arrivals.length}` }),
    body: [...lines, ...(rest > 0 ? [set(word('notice.due.more'), { count: `${rest}` })] : [])].join('\n'),
  }
}

/** Where a click on it leads; null for no arrival. */
export function arrivalTarget(
  arrivals: readonly Noticed[],
): { deckId: string; columnId: string; row: ToldRow | null } | null {
  const [first] = arrivals
  if (!first) return null
  const { deckId, columnId } = first.notice
  const isOne = arrivals.every(({ row }) => row.kind === first.row.kind && row.id === first.row.id)
  return { deckId, columnId, row: isOne ? first.row : null }
}
