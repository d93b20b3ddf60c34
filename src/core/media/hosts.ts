/**
 * @file Where the bytes of pictures and films may come from. An address is X's word, and X's words are foreign: it is
 * followed only to the hosts of this list, from redirects too. Pure.
 */

/** X's own hosts for pictures and films. */
const hosts: ReadonlySet<string> = new Set(['pbs.twimg.com', 'video.twimg.com', 'abs.twimg.com'])
const loopback: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost'])

/** X's host for what hangs on direct messages; its addresses need the handle's sign-in. */
const dmHosts: ReadonlySet<string> = new Set(['ton.x.com', 'ton.twitter.com'])

/** One picture of a direct message, as X's download endpoint names it. */
export type DmMediaRef = { dmId: string; mediaId: string; resourceId: string }

/** Whether core's X lives on this machine: then everything comes from there. */
const isLocal = (xOrigin: string): boolean => loopback.has(new URL(xOrigin).hostname)

/**
 * The address to fetch from; null for one that is not followed.
 * @param xOrigin the workspace's X. One on this machine may have come back on another port: its addresses move along.
 */
export function addressOf(url: string, xOrigin: string): URL | null {
  if (!URL.canParse(url)) return null
  const address = new URL(url)
  if (address.username !== '' || address.password !== '') return null
  if (isLocal(xOrigin)) {
    if (address.protocol !== 'http:' || !loopback.has(address.hostname)) return null
    return new URL(address.pathname + address.search, xOrigin)
  }
  return address.protocol === 'https:' && address.port === '' && hosts.has(address.hostname) ? address : null
}

const dmPath =
  /^\/(?:1\.1\/ton\/data\/dm|2\/dm_conversations\/media)\/([0-9]{1,19})\/([0-9]{1,19})\/([A-Za-z0-9_-]{1,60}\.[a-z0-9]{2,5})$/

/** The picture of a direct message that an address names; null when it names something else. */
export function dmMediaOf(url: string, xOrigin: string): DmMediaRef | null {
  if (!URL.canParse(url)) return null
  const { protocol, hostname, pathname } = new URL(url)
  const known = isLocal(xOrigin)
    ? loopback.has(hostname)
    : protocol === 'https:' && (dmHosts.has(hostname) || hostname === 'api.x.com')
  const [, dmId, mediaId, resourceId] = (known ? dmPath.exec(pathname) : null) ?? []
  return dmId && mediaId && resourceId ? { dmId, mediaId, resourceId } : null
}

/** X gives 48 pixels; the next size is right for rows on dense screens. */
export const avatarAddress = (url: string): string => url.replace(/_normal(\.[a-z]+)$/, '_bigger$1')

/** X's grey stand-in is no picture of anybody: initials say more. */
export const isStandIn = (avatarUrl: string): boolean => avatarUrl.includes('/default_profile_images/')
