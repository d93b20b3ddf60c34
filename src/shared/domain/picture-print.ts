/**
 * @file How a picture looks, in 256 bits: whether each point of a small grey copy is clearly lighter than its neighbour
 * to the right. The same picture made smaller, or saved in another format, differs in a few bits alone; another one in
 * about half of them. Pure. The rule: N. Krawetz, "Kind of like that" (2013), on difference hashes.
 */
import { z } from 'zod'

/** The small copy, pixels: one more in each row than there are bits. */
export const printWidth = 17
export const printHeight = 16

/** 256 bits in hex, row by row. */
export const PicturePrint = z.string().regex(/^[0-9a-f]{64}$/)
export type PicturePrint = z.infer<typeof PicturePrint>

/** Differences up to this are what saving anew does to an even face, of 255. */
const evenAtMost = 3
/** So many bits of 256 may differ between two copies of one picture. */
const differAtMost = 20
/** With fewer bits of either kind a picture is nearly of one colour, and would be like any other such. */
const tellingAtLeast = 24

/** @param rgba `printWidth` × `printHeight` pixels, four bytes each, row by row */
export function printOf(rgba: Uint8ClampedArray): PicturePrint {
  const grey = (x: number, y: number): number => {
    const at = (y * printWidth + x) * 4
    const [red = 0, green = 0, blue = 0] = rgba.subarray(at, at + 3)
    return 0.299 * red + 0.587 * green + 0.114 * blue
  }
  let print = ''
  for (let y = 0; y < printHeight; y++)
    for (let x = 0; x < printWidth - 1; x += 4) {
      let digit = 0
      for (let bit = 0; bit < 4; bit++)
        digit = digit * 2 + (grey(x + bit, y) - grey(x + bit + 1, y) > evenAtMost ? 1 : 0)
      print += digit.toString(16)
    }
  return print
}

/** How many bits are set in a number of 32. */
function bitsOf(value: number): number {
  let rest = value
  let bits = 0
  for (; rest !== 0; bits++) rest &= rest - 1
  return bits
}

const wordsOf = (print: PicturePrint): number[] =>
  Array.from({ length: 8 }, (_, at) => Number.parseInt(print.slice(at * 8, at * 8 + 8), 16) | 0)

/** Tells whether pictures are copies of this one; no picture is where it has too little to tell it from others. */
export function sameAs(print: PicturePrint): (other: PicturePrint) => boolean {
  const words = wordsOf(print)
  const set = words.reduce((sum, word) => sum + bitsOf(word), 0)
  if (set < tellingAtLeast || set > 256 - tellingAtLeast) return () => false
  return (other) => {
    let differ = 0
    for (const [at, word] of wordsOf(other).entries()) {
      differ += bitsOf(word ^ (words[at] ?? 0))
      if (differ > differAtMost) return false
    }
    return true
  }
}
