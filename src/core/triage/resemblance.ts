/**
 * @file Whether an account looks like one of ours without being it: by its handle, by its name, as people read them and
 * not as machines compare them. Pure; knows nothing but what was read already.
 */
import { distance } from 'fastest-levenshtein'
import unhomoglyph from 'unhomoglyph'

export type Account = { username: string; name: string }
/** A handle of ours, and the name of its brand. */
export type OurAccount = Account & { brandName: string }
export type Resemblance = 'handle' | 'name' | 'both'

/** What impostors put before and behind a brand's name, and brands themselves, too. */
const affixes = [
  'customerservice customercare customersupport helpdesk helpcenter helpline support services service assistance assist',
  'customer officials official contact online helps help cares care team desk real the ask get hey my hq cs',
]
  .join(' ')
  .split(' ')

/** Letters and digits that are read as each other in the Latin handles that X allows. */
const readAs: readonly (readonly [RegExp, string])[] = [
  [/rn/gu, 'm'],
  [/vv/gu, 'w'],
  [/0/gu, 'o'],
  [/[1i|]/gu, 'l'],
  [/3/gu, 'e'],
  [/4/gu, 'a'],
  [/5/gu, 's'],
  [/7/gu, 't'],
  [/8/gu, 'b'],
]
/** A shorter rest is a word like any other. */
const restAtLeast = 3

/** As the eye reads it: one letter for all that look like it. */
const skeleton = (text: string): string => readAs.reduce((read, [from, to]) => read.replace(from, to), text)

/** Plain letters stay: to Unicode, an m is confusable too. */
const lettersOf = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\P{ASCII}/gu, unhomoglyph)
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')

/** What is left of a handle or a name without affixes, digits at its end, and what stands between words. */
export function coreOf(text: string): string {
  const words = lettersOf(text).split(/[\s_-]+/u)
  const telling = words.filter((word) => word !== '' && !affixes.includes(word))
  let rest = (telling.length > 0 ? telling : words).join('')
  for (let before = ''; before !== rest;) {
    before = rest
    for (const affix of affixes) {
      if (rest.length - affix.length < restAtLeast) continue
      if (rest.endsWith(affix)) rest = rest.slice(0, -affix.length)
      else if (rest.startsWith(affix)) rest = rest.slice(affix.length)
    }
    if (rest.replace(/\d+$/u, '').length >= restAtLeast) rest = rest.replace(/\d+$/u, '')
  }
  return skeleton(rest)
}

/** How many letters may differ: none in a short word, where every other word is near. */
const slips = (length: number): number => (length >= 10 ? 2 : length >= 6 ? 1 : 0)

const looksLike = (theirs: string, ours: string): boolean =>
  theirs.length >= restAtLeast && ours.length >= restAtLeast && distance(theirs, ours) <= slips(ours.length)

/** How an account resembles one of ours; null where nobody would take it for that. */
export function resemblance(account: Account, ours: OurAccount): Resemblance | null {
  const theirName = coreOf(account.name)
  const byHandle = looksLike(coreOf(account.username), coreOf(ours.username))
  const byName = [ours.name, ours.brandName].some((name) => looksLike(theirName, coreOf(name)))
  if (byHandle) return byName ? 'both' : 'handle'
  return byName ? 'name' : null
}
