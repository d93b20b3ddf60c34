/** @file Links in a draft, and whether a message of somebody else's had the same one. Pure. */
import twitter from 'twitter-text'

/** A link of a draft, in one form: without its scheme, `www.` and what trails it. Offsets in UTF-16. */
export type DraftLink = { link: string; host: string; start: number; end: number }

/** One form for addresses that lead to the same place. */
export const plainLink = (address: string): string =>
  address
    .trim()
    .replace(/^https?:\/\//iu, '')
    .replace(/^www\./iu, '')
    .replace(/[/?#]+$/u, '')
    // Hosts know no capitals, paths do.
    .replace(/^[^/?#]+/u, (host) => host.toLowerCase())

const hostOf = (link: string): string => /^[^/?#:]+/u.exec(link)?.[0] ?? link

/** The links of a text, each once. @param ownDomains hosts of the brand itself: whoever posted those posted the brand's */
export function linksIn(text: string, ownDomains: readonly string[]): DraftLink[] {
  const own = ownDomains.map((domain) => plainLink(domain))
  const found = twitter.extractUrlsWithIndices(text).map(({ url, indices: [start, end] }) => {
    const link = plainLink(url)
    return { link, host: hostOf(link), start, end }
  })
  return found.filter(
    ({ link, host }, n) =>
      !own.some((domain) => host === domain || host.endsWith(`.${domain}`)) &&
      found.findIndex((other) => other.link === link) === n,
  )
}

/** X shows so much of an address at the least before it cuts it. */
const shownAtLeast = 18

/** The beginning of a link that any message with it holds, as X shows or shortens it. */
export const tellingPart = (link: string): string => link.slice(0, shownAtLeast)

/** Whether a link of a message is this one. @param shown as X shows it, cut with an ellipsis where it is long */
export function isSameLink(link: string, { url, displayUrl }: { url: string; displayUrl: string }): boolean {
  if (plainLink(url) === link) return true
  const shown = plainLink(displayUrl.replace(/…$/u, ''))
  return displayUrl.endsWith('…') ? shown.length >= shownAtLeast && link.startsWith(shown) : shown === link
}
