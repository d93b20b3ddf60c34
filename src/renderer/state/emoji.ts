/** @file Emoji by their names: what is looked for behind a colon, what is found, and moves within a grid. Pure. */

/** `label` and `words` in the window's language; `codes` as people type them between colons. */
export type Emoji = {
  emoji: string
  label: string
  words: readonly string[]
  codes: readonly string[]
}

/**
 * A colon at the start of a word, with two letters behind it: neither an address, a time, a label (`Note:this`) nor
 * Japanese that names a subject.
 */
const named = /(?<![\p{L}\p{M}\p{N}:：/_@#&)\]])[:：]([\p{L}ー][\p{L}\p{M}\p{N}_+ー-]{1,29})$/u

/** What is looked for at the caret, and where its colon stands; null when nothing is. */
export function emojiAt(text: string, caret: number): { from: number; query: string } | null {
  const found = named.exec(text.slice(0, caret))
  return found ? { from: found.index, query: found[1] ?? '' } : null
}

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s-]+/gu, '_')

/** Each is made plain once: a list is looked through with every letter. */
const plainNames = new WeakMap<Emoji, { name: string; words: readonly string[] }>()

function plainOf(one: Emoji): { name: string; words: readonly string[] } {
  const known = plainNames.get(one)
  if (known) return known
  const made = { name: plain(one.label), words: one.words.map(plain) }
  plainNames.set(one, made)
  return made
}

const nowhere = 6

function rankOf(one: Emoji, asked: string): number {
  const { codes } = one
  if (codes.includes(asked)) return 0
  if (codes.some((code) => code.startsWith(asked))) return 1
  const { name, words } = plainOf(one)
  if (name.startsWith(asked)) return 2
  if (words.includes(asked)) return 3
  if (name.split('_').some((word) => word.startsWith(asked))) return 4
  return words.some((word) => word.startsWith(asked)) ? 5 : nowhere
}

/** The shortest code that begins so: `:smi` means `smile` before `smiley`. */
const lengthOf = ({ codes, label }: Emoji, asked: string): number =>
  Math.min(label.length + 100, ...codes.filter((code) => code.startsWith(asked)).map((code) => code.length))

/**
 * Those that a query names, the likeliest first: a code, the name, then words that go with it; what was used lately comes
 * first among equals. An empty query finds all, those used lately first.
 * @param recent the newest first
 */
export function emojiNamed(all: readonly Emoji[], query: string, recent: readonly string[]): Emoji[] {
  const asked = plain(query.trim().replace(/^:|:$/gu, ''))
  const age = new Map(recent.map((emoji, n) => [emoji, n]))
  const usedAt = ({ emoji }: Emoji): number => age.get(emoji) ?? recent.length
  const found = all
    .map((one) => ({ one, rank: asked === '' ? 0 : rankOf(one, asked) }))
    .filter(({ rank }) => rank < nowhere)
  return found
    .toSorted(
      (a, b) =>
        a.rank - b.rank ||
        usedAt(a.one) - usedAt(b.one) ||
        (a.rank < 2 && asked !== '' ? lengthOf(a.one, asked) - lengthOf(b.one, asked) : 0),
    )
    .map(({ one }) => one)
}

/** Where an arrow leads within a grid of `count` cells, `columns` in a row; it stays within. Null: no arrow. */
export function movedInGrid(at: number, count: number, columns: number, key: string): number | null {
  const by = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns, ArrowDown: columns }[key]
  if (by === undefined) return null
  const to = at + by
  if (to < 0) return key === 'ArrowUp' ? at : 0
  if (to < count) return to
  // From the last row but one down into a last row that is shorter.
  const isLastRow = Math.floor(at / columns) === Math.floor((count - 1) / columns)
  return key === 'ArrowDown' && isLastRow ? at : Math.max(count - 1, 0)
}
