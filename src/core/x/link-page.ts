/** @file What X tells of a page behind a link. Pure; the page is never asked. */
import type { Entities } from '../posts/records.ts'

type Link = {
  title?: string | undefined
  unwound_url?: string | undefined
  expanded_url?: string | undefined
}
type Page = Pick<Entities['urls'][number], 'page'>

/** A title longer than this is cut: it stands in one line. */
const titleAtMost = 200

function hostOf(address: string): string | null {
  const url = URL.canParse(address) ? new URL(address) : null
  return url && /^https?:$/u.test(url.protocol) ? url.hostname.replace(/^www\./u, '') : null
}

/** Title and host of the page where a link ends; nothing where X gave no title or no address of the web. */
export function linkedPage({ title = '', unwound_url, expanded_url }: Link): Page {
  const host = hostOf(unwound_url ?? expanded_url ?? '')
  const line = title.replace(/\s+/gu, ' ').trim()
  if (host === null || line === '') return {}
  return { page: { title: [...line].slice(0, titleAtMost).join(''), host } }
}
