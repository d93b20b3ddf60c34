/**
 * @file Text as X handles it: who is named, short links, escaping, entities counted in code points over escaped text,
 * and the cut of long posts. Pure; the caller says who exists.
 */
import { createHash } from 'node:crypto'
import twitterText from 'twitter-text'

const handlePattern = /(?<![A-Za-z0-9_@/])@([A-Za-z0-9_]{1,15})(?![A-Za-z0-9_@])/g
const urlPattern = /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]}'’”]/g
const hashtagPattern = /(?<![\p{L}\p{N}_&#])#([\p{L}\p{N}_]*\p{L}[\p{L}\p{N}_]*)/gu
const cashtagPattern = /(?<![A-Za-z0-9_$])\$([A-Za-z]{1,6})(?![A-Za-z0-9_])/g
const leadingRun = /^(?:@[A-Za-z0-9_]{1,15}\s+)+/

/** `title`: what X found at the page. */
export type Link = { url: string; expanded: string; title?: string | undefined }

/** Every handle in the text, in order, lower case, without the @. */
export const handlesIn = (text: string): string[] => [
  ...new Set([...text.matchAll(handlePattern)].map((match) => (match[1] ?? '').toLowerCase())),
]

export const cashtagsIn = (text: string): number => [...text.matchAll(cashtagPattern)].length

export const hasLink = (text: string): boolean => text.match(urlPattern) !== null

/**
 * Replaces every address by a short one, as X does in everything that is published.
 * @param titles of the pages at these addresses
 */
export function shorten(
  text: string,
  titles: Readonly<Record<string, string>> = {},
): { text: string; links: Link[] } {
  const links: Link[] = []
  const shortened = text.replace(urlPattern, (expanded) => {
    if (expanded.startsWith('https://t.co/')) return expanded
    const url = `https://t.co/${createHash('sha256')
      .update(expanded)
      .digest('base64')
      .replace(/[^A-Za-z0-9]/g, '')
      .slice(0, 10)}`
    const title = titles[expanded]
    links.push(title === undefined ? { url, expanded } : { url, expanded, title })
    return url
  })
  return { text: shortened, links }
}

/** X's text is escaped for HTML in these three characters. */
export const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** X's own count: 280 at most for most authors. */
export const weightedLength = (text: string): number => twitterText.parseTweet(text).weightedLength

/** The handles at the very beginning of what somebody typed. */
export const typedRun = (text: string): string => leadingRun.exec(`${text} `)?.[0] ?? ''

/** The part of a reply that does not count: handles at its very beginning. */
export const withoutLeadingRun = (text: string): string => text.replace(leadingRun, '')

const codePoints = (text: string, units: number): number => Array.from(text.slice(0, units)).length

/**
 * Entities of an escaped text: offsets in code points, end exclusive.
 * @param idOf the user id of a handle, undefined where nobody has it (then it is no entity)
 */
export function entitiesOf(
  escaped: string,
  links: readonly Link[],
  idOf: (username: string) => { id: string; username: string } | undefined,
): Record<string, unknown[]> | undefined {
  const span = (match: RegExpExecArray) => ({
    start: codePoints(escaped, match.index),
    end: codePoints(escaped, match.index + match[0].length),
  })
  const mentions = [...escaped.matchAll(handlePattern)].flatMap((match) => {
    const username = match[1] ?? ''
    const user = idOf(username)
    return user ? [{ ...span(match), username, id: user.id }] : []
  })
  const hashtags = [...escaped.matchAll(hashtagPattern)].map((match) => ({
    ...span(match),
    tag: match[1] ?? '',
  }))
  const cashtags = [...escaped.matchAll(cashtagPattern)].map((match) => ({
    ...span(match),
    tag: match[1] ?? '',
  }))
  const urls = [...escaped.matchAll(/https:\/\/t\.co\/[A-Za-z0-9]+/g)].flatMap((match) => {
    const link = links.find((candidate) => candidate.url === match[0])
    if (!link) return []
    const shown = link.expanded.replace(/^https?:\/\/(www\.)?/, '')
    return [
      {
        ...span(match),
        url: link.url,
        expanded_url: link.expanded,
        display_url: shown.length > 27 ? `${shown.slice(0, 26)}…` : shown,
        ...(link.title === undefined
          ? {}
          : { status: 200, title: escapeText(link.title), unwound_url: link.expanded }),
      },
    ]
  })
  const all = Object.entries({ mentions, hashtags, cashtags, urls }).filter(([, list]) => list.length > 0)
  return all.length > 0 ? Object.fromEntries(all) : undefined
}

/** What X's `text` holds of a post that is longer than 280: the beginning and an ellipsis. Null when nothing is cut. */
export function cutLong(text: string, runLength: number): string | null {
  const run = text.slice(0, runLength)
  const own = text.slice(runLength)
  if (weightedLength(own) <= 280) return null
  const points = [...own]
  let low = 0
  let high = points.length
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (weightedLength(points.slice(0, middle).join('')) <= 279) low = middle
    else high = middle - 1
  }
  const cut = points
    .slice(0, low)
    .join('')
    .replace(/\s\S*$/, '')
  return `${run}${cut}…`
}

/** A guess by script, for authors whose language nobody told. */
export function guessLang(text: string, fallback: string): string {
  if (/[\u3040-\u30ff]/.test(text)) return 'ja'
  if (/[\u0600-\u06ff]/.test(text)) return 'ar'
  if (/[\u0590-\u05ff]/.test(text)) return 'iw'
  if (/[\uac00-\ud7af]/.test(text)) return 'ko'
  return fallback
}
