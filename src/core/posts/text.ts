/**
 * @file Post text as X gives it (HTML-escaped, with entities) turned into what screens draw and searches read. Pure.
 */
import type { LinkLine, LinkPreview, TextRun } from '../../shared/domain/text.ts'
import { Username } from '../../shared/ids.ts'
import type { Entities } from './records.ts'

const escapes: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
}

/** Takes back X's HTML escapes, once: `&amp;lt;` becomes `&lt;`. */
export const unescapeText = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:amp|lt|gt|quot|#39);/gu, (escape) => escapes[escape] ?? escape)
    : text

/** `run` null: it is not shown. */
type Span = { start: number; end: number; run: ((text: string) => TextRun) | null }

/** A link that a screen may offer; an answer of X's could name any scheme. */
export const isWebLink = (url: string): boolean => /^https?:\/\//iu.test(url)

function spansOf({ mentions, urls, hashtags, cashtags }: Entities): Span[] {
  return [
    ...mentions
      .filter(({ username }) => Username.safeParse(username).success)
      .map(({ start, end, username }): Span => ({
        start,
        end,
        run: (text) => ({ kind: 'mention', text, username }),
      })),
    ...urls
      .filter(({ url }) => isWebLink(url))
      .map(({ start, end, url, displayUrl, isOwnMedia }): Span => ({
        start,
        end,
        run: isOwnMedia ? null : () => ({ kind: 'link', text: displayUrl, href: url }),
      })),
    ...hashtags.map(({ start, end }): Span => ({ start, end, run: (text) => ({ kind: 'hashtag', text }) })),
    ...cashtags.map(({ start, end }): Span => ({ start, end, run: (text) => ({ kind: 'cashtag', text }) })),
  ].sort((a, b) => a.start - b.start || b.end - a.end)
}

/**
 * Cuts a text into runs. Spans count code points of the escaped text; one that is empty, leaves the text or overlaps an
 * earlier one is read as plain text, so that every character of the post is shown whatever X sent; but for the link that
 * X appended for the post's own pictures.
 */
export function runsOf(text: string, entities: Entities | null): TextRun[] {
  // Most texts have nothing beyond the first plane, and each of their code points is one unit of the string.
  const points = /[\uD800-\uDFFF]/.test(text) ? [...text] : text
  const part = (from: number, to: number): string =>
    unescapeText(typeof points === 'string' ? points.slice(from, to) : points.slice(from, to).join(''))
  const runs: TextRun[] = []
  let at = 0
  const plain = (to: number): void => {
    if (to > at) runs.push({ kind: 'text', text: part(at, to) })
  }
  for (const span of entities ? spansOf(entities) : []) {
    if (span.start < at || span.end <= span.start || span.end > points.length) continue
    if (span.run === null) {
      // The space before it was appended with it.
      plain(points[span.start - 1] === ' ' ? span.start - 1 : span.start)
    } else {
      plain(span.start)
      runs.push(span.run(part(span.start, span.end)))
    }
    at = span.end
  }
  plain(points.length)
  return runs
}

/** A link of which X told the page; null for any other, and for the message's own pictures. */
const previewOf = ({ url, page, isOwnMedia }: Entities['urls'][number]): LinkPreview | null =>
  page && !isOwnMedia && isWebLink(url)
    ? { title: unescapeText(page.title), host: page.host, href: url }
    : null

/** Of the pages that a message links to, those of which X told; each once, in the order of the text. */
export function previewsOf(entities: Entities | null): LinkPreview[] {
  const told = (entities?.urls ?? []).map(previewOf).filter((preview) => preview !== null)
  return [...new Map(told.map((one) => [one.href, one])).values()]
}

/** The first of them as one line. Asked for each row of a column: most messages link to nothing. */
export function linkLineOf(entities: Entities | null): LinkLine | null {
  if (entities === null) return null
  for (const url of entities.urls) {
    const preview = previewOf(url)
    if (preview !== null) return { title: preview.title, host: preview.host }
  }
  return null
}

/** A text as one string, as screens show it. */
export const shownText = (text: string, entities: Entities | null): string =>
  runsOf(text, entities)
    .map((run) => run.text)
    .join('')
