/**
 * @file The words of a message that tell what it is about: what an answer is looked for by, and what two answers are
 * compared by. Pure.
 */
import { askedText } from '../posts/indexed-text.ts'
import { unescapeText } from '../posts/text.ts'
import { unsigned } from './unsigned.ts'

/** What somebody addresses or links to says nothing of the matter. */
const addresses = /https?:\/\/\S+|(?<![\p{L}\p{N}_])@\w{1,15}|__\w+__/giu
const word = /[\p{L}\p{N}]+/gu

/** Letters in small and without their marks, as the index has them. */
const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** Words that stand in any message. They are left out of what is looked for: most of the index holds them. */
const said = new Set(
  [
    'a about after again all also am an and any are as at be because been before being but by can could did do does doing done for from get getting go going got had has have having he her here hi hey hello him his how i if im in into is it its ive just know like me more my no not now of off oh ok on one only or our out over own please pls re really s she since so some still t than thank thanks that the their them then there these they this those to too u up us very ve want was we well were what when where which who why will with would yes yet you your d ll m don didn doesn isn wasn won can t',
    'aber als am an auch auf aus bei bin bis da dann das dass dem den der des die doch du ein eine einen einer es euch euer eure fur habe haben hat hallo ich ihr ihre im in ist ja kann kein keine man mal mein meine mich mir mit nach nicht noch nur oder seit sein sich sie sind so und uns um von vor war was wie wir wird wo zu zum zur',
    'al algo como con cuando de del desde el ella en entre es esta este esto fue ha hay he hola la las le les lo los me mi mis muy no nos o para pero por porque que se si sin sobre su sus te tengo tiene un una ya yo',
    'ai au aux avec avez bonjour c ce cette ces cest d dans de depuis des du elle en est et il ils j je l la le les leur ma mais me mes mon n ne nous on ou par pas plus pour qu que qui sa se ses son sur ta te un une vous y',
    'ao as com da das de do dos e ela ele em essa esse esta estou eu foi isso ja mais mas meu minha na nao nas no nos o os ou para pela pelo por que quando se sem sua tem um uma voce',
  ].flatMap((line) => line.split(' ')),
)

/** A number of few digits is an amount or a time of day, not a matter. */
const isTelling = (term: string): boolean =>
  !said.has(term) && !/^\d+$/u.test(term) && ([...term].length > 1 || !/^[a-z]$/u.test(term))

/** Endings by which English writes one word as several. */
function stem(term: string): string {
  if (term.length < 5 || !/^[a-z]+$/u.test(term)) return term
  return term.replace(/(?:ies|ied)$/u, 'y').replace(/(?:ing|ed|es|s|ly)$/u, '')
}

const wordsOf = (text: string): string[] =>
  folded(askedText(unescapeText(text).replace(addresses, ' '))).match(word) ?? []

/** What is looked for in the index: each telling word once, in the order of the text. */
export const askedTerms = (text: string): string[] => [...new Set(wordsOf(text).filter(isTelling))]

/** What a text is weighed by: its telling words in one form each, as often as they stand there. */
export const weighedTerms = (text: string): string[] => wordsOf(text).filter(isTelling).map(stem)

/** What is still to be set in says nothing. */
const gaps = /\{\{[^{}]*\}\}/gu

/**
 * The words of an answer, without whom it addresses, its links, its numbering and who signed it.
 * @param posts the text of each, for each is signed and numbered by itself
 */
export const toldTerms = (posts: readonly string[]): ReadonlySet<string> =>
  new Set(
    posts.flatMap((text) =>
      wordsOf(unsigned(unescapeText(text).replace(gaps, ' ').replace(addresses, ' '), posts.length)),
    ),
  )

/** How much of the words of two answers is the same, 0 to 1. Nothing is like nothing. */
export function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0
  for (const term of one) if (other.has(term)) shared++
  const all = one.size + other.size - shared
  return all === 0 ? 0 : shared / all
}

/** From here on two answers say the same. */
export const alikeFrom = 0.4

/** A question as people read it: without handles, links and escapes. */
export const questionWords = (text: string): string =>
  unescapeText(text)
    .replace(addresses, ' ')
    .replace(/[ \t]+/gu, ' ')
    .replace(/ *\n */gu, '\n')
    .trim()
