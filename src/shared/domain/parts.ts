/** @file A chain of posts as one text: its parts stand apart by a line of three hyphens. Pure. */

const divider = /\r?\n[ \t]*---[ \t]*\r?\n/

/** The posts of a text, in their order, without the empty ones; one where there is no dividing line. */
export function partsOf(text: string): string[] {
  const parts = text
    .split(divider)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  return parts.length > 0 ? parts : ['']
}

/** The one text that `partsOf` takes apart again. */
export const joinParts = (parts: readonly string[]): string => parts.join('\n---\n')
