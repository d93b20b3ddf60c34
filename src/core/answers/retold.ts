/**
 * @file An answer that somebody got, made into words for somebody else: without their name and handle, the agent's
 * sign-off, numbers of parts and links that were theirs. Pure.
 */
import type { TextRun } from '../../shared/domain/text.ts'
import { withoutSignOff } from '../../shared/domain/sign-off.ts'
import { isNamed, quoted, wordsOfName } from './named.ts'
import { unnumbered, unsigned } from './unsigned.ts'

/** The one who got it, and the brand that gave it. */
export type RetoldFor = {
  /** As X shows them: `Mara Lund`, `mara`. */
  name: string
  username: string
  /** Usernames of the brand's own handles, and the hosts of its own pages. */
  ownHandles: readonly string[]
  ownDomains: readonly string[]
  /** What of the brand's own may stand in public: `+49 30 1234567`. */
  ours: readonly string[]
  signOffForm: string
}

/** Where the name of the next customer goes. */
export const nameGap = '{{customer.first_name}}'
/** A link is the agent's to set in: a message with a gap does not leave. */
const linkGap = '{{link}}'

/** Their words are no one's name. */
const gaps = /\{\{[^{}]*\}\}/gu

const hostOf = (address: string): string =>
  /^(?:https?:\/\/)?(?:www\.)?([^/?#:]+)/iu.exec(address)?.[1]?.toLowerCase() ?? ''

/** A page of the brand's that is the same for everybody: no question mark, and no number that could be somebody's. */
function ownPage(shown: string, domains: readonly string[]): string | null {
  const host = hostOf(shown)
  const isOwn = domains.some((domain) => host === hostOf(domain) || host.endsWith(`.${hostOf(domain)}`))
  if (!isOwn || /[?#…]/u.test(shown) || /\d{4}/u.test(shown)) return null
  return /^https?:\/\//iu.test(shown) ? shown : `https://${shown}`
}

function linkWords(shown: string, { ownDomains }: RetoldFor): string {
  return ownPage(shown, ownDomains) ?? linkGap
}

const bareLinks = /https?:\/\/[^\s]+/giu
const mentions = /(?<![\p{L}\p{N}_/])@(\w{1,15})/gu

/** The runs as one text, with links and mentions that are nobody's in particular. */
function flat(runs: readonly TextRun[], who: RetoldFor): string {
  return runs
    .map((run) =>
      run.kind === 'link'
        ? linkWords(run.text, who)
        : run.text
            .replace(bareLinks, (link) => linkWords(link, who))
            .replace(mentions, (mention, username: string) =>
              who.ownHandles.some((own) => own.toLowerCase() === username.toLowerCase()) ? mention : '',
            ),
    )
    .join('')
}

/**
 * One of an answer's posts, without its one sign-off: the brand's own form may look like none that agents use elsewhere.
 * @param of how many posts there are
 */
function part(text: string, form: string, of: number): string {
  const bare = unnumbered(text, of)
  const own = withoutSignOff(bare, form)
  return own === bare ? unsigned(bare, of) : unnumbered(own, of)
}

/** A greeting that names somebody: the sign behind the name tells that it is one. */
const greetings =
  'hi|hey|hello|hiya|dear|good (?:morning|afternoon|evening|day)|hallo|guten (?:morgen|tag|abend)|moin|servus|liebe[r]?|hola|buenos días|buenas (?:tardes|noches)|estimad[oa]|olá|oi|bom dia|boa (?:tarde|noite)|bonjour|bonsoir|salut|ciao|buongiorno'
/** With a capital or not: a name behind it always has one. */
const eitherCase = (words: string): string =>
  words.replace(/(?<=^|\|)\p{L}/gu, (letter) => `[${letter}${letter.toUpperCase()}]`)
const oneName = String.raw`\p{Lu}[\p{L}\p{M}'’.-]*`
const greeting = new RegExp(
  String.raw`^((?:${eitherCase(greetings)}),? )${oneName}(?: ${oneName}){0,2}(?=\s*[,!.:;–—-])`,
  'u',
)
/** Japanese puts the name first: 田中様. */
const japaneseGreeting = /^[\p{L}\p{M}ー々 ]{1,20}(様|さん|さま)(?=[、,。!！\s])/u

/** Where somebody is named without a greeting: `Thanks, Mara!`, `Mara, we are sorry`. */
function unnamed(text: string, names: readonly string[]): string {
  return names.reduce((rest, name) => {
    const own = quoted(name)
    return rest
      .replace(new RegExp(String.raw`^${own}(?=\s*[,!–—-])`, 'iu'), nameGap)
      .replace(new RegExp(String.raw`,\s*${own}(?=\s*[.,!?…]|\s*$)`, 'giu'), `, ${nameGap}`)
  }, text)
}

/** One space between words, none before a sign, none at the ends; lines stay. */
const tidy = (text: string): string =>
  text
    .replace(/[ \t]+/gu, ' ')
    .replace(/ +([,.!?;:])(?=\s|$)/gu, '$1')
    .replace(/ *\n */gu, '\n')
    .replace(/^[\s,.;:!–—-]+/u, '')
    .trim()

/** `isOfNobody` false: it still names the one who got it, or holds a number that may be theirs. */
export type Retold = { text: string; isOfNobody: boolean }

/**
 * The words with gaps where the name of the next customer and a link go.
 * @param parts one entry per post, in their order
 */
export function retold(parts: readonly (readonly TextRun[])[], who: RetoldFor): Retold {
  const whole = parts
    .map((runs) => part(tidy(flat(runs, who)), who.signOffForm, parts.length))
    .filter((text) => text !== '')
    .join(' ')
  const names = [...wordsOfName(who.name), who.username].filter((word) => word !== '')
  const greeted = whole
    .replace(greeting, (_all, hello: string) => `${hello}${nameGap}`)
    .replace(japaneseGreeting, (_all, title: string) => `${nameGap}${title}`)
  const text = tidy(
    unnamed(
      greeted,
      names.filter((word) => [...word].length > 1),
    ),
  )
  return {
    text,
    isOfNobody: text !== '' && !isNamed(text.replace(gaps, ' '), names) && !hasNumber(text, who.ours),
  }
}

const longNumber = /\d(?:[ -]?\d){4,}/u
const bookingLike = /(?<![\p{L}\p{N}-])(?=[A-Z0-9-]*[A-Z])(?=[A-Z0-9-]*\d)[A-Z0-9-]{6,}(?![\p{L}\p{N}-])/u

/** A long number, or one of letters and digits, is a booking or an order until the brand says that it is its own. */
function hasNumber(text: string, ours: readonly string[]): boolean {
  const rest = ours.reduce((left, own) => left.replaceAll(own, ' '), text)
  return longNumber.test(rest) || bookingLike.test(rest)
}

/**
 * The words for one customer. Who has no first name that can be used is not addressed by one.
 * @param firstName null: not known
 */
export function addressed(text: string, firstName: string | null): string {
  if (firstName !== null) return text.replaceAll(nameGap, firstName)
  const gap = quoted(nameGap)
  return tidy(
    text
      .replace(new RegExp(String.raw`,\s*${gap}(?=\s*[.,!?…]|\s*$)`, 'gu'), '')
      .replace(new RegExp(String.raw`^${gap}(?:様|さん|さま)[、,。!！\s]*`, 'u'), '')
      .replace(new RegExp(String.raw`\s*${gap}`, 'gu'), ''),
  ).replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
}

/** The words with what a macro calls the name of its customer. */
export const forMacro = (text: string): string => text.replaceAll(nameGap, '{{customer.first_name|there}}')

const greeted = new RegExp(
  String.raw`^(?:(?:${eitherCase(greetings)}),? )?${quoted(nameGap)}(?:様|さん|さま)?\s*[,、,。!！.:;–—-]\s*`,
  'u',
)

/** The words for anybody, without a greeting. */
export const forPage = (text: string): string => addressed(text.replace(greeted, ''), null)
