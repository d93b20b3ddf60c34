/** @file When two texts are the same words to a mute. Pure. */

const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .join(' ')

/** Case, accents and what stands between words make no difference, as in the full-text index. */
export const sameWords = (one: string, other: string): boolean => folded(one) === folded(other)
