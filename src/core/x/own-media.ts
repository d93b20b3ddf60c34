/**
 * @file The short link that X appends to a text for what hangs on it: told by its entity, never by how it looks. X's own
 * clients do not show it, since the picture is there.
 */

/** What an entity says of a link beside its place; `expanded_url` is where it leads. */
export type XLink = { expanded_url?: string | undefined; media_key?: string | undefined }

/** What a link may stand for: the message's own ids, and X's keys of what hangs on it. */
export type Hanging = { ids: readonly string[]; mediaKeys: readonly string[] }

/** Where a link leads, in steps; none for what is no address. */
const stepsOf = (address: string): string[] =>
  URL.canParse(address) ? new URL(address).pathname.split('/').filter((step) => step !== '') : []

/**
 * Whether a link of a message stands for its own pictures or films: X names their key, or the page on which the message
 * itself shows them (`/<name>/status/<id>/photo/1`; of a direct message `/messages/media/<id>`).
 */
export function isOwnMedia({ expanded_url: address = '', media_key: key }: XLink, of: Hanging): boolean {
  if (of.mediaKeys.length === 0) return false
  if (key !== undefined && of.mediaKeys.includes(key)) return true
  const steps = stepsOf(address)
  const [, second, id = '', what] = steps
  if (second === 'status') return (what === 'photo' || what === 'video') && of.ids.includes(id)
  return steps[0] === 'messages' && second === 'media' && of.ids.includes(id)
}
