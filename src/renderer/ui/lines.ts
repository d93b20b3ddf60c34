/** @file What was typed as a list, one entry per line. Pure. */

/** Each once, in their order, without spaces around them and without empty ones. */
export const linesOf = (text: string): string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
]
