/** @file Which bytes of a file a request asks for. Pure: RFC 9110, one range; several at once are answered with all. */

/** The first and the last byte; `whole` when all of the file is asked for. */
export type ByteRange = { first: number; last: number; whole: boolean }

/**
 * @param header the request's `Range`, null without one
 * @param size bytes of the file
 * @returns null when the file has no such bytes
 */
export function byteRange(header: string | null, size: number): ByteRange | null {
  const all = { first: 0, last: size - 1, whole: true }
  const [, from, to] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '') ?? []
  if (from === undefined || to === undefined || (from === '' && to === '')) return all
  if (from === '') {
    const length = Math.min(Number(to), size)
    return length === 0 ? null : { first: size - length, last: size - 1, whole: false }
  }
  const first = Number(from)
  const last = to === '' ? size - 1 : Math.min(Number(to), size - 1)
  // A range that ends before it begins is none at all.
  if (to !== '' && Number(to) < first) return all
  return first >= size ? null : { first, last, whole: false }
}
