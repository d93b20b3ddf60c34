/** @file A brand's own patterns for booking and order numbers, made into what can be searched for without backtracking. Pure. */
import { RE2JS } from 're2js'

const signs: Readonly<Record<string, string>> = { '#': '[0-9]', '@': '[a-z]', '*': '[a-z0-9]' }

/** The regular expression of a written pattern: see `PrivateDataSetting.patterns`. */
function sourceOf(pattern: string): string {
  const own = /^\/(.+)\/$/u.exec(pattern)?.[1]
  if (own !== undefined) return own
  return [...pattern].map((sign) => signs[sign] ?? RE2JS.quote(sign)).join('')
}

/**
 * @returns null when it is no pattern: RE2 cannot read it, or it would find nothing in particular (a pattern must want
 * three characters at the least)
 */
export function compilePattern(pattern: string): RE2JS | null {
  try {
    const compiled = RE2JS.compile(sourceOf(pattern), RE2JS.CASE_INSENSITIVE)
    return ['', '1', 'a', '11', 'aa', ' '].some((little) => compiled.matches(little)) ? null : compiled
  } catch {
    // What RE2 throws tells of the pattern alone, which whoever typed it is told of.
    return null
  }
}

const compiled = new Map<string, RE2JS | null>()
const keptAtMost = 500

/** The same, kept: patterns are asked for at every pause in typing. */
export function patternOf(pattern: string): RE2JS | null {
  const known = compiled.get(pattern)
  if (known !== undefined) return known
  if (compiled.size >= keptAtMost) compiled.clear()
  const made = compilePattern(pattern)
  compiled.set(pattern, made)
  return made
}

/** Where a brand's pattern stands in a text, whole words alone. */
export function matchesOf(pattern: string, text: string): { start: number; end: number }[] {
  const re = patternOf(pattern)
  if (re === null) return []
  const found: { start: number; end: number }[] = []
  const matcher = re.matcher(text)
  while (matcher.find()) {
    const [start, end] = [matcher.start(), matcher.end()]
    if (!isWordLetter(text[start - 1]) && !isWordLetter(text[end])) found.push({ start, end })
  }
  return found
}

const isWordLetter = (letter: string | undefined): boolean =>
  letter !== undefined && /[\p{L}\p{N}]/u.test(letter)
