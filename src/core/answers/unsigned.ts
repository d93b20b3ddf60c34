/**
 * @file A post of ours without who signed it and without the number of its part, as agents write both everywhere: `^JD`,
 * `-Amy`, `1/2`. Cut is only what can hardly be anything else, for a fact that is lost is worse than a name that stays:
 * lists, `Mon. - Fri.`, `Berlin - JFK`, `mobile / PC` and `24/7` stay. Pure.
 */

/** A name, or initials: `Amy`, `JD`, `J.D.`, `DannyHarvey`, `Anne-Marie`. */
const inName = String.raw`[\p{L}\p{M}.'’]`
const moreOfName = String.raw`${inName}{0,14}(?:-\p{L}${inName}{0,14})?\d?`
const signer = String.raw`\p{Lu}${moreOfName}`
const initials = String.raw`\p{Lu}{1,3}\d?`

/** After these a dot ends no sentence; neither does it after one letter or a day of the month. */
const abbreviations =
  'Mon|Tues?|Wed|Thu|Thurs?|Fri|Sat|Sun|Mo|Di|Mi|Do|Fr|Sa|So|[Ll]un|[Mm]ar|[Mm]ié|[Jj]ue|[Vv]ie|[Ss]áb|[Dd]om|Jan|Feb|Apr|Aug|Sept?|Oct|Okt|Nov|Dec|Dez|[Nn]r|[Tt]el|St|Str|Mr|Mrs|Ms|Dr|vs|ca|[Aa]pprox|bzw'
const dot = String.raw`(?<!(?<![\p{L}\p{N}])(?:${abbreviations}|\p{L}|\p{N}{1,2}))\.`
const emoji = String.raw`(?![©®™])\p{Extended_Pictographic}[\uFE0F\u200D\p{EMod}]*|\p{RI}|\u20E3|[:;]-?[)D]`
/** What stands before it is said: a sentence, a smile, a link (or the gap for one), a line. */
const said = String.raw`(?<=^\s*|\n\s*|(?:(?:${dot}|[!?…。！？])[)\]"”’]*|${emoji}|https?:\/\/\S+|\}\})\s*)`

const thanks =
  '(?:[Mm]any |[Mm]uchas |[Vv]ielen )?(?:[Tt]hanks|[Tt]hank you|[Tt]hx|T[Yy]|[Cc]heers|[Dd]anke?|[Gg]racias)'
const regards = [
  '(?:[Kk]ind(?:est)? |[Bb]est |[Ww]arm(?:est)? |[Ww]ith (?:kind|best|warm) )?[Rr]egards',
  '[Bb]est wishes|[Aa]ll the best|(?:[Yy]ours )?[Ss]incerely',
  '(?:(?:[Vv]iele|[Ll]iebe|[Bb]este|[Ss]chöne|[Hh]erzliche|[Ff]reundliche|[Ss]onnige)[nr]? )*[Gg]r[uü](?:ß|ss)e?',
  '[Mm]it (?:freundlich|best|lieb|herzlich)e[mn] [Gg]r[uü](?:ß|ss)(?:en)?',
  '(?:[Uu]n )?(?:[Cc]ordial(?:es)? |[Mm]uchos )?[Ss]aludos?(?: [Cc]ordial(?:es)?)?|[Aa]tentamente',
].join('|')

const signOffs = [
  // Nobody puts this before a word but to sign.
  String.raw`(?<!\p{N})\^+ ?\p{L}${moreOfName}`,
  // Good wishes with the name, on its line or behind a dash. Thanks alone may go to whoever is named behind them.
  String.raw`${said}(?:${thanks}|${regards}|LG|VG|MfG)(?:,?\s*\n\s*|,?\s*[-–—]{1,2}\s*)${signer}(?: ${signer})?`,
  String.raw`${said}(?:${regards})(?:,? ${signer})?,?`,
  String.raw`${said}(?:LG|VG|MfG),? \p{Lu}\p{Ll}+`,
  String.raw`${said}(?:[-–—]{1,2}\s*|[*~] ?)${signer}`,
  String.raw`${said}\/ ?${initials}`,
]
const signOff = new RegExp(String.raw`\s*(?:${signOffs.join('|')})\s*\.?\s*$`, 'u')

/** `1/2` at one end of a text. */
const numbering =
  /^\s*\(?([1-9])\/([1-9])\)?[:.]?\s+|\s*[([]?(?<![\p{L}\p{N}/.,])([1-9])\/([1-9])[)\]]?\s*$/gu

/**
 * @param text one post
 * @param of how many posts its answer has; no other number of parts is one
 */
export const unnumbered = (text: string, of: number): string =>
  text
    .replace(numbering, (whole, ...[first, ofFirst, last, ofLast]: string[]) => {
      const parts = Number(ofFirst ?? ofLast)
      return parts > 1 && parts === of && Number(first ?? last) <= parts ? ' ' : whole
    })
    .trim()

/** The last of several points, or the first under `…:`. */
function isListed(before: string, cut: string): boolean {
  const [gap = ''] = /^\s*/u.exec(cut) ?? []
  const bullet = cut.charAt(gap.length)
  const line = before.trimEnd().split('\n').at(-1)?.trim() ?? ''
  return gap.includes('\n') && '-–—*~/'.includes(bullet) && (line.endsWith(':') || line.startsWith(bullet))
}

/** No sign-off with what stands before it is longer: the rest of a long post is not searched for one. */
const endAtMost = 500

/**
 * At most one sign-off goes.
 * @param text one post
 * @param of how many posts its answer has
 */
export function unsigned(text: string, of: number): string {
  const bare = unnumbered(text, of)
  const from = Math.max(0, bare.length - endAtMost)
  const cut = signOff.exec(bare.slice(from))
  if (cut === null) return bare
  const before = bare.slice(0, from + cut.index)
  return isListed(before, cut[0]) ? bare : unnumbered(before, of)
}
