/**
 * @file Keeps what did not change: of a value that was read again, every part that is as before is the same object as
 * before. What is drawn from it is then not drawn again. For plain data, as it comes over a port.
 */

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/** @returns `before` where both are equal in depth, else `next` with all equal parts of `before` in it */
export function asBefore<T>(before: T | undefined, next: T): T
export function asBefore(before: unknown, next: unknown): unknown {
  if (Object.is(before, next) || !isObject(before) || !isObject(next)) return next
  if (Array.isArray(next)) {
    if (!Array.isArray(before)) return next
    const parts = next.map((part: unknown, at) => asBefore(before[at], part))
    return parts.length === before.length && parts.every((part, at) => part === before[at]) ? before : parts
  }
  if (Array.isArray(before)) return next
  const keys = Object.keys(next)
  const parts = keys.map((key) => [key, asBefore(before[key], next[key])] as const)
  const isSame =
    keys.length === Object.keys(before).length &&
    parts.every(([key, part]) => key in before && part === before[key])
  return isSame ? before : Object.fromEntries(parts)
}
