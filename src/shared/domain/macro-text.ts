/**
 * @file Texts with variables, `{{customer.first_name|there}}`: what stands between the braces, what it becomes, and
 * what of it is left. Pure.
 */

/** What a text may name; `ticket.field.<name>` names a field of the brand's own. */
export const macroVariables = [
  'customer.first_name',
  'customer.name',
  'customer.handle',
  'agent.initials',
  'agent.name',
  'brand.name',
  'brand.handle',
  'brand.notice',
  'ticket.number',
  'incident.title',
  'incident.status',
] as const
export type MacroVariable = (typeof macroVariables)[number]

const fieldPrefix = 'ticket.field.'

const braces = /\{\{([^{}]*)\}\}/gu

/** The name and the fallback of what stands between two pairs of braces. */
function partsOfVariable(inner: string): { name: string; fallback: string | null } {
  const at = inner.indexOf('|')
  return at < 0
    ? { name: inner.trim(), fallback: null }
    : { name: inner.slice(0, at).trim(), fallback: inner.slice(at + 1).trim() }
}

const isKnown = (name: string): boolean =>
  macroVariables.some((one) => one === name) ||
  (name.startsWith(fieldPrefix) && name.length > fieldPrefix.length)

/**
 * What no value will ever fill: misspelled names, and braces that are not closed. In the order of the text.
 * @param known which names there are; those of macros where left out
 */
export function unknownIn(text: string, known: (name: string) => boolean = isKnown): string[] {
  const unknown = [...text.matchAll(braces)]
    .map(([, inner = '']) => partsOfVariable(inner).name)
    .filter((name) => !known(name))
  const rest = text.replace(braces, '')
  return [...new Set([...unknown, ...(rest.includes('{{') || rest.includes('}}') ? ['{{'] : [])])]
}

/** The names that still stand between braces: a message with one of them must not go out. */
export const unfilledIn = (text: string): string[] => [
  ...new Set([...text.matchAll(braces)].map(([, inner = '']) => partsOfVariable(inner).name)),
]

/** What a text says whatever its variables become: what stands between them, in order. */
export const literalsOf = (text: string): string[] => text.split(/\{\{[^{}]*\}\}/u)

/**
 * Sets the values in; a name without a value becomes its fallback, and without one it stays as it stands. Values are set
 * in as they are: braces in a customer's name are no variable of ours, and stop the message like any others.
 * @param valueOf null: not known · @param known which names there are; those of macros where left out
 */
export function fillIn(
  text: string,
  valueOf: (name: string) => string | null,
  known: (name: string) => boolean = isKnown,
): string {
  return text.replace(braces, (whole, inner: string) => {
    const { name, fallback } = partsOfVariable(inner)
    const value = known(name) ? valueOf(name) : null
    return (value === null || value === '' ? fallback : value) ?? whole
  })
}

const wordOfLetters = /^\p{L}[\p{L}\p{M}'’-]+$/u

/** How a person would be addressed by a name as X shows it; null where its first word is no name. */
export function firstNameOf(name: string): string | null {
  const [first = ''] = name.trim().split(/\s+/u)
  return wordOfLetters.test(first) ? first : null
}

/** A slash that looks for a macro: at the beginning of a line, or after white space with a letter behind it. */
const slash = /(?:^|(?<=\n))\/([\p{L}\p{N}-]*)$|(?<=\s)\/([\p{L}\p{N}][\p{L}\p{N}-]*)$/u

/** What is looked for at the caret, and where its slash stands; null when nothing is. */
export function slashAt(text: string, caret: number): { from: number; query: string } | null {
  const found = slash.exec(text.slice(0, caret))
  return found ? { from: found.index, query: found[1] ?? found[2] ?? '' } : null
}

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase()

type Findable = { name: string; shortcut: string | null; lang: string | null; text: string; used: number }

/**
 * The macros that a query finds, the likeliest first: the very shortcut, then one that begins so, then names, then words
 * of the text; among equals the customer's language, then what is used most.
 */
export function foundBy<T extends Findable>(macros: readonly T[], query: string, lang: string | null): T[] {
  const asked = plain(query)
  const rank = (macro: T): number => {
    const shortcut = plain(macro.shortcut ?? '')
    const name = plain(macro.name)
    if (asked === '') return 0
    if (shortcut === asked) return 0
    if (shortcut !== '' && shortcut.startsWith(asked)) return 1
    if (name.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(asked))) return 2
    return plain(macro.text).includes(asked) ? 3 : 4
  }
  const foreign = (macro: T): number =>
    macro.lang === null || lang === null ? 1 : macro.lang === lang.split('-')[0] ? 0 : 2
  return macros
    .map((macro) => ({ macro, rank: rank(macro) }))
    .filter((one) => one.rank < 4)
    .toSorted(
      (a, b) =>
        a.rank - b.rank ||
        foreign(a.macro) - foreign(b.macro) ||
        b.macro.used - a.macro.used ||
        a.macro.name.localeCompare(b.macro.name),
    )
    .map((one) => one.macro)
}
