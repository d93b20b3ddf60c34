/**
 * @file Whether a message is a bare thanks, which asks for nothing: a few words of a closed list, in one language.
 * Pure. When in doubt it is not: a ticket that reopens for nothing costs a key, one that stays solved costs a customer.
 */

/** How many words a bare thanks has at most. */
const wordsAtMost = 4

/** `thanks`: words one of which must stand there; `beside`: words that may stand with them. */
type Words = { thanks: ReadonlySet<string>; beside: ReadonlySet<string> }

const words = (thanks: string, beside: string): Words => ({
  thanks: new Set(thanks.split(' ')),
  beside: new Set(beside.split(' ')),
})

/** By language; the tags are X's. */
const lists: Readonly<Record<string, Words>> = {
  en: words(
    'thanks thank thx thnx thanx ty tysm cheers appreciated appreciate ta',
    'you u so much very many a lot all guys team folks again for the your that it this help reply quick ok okay great perfect awesome amazing brilliant lovely wonderful fantastic excellent cool really and i legend',
  ),
  de: words(
    'danke dankeschön dankeschoen dank merci',
    'vielen schön schoen sehr herzlichen lieben besten tausend euch dir ihnen super perfekt toll prima klasse ok okay nochmal nochmals für die eure hilfe schnelle antwort auch',
  ),
  es: words(
    'gracias agradecido agradecida agradezco',
    'muchas muchísimas mil muy amable amables genial perfecto vale ok por todo la su ayuda equipo de verdad',
  ),
  fr: words(
    'merci mercii remerciements',
    'beaucoup bien à a vous toi mille super parfait top ok grand infiniment pour votre aide tout génial encore',
  ),
  pt: words(
    'obrigado obrigada obrigadão brigado brigada valeu vlw obg grato grata agradeço',
    'muito muita mesmo perfeito ótimo otimo show ok pela a ajuda por tudo de nada gente',
  ),
  nl: words(
    'dank dankje dankjewel dankuwel bedankt merci',
    'je jullie wel u hartelijk hartelijke heel erg zeer super top fijn prima ok voor de hulp snelle reactie nogmaals alvast',
  ),
  it: words(
    'grazie grz ringrazio',
    'mille tante molte infinite perfetto ottimo ok super davvero gentilissimi gentile gentili vi per tutto l aiuto ancora',
  ),
}

const phrases = (texts: string, isThanks: boolean) => texts.split(' ').map((text) => ({ text, isThanks }))

/** Japanese writes no spaces: the whole text is made of at most as many of these, longest first. */
const japanese: readonly { text: string; isThanks: boolean }[] = [
  ...phrases(
    'ありがとうございました ありがとうございます 有難うございます 有り難うございます ありがとう 有難う 感謝いたします 感謝します 感謝です 感謝 助かりました 助かります サンキュー',
    true,
  ),
  ...phrases('どうもすみません ご対応 どうも 本当に ほんとに 大変 とても 誠に 了解です はい また', false),
]

/** Signs that stand for a word of thanks. */
const thankfulSigns = /[🙏👍❤💙💚💛🧡💜🤍🖤🫶🤗😊]/u
/** Signs that no content customer writes. */
const negativeSigns = /[😠😡🤬😤😒🙄😞😔😟😕🙁☹😣😖😫😩😢😭😨😰😱🤦🤷👎🖕💔💩🤮🤢😾🤡🥱😑😐🤨🧐🙃]/u
const asks = /[?？¿؟]/u
const link = /https?:|www\.|\b[a-z0-9-]+\.(?:com|net|org|co|io|de|fr|es|it|nl|jp|uk|eu|me)\b/iu
const names = /[@＠][A-Za-z0-9_]{1,15}/gu
const japaneseLetters = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u

/** Longer than any bare thanks could be, whoever is named before it: not worth a look. */
const lengthAtMost = 200

/**
 * Whether nothing but thanks stands there. Names of handles are passed over.
 * @param text as X gives it, escaped or not
 */
export function isQuietThanks(text: string): boolean {
  if (text.length > lengthAtMost) return false
  const said = text.replace(names, ' ').normalize('NFKC').toLowerCase()
  if (asks.test(said) || /\p{Nd}/u.test(said) || link.test(said) || negativeSigns.test(said)) return false
  if (said.includes('&')) return false
  const letters = said.replace(/\P{L}+/gu, ' ').trim()
  if (letters === '') return thankfulSigns.test(said)
  if (japaneseLetters.test(letters)) return isJapaneseThanks(letters.replaceAll(' ', ''))
  const spoken = letters.split(' ')
  return (
    spoken.length <= wordsAtMost &&
    Object.values(lists).some(
      ({ thanks, beside }) =>
        spoken.some((word) => thanks.has(word)) &&
        spoken.every((word) => thanks.has(word) || beside.has(word)),
    )
  )
}

function isJapaneseThanks(text: string): boolean {
  let rest = text
  let isThanks = false
  for (let count = 0; rest !== '' && count < wordsAtMost; count++) {
    const next = japanese.find((phrase) => rest.startsWith(phrase.text))
    if (!next) return false
    isThanks ||= next.isThanks
    rest = rest.slice(next.text.length)
  }
  return rest === '' && isThanks
}
