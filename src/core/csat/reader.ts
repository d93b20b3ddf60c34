/**
 * @file Reads a customer's answer to "how did we do, 1 to 5?": a number, stars, a face, or a word of thanks or anger, in
 * English, German, Spanish and French. Pure. What could be something else is no answer: it stays a message.
 */
import { own } from '../../shared/own.ts'

/** A score, the wish to be asked no more, or null: this is no answer. */
export type CsatAnswer = { score: 1 | 2 | 3 | 4 | 5 } | 'stop' | null

type Score = 1 | 2 | 3 | 4 | 5
const scores: readonly Score[] = [1, 2, 3, 4, 5]

const numberWords: Readonly<Record<string, Score>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  eins: 1,
  zwei: 2,
  drei: 3,
  vier: 4,
  fünf: 5,
  uno: 1,
  dos: 2,
  tres: 3,
  cuatro: 4,
  cinco: 5,
  un: 1,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
}

/** Faces and signs by what they say of it. */
const faces: readonly [Score, string][] = [
  [5, '😀😃😄😁😍🥰🤩😻❤💚💙💜🧡💛🎉👏🙌💯🏆'],
  [4, '🙂😊☺👍🙏😌👌'],
  [3, '😐😑🤷🤔😕'],
  [2, '🙁☹😞😟😔👎'],
  [1, '😡🤬😠💩😤🤮😭🖕'],
]

const stops =
  /^(?:please |bitte |por favor |s'il vous plaît )?(?:stop|stopp|unsubscribe|opt out|no more(?: surveys?)?|don'?t ask(?: me)?(?: again)?|keine umfragen?(?: mehr)?|aufhören|no me pregunten|no más encuestas|alto|basta|arrêtez?|plus de sondages?)$/u

const thanks =
  /(?<!\p{L})(?:thank(?:s| you)|great|perfect|excellent|awesome|amazing|wonderful|super|brilliant|danke|dankeschön|perfekt|toll|klasse|hervorragend|prima|gracias|genial|excelente|perfecto|fantástico|merci|parfait|excellent|génial|formidable)(?!\p{L})/u
const anger =
  /(?<!\p{L})(?:terrible|awful|worst|useless|horrible|disgusting|pathetic|never again|rubbish|schlecht|furchtbar|schrecklich|unverschämt|katastrophe|nie wieder|mies|pésimo|fatal|horrible|inútil|nunca más|vergüenza|nul|nulle|scandaleux|honteux|lamentable|plus jamais)(?!\p{L})/u
/** Turns what follows round; nobody can tell without understanding the sentence. */
const turns =
  /(?<!\p{L})(?:not|no|never|but|nicht|kein|keine|aber|sin|pero|pas|sans|mais|except|außer|n't)(?!\p{L})|n't(?!\p{L})/u

/** Longer answers tell a story: those are for people to read. */
const wordsAtMost = 8

/** Wide digits, keycaps and skin tones become plain. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\uFE0F\u20E3\u200D]|[\u{1F3FB}-\u{1F3FF}]/gu, '')
    .replace(/[’`´]/gu, "'")
    .replace(/\s+/gu, ' ')
    .trim()

function numberIn(text: string): Score | null {
  const found =
    /^(?:i(?:'d| would)? (?:say|give(?: you)?|rate)(?: it)?(?: a)? )?([1-5])(?:[.,]0)?(?: ?(?:\/|of|out of|von|de|sur) ?(?:5|five|fünf|cinco|cinq))?(?: (?:stars?|sterne?|estrellas?|étoiles?|points?|punkte?|puntos?))?[ .!)]*$/u.exec(
      text,
    )?.[1]
  const digit = scores.find((score) => String(score) === found)
  if (digit !== undefined) return digit
  const word = text.replace(/[ .!]+$/u, '').replace(/ (?:stars?|sterne?|estrellas?|étoiles?)$/u, '')
  return own(numberWords, word) ?? null
}

function starsIn(text: string): Score | null {
  if (!/^[⭐★🌟☆ ]+$/u.test(text)) return null
  const count = [...text].filter((sign) => sign !== ' ' && sign !== '☆').length
  return scores.find((score) => score === count) ?? null
}

/** The faces of a text that says nothing else; mixed ones tell nothing. */
function faceIn(text: string): Score | null {
  const signs = [...text].filter((sign) => /\p{Extended_Pictographic}/u.test(sign))
  const said = signs.flatMap((sign) => faces.find(([, all]) => [...all].includes(sign))?.[0] ?? [])
  const [first] = said
  return first !== undefined && said.every((score) => score === first) ? first : null
}

/** @param text as the customer wrote it */
export function readCsat(text: string): CsatAnswer {
  const said = plain(text)
  if (said === '') return null
  if (stops.test(said.replace(/[ .!]+$/u, ''))) return 'stop'
  // A digit sign before its star is the score: "5⭐".
  const words = said
    .replace(/\p{Extended_Pictographic}/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
  const number = numberIn(words === '' ? said : words) ?? starsIn(said)
  if (number !== null) return { score: number }
  if (/[?¿]/u.test(said) || /\d/u.test(said) || words.split(' ').length > wordsAtMost) return null
  const face = faceIn(said)
  const isGood = thanks.test(words)
  const isBad = anger.test(words)
  if (turns.test(words) && !(isBad && !isGood)) return null
  if (isGood && isBad) return null
  if (isBad) return { score: 1 }
  if (isGood) return face !== null && face <= 2 ? null : { score: 5 }
  return words === '' && face !== null ? { score: face } : null
}
